from decimal import Decimal

import pytest

from isthmus.rules import Cql, Expr, Scalar, fold
from isthmus.rules import syntax as s
from isthmus.rules.backends.cql import identifier
from isthmus.rules.text.parse import parse
from isthmus.terms import Form, Moment, Precision

A, B, X = s.Name("a"), s.Name("b"), s.Literal(3)
DAY = s.Literal(Moment(Form.DATE, Precision.DAY, 735_264))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "null"),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (-3, "(-3)"),
        (Decimal(3), "3.0"),
        (Decimal("1E+3"), "1000.0"),
        (Decimal("1E-8"), "0.00000001"),
        (Decimal("2.50"), "2.50"),
        (Decimal("-2.5"), "(-2.5)"),
        ("worse", "'worse'"),
        ('it\'s "so" \\ \n', r"'it\'s \"so\" \\ \n'"),
        (Moment(Form.DATE, Precision.DAY, 735_264), "@2014-01-31"),
        (Moment(Form.DATE, Precision.YEAR, 2014), "@2014"),
        (Moment(Form.DATETIME, Precision.YEAR, 2014), "@2014T"),
        (Moment(Form.DATETIME, Precision.DAY, 735_264), "@2014-01-31T"),
        (Moment(Form.DATETIME, Precision.MINUTE, 735_263 * 86_400_000), "@2014-01-31T00:00"),
        (Moment(Form.TIME, Precision.HOUR, 43_200_000), "@T12"),
    ],
)
def test_a_literal_is_written_as_cql_writes_it(value: Scalar, text: str) -> None:
    assert fold(s.Literal(value), Cql()) == text


OPERATORS: list[tuple[Expr, str]] = [
    (s.Quantity(Decimal("4.5"), "mm"), "4.5 'mm'"),
    (s.Quantity(Decimal(1), "month"), "1 month"),
    (s.Quantity(Decimal(3), "month"), "3 months"),
    (s.ListOf((X, s.Literal(4))), "{3, 4}"),
    (s.Name("start"), '"start"'),
    (s.Not(A), "(not a)"),
    (s.And(A, B), "(a and b)"),
    (s.Or(A, B), "(a or b)"),
    (s.Xor(A, B), "(a xor b)"),
    (s.Implies(A, B), "(a implies b)"),
    (s.IsNull(A), "(a is null)"),
    (s.IsTrue(A), "(a is true)"),
    (s.IsFalse(A), "(a is false)"),
    (s.Coalesce((A, B)), "Coalesce(a, b)"),
    (s.Equal(A, B), "(a = b)"),
    (s.NotEqual(A, B), "(a != b)"),
    (s.Equivalent(A, B), "(a ~ b)"),
    (s.Less(A, B), "(a < b)"),
    (s.LessOrEqual(A, B), "(a <= b)"),
    (s.Greater(A, B), "(a > b)"),
    (s.GreaterOrEqual(A, B), "(a >= b)"),
    (s.Negate(X), "(-3)"),
    (s.Add(A, B), "(a + b)"),
    (s.Subtract(A, B), "(a - b)"),
    (s.Multiply(A, B), "(a * b)"),
    (s.Divide(A, B), "(a / b)"),
    (s.TruncatedDivide(A, B), "(a div b)"),
    (s.Modulo(A, B), "(a mod b)"),
    (s.Abs(A), "Abs(a)"),
    (s.Ceiling(A), "Ceiling(a)"),
    (s.Floor(A), "Floor(a)"),
    (s.Truncate(A), "Truncate(a)"),
    (s.Successor(A), "(successor of a)"),
    (s.Predecessor(A), "(predecessor of a)"),
    (s.Component(DAY, Precision.MONTH), "(month from @2014-01-31)"),
    (s.Shift(DAY, 1, "month"), "(@2014-01-31 + 1 month)"),
    (s.Shift(DAY, -3, "day"), "(@2014-01-31 - 3 days)"),
    (s.Duration(A, B, "week"), "(weeks between a and b)"),
    (s.Difference(A, B, "year"), "(difference in years between a and b)"),
    (s.In(X, s.ListOf((X,))), "(3 in {3})"),
    (s.Exists(A), "(exists a)"),
    (s.If(A, X, B), "(if a then 3 else b)"),
    (s.And(s.And(A, B), A), "(a and b and a)"),
    (s.Or(A, s.Or(A, B)), "(a or (a or b))"),
    (s.Or(s.And(A, B), A), "((a and b) or a)"),
    (s.If(A, X, s.If(B, X, X)), "(if a then 3 else if b then 3 else 3)"),
    (s.If(A, s.If(B, X, X), X), "(if a then (if b then 3 else 3) else 3)"),
]


@pytest.mark.parametrize(("tree", "text"), OPERATORS)
def test_an_operator_is_written_as_cql_writes_it(tree: Expr, text: str) -> None:
    assert fold(tree, Cql()) == text


@pytest.mark.parametrize(("tree", "text"), OPERATORS)
def test_the_text_of_an_operator_reads_back_as_it(tree: Expr, text: str) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("age_years", "age_years"),
        ("quit-smoking", '"quit-smoking"'),
        ("Interval", '"Interval"'),
        ('a "b"', r'"a \"b\""'),
    ],
)
def test_a_name_is_quoted_where_cql_could_misread_it(name: str, text: str) -> None:
    assert identifier(name) == text


def test_a_library_may_say_more_than_a_name() -> None:
    assert fold(s.And(A, B), Cql(lambda name: f"Elements.{name}")) == "(Elements.a and Elements.b)"
