"""What a rule comes to in every row of a table, as a piece of SQL and its type.

A truth is BOOLEAN, a whole number INT or BIGINT, a decimal or a quantity (in its unit) DECIMAL(28, 8), a word TEXT, a
moment its count, a list an ARRAY; null is null.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlglot import exp

from isthmus.rules.expr import Scalar
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.query import Tree, column, noted
from isthmus.terms import Form, Moment, Precision

__all__ = [
    "DECIMAL",
    "INTEGER",
    "NULL",
    "Term",
    "apart",
    "binary",
    "column_term",
    "first_true",
    "if_else",
    "joined",
    "literal",
    "negated",
    "number",
    "quantity",
    "sql_type",
    "truth",
]

INTEGER, DECIMAL = Type(Kind.INTEGER), Type(Kind.DECIMAL)
_COMPOUND = (exp.Binary, exp.Between, exp.In, exp.Neg, exp.Not)
_TERMS = (exp.Add, exp.Sub, exp.Mul, exp.Neg)
_GO_FIRST: dict[type[Tree], tuple[tuple[type[Tree], ...], tuple[type[Tree], ...]]] = {
    exp.Add: (_TERMS, (exp.Mul,)),
    exp.Sub: (_TERMS, (exp.Mul,)),
    exp.Mul: ((exp.Mul,), ()),
    **dict.fromkeys((exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE), (_TERMS, _TERMS)),
}
"""What needs no parentheses left and right of an operator."""
_COLUMNS = {
    Kind.BOOLEAN: "BOOLEAN",
    Kind.INTEGER: "INT",
    Kind.DECIMAL: "DECIMAL(28, 8)",
    Kind.QUANTITY: "DECIMAL(28, 8)",
    Kind.CHOICE: "TEXT",
    Kind.LIST: "TEXT[]",
    Kind.MOMENT: "BIGINT",
}
_FIRST_DAY = exp.cast(exp.Literal.string("0001-01-01"), "DATE")


@dataclass(frozen=True)
class Term:
    """A piece of SQL, and the type of what it comes to in every row.

    Attributes:
        type: The type.
        sql: The piece.
        members: Of a list that is written, its members.
        size: Of a number, how great it is at most without its sign, where that is known.
    """

    type: Type
    sql: Tree
    members: tuple["Term", ...] | None = None
    size: Decimal | None = None

    @property
    def kind(self) -> Kind:
        """The sort of value it holds."""
        return self.type.kind

    @property
    def truth(self) -> Tree:
        """The piece where a truth stands; a bare null gets its type, which PostgreSQL asks for."""
        return exp.cast(self.sql, "BOOLEAN") if self.kind is Kind.NULL else self.sql


NULL = Term(Type(Kind.NULL), exp.Null())


def truth(sql: Tree) -> Term:
    """Read a piece of SQL as a truth."""
    return Term(Type(Kind.BOOLEAN), sql)


def literal(value: Scalar) -> Term:
    """Read a value that is written."""
    match value:
        case None:
            return NULL
        case bool():
            return truth(exp.convert(value))
        case int():
            return Term(INTEGER, number(value), size=abs(Decimal(value)))
        case Decimal():
            return Term(DECIMAL, number(value), size=abs(value))
        case Moment():
            type_ = Type(Kind.MOMENT, form=value.form, precision=value.precision)
            return Term(type_, exp.cast(number(value.count), "BIGINT"))
        case _:
            return Term(Type(Kind.CHOICE, frozenset({value})), exp.Literal.string(value))


def quantity(value: Decimal, unit: str) -> Term:
    """Read a number of a unit."""
    return Term(Type(Kind.QUANTITY, unit=unit), number(value))


def column_term(name: str, type_: Type, size: Decimal | None = None) -> Term:
    """Read a column of the table: DATE for a calendar day, BIGINT for the count of any other moment."""
    sql: Tree = column(name)
    if _is_day(type_):
        days = exp.DateDiff(this=sql, expression=_FIRST_DAY.copy())
        sql = exp.cast(binary(exp.Add, days, number(1)), "BIGINT")
    return Term(type_, sql, size=size)


def sql_type(type_: Type, dialect: str) -> str:
    """Name the type of the column in which a value of a type is kept.

    >>> sql_type(Type(Kind.LIST), "spark"), sql_type(Type(Kind.LIST), "postgres")
    ('ARRAY<STRING>', 'TEXT[]')
    """
    name = "DATE" if _is_day(type_) else _COLUMNS[type_.kind]
    return exp.DataType.build(name).sql(dialect)


def first_true(cases: Iterable[tuple[Tree, Scalar, str]]) -> Tree:
    """Give the value of the first truth that is true, null when none is.

    Args:
        cases: Truths, each with its value and a comment to stand beside it.
    """
    return exp.Case(ifs=[exp.If(this=when, true=noted(literal(value).sql, note)) for when, value, note in cases])


def if_else(condition: Tree, then: Tree, otherwise: Tree) -> Tree:
    """Give one value where a truth is true, and the other where it is false or null.

    >>> if_else(column("a"), number(1), if_else(column("b"), number(2), exp.Null())).sql()
    'CASE WHEN "a" THEN 1 WHEN "b" THEN 2 ELSE NULL END'
    """
    if isinstance(condition, exp.Is) and condition.expression == exp.true():
        condition = condition.this.unnest()  # as CASE asks no more than that
    further = otherwise if isinstance(otherwise, exp.Case) else None
    ifs = [exp.If(this=condition, true=then), *(further.args["ifs"] if further else [])]
    return exp.Case(ifs=ifs, default=further.args.get("default") if further else otherwise)


def number(value: int | Decimal) -> Tree:
    """Write a number; a decimal keeps its point, so that SQL too takes it for one.

    >>> number(Decimal(-5)).sql(), number(Decimal("1E-8")).sql()
    ('-5.0', '0.00000001')
    """
    text = f"{abs(value):f}" if isinstance(value, Decimal) else str(abs(value))
    written = exp.Literal.number(f"{text}.0" if isinstance(value, Decimal) and "." not in text else text)
    return exp.Neg(this=written) if value < 0 else written


def binary(operator: type[exp.Binary], left: Tree, right: Tree) -> Tree:
    """Put two pieces together, each in parentheses unless everyone knows that it goes first.

    >>> a, b = column("a"), column("b")
    >>> binary(exp.Sub, a, binary(exp.Sub, binary(exp.Mul, a, b), b)).sql()
    '"a" - ("a" * "b" - "b")'
    """
    first_left, first_right = _GO_FIRST.get(operator, ((), ()))
    return operator(this=apart(left, first_left), expression=apart(right, first_right))


def apart(sql: Tree, unless: tuple[type[Tree], ...] = ()) -> Tree:
    """Put a piece that is put together of others in parentheses, unless it is of a sort that needs none."""
    return exp.Paren(this=sql) if isinstance(sql, _COMPOUND) and not isinstance(sql, unless) else sql


def joined(operator: type[exp.Connector], left: Tree, right: Tree) -> Tree:
    """Put two truths together by AND or OR, in parentheses where the one stands in the other."""
    other = exp.Or if operator is exp.And else exp.And
    first, second = (exp.Paren(this=part) if isinstance(part, other) else part for part in (left, right))
    return operator(this=first, expression=second)


def negated(sql: Tree) -> Tree:
    """Turn a truth into its opposite."""
    return exp.Not(this=apart(sql, (exp.Is,)))


def _is_day(type_: Type) -> bool:
    return type_.form is Form.DATE and type_.precision is Precision.DAY
