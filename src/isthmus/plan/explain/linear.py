"""Sums of numbers that are not known: when one is at most a bound, and whether several bounds can hold together."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import gcd

__all__ = ["AtMost", "Sum", "clash", "without"]

Coefficients = tuple[tuple[str, int], ...]
"""Of each number, by its name and in alphabetical order, how often it counts; never 0 times."""


@dataclass(frozen=True)
class Sum:
    """Numbers counted in their steps, each so many times, and a constant; the whole in steps of 0.00000001.

    Attributes:
        whole: Whether CQL takes it for a whole number, which has a narrower range.
    """

    coefficients: Coefficients
    constant: int
    whole: bool

    def plus(self, other: "Sum", times: int = 1) -> "Sum":
        """Add another sum, so many times."""
        counts = dict(self.coefficients)
        for name, count in other.coefficients:
            counts[name] = counts.get(name, 0) + times * count
        left = tuple(sorted((name, count) for name, count in counts.items() if count))
        return Sum(left, self.constant + times * other.constant, self.whole and other.whole)

    def times(self, factor: int) -> "Sum":
        """Multiply it by a whole number."""
        return Sum((), 0, self.whole).plus(self, factor)

    def extent(self, ranges: Mapping[str, tuple[int, int]]) -> tuple[int, int]:
        """Find the least and the greatest it can be."""
        ends = [
            sorted((count * low, count * high)) for name, count in self.coefficients for low, high in [ranges[name]]
        ]
        return self.constant + sum(low for low, _ in ends), self.constant + sum(high for _, high in ends)


@dataclass(frozen=True)
class AtMost:
    """That a sum of numbers, each counted in its steps, is at most a bound; and the literals that say so."""

    coefficients: Coefficients
    bound: int
    because: frozenset[int] = frozenset()

    @classmethod
    def of(cls, counts: Mapping[str, int], bound: int, because: Iterable[int] = ()) -> "AtMost":
        """Write it with the smallest counts, since all numbers are whole steps."""
        left = {name: count for name, count in counts.items() if count}
        common = gcd(*left.values()) or 1
        smallest = tuple(sorted((name, count // common) for name, count in left.items()))
        return cls(smallest, bound // common, frozenset(because))

    def opposite(self) -> "AtMost":
        """The sum is over the bound."""
        return AtMost(tuple((name, -count) for name, count in self.coefficients), -self.bound - 1)

    def given(self, steps: Mapping[str, int]) -> "AtMost":
        """Put in numbers that are known."""
        left = {name: count for name, count in self.coefficients if name not in steps}
        known = sum(count * steps[name] for name, count in self.coefficients if name in steps)
        return AtMost.of(left, self.bound - known, self.because)

    def holds(self, steps: Mapping[str, int]) -> bool:
        """Whether it is so for numbers that are known."""
        return sum(count * steps[name] for name, count in self.coefficients) <= self.bound


def clash(bounds: Iterable[AtMost]) -> frozenset[int] | None:
    """Find out whether bounds can hold together, by eliminating one number after another.

    Exact where numbers count once, as in sums and differences. Elsewhere it may miss a clash that only whole steps
    have, which makes more seem possible, never less.

    Returns:
        Literals that cannot all hold; None when no clash was found.

    Source:
        Fourier and Motzkin's elimination; exact for counts of one: Pugh, Supercomputing 1991, the Omega test.
    """
    left = list(bounds)
    while True:
        impossible = [bound for bound in left if not bound.coefficients and bound.bound < 0]
        if impossible:
            return min((bound.because for bound in impossible), key=lambda literals: (len(literals), sorted(literals)))
        names = {name for bound in left for name, _ in bound.coefficients}
        if not names:
            return None
        # Where counts differ, numbers that count once go first, while elimination is exact.
        name = min(names, key=lambda name: (max(abs(_count(bound, name)) for bound in left), name))
        left = without(name, left)


def without(name: str, bounds: Collection[AtMost]) -> list[AtMost]:
    """Eliminate a number: what bounds that have it say together of all other numbers, and the bounds without it."""
    return list(dict.fromkeys(_eliminated(name, bounds)))


def _count(bound: AtMost, name: str) -> int:
    return dict(bound.coefficients).get(name, 0)


def _eliminated(name: str, bounds: Collection[AtMost]) -> Iterator[AtMost]:
    over = [bound for bound in bounds if _count(bound, name) > 0]
    under = [bound for bound in bounds if _count(bound, name) < 0]
    yield from (bound for bound in bounds if _count(bound, name) == 0)
    for high, low in product(over, under):
        counts = {key: count * -_count(low, name) for key, count in high.coefficients}
        for key, count in low.coefficients:
            counts[key] = counts.get(key, 0) + count * _count(high, name)
        bound = high.bound * -_count(low, name) + low.bound * _count(high, name)
        yield AtMost.of(counts, bound, high.because | low.because)
