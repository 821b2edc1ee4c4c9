"""A pathway on trial: what every proof about it starts from, and what a proof that fails shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from isthmus.pathway.model import Action, Pathway
from isthmus.pathway.proofs.encode import encode, in_range, patients
from isthmus.rules.meanings.iso import iso
from isthmus.rules.proof import Answer, Case, Changes, Formula, Regions, Solver, Symbol, any_of, given, ids, settled
from isthmus.terms import FlagId, Moment, RowId

__all__ = ["Breach", "Run", "Trial"]

Id = TypeVar("Id", bound=str)


@dataclass(frozen=True)
class Run:
    """A patient whom the solver made up, in plain values, and the plan it finds for them; no row when none decides."""

    facts: Mapping[str, object]
    row: RowId | None
    detail: tuple[str, ...] = ()
    flags: tuple[FlagId, ...] = ()


@dataclass(frozen=True)
class Breach:
    """Where a claim does not hold, how to mend it, and the patients who show it, the foremost first."""

    where: str
    what: str
    remedy: str
    runs: tuple[Run, ...] = ()


class Trial:
    """The pathway for all patients at once, and the solver that searches among them."""

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.symbols = patients(pathway)
        self.ranges = in_range(pathway, self.symbols)
        self.encoding = encode(pathway, self.symbols)
        self.solver = Solver(self.symbols, self.ranges.values())

    @cached_property
    def regions(self) -> Regions:
        """Which values of a case feature stand for all the others."""
        return Regions([*self.encoding.rows.values(), *self.encoding.contradictions.values(), *self.ranges.values()])

    @cached_property
    def clash(self) -> Formula:
        """That any contradiction is true."""
        return any_of(*self.encoding.contradictions.values())

    def urgent(self, urgencies: Iterable[str]) -> Formula:
        """That the action is as urgent as one of some words say."""
        return self.encoding.leads_to(act for act in self.pathway.actions.values() if act.urgency in urgencies)

    @cached_property
    def steps(self) -> list[list[Formula]]:
        """For each step of invasiveness above the least: for each row, that from it on care is led so far."""

        def reaches(step: int) -> Callable[[Action], bool]:
            return lambda action: action.invasiveness >= step

        steps = sorted({action.invasiveness for action in self.pathway.actions.values()})[1:]
        return [self.encoding.from_row(reaches(step)) for step in steps]

    def asked_together(self, name: str) -> Iterator[tuple[str, ...]]:
        """List a case feature, then with each other that may be asked for once it is known."""
        yield (name,)
        own = self.symbols[name].ids
        others = {
            word: None
            for words in self.encoding.details.values()
            for word, missing in words.items()
            if not own.isdisjoint(ids(missing))
        }
        yield from ((name, other) for other in others if other in self.symbols and other != name)

    def clashes_about(self, names: Iterable[Symbol]) -> list[Formula]:
        """List the contradictions that some names can have a part in."""
        ids_ = set().union(*(name.ids for name in names))
        return [clash for clash, about in self._clashes if not about.isdisjoint(ids_)]

    @cached_property
    def _clashes(self) -> list[tuple[Formula, set[int]]]:
        return [(clash, ids(clash)) for clash in self.encoding.contradictions.values()]

    def where(self, place: str) -> str:
        """Name a place in the pathway's file."""
        return f"conditions/{self.pathway.condition}/pathway.yaml, {place}"

    def run(self, case: Case) -> Run:
        """Let the solver plan for a patient it made up."""
        facts = given(self.symbols, case)
        known = {name: _as_written(value) for name, value in case.items() if value is not None}
        row = next(iter(_true(self.encoding.rows, facts)), None)
        if row is None:
            return Run(known, None)
        return Run(known, row, _true(self.encoding.details[row], facts), _true(self.encoding.flags, facts))


def _true(formulas: Mapping[Id, Formula], facts: Changes) -> tuple[Id, ...]:
    return tuple(name for name, formula in formulas.items() if settled(formula, facts))


def _as_written(value: Answer) -> object:
    match value:
        case Moment():
            return iso(value)
        case tuple():
            return list(value)
    return value
