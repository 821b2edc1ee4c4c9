"""CQL's arithmetic in SQL: exact to the last place, and null rather than an error that would stop a whole query.

SQL adds decimals exactly. Where it would round, as in a quotient, decimals are counted in hundred-millionths: their
counts are whole numbers of up to 38 digits, which every dialect has under some name.
"""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from sqlglot import exp

from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.query import Query, Tree
from isthmus.rules.meanings.term import DECIMAL, INTEGER, Term, binary, number
from isthmus.rules.numbers import LEAST_INTEGER, MOST_DECIMAL, MOST_INTEGER, PLACES
from isthmus.terms import unit_of

__all__ = ["Exact"]

_ONE, _STEP = 10**PLACES, Decimal(1).scaleb(-PLACES)
_DECIMAL = "DECIMAL(28, 8)"
_MOST_COUNT = 10**28 - 1
_BIG = {"duckdb": "INT128", "spark": "DECIMAL(38, 0)", "postgres": "DECIMAL(38, 0)"}
"""The widest whole number of each dialect."""
_SAFE = 9 * 10**9
"""The count of any decimal times this has at most 38 digits."""
_FAR, _MUCH = 10**25, 10**9
"""Where units lie further apart than `_SAFE`, a count this far off is beyond all of the finer one when taken so much."""


