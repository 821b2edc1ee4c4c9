"""Small sets that have a member in each of some sets."""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import TypeVar

__all__ = ["hitting_sets", "smallest_hitting_set"]

T = TypeVar("T")


def smallest_hitting_set(sets: Collection[frozenset[T]], order: Sequence[T]) -> list[T]:
    """Find the first, in an order, of the smallest sets that have a member in each of these.

    >>> smallest_hitting_set([frozenset("ab"), frozenset("bc"), frozenset("cd")], "abcd")
    ['a', 'c']
    """
    return next(found for most in range(len(order) + 1) for found in hitting_sets(sets, order, most))


def hitting_sets(sets: Collection[frozenset[T]], order: Sequence[T], most: int) -> Iterator[list[T]]:
    """List sets that have a member in each of these, among them every one that needs all its members, in an order.

    Args:
        sets: None of them empty.
        order: All that may be a member, each once.
        most: How many members a set may have.
    """
    if not sets:
        yield []
    elif _apart(sets) <= most:
        for at in takewhile(lambda at: not any(each.isdisjoint(order[at:]) for each in sets), range(len(order))):
            missed = [each for each in sets if order[at] not in each]
            if len(missed) < len(sets):
                yield from ([order[at], *rest] for rest in hitting_sets(missed, order[at + 1 :], most - 1))


def _apart(sets: Collection[frozenset[T]]) -> int:
    """Count sets that share no member, each of which needs one of its own."""
    taken: set[T] = set()
    apart = 0
    for each in sorted(sets, key=len):
        if taken.isdisjoint(each):
            taken |= each
            apart += 1
    return apart
