from decimal import Decimal

import pytest

from isthmus.errors import UnknownName
from isthmus.terms import PERIODS, UNITS, Amount, period_of, unit_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("1", "week"), ("7", "d")),
        (("1", "a"), ("12", "mo")),
        (("1", "mo"), ("30.4375", "d")),
        (("1", "year"), ("12", "month")),
        (("1", "[in_i]"), ("2.54", "cm")),
        (("1", "[lb_av]"), ("453.59237", "g")),
        (("16", "[oz_av]"), ("1", "[lb_av]")),
        (("1", "g/dL"), ("10", "mg/mL")),
        (("1", "1"), ("100", "%")),
        (("1", "10*9/L"), ("1", "10*3/uL")),
        (("60", "/min"), ("1", "Hz")),
        (("760", "mm[Hg]"), ("101.32472", "kPa")),
        (("0.57", "m"), ("57", "cm")),
    ],
)
def test_amounts_of_one_dimension_compare_exactly(one: tuple[str, str], other: tuple[str, str]) -> None:
    assert Amount(Decimal(one[0]), one[1]).base == Amount(Decimal(other[0]), other[1]).base
    assert unit_of(one[1]).dimension == unit_of(other[1]).dimension


def test_the_longest_decimal_of_the_largest_unit_keeps_every_digit() -> None:
    assert Amount(Decimal("99999999999999999999.99999999"), "kg").base == Decimal(99999999999999999999999999990000)


@pytest.mark.parametrize(("one", "other"), [("year", "a"), ("month", "mo"), ("Cel", "[degF]"), ("mg/dL", "mmol/L")])
def test_what_has_no_fixed_factor_between_does_not_compare(one: str, other: str) -> None:
    assert unit_of(one).dimension != unit_of(other).dimension


def test_a_unit_that_is_not_known_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"`mmol/l` is not a unit known here. Did you mean `mmol/L`\?"):
        unit_of("mmol/l")
    with pytest.raises(UnknownName, match="Use one of the units that the reference lists"):
        unit_of("furlong")


def test_every_unit_is_found_by_its_own_code() -> None:
    assert all(code == unit.code for code, unit in UNITS.items())
    assert all(unit.factor > 0 for unit in UNITS.values())


@pytest.mark.parametrize("period", PERIODS)
def test_a_period_is_read_in_the_singular_and_the_plural(period: str) -> None:
    assert period_of(period) == period_of(f"{period}s") == period
    assert period in UNITS


def test_another_word_is_no_period() -> None:
    assert period_of("fortnight") is None
