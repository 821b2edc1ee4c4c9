import pytest

from isthmus.rules.meanings.count import Count, calendar
from isthmus.rules.meanings.query import Query, column
from isthmus.terms import Precision

N = Count(column("n"))


@pytest.mark.parametrize(
    ("count", "sql"),
    [
        (N + 1, '"n" + 1'),
        (1 + N, '1 + "n"'),
        (N - N, '"n" - "n"'),
        (N * 4, '"n" * 4'),
        (4 * (N + 1), '4 * ("n" + 1)'),
        (N % 7, '"n" % 7'),
        (N.least(0), 'LEAST("n", 0)'),
        (N.least(N + 1), 'LEAST("n", "n" + 1)'),
    ],
)
def test_a_count_calculates_in_sql(count: Count, sql: str) -> None:
    assert count.sql.sql("duckdb") == sql


@pytest.mark.parametrize(
    ("dialect", "sql"), [("duckdb", '"n" // 12'), ("spark", "`n` DIV 12"), ("postgres", '"n" / 12')]
)
def test_the_calendar_divides_as_the_dialect_does(dialect: str, sql: str) -> None:
    year = calendar(Query(dialect)).component(N, Precision.MONTH, Precision.YEAR)
    assert year.sql.sql(dialect) == sql
