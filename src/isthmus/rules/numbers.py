"""The numbers of CQL: how far they reach, to how many places, and what each operation on them comes to.

A number here is an `int`, CQL's Integer, or a `Decimal`, CQL's Decimal; of one of each, the result is a Decimal. An
operation comes to None where the result is beyond CQL's numbers or, as on dividing by 0, there is none.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

__all__ = [
    "EXACT",
    "LEAST_INTEGER",
    "MOST_DECIMAL",
    "MOST_INTEGER",
    "PLACES",
    "Number",
    "add",
    "divide",
    "modulo",
    "multiply",
    "negate",
    "stepped",
    "subtract",
    "truncated_divide",
    "whole",
    "within",
]

Number = int | Decimal

MOST_INTEGER = 2**31 - 1
LEAST_INTEGER = -(2**31)
PLACES = 8
MOST_DECIMAL = Decimal("99999999999999999999.99999999")
EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""Digits enough for every product of two decimals and of a decimal and a unit's factor."""

_STEP, _ZERO = Decimal(1).scaleb(-PLACES), Decimal(0)


def within(number: Number) -> Number | None:
    """Bring an exact result to CQL's numbers: a decimal to 8 places, half away from 0; None when it is beyond them.

    >>> within(Decimal("0.123456785")), within(2**31)
    (Decimal('0.12345679'), None)
    """
    if isinstance(number, int):
        return number if LEAST_INTEGER <= number <= MOST_INTEGER else None
    rounded = number.quantize(_STEP, context=EXACT) or _ZERO  # `decimal` has a -0, CQL has not
    return rounded if -MOST_DECIMAL <= rounded <= MOST_DECIMAL else None


def negate(number: Number) -> Number | None:
    """Give the number the other sign."""
    return within(-number if isinstance(number, int) else EXACT.minus(number))


def add(left: Number, right: Number) -> Number | None:
    """Put two numbers together."""
    return within(left + right if _both_whole(left, right) else EXACT.add(left, right))


def subtract(left: Number, right: Number) -> Number | None:
    """Take right from left."""
    return within(left - right if _both_whole(left, right) else EXACT.subtract(left, right))


def multiply(left: Number, right: Number) -> Number | None:
    """Multiply two numbers."""
    return within(left * right if _both_whole(left, right) else EXACT.multiply(left, right))


def divide(left: Number, right: Number) -> Number | None:
    """Divide left by right, always into a decimal.

    >>> divide(2, 3), divide(1, 0)
    (Decimal('0.66666667'), None)
    """
    return within(EXACT.divide(Decimal(left), right)) if right else None


def truncated_divide(left: Number, right: Number) -> Number | None:
    """Count how often right goes whole into left, towards 0.

    >>> truncated_divide(-7, 2), truncated_divide(Decimal("7.5"), 2)
    (-3, Decimal('3.00000000'))
    """
    if not right:
        return None
    quotient = EXACT.divide_int(Decimal(left), right)
    return within(int(quotient) if _both_whole(left, right) else quotient)


def modulo(left: Number, right: Number) -> Number | None:
    """Find what `truncated_divide` leaves over, with the sign of left.

    >>> modulo(-7, 3)
    -1
    """
    if not right:
        return None
    rest = EXACT.remainder(Decimal(left), right)
    return int(rest) if _both_whole(left, right) else within(rest)


def whole(number: Number, rounding: str) -> Number | None:
    """Bring a number to a whole one.

    Args:
        number: Any number.
        rounding: Which way, by the name it has in `decimal`, such as `ROUND_CEILING`.
    """
    return within(int(Decimal(number).to_integral_value(rounding)))


def stepped(number: Number, steps: int) -> Number | None:
    """Go to the next value of its type, or to the one before.

    Args:
        number: Any number.
        steps: 1 or -1.
    """
    return add(number, steps if isinstance(number, int) else steps * _STEP)


def _both_whole(left: Number, right: Number) -> bool:
    return isinstance(left, int) and isinstance(right, int)
