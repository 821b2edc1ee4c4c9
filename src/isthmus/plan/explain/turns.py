"""What would change the plan: the fewest known facts, in ways in which they can change, to the nearest values."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from isthmus.plan.explain.case import Case
from isthmus.plan.explain.domain import Number
from isthmus.plan.explain.hitting import hitting_sets
from isthmus.plan.explain.linear import AtMost, without
from isthmus.plan.explain.possible import Distance, distance, nearest_values, possible_literals
from isthmus.plan.explain.variants import run_variants
from isthmus.rules import Value
from isthmus.terms import ActionId, FeatureName

__all__ = ["nearest_turns"]

_MOST_FACTS = 3

Values = dict[FeatureName, Value]


def nearest_turns(case: Case) -> list[tuple[Values, ActionId]]:
    """Find the nearest consistent changes of known facts that lead elsewhere; what is not known stays so.

    Returns:
        New values and the action they lead to, of as few facts as can be, three at most. For each choice of facts and
        each action, the nearest values: of the fewest decimals, then the least change. In the order of the file.
    """
    for most in range(1, _MOST_FACTS + 1):
        turns = _nearest_of(case, [values for names in _turning(case, most) for values in _values(case, names, {})])
        if turns:
            return turns
    return []


def _nearest_of(case: Case, changes: list[Values]) -> list[tuple[Values, ActionId]]:
    signals = run_variants(case.table, case.patient, changes)
    clashing = 0
    for literal in case.outlawed:
        clashing |= signals[literal]
    led = {
        action: signals[literal] & ~clashing for action, literal in case.table.actions.items() if action != case.action
    }
    best: dict[tuple[tuple[FeatureName, ...], ActionId], Values] = {}
    for at, values in enumerate(changes):
        for action, bits in led.items():
            if bits >> at & 1:
                key = tuple(values), action
                best[key] = min(best.get(key, values), values, key=lambda some: _distance(case, some))
    facts, actions = list(case.search.facts), list(case.table.actions)
    ranked = sorted(best, key=lambda key: ([facts.index(name) for name in key[0]], actions.index(key[1])))
    return [(best[key], key[1]) for key in ranked]


def _distance(case: Case, values: Values) -> Distance:
    each = [distance(case.table.domains[name], case.patient[name], value) for name, value in values.items()]
    return sum(places for places, _ in each), sum((share for _, share in each), Decimal(0))


def _turning(case: Case, most: int) -> list[tuple[FeatureName, ...]]:
    """List the sets of so many facts whose change can lead elsewhere, given that no set of fewer can.

    For single facts that is every fact: to try them all is quicker than to search.
    """
    changing = [name for name in case.search.facts if case.table.domains[name].feature.changes != "never"]
    if most == 1:
        return [(name,) for name in changing]
    found: list[tuple[FeatureName, ...]] = []
    cores: list[frozenset[FeatureName]] = []
    while True:
        tried = (names for names in hitting_sets(cores, changing, most) if tuple(names) not in found)
        names = next(tried, None)
        if names is None:
            return sorted(found, key=lambda names: [changing.index(name) for name in names])
        core = _core(case, names)
        if core is None:
            found.append(tuple(names))
        elif core.isdisjoint(changing):
            return []
        else:
            cores.append(core.intersection(changing))


def _core(case: Case, names: Sequence[FeatureName]) -> frozenset[FeatureName] | None:
    """Find known facts which, left as they are, keep everybody from being led elsewhere; None when these facts do."""
    search, domains, patient = case.search, case.table.domains, case.patient
    held = {literal: name for name, literal in search.facts.items() if name not in names}
    bounds = {name: search.cuts.get(name, getattr(domains[name], "bounds", {})) for name in names}
    assumed = [literal for name in names for literal in possible_literals(domains[name], patient[name], bounds[name])]
    assumed += [domains[name].known if name in search.facts else -domains[name].known for name in domains]
    if search.find(*assumed, -case.table.actions[case.action], *held) is not None:
        return None
    return frozenset(held[literal] for literal in search.core() if literal in held)


def _values(case: Case, names: Sequence[FeatureName], chosen: Values) -> Iterator[Values]:
    """List the values that facts can come to have together, one for each way in which rules tell them apart."""
    if not names:
        yield chosen
        return
    name, *rest = names
    cuts = list(_cuts(case, name, chosen, rest))
    for value in nearest_values(case.table.domains[name], case.patient[name], cuts):
        yield from _values(case, rest, {**chosen, name: value})


def _cuts(case: Case, name: FeatureName, chosen: Values, rest: Sequence[FeatureName]) -> Iterator[int]:
    """Find where sums cut a number, wherever the numbers that are still to be chosen may come to lie."""
    numbers = case.table.numbers
    later = [numbers[other] for other in rest if other in numbers]
    free = {name, *rest}
    known = {other: chosen.get(other, case.patient[other]) for other in numbers if other not in free}
    steps = {str(other): numbers[other].steps(value) for other, value in known.items() if value is not None}
    told = [bound.given(steps) for bound in case.table.sums]
    told = [bound for bound in told if free.issuperset(each for each, _ in bound.coefficients)]
    left = [each for bound in told for each in (bound, bound.opposite())]
    left += [bound for number in later for bound in _pieces(number, number.steps(case.patient[number.feature.name]))]
    for number in later:
        left = without(number.feature.name, left)
    yield from (
        cut for bound in left for each, count in bound.coefficients if each == name for cut in [_cut(bound, count)]
    )


def _pieces(number: Number, now: int) -> Iterator[AtMost]:
    """Bound each piece in which a number can come to lie, on both sides of where it is."""
    for low, high in number.cells([now - 1, now]):
        yield AtMost(((number.feature.name, 1),), high)
        yield AtMost(((number.feature.name, -1),), -low)


def _cut(bound: AtMost, count: int) -> int:
    return bound.bound // count if count > 0 else -(bound.bound // -count) - 1
