from collections.abc import Mapping
from itertools import product

from tests.generative.small_pathways import feature, pathway

from isthmus.plan.explain.table import table_of
from isthmus.plan.explain.theory import Theory
from isthmus.terms import FeatureName

X, Y = FeatureName("x"), FeatureName("y")
TABLE = table_of(
    pathway([feature(X, "integer"), feature(Y, "integer")], [("x - y > 0", "a"), ("x > 1", "b"), ("y > 0", "c")])
)
CUTS = {name: number.bounds for name, number in TABLE.numbers.items()}
(DIFFERENCE,) = TABLE.sums.items()
SIZE = TABLE.circuit.size


def model(x: int | None, y: int | None, *, over: bool) -> list[int]:
    """Set the variables of a patient, and claim whether x is over y."""
    holding = {literal for name, value in ((X, x), (Y, y)) for literal in TABLE.domains[name].literals(value)}
    bound, literal = DIFFERENCE
    holds = over if dict(bound.coefficients)[X] > 0 else not over
    holding.add(-literal if holds else literal)
    return [variable if variable in holding else -variable for variable in range(1, SIZE + 1)]


def moved(second: list[int]) -> list[int]:
    return [literal + SIZE if literal > 0 else literal - SIZE for literal in second]


def test_bounds_clash_just_when_no_numbers_within_them_can_be_so() -> None:
    theory = Theory(TABLE, CUTS)
    possible: Mapping[tuple[bool, bool], set[bool]] = {
        key: {x > y for x, y in product(range(3), range(3)) if (x > 1, y > 0) == key}
        for key in product((True, False), (True, False))
    }
    for x, y, over in product(range(3), range(3), (True, False)):
        clash = theory(model(x, y, over=over))
        assert (clash is None) == (over in possible[x > 1, y > 0])
        assert clash is None or clash <= set(model(x, y, over=over))


def test_a_number_that_is_not_known_bounds_nothing() -> None:
    theory = Theory(TABLE, CUTS)
    assert theory(model(None, 2, over=True)) is None
    assert theory(model(0, None, over=True)) is None


def test_of_a_pair_that_shares_a_number_both_are_held_to_it() -> None:
    same = {X: 2 * SIZE + 1, Y: 2 * SIZE + 2}
    theory = Theory(TABLE, CUTS, SIZE, same)
    over, under = model(1, 0, over=True), model(1, 0, over=False)
    both = [*over, *moved(under), same[X], same[Y]]
    assert theory(both) is not None
    assert theory([*over, *moved(over), same[X], same[Y]]) is None
    assert theory([*over, *moved(model(1, 2, over=False)), same[X], -same[Y]]) is None
    assert theory([*over, *moved(model(1, None, over=True)), same[X], same[Y]]) is None