class Exact:
    """Arithmetic on the terms of one query.

    Args:
        query: The query; what is used twice becomes a column of it.
    """

    def __init__(self, query: Query) -> None:
        self.once = query.once
        self.big = _BIG[query.dialect]
        self.postgres, self.spark = query.dialect == "postgres", query.dialect == "spark"

    # operators

    def together(self, operator: type[exp.Binary], left: Term, right: Term) -> Term:
        """Add or subtract two numbers, or two amounts in the finer of their units."""
        type_ = _common(left, right)
        if type_.kind is not Kind.QUANTITY or left.type.unit == right.type.unit:
            return self.plain(type_, operator, left, right)
        of_left, of_right = _ratio(left, right)
        first, second = self._times(self._count(left), of_left), self._times(self._count(right), of_right)
        total, by = binary(operator, first, second), min(of_left, of_right)
        finer = left if of_left == by else right
        return self._from_count(finer.type, total if by == 1 else self._rounded(total, number(by)))

    def multiply(self, left: Term, right: Term) -> Term:
        """Multiply two numbers."""
        type_ = _common(left, right)
        if type_.kind is Kind.INTEGER:
            return self.plain(type_, exp.Mul, left, right)
        return self._from_count(type_, self._rounded(self._times(self._count(left), self._count(right)), number(_ONE)))

    def divide(self, left: Term, right: Term) -> Term:
        """Divide left by right, into a decimal."""
        times = binary(exp.Mul, self._count(left), number(_ONE))
        return self._from_count(DECIMAL, self._rounded(times, _not_zero(self._count(right))))

    def truncated_divide(self, left: Term, right: Term) -> Term:
        """Count how often right goes whole into left, towards 0."""
        type_ = _common(left, right)
        if type_.kind is Kind.INTEGER:
            return self.fitted(type_, self.whole_divide(_wide(left), _not_zero(_wide(right))))
        count, by = self.once(self._count(left)), self.once(_not_zero(self._count(right)))
        return self.fitted(type_, self._exactly(binary(exp.Sub, count, binary(exp.Mod, count, by)), by))

    def modulo(self, left: Term, right: Term) -> Term:
        """Find what `truncated_divide` leaves over, with the sign of left."""
        type_ = _common(left, right)
        first, second = (self._read(type_, term) for term in (left, right))
        return self.fitted(type_, binary(exp.Mod, first, _not_zero(second)))

    def negate(self, operand: Term) -> Term:
        """Give a number the other sign."""
        return self.fitted(operand.type, binary(exp.Sub, number(0), self._read(operand.type, operand)))

    def unsigned(self, operand: Term) -> Term:
        """Take a number's sign away."""
        return self.fitted(operand.type, exp.Abs(this=self._read(operand.type, operand)))

    def whole(self, rounding: Callable[[Tree], Tree], operand: Term) -> Term:
        """Bring a number to a whole one."""
        return operand if operand.kind is Kind.INTEGER else self.fitted(INTEGER, rounding(operand.sql))

    def stepped(self, operator: type[exp.Binary], operand: Term) -> Term:
        """Go to the next number, or to the one before."""
        by = Term(INTEGER, number(1)) if operand.kind is Kind.INTEGER else Term(operand.type, number(_STEP))
        return self.plain(operand.type, operator, operand, by)

    def comparable(self, left: Term, right: Term) -> tuple[Tree, Tree]:
        """Bring two values to what SQL compares; amounts of two units to counts in one."""
        if left.kind is not Kind.QUANTITY or left.type.unit == right.type.unit:
            return left.sql, right.sql
        of_left, of_right = _ratio(left, right)
        return self._scaled(self._count(left), of_left), self._scaled(self._count(right), of_right)

    # results and steps on the way

    def fitted(self, type_: Type, sql: Tree) -> Term:
        """Bring a number to its type; null where it is beyond CQL's numbers."""
        whole = type_.kind is Kind.INTEGER
        if self.postgres:  # it cannot try to cast, but its own numbers do not overflow here
            limits = (LEAST_INTEGER, MOST_INTEGER) if whole else (-MOST_DECIMAL, MOST_DECIMAL)
            return Term(type_, self.between(sql, *limits))
        return Term(type_, _tried(sql, "INT" if whole else _DECIMAL))

    def between(self, sql: Tree, low: int | Decimal, high: int | Decimal) -> Tree:
        """Keep a number only within limits."""
        value = self.once(sql)
        within = exp.Between(this=value, low=number(low), high=number(high))
        return exp.Case(ifs=[exp.If(this=within, true=value)])

    def plain(self, type_: Type, operator: type[exp.Binary], left: Term, right: Term) -> Term:
        """Let SQL work out what it works out exactly, and look at the result where it could be beyond CQL's numbers."""
        first = self._read(type_, left)
        if type_.kind is not Kind.INTEGER and not _is_full(right.sql):
            first = _full(first)
        sql = binary(operator, first, self._read(type_, right))
        size = _size_of_sum(left, right) if operator in (exp.Add, exp.Sub) else None
        fits = size is not None and size <= (MOST_INTEGER if type_.kind is Kind.INTEGER else MOST_DECIMAL)
        return Term(type_, sql, size=size) if fits else self.fitted(type_, sql)

    def whole_divide(self, value: Tree, by: Tree) -> Tree:
        """Divide a whole number of 64 bits by another, towards 0."""
        divided = binary(exp.Div if self.postgres else exp.IntDiv, value, by)
        divided.set("typed", self.postgres)  # PostgreSQL's DIV is one of decimals; its `/` divides by type
        return divided

    def _read(self, type_: Type, term: Term) -> Tree:
        if type_.kind is Kind.INTEGER:
            return _wide(term)
        return exp.cast(term.sql, _DECIMAL) if term.kind is Kind.INTEGER else term.sql

    def _count(self, term: Term) -> Tree:
        return exp.cast(binary(exp.Mul, _full(self._read(DECIMAL, term)), number(_ONE)), self.big)

    def _from_count(self, type_: Type, count: Tree) -> Term:
        fits = self.between(count, -_MOST_COUNT, _MOST_COUNT) if self.postgres else _tried(count, "DECIMAL(28, 0)")
        return Term(type_, exp.cast(binary(exp.Mul, fits, number(_STEP)), _DECIMAL))

    def _times(self, left: Tree, right: Tree | int) -> Tree:
        right = number(right) if isinstance(right, int) else right
        if self.spark:
            return exp.Anonymous(this="TRY_MULTIPLY", expressions=[left, right])
        product = binary(exp.Mul, left, right)
        return product if self.postgres else exp.Try(this=product)

    def _exactly(self, value: Tree, by: Tree) -> Tree:
        """Divide a big whole number by one that leaves no rest."""
        if self.spark:  # its DIV has 64 bits
            return exp.Anonymous(this="TRY_DIVIDE", expressions=[value, by])
        return binary(exp.IntDiv, value, by)

    def _rounded(self, value: Tree, by: Tree) -> Tree:
        """Divide a big whole number by another, to the nearest, halves away from 0."""
        value, by = self.once(value), self.once(by)
        rest = self.once(binary(exp.Mod, value, by))
        under_half = binary(exp.LT, binary(exp.Mul, number(2), exp.Abs(this=rest)), exp.Abs(this=by))
        same_sign = binary(exp.EQ, binary(exp.LT, value, number(0)), binary(exp.LT, by, number(0)))
        further = exp.case().when(under_half, number(0)).when(same_sign, number(1)).else_(number(-1))
        return binary(exp.Add, self._exactly(binary(exp.Sub, value, rest), by), further)

    def _scaled(self, count: Tree, by: int) -> Tree:
        if by <= _SAFE:
            return binary(exp.Mul, count, number(by))
        count = self.once(count)
        near = binary(exp.LT, exp.Abs(this=count), number(_FAR))
        return exp.case().when(near, binary(exp.Mul, count, number(by))).else_(binary(exp.Mul, count, number(_MUCH)))


def _common(left: Term, right: Term) -> Type:
    """Of whole numbers a whole number, with a decimal among them a decimal."""
    return right.type if left.kind is Kind.INTEGER else left.type


def _size_of_sum(left: Term, right: Term) -> Decimal | None:
    return None if left.size is None or right.size is None else left.size + right.size


def _ratio(left: Term, right: Term) -> tuple[int, int]:
    """Find what to multiply two amounts by, so that they are amounts of one unit."""
    first, second = (Fraction(unit_of(str(term.type.unit)).factor) for term in (left, right))
    return (first / second).numerator, (first / second).denominator


def _wide(term: Term) -> Tree:
    return exp.cast(term.sql, "BIGINT")


def _is_full(sql: Tree) -> bool:
    return isinstance(sql, exp.Column | exp.Cast)


def _full(sql: Tree) -> Tree:
    """Take a decimal with all its places; DuckDB gives one that is written as few as it can, and then finds no room."""
    return sql if _is_full(sql) else exp.cast(sql, _DECIMAL)


def _not_zero(sql: Tree) -> Tree:
    return exp.Nullif(this=sql, expression=number(0))


def _tried(sql: Tree, type_: str) -> Tree:
    return exp.TryCast(this=sql, to=exp.DataType.build(type_), safe=True)
