from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from isthmus.plan.explain.linear import AtMost, Sum, clash, without

COUNTS = st.dictionaries(st.sampled_from("xy"), st.sampled_from((-1, 1)), min_size=1)
RANGE = range(-4, 5)


def test_sums_add_up_and_drop_what_cancels() -> None:
    x, y = Sum((("x", 1),), 0, whole=True), Sum((("y", 2),), 5, whole=False)
    assert x.plus(y) == Sum((("x", 1), ("y", 2)), 5, whole=False)
    assert x.plus(x, -1) == Sum((), 0, whole=True)
    assert y.times(-3) == Sum((("y", -6),), -15, whole=False)
    assert x.plus(y, -1).extent({"x": (0, 3), "y": (1, 2)}) == (-9, -4)


def test_a_bound_is_written_with_the_smallest_counts() -> None:
    assert AtMost.of({"x": 4, "y": -6, "z": 0}, 7) == AtMost((("x", 2), ("y", -3)), 3)
    assert AtMost.of({}, -1) == AtMost((), -1)


@given(COUNTS, st.integers(-6, 6), st.sampled_from(RANGE), st.sampled_from(RANGE))
def test_a_bound_or_its_opposite_holds_also_when_a_number_is_put_in(
    counts: dict[str, int], most: int, x: int, y: int
) -> None:
    bound, steps = AtMost.of(counts, most), {"x": x, "y": y}
    total = sum(count * steps[name] for name, count in counts.items())
    assert bound.holds(steps) == (total <= most) == (not bound.opposite().holds(steps))
    assert bound.given({"x": x}).holds(steps) == bound.holds(steps)


@given(st.lists(st.tuples(COUNTS, st.integers(-6, 6)), max_size=5))
def test_bounds_clash_just_when_no_numbers_satisfy_them_all(said: list[tuple[dict[str, int], int]]) -> None:
    box = [({name: sign}, 4) for name in "xy" for sign in (1, -1)]
    bounds = [AtMost.of(counts, most, {at}) for at, (counts, most) in enumerate([*said, *box], start=1)]
    pairs = [{"x": x, "y": y} for x, y in product(RANGE, RANGE)]
    satisfied = any(all(bound.holds(steps) for bound in bounds) for steps in pairs)
    named = clash(bounds)
    # Over whole steps, two bounds on x + y and x - y may leave a half only; nothing that holds is ever ruled out.
    assert named is None or not satisfied
    if named is not None:
        assert clash([bound for bound in bounds if bound.because <= named]) is not None


def test_a_clash_names_what_clashes_and_no_more() -> None:
    x_under, y_over = AtMost.of({"x": 1}, 3, {1}), AtMost.of({"y": -1}, -5, {2})
    nearly_alike, other = AtMost.of({"y": 1, "x": -1}, 1, {3}), AtMost.of({"z": 1}, 0, {4})
    assert clash([other, x_under, y_over, nearly_alike]) == frozenset({1, 2, 3})
    assert clash([other, x_under, y_over]) is None


def test_what_is_left_when_a_number_is_eliminated_is_what_bounds_say_of_the_others() -> None:
    bounds = [AtMost.of({"x": 1, "y": -1}, 0), AtMost.of({"y": 1}, 3), AtMost.of({"x": -1}, 2)]
    assert without("y", [*bounds, *bounds]) == [AtMost.of({"x": -1}, 2), AtMost.of({"x": 1}, 3)]
