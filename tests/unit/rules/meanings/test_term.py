from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from sqlglot import exp

from isthmus.rules import Kind, Type
from isthmus.rules.meanings.query import column
from isthmus.rules.meanings.term import (
    NULL,
    apart,
    binary,
    column_term,
    first_true,
    if_else,
    joined,
    literal,
    negated,
    number,
    quantity,
    sql_type,
    truth,
)
from isthmus.terms import Form, Moment, Precision

A, B, C = (column(name) for name in "abc")
DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
HOUR = Type(Kind.MOMENT, form=Form.DATETIME, precision=Precision.HOUR)


@pytest.mark.parametrize(
    ("value", "kind", "sql", "size"),
    [
        (None, Kind.NULL, "NULL", None),
        (True, Kind.BOOLEAN, "TRUE", None),
        (-3, Kind.INTEGER, "-3", 3),
        (Decimal("-1E-8"), Kind.DECIMAL, "-0.00000001", Decimal("1E-8")),
        (Decimal(2), Kind.DECIMAL, "2.0", 2),
        (Moment.of(date(1, 1, 2)), Kind.MOMENT, "CAST(2 AS BIGINT)", None),
        ("it's", Kind.CHOICE, "'it''s'", None),
    ],
)
def test_a_value_is_written_so_that_sql_takes_it_for_one_of_its_kind(
    value: Any, kind: Kind, sql: str, size: int | None
) -> None:
    term = literal(value)
    assert (term.kind, term.sql.sql("duckdb"), term.size) == (kind, sql, size)


def test_a_quantity_is_its_number_and_its_unit_is_in_its_type() -> None:
    term = quantity(Decimal("2.5"), "cm")
    assert (term.sql.sql(), term.type.unit) == ("2.5", "cm")


def test_a_bare_null_where_a_truth_stands_is_given_its_type() -> None:
    assert NULL.truth.sql() == "CAST(NULL AS BOOLEAN)"
    assert truth(A).truth is A


@pytest.mark.parametrize(
    ("type_", "duckdb", "spark", "postgres"),
    [
        (Type(Kind.BOOLEAN), "BOOLEAN", "BOOLEAN", "BOOLEAN"),
        (Type(Kind.DECIMAL), "DECIMAL(28, 8)", "DECIMAL(28, 8)", "DECIMAL(28, 8)"),
        (Type(Kind.CHOICE), "TEXT", "STRING", "TEXT"),
        (Type(Kind.LIST), "TEXT[]", "ARRAY<STRING>", "TEXT[]"),
        (DAY, "DATE", "DATE", "DATE"),
        (HOUR, "BIGINT", "BIGINT", "BIGINT"),
    ],
)
def test_each_database_keeps_a_value_in_its_own_type(type_: Type, duckdb: str, spark: str, postgres: str) -> None:
    assert [sql_type(type_, dialect) for dialect in ("duckdb", "spark", "postgres")] == [duckdb, spark, postgres]


def test_a_calendar_day_is_a_date_in_the_table_and_a_count_in_rules() -> None:
    assert column_term("due", HOUR).sql == column("due")
    assert (
        column_term("born", DAY).sql.sql("duckdb")
        == "CAST(DATE_DIFF('DAY', CAST('0001-01-01' AS DATE), \"born\") + 1 AS BIGINT)"
    )


@pytest.mark.parametrize(
    ("piece", "sql"),
    [
        (binary(exp.Add, binary(exp.Add, A, B), binary(exp.Mul, A, B)), '"a" + "b" + "a" * "b"'),
        (binary(exp.Sub, A, binary(exp.Sub, B, C)), '"a" - ("b" - "c")'),
        (binary(exp.Mul, binary(exp.Add, A, B), C), '("a" + "b") * "c"'),
        (binary(exp.LT, binary(exp.Add, A, B), number(-1)), '"a" + "b" < -1'),
        (binary(exp.EQ, binary(exp.LT, A, B), C), '("a" < "b") = "c"'),
        (joined(exp.And, binary(exp.LT, A, B), joined(exp.And, B, C)), '"a" < "b" AND "b" AND "c"'),
        (joined(exp.Or, joined(exp.And, A, B), C), '("a" AND "b") OR "c"'),
        (negated(binary(exp.Is, A, exp.Null())), 'NOT "a" IS NULL'),
        (negated(joined(exp.Or, A, B)), 'NOT ("a" OR "b")'),
        (apart(A), '"a"'),
    ],
)
def test_parentheses_stand_where_a_reader_could_doubt(piece: exp.Expression, sql: str) -> None:
    assert piece.sql() == sql


def test_further_conditions_join_one_case() -> None:
    inner = if_else(B, number(2), number(3))
    assert if_else(A, number(1), inner).sql() == 'CASE WHEN "a" THEN 1 WHEN "b" THEN 2 ELSE 3 END'
    assert if_else(binary(exp.Is, A, exp.true()), number(1), exp.Null()).sql() == 'CASE WHEN "a" THEN 1 ELSE NULL END'


def test_the_first_truth_that_is_true_gives_its_word() -> None:
    told = first_true([(A, "R1", "one"), (B, "R2", "")])
    assert told.sql() == "CASE WHEN \"a\" THEN 'R1' /* one */ WHEN \"b\" THEN 'R2' END"
