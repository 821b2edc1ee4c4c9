"""What a rule comes to in every row of a table, and the arithmetic on it, as expressions of Polars.

A truth is a column of Boolean, a whole number of any Int, a word of String or Enum, a list of words of List, and a
moment its count; null is null. Decimals are counted in hundred-millionths, in 128 bits, so that none is ever rounded
unseen; floats are compared only where their order is sure to be that of the decimals, which is faster.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import or_
from typing import cast

import polars as pl

from isthmus.rules.calendar import Calendar, limits, step
from isthmus.rules.expr import Scalar
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.numbers import PLACES
from isthmus.terms import Form, Moment, Precision, unit_of

__all__ = [
    "CALENDAR",
    "NULL",
    "ONE",
    "Column",
    "alike",
    "among",
    "boolean",
    "calculate",
    "compare",
    "divide",
    "leaf",
    "literal",
    "merge",
    "modulo",
    "multiply",
    "number",
    "step_of",
    "to_whole",
    "together",
    "truncate",
    "truncated_divide",
    "truth",
    "whole",
    "wide",
    "within",
]

ONE = 10**PLACES
"""A decimal is counted in parts of one, of which there are so many."""
_DIGITS = 28
_MOST_DECIMAL = 10**_DIGITS - 1
_FLOAT_DIGITS = 15
"""A decimal of so many digits goes through a float and comes back as it was."""
_MOST_NARROW = 2**53
"""Floats hold every whole number up to here."""
_TOO_LARGE = 1.1e36
"""Over any product of two counts that is within CQL's decimals, by more than floats are wrong; 128 bits hold 1.7e38."""
_FIRST_DAY = 719_163
"""The day that Polars counts from, 1 January 1970, as Python's `date.toordinal` counts it."""
_TRUTH, _INTEGER, _DECIMAL = Type(Kind.BOOLEAN), Type(Kind.INTEGER), Type(Kind.DECIMAL)
_Binary = Callable[[pl.Expr, pl.Expr], pl.Expr]


@dataclass(frozen=True)
class Column:
    """An expression of Polars and the type of what it comes to in every row.

    Attributes:
        type: The type; `certain` only of a word that is written.
        values: What it comes to; a decimal, or a quantity in its unit, in hundred-millionths, Int128.
        floats: The same number as floats, where the order of floats is the order of the numbers.
        members: Of a list that is written, its members.
        narrow: The hundred-millionths as floats, where these hold every digit, and `most`, the greatest there can be.
    """

    type: Type
    values: pl.Expr
    floats: pl.Expr | None = None
    members: tuple["Column", ...] | None = None
    narrow: pl.Expr | None = None
    most: int = 0

    @property
    def kind(self) -> Kind:
        """The sort of value it holds."""
        return self.type.kind

    @property
    def precision(self) -> Precision:
        """How finely a moment is known."""
        return cast("Precision", self.type.precision)

    @property
    def counts(self) -> pl.Expr:
        """A number in hundred-millionths."""
        return self.values.cast(pl.Int128) * ONE if self.kind is Kind.INTEGER else self.values

    @property
    def is_null(self) -> pl.Expr:
        """Whether it comes to null, asked of floats where there are any: that takes least."""
        return (self.values if self.floats is None else self.floats).is_null()


NULL = Column(Type(Kind.NULL), pl.lit(None))
_NO_NUMBER = replace(NULL, values=pl.lit(None, dtype=pl.Int128), floats=pl.lit(None, dtype=pl.Float64))


def leaf(name: str, type_: Type, dtype: pl.DataType, most: Decimal | None = None) -> Column:
    """Read a column of a table as what bears its name in rules.

    Args:
        name: The column's name.
        type_: The type of the name in rules.
        dtype: The column's own type: Boolean; Int of any width; Float64, Decimal or Int for a decimal or a quantity;
            String or Enum; List of String; Date or, for any moment, Int64 with its count. A float stands for the
            decimal that it is written as, which must have at most 8 places and 15 digits.
        most: The greatest size of a number in the column, where that is known.
    """
    column = pl.col(name)
    match type_.kind:
        case Kind.DECIMAL | Kind.QUANTITY if dtype.is_float():
            return _counted(type_, (column * ONE).round(), None if most is None else int(most * ONE), floats=column)
        case Kind.DECIMAL | Kind.QUANTITY if dtype.is_integer():
            return Column(type_, column.cast(pl.Int128) * ONE, floats=column)
        case Kind.DECIMAL | Kind.QUANTITY:
            return Column(type_, column.cast(pl.Decimal(38, PLACES)).to_physical())
        case Kind.MOMENT if dtype == pl.Date:
            return Column(type_, _as_day(column))
    return Column(type_, column)


def _counted(type_: Type, counts: pl.Expr, most: int | None, floats: pl.Expr | None = None) -> Column:
    """Make a column of counts that are whole floats, `most` in size."""
    column = Column(type_, counts.cast(pl.Int128), floats=floats)
    return column if most is None or most > _MOST_NARROW else replace(column, narrow=counts, most=most)


