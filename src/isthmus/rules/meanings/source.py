"""What a rule comes to as source text of Python, and the exact arithmetic that such a text does.

A truth is two conditions, that it is certainly true and that it is certainly false: then `and` and `or` of Python are
Kleene's, and stop early. A number or a moment that is not known is `nan`, which is under, at and over nothing; a word
or a list that is not known is None. Whole numbers are `int`, moments are their count, and decimals and the numbers of
quantities are counted in hundred-millionths, so that all arithmetic is on whole numbers and exact.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from math import isnan, nan
from typing import Any, cast

from isthmus.rules.expr import Scalar
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.numbers import EXACT, PLACES
from isthmus.terms import Amount, Moment, Precision, Truth, unit_of

__all__ = [
    "ARITHMETIC",
    "NULL",
    "NUMBERS",
    "ONE",
    "Source",
    "common",
    "counter",
    "literal",
    "plain",
    "ratio",
    "scaled",
    "value_of",
]

NUMBERS = (Kind.INTEGER, Kind.DECIMAL, Kind.QUANTITY, Kind.MOMENT)
"""What is a number to the text, and `nan` when it is not known."""
ONE = 10**PLACES
"""A decimal is counted in parts of one, of which there are so many."""


@dataclass(frozen=True)
class Source:
    """The text for what an expression comes to.

    Attributes:
        type: Its type.
        text: The value, `nan` or None when it is not known; of a truth, the condition that it is certainly true.
        known: The condition that it is known.
        fails: Of a truth, the condition that it is certainly false.
        members: Of a list that is written, its members.
    """

    type: Type
    text: str
    known: str = "True"
    fails: str = "False"
    members: tuple["Source", ...] = field(default=())

    @property
    def kind(self) -> Kind:
        """The sort of value it comes to."""
        return self.type.kind

    @property
    def precision(self) -> Precision:
        """How finely a moment is known."""
        return cast("Precision", self.type.precision)

    @property
    def holds(self) -> str:
        """The condition that it is certainly true; nothing known is not."""
        return "False" if self.kind is Kind.NULL else self.text


_FALSE, _UNKNOWN, _TRUE = Truth
NULL = Source(Type(Kind.NULL), "None", known="False")


def value_of(text: str, type_: Type) -> Source:
    """Write a value that may not be known, such as a patient's."""
    if type_.kind is Kind.BOOLEAN:
        return Source(type_, text, known=f"({text} is not None)", fails=f"({text} is False)")
    return Source(type_, text, known=f"({text} == {text})" if type_.kind in NUMBERS else f"({text} is not None)")


def literal(value: Scalar) -> Source:
    """Write a value that is written in a rule."""
    match value:
        case None:
            return NULL
        case bool():
            return Source(Type(Kind.BOOLEAN), str(value), fails=str(not value))
        case int():
            return Source(Type(Kind.INTEGER), str(value))
        case Decimal():
            return Source(Type(Kind.DECIMAL), str(_hundred_millionths(value)))
        case Moment():
            return Source(Type(Kind.MOMENT, form=value.form, precision=value.precision), str(value.count))
    return Source(Type(Kind.CHOICE), ascii(value))


def common(sources: Sequence[Source]) -> Type:
    """Find the type that all can be brought to: whole numbers to decimals, quantities to the finest unit."""
    types = [source.type for source in sources if source.kind is not Kind.NULL]
    decimal = [type_ for type_ in types if type_.kind is Kind.DECIMAL]
    if types and types[0].kind is Kind.QUANTITY:
        return min(types, key=lambda type_: unit_of(type_.unit or "").factor)
    return next(iter(decimal or types), NULL.type)


def ratio(of: Type, to: Type) -> Fraction:
    """Find how many counts of one type make one of another, such as of centimetres and of millimetres."""
    if of.kind is Kind.QUANTITY:
        return Fraction(unit_of(of.unit or "").factor) / Fraction(unit_of(to.unit or "").factor)
    return Fraction(ONE if of.kind is Kind.INTEGER and to.kind is Kind.DECIMAL else 1)


def scaled(text: str, by: int) -> str:
    """Multiply a number, at once where it is a literal."""
    if re.fullmatch("-?[0-9]+", text):
        return str(int(text) * by)
    return text if by == 1 else f"{text} * {by}"


# values in and out


def counter(type_: Type) -> Callable[[Any], Any]:
    """Find how a value of a type, as `evaluate` holds it, becomes one that a text takes."""
    match type_.kind:
        case Kind.BOOLEAN:
            return _truth
        case Kind.INTEGER:
            return lambda number: nan if number is None else number
        case Kind.DECIMAL:
            return lambda number: nan if number is None else int(number.scaleb(PLACES))
        case Kind.MOMENT:
            return lambda moment: nan if moment is None else moment.count
        case Kind.QUANTITY:
            factor = unit_of(type_.unit or "").factor
            return lambda amount: nan if amount is None else _hundred_millionths(EXACT.divide(amount.base, factor))
    return lambda words: words


def _truth(truth: Truth) -> bool | None:
    return truth is _TRUE if truth is not _UNKNOWN else None


def plain(value: Any, type_: Type) -> Any:  # noqa: ANN401 - a value of the type
    """Take a value that a text came to as `evaluate` holds it."""
    if type_.kind is Kind.BOOLEAN:
        return Truth.of(value)
    if value is None or value != value:  # noqa: PLR0124 - only nan is not itself
        return None
    match type_.kind:
        case Kind.DECIMAL:
            return Decimal(value).scaleb(-PLACES)
        case Kind.QUANTITY:
            return Amount(Decimal(value).scaleb(-PLACES), type_.unit or "")
        case Kind.MOMENT if type_.form and type_.precision:
            return Moment(type_.form, type_.precision, value)
    return value


def _hundred_millionths(number: Decimal) -> int:
    return int(number.scaleb(PLACES))


# arithmetic on whole numbers; anything with nan is nan, and so is anything by 0


def _nearest(number: float, by: float) -> float:
    """Divide to the nearest whole number, halves away from 0."""
    if not by or isnan(number * by):
        return nan
    magnitude = (2 * abs(number) + abs(by)) // (2 * abs(by))
    return magnitude if (number < 0) == (by < 0) else -magnitude


def _quotient(number: float, by: float) -> float:
    """Divide towards 0."""
    if not by:
        return nan
    magnitude = abs(number) // abs(by)
    return magnitude if (number < 0) == (by < 0) else -magnitude


def _remainder(number: float, by: float) -> float:
    """Find what is left over of a division towards 0."""
    return number - by * _quotient(number, by)


ARITHMETIC = {"nan": nan, "nearest": _nearest, "quotient": _quotient, "remainder": _remainder}
"""What the text calls by these names."""
