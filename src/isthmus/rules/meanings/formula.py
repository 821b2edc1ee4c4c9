"""Truths and numbers of the solver Z3; what is plain already is settled in Python, so that Z3 gets only what is open."""

from fractions import Fraction
from typing import Any

import z3

__all__ = [
    "Formula",
    "Number",
    "all_of",
    "any_of",
    "if_",
    "not_",
    "rational",
    "rounded",
    "same",
    "size",
    "truncated",
    "whole",
]

Formula = Any
"""A truth to Z3, or a plain truth of Python."""
Number = Any
"""A number to Z3, or a plain whole number of Python."""


def all_of(*parts: Formula) -> Formula:
    """Whether all hold.

    >>> all_of(True, False), all_of(True), all_of(z3.Bool("a"), True)
    (False, True, a)
    """
    if any(part is False for part in parts):
        return False
    unsettled = [part for part in parts if part is not True]
    if len(unsettled) > 1:
        return z3.And(unsettled)
    return unsettled[0] if unsettled else True


def any_of(*parts: Formula) -> Formula:
    """Whether any holds.

    >>> any_of(True, False), any_of(False), any_of(z3.Bool("a"), False)
    (True, False, a)
    """
    if any(part is True for part in parts):
        return True
    unsettled = [part for part in parts if part is not False]
    if len(unsettled) > 1:
        return z3.Or(unsettled)
    return unsettled[0] if unsettled else False


def not_(part: Formula) -> Formula:
    """Whether it does not hold."""
    return not part if isinstance(part, bool) else z3.Not(part)


def same(one: Formula, other: Formula) -> bool:
    """Whether two are the very same formula, word for word."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return bool(one.eq(other))


def if_(condition: Formula, then: Formula | Number, otherwise: Formula | Number) -> Formula | Number:
    """One value where the condition holds, the other where it does not."""
    if isinstance(condition, bool):
        return then if condition else otherwise
    return z3.If(condition, then, otherwise)


def size(number: Number) -> Number:
    """A number without its sign."""
    return if_(number >= 0, number, -number)


def whole(number: Number, by: Number) -> Number:
    """A whole number by another that is over 0, downwards."""
    if isinstance(number, int) and isinstance(by, int):
        return number // by
    return number / by  # so does Z3 divide whole numbers


def truncated(number: Number, by: Number) -> Number:
    """A whole number by another, towards 0; anything where the other is 0.

    >>> truncated(-7, 2), truncated(7, 0)
    (-3, 0)
    """
    if isinstance(by, int) and by == 0:
        return 0
    return _signed(number, by, whole(size(number), size(by)))


def rounded(number: Number, by: Number) -> Number:
    """A whole number by another, to the nearest, halves away from 0; anything where the other is 0.

    >>> rounded(5, 2), rounded(-5, 2), rounded(7, -3), rounded(7, 0)
    (3, -3, -2, 0)
    """
    if isinstance(by, int) and by == 0:
        return 0
    return _signed(number, by, whole(2 * size(number) + size(by), 2 * size(by)))


def _signed(number: Number, by: Number, ratio: Number) -> Number:
    return if_((number >= 0) == (by >= 0), ratio, -ratio)


def rational(number: Fraction) -> Number:
    """An exact fraction, to Z3."""
    return z3.Q(number.numerator, number.denominator)
