from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isthmus.rules import numbers
from isthmus.rules.numbers import LEAST_INTEGER, MOST_DECIMAL, MOST_INTEGER, Number

Operation = Callable[[Number, Number], Number | None]
WHOLE = st.integers(LEAST_INTEGER, MOST_INTEGER)
DECIMALS = st.decimals(-MOST_DECIMAL, MOST_DECIMAL, places=8)
NUMBERS = st.one_of(WHOLE, DECIMALS)


def rounded(exact: Fraction) -> Decimal | None:
    """Round to 8 places, half away from 0, in whole numbers only."""
    scaled = abs(exact) * 10**8
    nearest = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    if nearest >= 10**28:
        return None
    return Decimal(nearest if exact > 0 else -nearest).scaleb(-8)


@pytest.mark.parametrize(
    ("operation", "left", "right", "result"),
    [
        (numbers.add, 2, 3, 5),
        (numbers.add, MOST_INTEGER, 1, None),
        (numbers.add, MOST_INTEGER, Decimal("0.5"), Decimal("2147483647.5")),
        (numbers.add, MOST_DECIMAL, Decimal("0.00000001"), None),
        (numbers.subtract, LEAST_INTEGER, 1, None),
        (numbers.subtract, Decimal("8.3"), Decimal("7.8"), Decimal("0.5")),
        (numbers.multiply, 65536, 65536, None),
        (numbers.multiply, Decimal("0.00000001"), Decimal("0.5"), Decimal("0.00000001")),
        (numbers.multiply, MOST_DECIMAL, MOST_DECIMAL, None),
        (numbers.divide, 10, 4, Decimal("2.5")),
        (numbers.divide, -2, 3, Decimal("-0.66666667")),
        (numbers.divide, MOST_DECIMAL, Decimal("0.00000001"), None),
        (numbers.divide, 1, 0, None),
        (numbers.truncated_divide, -7, 2, -3),
        (numbers.truncated_divide, LEAST_INTEGER, -1, None),
        (numbers.truncated_divide, Decimal("-7.5"), 2, Decimal(-3)),
        (numbers.truncated_divide, 7, 0, None),
        (numbers.modulo, -7, 3, -1),
        (numbers.modulo, 7, -3, 1),
        (numbers.modulo, Decimal("7.5"), 2, Decimal("1.5")),
        (numbers.modulo, 7, 0, None),
    ],
)
def test_two_numbers_come_to(operation: Operation, left: Number, right: Number, result: Number | None) -> None:
    found = operation(left, right)
    assert found == result
    assert type(found) is type(result)


@pytest.mark.parametrize(
    ("number", "rounding", "result"),
    [
        (Decimal("1.1"), ROUND_CEILING, 2),
        (Decimal("-1.1"), ROUND_FLOOR, -2),
        (Decimal("-1.9"), ROUND_DOWN, -1),
        (7, ROUND_CEILING, 7),
        (Decimal(3_000_000_000), ROUND_FLOOR, None),
    ],
)
def test_a_number_is_brought_to_a_whole_one(number: Number, rounding: str, result: int | None) -> None:
    assert numbers.whole(number, rounding) == result


@pytest.mark.parametrize(
    ("number", "steps", "result"),
    [
        (3, 1, 4),
        (MOST_INTEGER, 1, None),
        (Decimal(1), -1, Decimal("0.99999999")),
        (-MOST_DECIMAL, -1, None),
    ],
)
def test_the_next_value_is_a_step_of_its_type_away(number: Number, steps: int, result: Number | None) -> None:
    assert numbers.stepped(number, steps) == result


@pytest.mark.parametrize(
    ("number", "result"), [(3, -3), (LEAST_INTEGER, None), (Decimal("-1.5"), Decimal("1.5")), (Decimal(0), Decimal(0))]
)
def test_the_other_sign(number: Number, result: Number | None) -> None:
    assert numbers.negate(number) == result
    assert str(numbers.negate(Decimal(0))) == "0"


@given(DECIMALS, DECIMALS)
def test_products_and_quotients_of_decimals_are_exact_to_the_last_place(left: Decimal, right: Decimal) -> None:
    assert numbers.multiply(left, right) == rounded(Fraction(left) * Fraction(right))
    if right:
        assert numbers.divide(left, right) == rounded(Fraction(left) / Fraction(right))


@given(NUMBERS, NUMBERS)
def test_what_goes_whole_into_a_number_and_what_is_left_make_the_number(left: Number, right: Number) -> None:
    quotient, rest = numbers.truncated_divide(left, right), numbers.modulo(left, right)
    if quotient is not None and rest is not None:
        assert Fraction(quotient) * Fraction(right) + Fraction(rest) == Fraction(left)
        assert abs(Fraction(rest)) < abs(Fraction(right))
