"""A whole pathway as one circuit: for each action, the literal that it is the plan's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from isthmus.pathway import Pathway, contradiction_name
from isthmus.plan.explain.circuit import TRUE, Circuit
from isthmus.plan.explain.domain import Domain, Number, domain_of
from isthmus.plan.explain.linear import AtMost
from isthmus.plan.explain.meaning import Untold
from isthmus.plan.explain.read import Read
from isthmus.terms import ActionId, FeatureName, RowId

__all__ = ["Row", "Table", "table_of"]


@dataclass(frozen=True)
class Row:
    """A row of the table: the literals that its rule is true and that it fires, and the case features it reads."""

    row: RowId
    action: ActionId
    holds: int
    fires: int
    features: frozenset[FeatureName]


@dataclass(frozen=True)
class Table:
    """A pathway's table as literals.

    Attributes:
        rows: In the table's order.
        actions: The literal that an action is the plan's, in the order in which rows name them first.
        contradictions: By its letter, the literal that a contradiction is true.
        sums: The literals of bounds on sums of several case features.
        untold: Truths that are left open.
        numbers: The numbers whose sums rules ask about.
        tied: The case features on which a literal hangs that hangs on others too.
        read_down_to: For each action, the case features that the rows read down to its last one.
    """

    pathway: Pathway
    circuit: Circuit
    domains: Mapping[FeatureName, Domain]
    rows: tuple[Row, ...]
    actions: Mapping[ActionId, int]
    contradictions: Mapping[str, int]
    sums: Mapping[AtMost, int]
    untold: tuple[Untold, ...]
    numbers: Mapping[FeatureName, Number]
    tied: frozenset[FeatureName]
    read_down_to: Mapping[ActionId, frozenset[FeatureName]]


def table_of(pathway: Pathway) -> Table:
    """Read a pathway's table as literals."""
    circuit = Circuit()
    domains = {name: domain_of(feature, circuit) for name, feature in pathway.features.items()}
    read = Read(circuit, domains, {parameter.name: parameter.value for parameter in pathway.parameters.values()})
    for definition in pathway.definitions.values():
        read.define(definition.name, definition.rule.tree)
    contradictions = {}
    for contradiction in pathway.contradictions:
        contradictions[contradiction.id] = read.truth(contradiction.rule.tree).holds
        read.define(contradiction_name(contradiction.id), contradiction.rule.tree)
    rows = _rows(pathway, read, circuit)
    firing: dict[ActionId, list[int]] = {}
    for row in rows:
        firing.setdefault(row.action, []).append(row.fires)
    actions = {action: circuit.any_of(*fires) for action, fires in firing.items()}
    for domain in domains.values():
        if isinstance(domain, Number):
            domain.close()
    sums, untold = read.meanings.sums, tuple(read.meanings.untold)
    summed = {name for bound in sums for name, _ in bound.coefficients}
    numbers = {name: domain for name, domain in domains.items() if isinstance(domain, Number) and name in summed}
    tied = frozenset(numbers).union(*(each.features for each in untold))
    return Table(
        pathway, circuit, domains, rows, actions, contradictions, sums, untold, numbers, tied, _read_down_to(rows)
    )


def _read_down_to(rows: Iterable[Row]) -> dict[ActionId, frozenset[FeatureName]]:
    above: frozenset[FeatureName] = frozenset()
    read = {}
    for row in rows:
        read[row.action] = above = above | row.features
    return read


def _rows(pathway: Pathway, read: Read, circuit: Circuit) -> tuple[Row, ...]:
    rows, none_before = [], TRUE
    for row in pathway.recommendations:
        holds = read.truth(row.when.tree).holds
        features = read.features_of(row.when.tree)
        rows.append(Row(row.row, row.action, holds, circuit.all_of(none_before, holds), features))
        none_before = circuit.all_of(none_before, -holds)
    return tuple(rows)
