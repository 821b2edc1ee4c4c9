"""One patient held against the table: what is so now, and the search for what else could be."""

from dataclasses import dataclass
from functools import cached_property

from isthmus.plan.explain.search import Pairs, Search
from isthmus.plan.explain.solver import Model
from isthmus.plan.explain.table import Row, Table
from isthmus.plan.explain.variants import run_variants
from isthmus.plan.patient import Patient
from isthmus.terms import ActionId, FeatureName

__all__ = ["Case", "case_of"]


@dataclass(frozen=True)
class Case:
    """A patient, and what the table says of them now.

    Attributes:
        row: The row that fires.
        allowed: The letters of the contradictions that are true of them.
    """

    table: Table
    patient: Patient
    row: Row
    allowed: frozenset[str]

    @property
    def action(self) -> ActionId:
        """The action that the table gives them."""
        return self.row.action

    @cached_property
    def search(self) -> Search:
        """The search for others who share facts with them."""
        return Search(self.table, self.patient, self.allowed)

    @cached_property
    def pairs(self) -> Pairs:
        """The search for two such others who differ in one fact."""
        return Pairs(self.search, self.table)

    @cached_property
    def unknown(self) -> tuple[FeatureName, ...]:
        """The case features that are not known, in the order of the file."""
        return tuple(name for name in self.table.domains if name not in self.search.facts)

    @cached_property
    def askable(self) -> tuple[FeatureName, ...]:
        """Those of the unknown that a row reads, and that could change the action at all."""
        return tuple(name for name in self.unknown if any(name in row.features for row in self.table.rows))

    @cached_property
    def outlawed(self) -> list[int]:
        """The literals of the contradictions that are not true of them, and must not become so."""
        return [literal for letter, literal in self.table.contradictions.items() if letter not in self.allowed]

    @cached_property
    def settled(self) -> bool:
        """Whether no consistent values of unknown facts lead elsewhere."""
        return self.search.find(*self.search.facts.values(), -self.table.actions[self.action]) is None

    @cached_property
    def examples(self) -> dict[ActionId, Model]:
        """For each action that unknown facts could lead to, somebody whom they lead there; for their own, themselves."""
        facts = self.search.facts.values()
        unknown = [-self.table.domains[name].known for name in self.unknown]
        found = {
            action: self.search.find(*facts, literal, *(unknown if action == self.action else ()))
            for action, literal in self.table.actions.items()
        }
        return {action: model for action, model in found.items() if model is not None}

    @cached_property
    def real(self) -> list[int]:
        """The literals that every fact has a value; of those not known now only where that is consistent."""
        known = [domain.known for domain in self.table.domains.values()]
        if self.search.find(*self.search.facts.values(), *known) is not None:
            return known
        return [self.table.domains[name].known for name in self.search.facts]


def case_of(table: Table, patient: Patient) -> Case:
    """Hold a patient against the table.

    Raises:
        LookupError: No row's rule is true.
    """
    holds = run_variants(table, patient, [{}])
    allowed = frozenset(letter for letter, literal in table.contradictions.items() if holds[literal])
    for row in table.rows:
        if holds[row.fires]:
            return Case(table, patient, row, allowed)
    message = "no row of the pathway is true"
    raise LookupError(message)
