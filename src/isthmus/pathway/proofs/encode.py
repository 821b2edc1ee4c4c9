"""A pathway for the solver: every patient in range at once, and what the table makes of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from isthmus.pathway.model import ACTION_NAME, ROW_NAME, Action, Pathway, contradiction_name
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Kind, Rule, Type, fold
from isthmus.rules.proof import PLACES, Formula, Smt, Symbol, Term, all_of, any_of, ids, not_, same, symbol
from isthmus.terms import ActionId, FlagId, PhaseId, RowId

__all__ = ["Encoding", "Symbols", "differ", "encode", "in_range", "patients"]

Symbols = Mapping[str, Symbol]


@dataclass(frozen=True)
class Encoding:
    """What a pathway makes of any patient, each a formula over the patient's case features.

    Attributes:
        alone: For each row, that its rule is true, whatever the rows above it say.
        rows: For each row, that it sets the action.
        contradictions: For each contradiction, that it is true.
        details: For each row, that a word of its detail would be named, by word.
        phases: For each phase, that it applies.
        requirements: For each action that states what it requires, that this is true.
        flags: For each flag, that it is raised.
    """

    pathway: Pathway
    alone: Mapping[RowId, Formula]
    rows: Mapping[RowId, Formula]
    contradictions: Mapping[str, Formula]
    details: Mapping[RowId, Mapping[str, Formula]]
    phases: Mapping[PhaseId, Formula]
    requirements: Mapping[ActionId, Formula]
    flags: Mapping[FlagId, Formula]

    def leads_to(self, actions: Iterable[Action]) -> Formula:
        """That the action is one of some."""
        ids = {action.id for action in actions}
        return any_of(*(self.rows[row.row] for row in self.pathway.recommendations if row.action in ids))

    def undecided(self, at: int) -> Formula:
        """That none of the first rows, so many, sets the action."""
        return all_of(*(not_(holds) for holds in list(self.alone.values())[:at]))

    def from_row(self, mark: Callable[[Action], bool]) -> list[Formula]:
        """That the action bears a mark, for each row, where no row above it sets the action.

        Each is written from the last row up, so that what two patients differ in leaves the rows below it shared.
        """
        rest: Formula = False
        marked: list[Formula] = []
        for row in reversed(self.pathway.recommendations):
            holds = self.alone[row.row]
            rest = any_of(holds, rest) if mark(self.pathway.actions[row.action]) else all_of(not_(holds), rest)
            marked.append(rest)
        return marked[::-1]

    def first_about(self, name: Symbol) -> int | None:
        """Count the rows above the first that is about a name; None when no row is."""
        return next((at for at, names in enumerate(self._about) if not names.isdisjoint(name.ids)), None)

    @cached_property
    def action_bits(self) -> list[list[Formula]]:
        """Each binary digit of the action's place in the file: for each row, that it is 1, as in `from_row`."""
        places = {action: place for place, action in enumerate(self.pathway.actions)}

        def has(digit: int) -> Callable[[Action], bool]:
            return lambda action: bool(places[action.id] >> digit & 1)

        return [self.from_row(has(digit)) for digit in range(len(places).bit_length())]

    @cached_property
    def _about(self) -> list[set[int]]:
        return [ids(holds) for holds in self.alone.values()]

    def outcome(self) -> Mapping[str, Formula]:
        """Everything that a plan says of a patient but the row: the action, the words of its detail, the flags."""
        said: dict[str, list[Formula]] = {}
        for row in self.pathway.recommendations:
            said.setdefault(row.action, []).append(self.rows[row.row])
            for word, holds in self.details[row.row].items():
                said.setdefault(f"{row.action} {word}", []).append(all_of(self.rows[row.row], holds))
        outcome = {what: any_of(*ways) for what, ways in said.items()}
        return MappingProxyType(outcome | {f"flag {flag}": holds for flag, holds in self.flags.items()})


