import pytest

from isthmus.terms import Truth

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, U, U, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, U, F, U),
        (U, T, U, T),
        (U, F, F, U),
        (U, U, U, U),
    ],
)
def test_and_and_or_follow_kleene(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert left.and_(right) is both
    assert left.or_(right) is either


@pytest.mark.parametrize(("truth", "opposite"), [(T, F), (F, T), (U, U)])
def test_the_opposite_of_unknown_is_unknown(truth: Truth, opposite: Truth) -> None:
    assert truth.not_() is opposite


@pytest.mark.parametrize(("value", "truth"), [(True, T), (False, F), (None, U)])
def test_none_is_read_as_unknown_and_never_as_false(value: bool | None, truth: Truth) -> None:
    assert Truth.of(value) is truth


def test_only_true_holds_and_only_unknown_is_not_known() -> None:
    assert [truth.holds for truth in (T, F, U)] == [True, False, False]
    assert [truth.known for truth in (T, F, U)] == [True, True, False]