def literal(value: Scalar) -> Column:
    """Read a value as a column that holds it in every row."""
    match value:
        case None:
            return NULL
        case bool():
            return truth(pl.lit(value))
        case int():
            return Column(_INTEGER, pl.lit(value, dtype=pl.Int32))
        case Decimal():
            return number(value, _DECIMAL)
        case Moment():
            of = Type(Kind.MOMENT, form=value.form, precision=value.precision)
            return Column(of, pl.lit(value.count, dtype=pl.Int64))
    return Column(Type(Kind.CHOICE, frozenset({value}), certain=True), pl.lit(value))


def number(value: Decimal, type_: Type) -> Column:
    """Read a decimal as a column of decimals, or of quantities of a unit."""
    fits = len(value.normalize().as_tuple().digits) <= _FLOAT_DIGITS
    count = int(value.scaleb(PLACES))
    column = Column(type_, pl.lit(count, dtype=pl.Int128), floats=pl.lit(float(value)) if fits else None)
    return replace(column, narrow=pl.lit(float(count)), most=abs(count)) if abs(count) <= _MOST_NARROW else column


# truths


def truth(values: pl.Expr) -> Column:
    """Make a column of an expression of truths."""
    return Column(_TRUTH, values)


def boolean(column: Column) -> pl.Expr:
    """Take the truths of a column."""
    return pl.lit(None, dtype=pl.Boolean) if column.kind is Kind.NULL else column.values


def compare(left: Column, right: Column, of: _Binary) -> Column:
    """Compare what two columns come to; `of` says how, and sees both in the same terms."""
    return truth(of(*_comparable(left, right)))


def _comparable(left: Column, right: Column) -> tuple[pl.Expr, pl.Expr]:
    match left.kind, right.kind:
        case Kind.CHOICE, Kind.CHOICE if not (left.type.certain or right.type.certain):
            return left.values.cast(pl.String), right.values.cast(pl.String)  # each may be an Enum of its own
        case Kind.QUANTITY, Kind.QUANTITY if left.type.unit != right.type.unit:
            return _measured(left, right)
        case (Kind.INTEGER, Kind.DECIMAL) | (Kind.DECIMAL | Kind.QUANTITY, _) if right.kind is not Kind.NULL:
            return _numbers(left, right)
    return left.values, right.values


def _numbers(left: Column, right: Column) -> tuple[pl.Expr, pl.Expr]:
    match [column.values if column.kind is Kind.INTEGER else column.floats for column in (left, right)]:
        case [pl.Expr() as a, pl.Expr() as b]:
            return a, b
    if left.narrow is not None and right.narrow is not None:
        return left.narrow, right.narrow
    return left.counts, right.counts


def _measured(left: Column, right: Column) -> tuple[pl.Expr, pl.Expr]:
    """Count both in a unit that both contain whole."""
    own, other = _ratio(left, right).as_integer_ratio()
    return _times(left.values, own, other), _times(right.values, other, own)


def _ratio(of: Column, to: Column) -> Fraction:
    return _factor(of) / _factor(to)


def _factor(column: Column) -> Fraction:
    return Fraction(unit_of(cast("str", column.type.unit)).factor)