def patients(pathway: Pathway) -> Symbols:
    """Let every case feature be anything of its type, or not known."""
    return {str(name): symbol(name, feature_type(feature)) for name, feature in pathway.features.items()}


def in_range(pathway: Pathway, symbols: Symbols) -> dict[str, Formula]:
    """Keep every number within the range of its case feature."""
    ranges = {}
    for feature in pathway.features.values():
        if feature.low is not None and feature.high is not None:
            term = symbols[feature.name].term
            low, high = (_counted(end, term.type) for end in (feature.low, feature.high))
            ranges[str(feature.name)] = all_of(low <= term.value, term.value <= high)
    return ranges


def differ(one: Iterable[Formula], other: Iterable[Formula]) -> Formula:
    """That two lists of formulas do not all come out the same."""
    pairs = zip(one, other, strict=True)
    return any_of(*(any_of(all_of(a, not_(b)), all_of(b, not_(a))) for a, b in pairs if not same(a, b)))


def encode(pathway: Pathway, symbols: Symbols, parameters: Symbols | None = None) -> Encoding:
    """Read a pathway for any patient.

    Args:
        pathway: The rules.
        symbols: What each case feature may be, from `patients`.
        parameters: Parameters that may have another value than the pathway's.
    """
    reading = _Reading(pathway, symbols, parameters or {})
    alone = {row.row: reading.holds(row.when) for row in pathway.recommendations}
    rows = _first(alone)
    details = {
        row.row: {item.name: reading.holds(item.when) for item in row.details} for row in pathway.recommendations
    }
    requirements = {action.id: reading.holds(action.requires) for action in pathway.actions.values() if action.requires}
    actions = {
        action: any_of(*(rows[row.row] for row in pathway.recommendations if row.action == action))
        for action in pathway.actions
    }
    reading.choose(ROW_NAME, rows)
    reading.choose(ACTION_NAME, actions)
    return Encoding(
        pathway=pathway,
        alone=alone,
        rows=rows,
        contradictions={item.id: reading.names[contradiction_name(item.id)].holds for item in pathway.contradictions},
        details=details,
        phases={phase.id: reading.holds(phase.when) for phase in pathway.phases},
        requirements=requirements,
        flags={flag.id: reading.holds(flag.when) for flag in pathway.flags},
    )


class _Reading:
    """The pathway's names as terms, in the order in which a rule may use them."""

    def __init__(self, pathway: Pathway, symbols: Symbols, parameters: Symbols) -> None:
        self.names = {name: known.term for name, known in symbols.items()}
        self._backend = Smt(self.names)
        for parameter in pathway.parameters.values():
            type_ = parameter_type(parameter)
            self.names[parameter.name] = Term(type_, known=True, value=_counted(parameter.value, type_))
        self.names |= {name: known.term for name, known in parameters.items()}
        for definition in pathway.definitions.values():
            self.names[definition.name] = fold(definition.rule.tree, self._backend)
        for contradiction in pathway.contradictions:
            self.names[contradiction_name(contradiction.id)] = fold(contradiction.rule.tree, self._backend)

    def holds(self, rule: Rule) -> Formula:
        return fold(rule.tree, self._backend).holds

    def choose(self, name: str, words: Mapping[RowId, Formula] | Mapping[ActionId, Formula]) -> None:
        self.names[name] = Term(Type(Kind.CHOICE, frozenset(words)), known=True, value=words)


def _first(alone: Mapping[RowId, Formula]) -> dict[RowId, Formula]:
    """Let each row set the action where its rule is true and none above it is."""
    first: dict[RowId, Formula] = {}
    none_above: Formula = True
    for row, holds in alone.items():
        first[row] = all_of(none_above, holds)
        none_above = all_of(none_above, not_(holds))
    return first


def _counted(number: int | Decimal, type_: Type) -> int:
    return int(number * PLACES) if type_.kind is Kind.DECIMAL else int(number)
