from decimal import Decimal

import pytest
from tests.generative.engines import run_rules
from tests.generative.runners import run_evaluate, same
from tests.unit.rules.readings import TEXTS, named, patients

from isthmus.rules import Kind, Type, fold
from isthmus.rules.backends.sql import Sql
from isthmus.rules.meanings.query import DIALECTS, Query, column
from isthmus.rules.meanings.term import literal
from isthmus.rules.text.parse import parse

SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "j": Type(Kind.INTEGER),
    "k": Type(Kind.INTEGER),
    "word": Type(Kind.CHOICE),
    "signs": Type(Kind.LIST, item=Kind.CHOICE),
}


@pytest.mark.parametrize("text", TEXTS)
def test_a_rule_comes_to_what_the_reference_says(text: str) -> None:
    trees, scope, rows = [parse(text)], named(text), patients(text)
    for (expected,), (found,), row in zip(
        run_evaluate(trees, scope, rows), run_rules("duckdb", trees, scope, rows), rows, strict=True
    ):
        assert same(found, expected), row


def written(text: str, dialect: str = "duckdb") -> str:
    return fold(parse(text), Sql(SCOPE, Query(dialect))).sql.sql(dialect)


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("a implies b and not a", 'NOT "a" OR ("b" AND NOT "a")'),
        ("a xor b", '"a" <> "b"'),
        ("a is null or a is true", '"a" IS NULL OR "a" IS TRUE'),
        ("null and a", 'CAST(NULL AS BOOLEAN) AND "a"'),
        ("a ~ b", '"a" IS NOT DISTINCT FROM "b"'),
        ("Coalesce(j, k, 3)", 'COALESCE("j", "k", 3)'),
        ("if a then 1 else if b is true then 2 else 3", 'CASE WHEN "a" THEN 1 WHEN "b" THEN 2 ELSE 3 END'),
        ("word in {'mild', 'none'}", "COALESCE(\"word\" IN ('mild', 'none'), FALSE)"),
        ("word = 'it\\'s' or a", "\"word\" = 'it''s' OR \"a\""),
    ],
)
def test_a_rule_is_written_as_an_analyst_would_write_it(text: str, sql: str) -> None:
    assert written(text) == sql


@pytest.mark.parametrize(
    ("text", "duckdb", "spark", "postgres"),
    [
        (
            "j + k",
            """TRY_CAST(CAST("j" AS BIGINT) + CAST("k" AS BIGINT) AS INT)""",
            """TRY_CAST(CAST(`j` AS BIGINT) + CAST(`k` AS BIGINT) AS INT)""",
            """CASE WHEN "part 1" BETWEEN -2147483648 AND 2147483647 THEN "part 1" END""",
        ),
        (
            "'mild' in signs",
            """COALESCE(ARRAY_CONTAINS("signs", 'mild'), FALSE)""",
            """COALESCE(ARRAY_CONTAINS(`signs`, 'mild'), FALSE)""",
            """COALESCE('mild' = ANY("signs"), FALSE)""",
        ),
        (
            "exists signs",
            """COALESCE(ARRAY_LENGTH("signs") > 0, FALSE)""",
            """COALESCE(SIZE(`signs`) > 0, FALSE)""",
            """COALESCE(ARRAY_LENGTH("signs", 1) > 0, FALSE)""",
        ),
        (
            "if signs is null then null else 'mild' in signs",
            """ARRAY_CONTAINS("signs", 'mild')""",
            """CASE WHEN `signs` IS NULL THEN NULL ELSE COALESCE(ARRAY_CONTAINS(`signs`, 'mild'), FALSE) END""",
            """CASE WHEN "signs" IS NULL THEN NULL ELSE COALESCE('mild' = ANY("signs"), FALSE) END""",
        ),
    ],
)
def test_each_dialect_says_it_in_its_own_words(text: str, duckdb: str, spark: str, postgres: str) -> None:
    assert [written(text, dialect) for dialect in ("duckdb", "spark", "postgres")] == [duckdb, spark, postgres]


@pytest.mark.parametrize(
    "text",
    [
        "if signs is null then false else 'mild' in signs",
        "if signs is null then null else word in signs",
        "if signs is null then null else 'mild' in {'mild'}",
        "if a is null then null else 'mild' in signs",
    ],
)
def test_only_the_guard_of_a_list_is_shortened(text: str) -> None:
    assert written(text).startswith("CASE WHEN")


def test_a_number_that_cannot_grow_too_large_is_not_looked_at() -> None:
    sql = Sql(SCOPE, Query("duckdb"), sizes={"j": Decimal(100), "k": Decimal(2**31 - 101)})
    assert fold(parse("j + k"), sql).sql.sql("duckdb") == 'CAST("j" AS BIGINT) + CAST("k" AS BIGINT)'
    assert fold(parse("j + k + 1"), sql).sql.sql("duckdb").startswith("TRY_CAST")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_moments_that_no_shift_can_reach_are_null_at_once(dialect: str) -> None:
    scope = {"born": named("born")["born"]}
    assert fold(parse("born + 999999 years"), Sql(scope, Query(dialect))).kind is Kind.NULL


def test_a_name_that_is_given_becomes_a_column_with_its_comment_or_is_written_where_it_is_used() -> None:
    query = Query("duckdb")
    sql = Sql(SCOPE, query)
    sql.define("limit", literal(3))
    sql.define("over", fold(parse("k > limit"), sql), "Over the limit.")
    sql.define("once", fold(parse("a or b"), sql), "Either.", once=True)
    told = query.select({"found": fold(parse("over and once"), sql).sql, "k": column("k")})
    assert told == EXPECTED


EXPECTED = """\
WITH step_1 AS (
  SELECT
    *,
    "k" > 3 AS "over" /* Over the limit. */
  FROM patients
)
SELECT
  "over" AND (
    "a" OR "b"
  ) /* once: Either. */ AS "found",
  "k"
FROM step_1
"""


def test_what_is_no_moment_has_no_calendar() -> None:
    with pytest.raises(TypeError, match="moments only"):
        fold(parse("year from k"), Sql(SCOPE, Query("duckdb")))
