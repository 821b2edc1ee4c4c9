"""The search for patients who share facts with one, and are consistent wherever that one is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from isthmus.plan.explain.domain import is_known
from isthmus.plan.explain.solver import Model, Solver, holds_in
from isthmus.plan.explain.table import Table
from isthmus.plan.explain.theory import Theory
from isthmus.plan.explain.variants import open_literals
from isthmus.plan.patient import Patient
from isthmus.rules import Value
from isthmus.terms import ActionId, FeatureName

__all__ = ["Pairs", "Search"]


class Search:
    """Searches among patients, of whom all facts are free that a call does not assume.

    Args:
        table: The pathway's table.
        patient: Whose facts can be assumed.
        allowed: The letters of the contradictions that are true of the patient; no other may be true.

    Attributes:
        facts: For each known fact, the literal that it is as in the patient.
        clauses: What holds of anybody.
        size: The largest literal in use.
    """

    def __init__(self, table: Table, patient: Patient, allowed: Collection[str]) -> None:
        self._table, self.size = table, table.circuit.size
        self.cuts = {name: dict(number.bounds) for name, number in table.numbers.items()}
        self.clauses = list(table.circuit.clauses)
        self.clauses += [[-literal] for letter, literal in table.contradictions.items() if letter not in allowed]
        self.facts = {name: self._fact(name, patient[name]) for name in table.domains if is_known(patient[name])}
        for features, literals in open_literals(table, patient):
            if features <= self.facts.keys():
                unless = [-self.facts[name] for name in features]
                self.clauses += [[*unless, literal] for literal in literals]
        self._solver = Solver(self.clauses, Theory(table, self.cuts))

    def find(self, *assumed: int) -> Model | None:
        """Search for somebody of whom all these literals hold."""
        return self._solver.find(assumed)

    def core(self) -> Sequence[int]:
        """List the literals of those assumed last that nobody has together."""
        return self._solver.core()

    def _fact(self, name: FeatureName, value: Value) -> int:
        """Make a literal by which to assume that a fact is as in the patient, to the last step of a number."""
        literals = self._table.domains[name].literals(value)
        if name in self.cuts:
            literals += self._cut(name, self._table.numbers[name].steps(value))
        self.size += 1
        self.clauses += [[-self.size, literal] for literal in literals]
        return self.size

    def _cut(self, name: FeatureName, steps: int) -> list[int]:
        """Cut a number just under and just over its value, and set the new bounds."""
        number, cuts = self._table.numbers[name], self.cuts[name]
        new = {cut: self.size + at for at, cut in enumerate((steps - 1, steps), start=1) if cut not in cuts}
        new = {cut: literal for cut, literal in new.items() if number.low <= cut < number.high}
        self.size += 2
        cuts = self.cuts[name] = dict(sorted({**cuts, **new}.items()))
        self.clauses += [[-lower, upper] for lower, upper in pairwise([*cuts.values(), number.known])]
        return [literal if steps <= cut else -literal for cut, literal in new.items()]


class Pairs:
    """Searches for two patients who share all that is known and, of what is not, all but one fact.

    Args:
        search: The search for one such patient.
        table: The pathway's table.
    """

    def __init__(self, search: Search, table: Table) -> None:
        self._table, self._shift = table, search.size
        self._same: dict[FeatureName, int] = {}
        second = self._second
        clauses = [*search.clauses, *([second(literal) for literal in clause] for clause in search.clauses)]
        clauses += [[literal] for fact in search.facts.values() for literal in (fact, second(fact))]
        unknown = [name for name in table.domains if name not in search.facts]
        for size, name in enumerate(unknown, start=2 * search.size + 1):
            self._same[name] = size
            clauses += self._alike(name)
        for untold in table.untold:
            unless = [-self._same[name] for name in untold.features if name in self._same]
            for literal in (untold.verdict.holds, untold.verdict.fails):
                clauses += _as_one(literal, second(literal), unless)
        clauses += self._shared_rows()
        self._parted: dict[ActionId, int] = {}
        for size, (action, literal) in enumerate(table.actions.items(), start=2 * search.size + len(unknown) + 1):
            self._parted[action] = size
            clauses += [[-size, literal], [-size, -second(literal)]]
        self._size = 2 * search.size + len(unknown) + len(table.actions)
        self._solver = Solver(clauses, Theory(table, search.cuts, self._shift, self._same))

    def parted(self, name: FeatureName, actions: Iterable[ActionId]) -> set[ActionId]:
        """Search for a pair who differ in one unknown fact alone, of whom just one is led to any of these actions.

        Returns:
            Those of the actions to which one of the pair found is led, and not the other; none when there is no pair.
        """
        self._size += 1
        self._solver.add([-self._size, *(self._parted[action] for action in actions)])
        same = (same for other, same in self._same.items() if other != name)
        model = self._solver.find([*same, self._size]) or ()
        return {action for action, literal in self._table.actions.items() if model and self._parts(model, literal)}

    def _parts(self, model: Model, literal: int) -> bool:
        return holds_in(model, literal) != holds_in(model, self._second(literal))

    def _second(self, literal: int) -> int:
        return literal + self._shift if literal > 0 else literal - self._shift

    def _shared_rows(self) -> Iterator[list[int]]:
        """State what follows, so that it need not be found out each time: a row is alike in both if its facts are."""
        above: set[FeatureName] = set()
        for row in self._table.rows:
            above |= row.features
            for literal, features in ((row.holds, row.features), (row.fires, above)):
                unless = [-self._same[name] for name in self._same if name in features]
                yield from _as_one(literal, self._second(literal), unless)

    def _alike(self, name: FeatureName) -> list[list[int]]:
        unless = [-self._same[name]]
        inputs = self._table.domains[name].inputs()
        return [clause for literal in inputs for clause in _as_one(literal, self._second(literal), unless)]


def _as_one(one: int, other: int, unless: list[int]) -> list[list[int]]:
    return [[*unless, -one, other], [*unless, one, -other]]
