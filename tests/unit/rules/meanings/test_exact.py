from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from sqlglot import exp

from isthmus.rules import Kind, Type
from isthmus.rules.meanings.exact import Exact
from isthmus.rules.meanings.query import DIALECTS, Query
from isthmus.rules.meanings.term import DECIMAL, INTEGER, Term, column_term, literal, quantity

Work = Callable[[Exact], Term]
MOST, LEAST = Decimal("99999999999999999999.99999999"), Decimal("0.00000001")


def of(value: str | int) -> Term:
    return literal(value if isinstance(value, int) else Decimal(value))


def millimetres(value: str) -> Term:
    return quantity(Decimal(value), "mm")


def found(work: Work) -> Any:
    """Work something out in a DuckDB of its own."""
    query = Query("duckdb", "one")
    sql = query.select({"found": work(Exact(query)).sql})
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE one AS SELECT 1 AS a")
        (row,) = connection.execute(sql).fetchall()
        return row[0]


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (lambda exact: exact.together(exp.Add, of("0.1"), of("0.2")), Decimal("0.3")),
        (lambda exact: exact.together(exp.Add, of(str(MOST)), of("0.00000001")), None),
        (lambda exact: exact.together(exp.Add, of("12345678901.5"), of("0.00000001")), Decimal("12345678901.50000001")),
        (lambda exact: exact.together(exp.Sub, of(-(2**31)), of(1)), None),
        (lambda exact: exact.together(exp.Add, quantity(Decimal(1), "cm"), millimetres("0.5")), Decimal("10.5")),
        (lambda exact: exact.together(exp.Sub, millimetres("0.5"), quantity(Decimal(1), "cm")), Decimal("-9.5")),
        (lambda exact: exact.together(exp.Add, quantity(Decimal(1), "[in_i]"), millimetres("0.6")), Decimal(26)),
        (lambda exact: exact.multiply(of(46341), of(46341)), None),
        (lambda exact: exact.multiply(of("0.00000001"), of("0.5")), LEAST),
        (lambda exact: exact.multiply(of("-0.00000001"), of("0.5")), -LEAST),
        (lambda exact: exact.multiply(of(str(MOST)), of(str(MOST))), None),
        (lambda exact: exact.divide(of(2), of(3)), Decimal("0.66666667")),
        (lambda exact: exact.divide(of(2), of(0)), None),
        (lambda exact: exact.divide(of(str(MOST)), of("0.00000001")), None),
        (lambda exact: exact.truncated_divide(of(-7), of(2)), -3),
        (lambda exact: exact.truncated_divide(of(-(2**31)), of(-1)), None),
        (lambda exact: exact.truncated_divide(of("-7.5"), of(2)), Decimal(-3)),
        (lambda exact: exact.modulo(of(-7), of(2)), -1),
        (lambda exact: exact.modulo(of("7.5"), of(0)), None),
        (lambda exact: exact.negate(of(-(2**31))), None),
        (lambda exact: exact.unsigned(of("-2.5")), Decimal("2.5")),
        (lambda exact: exact.whole(lambda number: exp.Floor(this=number), of("-2.5")), -3),
        (lambda exact: exact.whole(lambda number: exp.Floor(this=number), of(str(MOST))), None),
        (lambda exact: exact.stepped(exp.Add, of(2**31 - 1)), None),
        (lambda exact: exact.stepped(exp.Sub, of("1.0")), 1 - LEAST),
    ],
)
def test_numbers_are_worked_out_as_cql_does(work: Work, expected: Any) -> None:
    assert found(work) == expected


@pytest.mark.parametrize(
    ("left", "right", "less"),
    [
        (quantity(Decimal(1), "cm"), millimetres("10.00000001"), True),
        (quantity(Decimal(1), "cm"), millimetres("10"), False),
        (quantity(MOST, "um"), quantity(Decimal(1), "km"), False),
        (quantity(Decimal("0.00000002"), "g"), quantity(LEAST, "g"), False),
        (quantity(MOST, "ng"), quantity(MOST, "kg"), True),
        (quantity(Decimal("9999.99999999"), "ng"), quantity(LEAST, "kg"), True),
        (quantity(Decimal(10_000), "ng"), quantity(LEAST, "kg"), False),
    ],
)
def test_amounts_in_two_units_are_compared_exactly(left: Term, right: Term, less: bool) -> None:
    def compared(exact: Exact) -> Term:
        first, second = exact.comparable(left, right)
        return Term(Type(Kind.BOOLEAN), exp.LT(this=first, expression=second))

    assert found(compared) is less


def test_a_sum_that_fits_is_not_looked_at() -> None:
    exact = Exact(Query("duckdb"))
    sized = column_term("k", INTEGER, Decimal(100))
    assert exact.together(exp.Add, sized, of(1)).size == 101
    assert "TRY" not in exact.together(exp.Add, sized, of(1)).sql.sql("duckdb")
    assert "TRY" in exact.together(exp.Add, column_term("k", INTEGER), of(1)).sql.sql("duckdb")
    assert "TRY" in exact.multiply(sized, sized).sql.sql("duckdb")


@pytest.mark.parametrize(
    ("dialect", "product", "quotient"),
    [
        ("duckdb", "TRY(", "//"),
        ("spark", "TRY_MULTIPLY(", "TRY_DIVIDE("),
        ("postgres", "BETWEEN -9999999999999999999999999999 AND", "DIV("),
    ],
)
def test_each_dialect_has_a_way_not_to_fail_where_a_number_is_too_large(
    dialect: str, product: str, quotient: str
) -> None:
    query = Query(dialect)
    x = column_term("x", DECIMAL)
    sql = query.select({"product": Exact(query).multiply(x, x).sql})
    assert product in sql
    assert quotient in sql


@pytest.mark.parametrize("dialect", DIALECTS)
def test_whole_numbers_are_divided_without_decimals(dialect: str) -> None:
    exact = Exact(Query(dialect))
    written = exact.whole_divide(column_term("k", INTEGER).sql, literal(7).sql).sql(dialect)
    assert written == {"duckdb": '"k" // 7', "spark": "`k` DIV 7", "postgres": '"k" / 7'}[dialect]
