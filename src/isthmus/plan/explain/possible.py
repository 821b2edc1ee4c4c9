"""How a known fact can change: the values it may come to have, each as near as can be to the one it has."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from isthmus.pathway import CaseFeature
from isthmus.plan.explain.domain import PLACES, Domain, Listed, Number
from isthmus.plan.patient import plain
from isthmus.rules import Value

__all__ = ["Distance", "distance", "nearest_values", "possible_literals"]

Distance = tuple[int, Decimal]
"""How far a value lies from another: its decimals, then the share of the range or of the words between them."""


def nearest_values(domain: Domain, now: Value, cuts: Iterable[int] = ()) -> Iterator[Value]:
    """Give the other values that a fact can come to have: of each sort that rules tell apart, the nearest.

    Args:
        domain: Of which case feature.
        now: Its value.
        cuts: More bounds, in steps, after which a number is cut.
    """
    if not isinstance(domain, Number):
        yield from (value for value in domain.answers(now) if value != now and _can_become(domain.feature, now, value))
        return
    steps = domain.steps(now)
    for start, end in domain.cells(cuts):
        for low, high in _ways(domain, steps):
            if max(start, low) <= min(end, high):
                yield domain.value(_nearest(domain, max(start, low), min(end, high), steps))


def possible_literals(domain: Domain, now: Value, bounds: Mapping[int, int]) -> list[int]:
    """State that a fact that changes is as it is or as it can come to be.

    Args:
        domain: Of which case feature.
        now: Its value.
        bounds: Of a number, the literals of the bounds that cut it.
    """
    if isinstance(domain, Number):
        steps, changes = domain.steps(now), domain.feature.changes
        over = [-literal for bound, literal in bounds.items() if bound < steps and changes == "up"]
        return over + [literal for bound, literal in bounds.items() if bound >= steps and changes == "down"]
    if isinstance(domain, Listed):
        kept = domain.literals(now) if domain.feature.changes == "grows" else []
        return [literal for literal in kept if literal > 0]
    others = (value for value in domain.answers(now) if value != now and not _can_become(domain.feature, now, value))
    return [-literal for value in others for literal in domain.literals(value) if literal > 0]


def distance(domain: Domain, now: Value, value: Value) -> Distance:
    """Say how far a value of a fact lies from the present one."""
    if isinstance(domain, Number):
        steps = domain.steps(value)
        places = next(places for places in range(PLACES + 1) if steps % domain.unit(places) == 0)
        return places, Decimal(abs(steps - domain.steps(now))) / (domain.high - domain.low)
    if isinstance(now, tuple) and isinstance(value, tuple):
        return 0, Decimal(len(set(now) ^ set(value))) / len(domain.feature.choices)
    return 0, Decimal(1)


def _ways(number: Number, now: int) -> list[tuple[int, int]]:
    """List the ranges into which a number can go."""
    down, up = (number.low, now - 1), (now + 1, number.high)
    return {"up": [up], "down": [down], "never": []}.get(str(number.feature.changes), [down, up])


def _can_become(feature: CaseFeature, now: Value, value: Value) -> bool:
    match feature.changes:
        case "any":
            return True
        case "grows":
            return isinstance(now, tuple) and isinstance(value, tuple) and set(now) <= set(value)
        case str():
            return False
        case steps:
            return (plain(now), plain(value)) in steps


def _nearest(number: Number, low: int, high: int, now: int) -> int:
    """Find the closest number of the fewest decimals in a range that does not hold the present one."""
    units = (number.unit(places) for places in range(PLACES + 1))
    rounded = ((-(-low // unit) if now < low else high // unit) * unit for unit in units)
    return next(steps for steps in rounded if low <= steps <= high)