def _times(counts: pl.Expr, own: int, other: int) -> pl.Expr:
    """Multiply by `own`; what is over twice all that the other side times `other` can be stays so, in 128 bits."""
    most = min(_MOST_DECIMAL, 2 * _MOST_DECIMAL * other // own + 1)
    return counts.clip(-most, most) * own


def among(left: Column, right: Column) -> Column:
    """Ask whether what a column comes to is one of a list; null is no member, and a list that is null has none."""
    if Kind.NULL in (left.kind, right.kind):
        return truth(pl.lit(value=False))
    if right.members is None:
        found = right.values.list.contains(left.values)
        return truth((found if left.type.certain else found & left.values.is_not_null()).fill_null(value=False))
    same = [compare(left, member, lambda a, b: a == b).values for member in right.members]
    return truth(reduce(or_, same, pl.lit(value=False)).fill_null(value=False))


# results


def within(like: Column, result: pl.Expr) -> Column:
    """Take a result for a value of the type of `like`; null where it is beyond that type's values."""
    if like.kind is Kind.NULL:
        return NULL
    return Column(replace(like.type, certain=False), _bounded(like.type, result))


def whole(result: pl.Expr) -> Column:
    """Take a result for a whole number; null where it is beyond 32 bits."""
    return within(Column(_INTEGER, result), result)


def _bounded(type_: Type, result: pl.Expr) -> pl.Expr:
    # What is beyond a narrower type is null there; to ask and then to take would double the expression, and its
    # expression in turn, at every operator.
    match type_:
        case Type(kind=Kind.INTEGER):
            return result.cast(pl.Int32, strict=False)
        case Type(form=Form() as form, precision=Precision() as precision):
            return pl.when(result.is_between(*limits(form, precision))).then(result)
    return result.cast(pl.Decimal(_DIGITS, 0), strict=False).to_physical()


# arithmetic


def wide(column: Column) -> pl.Expr:
    """Take numbers or moments with room for any result."""
    return column.values.cast(pl.Int64) if column.kind is Kind.INTEGER else column.values


def step_of(column: Column) -> int:
    """How far the next value is, as values are counted."""
    return step(column.precision) if column.kind is Kind.MOMENT else 1


def calculate(left: Column, right: Column, *, integer: _Binary | None, decimal: _Binary) -> Column:
    """Calculate with two numbers: as whole numbers where both are, if it can; otherwise as decimals."""
    match left.kind, right.kind:
        case (Kind.NULL, _) | (_, Kind.NULL):
            return NULL
        case Kind.INTEGER, Kind.INTEGER if integer:
            return whole(integer(wide(left), wide(right)))
    result = decimal(left.counts, right.counts)
    return within(Column(_DECIMAL, result), result)


def together(left: Column, right: Column, of: _Binary) -> Column:
    """Add or subtract two numbers or, in the finer of their units, two quantities."""
    if left.kind is right.kind is Kind.DECIMAL and left.narrow is not None and right.narrow is not None:
        most = left.most + right.most
        if most <= _MOST_NARROW:
            return _counted(_DECIMAL, of(left.narrow, right.narrow), most)
    if not left.kind is right.kind is Kind.QUANTITY:
        return calculate(left, right, integer=of, decimal=of)
    finer = min(_ratio(left, right).as_integer_ratio())
    result = of(*_measured(left, right))
    return within(_finest([left, right]), divide(result, pl.lit(finer)) if finer > 1 else result)


def _finest(quantities: Sequence[Column]) -> Column:
    return min(quantities, key=_factor)


def multiply(left: pl.Expr, right: pl.Expr) -> pl.Expr:
    """Multiply two counts of hundred-millionths into one."""
    fits = (left.cast(pl.Float64) * right.cast(pl.Float64)).abs() < _TOO_LARGE
    product = left * right
    return pl.when(fits).then((product.abs() + ONE // 2) // ONE * product.sign())


def divide(count: pl.Expr, by: pl.Expr) -> pl.Expr:
    """Divide to the nearest whole number, halves away from 0; Polars gives null where it divides by 0."""
    size = by.abs()
    return (2 * count.abs() + size) // (2 * size) * (count.sign() * by.sign())


def truncated_divide(count: pl.Expr, by: pl.Expr) -> pl.Expr:
    """Divide towards 0; Polars gives null where it divides by 0."""
    return count.abs() // by.abs() * (count.sign() * by.sign())


def modulo(count: pl.Expr, by: pl.Expr) -> pl.Expr:
    """Find what `truncated_divide` leaves over."""
    return count - by * truncated_divide(count, by)


def truncate(count: pl.Expr, by: int) -> pl.Expr:
    """Divide by a constant over 0, towards 0; Polars' own division goes downwards."""
    return count.abs() // by * count.sign()


def to_whole(column: Column, rounded: Callable[[pl.Expr], pl.Expr]) -> Column:
    """Make whole numbers of decimals; whole numbers are that already."""
    return whole(rounded(column.values)) if column.kind is Kind.DECIMAL else column


# calendar


class _PolarsCalendar(Calendar):
    """The calendar with Polars' own months and days, which keep expressions short."""

    def _month_and_day(self, day: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
        date = _as_date(day)
        return date.dt.year().cast(pl.Int64) * 12 + date.dt.month() - 1, date.dt.day().cast(pl.Int64)

    def _shift_day(self, day: pl.Expr, months: int) -> pl.Expr:
        within_polars = max(-_ALL_MONTHS, min(months, _ALL_MONTHS))  # so far is beyond the calendar either way
        return _as_day(_as_date(day).dt.offset_by(f"{within_polars}mo"))


_ALL_MONTHS = 12 * 10_000


def _as_date(day: pl.Expr) -> pl.Expr:
    return (day - _FIRST_DAY).cast(pl.Int32).cast(pl.Date)


def _as_day(date: pl.Expr) -> pl.Expr:
    return date.to_physical().cast(pl.Int64) + _FIRST_DAY


CALENDAR = _PolarsCalendar(divide=lambda count, by: count // by, truncate=truncate, least=pl.min_horizontal)


# one of several


def merge(choices: Sequence[Column], build: Callable[[list[pl.Expr]], pl.Expr]) -> Column:
    """Make one column of several of one type; `build` says which value stands where."""
    same = alike(choices)
    type_ = next((choice.type for choice in same if choice.kind is not Kind.NULL), NULL.type)
    floats = [choice.floats for choice in same if choice.floats is not None]
    values = build([choice.values for choice in same])
    return Column(replace(type_, certain=False), values, floats=build(floats) if len(floats) == len(same) else None)


def alike(columns: Sequence[Column]) -> list[Column]:
    """Make columns of one type hold their values in the same terms; null is of every type."""
    kinds = {column.kind for column in columns}
    if Kind.CHOICE in kinds:
        return [replace(column, values=column.values.cast(pl.String)) for column in columns]
    if Kind.DECIMAL in kinds or Kind.QUANTITY in kinds:
        return [_NO_NUMBER if column.kind is Kind.NULL else column for column in columns]
    return list(columns)
