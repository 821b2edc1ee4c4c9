from decimal import Decimal

from isthmus.answer.verify.words import AXES, PEOPLE, UNITS


def test_a_word_may_lie_on_several_axes_and_mean_several_people() -> None:
    assert AXES["lower"] == {"amount -", "height -"}
    assert PEOPLE["boys"] == {"children", "men"}


def test_units_compare_where_the_factor_is_exact_and_weeks_never_with_months() -> None:
    assert UNITS["weeks"] == ("time", Decimal(604800))
    assert UNITS["years"] == ("calendar", Decimal(12))
    assert UNITS["month"] == ("calendar", Decimal(1))


def test_every_axis_has_two_ends() -> None:
    ends = {name for names in AXES.values() for name in names}
    assert {f"{name[:-1]}{'-' if name.endswith('+') else '+'}" for name in ends} == ends
