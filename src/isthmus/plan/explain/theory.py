"""What clauses cannot say: which bounds on numbers, and on their sums, can hold together."""

from collections.abc import Iterator, Mapping

from isthmus.plan.explain.domain import Number
from isthmus.plan.explain.linear import AtMost, clash
from isthmus.plan.explain.solver import Model
from isthmus.plan.explain.table import Table
from isthmus.terms import FeatureName

__all__ = ["Cuts", "Theory"]

Cuts = Mapping[FeatureName, Mapping[int, int]]
"""For each number that is summed, the literals of the bounds that cut it, lowest first."""


class Theory:
    """Looks at a model for bounds that no numbers can satisfy.

    Args:
        table: Whose numbers they are.
        cuts: Where they are cut.
        second: Of a pair, by how much the variables of the second are moved; None where there is only one.
        same: Of a pair, by the name of a number, the literal that both have the same.
    """

    def __init__(
        self, table: Table, cuts: Cuts, second: int | None = None, same: Mapping[FeatureName, int] | None = None
    ) -> None:
        self._table, self._cuts = table, cuts
        self._shifts = [0] if second is None else [0, second]
        self._same = {name: literal for name, literal in (same or {}).items() if name in cuts}
        literals = [*table.sums.values(), *(number.known for number in table.numbers.values())]
        literals += [literal for bounds in cuts.values() for literal in bounds.values()]
        self._places = [literal + shift - 1 for shift in self._shifts for literal in literals]
        self._places += [literal - 1 for literal in self._same.values()]
        self._seen: dict[tuple[int, ...], frozenset[int] | None] = {}

    def __call__(self, model: Model) -> frozenset[int] | None:
        """Name literals of a model that cannot all hold; None when all is well."""
        state = tuple([model[place] for place in self._places])
        if state not in self._seen:
            self._seen[state] = clash(self._bounds(model))
        return self._seen[state]

    def _bounds(self, model: Model) -> Iterator[AtMost]:
        tied = {shift: set(self._tied(model, shift)) for shift in self._shifts}
        for shift, names in tied.items():
            yield from self._sums(model, shift)
            for name in sorted(names):
                yield from self._range(name, model, shift)
        for name, literal in self._same.items():
            if model[literal - 1] > 0 and all(name in names for names in tied.values()):
                ends = [(_named(name, shift), sign) for shift, sign in zip(self._shifts, (1, -1), strict=True)]
                for sign in (1, -1):
                    yield AtMost(tuple((end, sign * count) for end, count in ends), 0, frozenset({literal}))

    def _tied(self, model: Model, shift: int) -> Iterator[FeatureName]:
        """List the numbers that stand in a sum of which all numbers are known."""
        for bound in self._table.sums:
            numbers = _numbers(bound, self._table)
            if all(model[number.known + shift - 1] > 0 for number in numbers):
                yield from (number.feature.name for number in numbers)

    def _sums(self, model: Model, shift: int) -> Iterator[AtMost]:
        for bound, literal in self._table.sums.items():
            known = [number.known + shift for number in _numbers(bound, self._table)]
            if all(model[literal - 1] > 0 for literal in known):
                holds = model[literal + shift - 1]
                said = bound if holds > 0 else bound.opposite()
                counts = tuple((_named(name, shift), count) for name, count in said.coefficients)
                yield AtMost(counts, said.bound, frozenset({holds, *known}))

    def _range(self, name: FeatureName, model: Model, shift: int) -> Iterator[AtMost]:
        """Give the nearest bound above a number and the nearest below it."""
        number = self._table.numbers[name]
        known = floor = ceiling = number.known + shift
        low, high = number.low, number.high
        for steps, literal in self._cuts[name].items():
            holds = model[literal + shift - 1]
            if holds > 0:
                high, ceiling = steps, holds
                break
            low, floor = steps + 1, holds
        named = _named(name, shift)
        yield AtMost(((named, 1),), high, frozenset({ceiling, known}))
        yield AtMost(((named, -1),), -low, frozenset({floor, known}))


def _numbers(bound: AtMost, table: Table) -> list[Number]:
    return [table.numbers[FeatureName(name)] for name, _ in bound.coefficients]


def _named(name: str, shift: int) -> str:
    return f"{name}+" if shift else name
