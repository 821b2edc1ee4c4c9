import pytest
from sqlglot import exp

from isthmus.errors import UnknownName
from isthmus.rules.meanings.query import Query, column, noted
from isthmus.rules.meanings.term import binary, number

A, B = column("a"), column("b")
SUM = binary(exp.Add, binary(exp.Mul, A, B), binary(exp.Mul, binary(exp.Sub, A, B), number(2)))


@pytest.mark.parametrize(
    ("name", "remedy"), [("duckdbb", "Did you mean `duckdb`"), ("oracle", "Name one of: duckdb, spark, postgres.")]
)
def test_a_dialect_that_rules_are_not_written_in_is_refused(name: str, remedy: str) -> None:
    with pytest.raises(UnknownName, match=rf"dialect: There is no SQL dialect `{name}`. {remedy}"):
        Query(name)


def test_a_query_without_steps_reads_the_table() -> None:
    assert Query("duckdb", "people").select({"a": A}) == 'SELECT\n  "a"\nFROM people\n'


def test_what_needs_a_column_that_was_added_comes_a_step_later() -> None:
    query = Query("postgres")
    total = query.add("total", binary(exp.Add, A, B), "Both.")
    query.add("twice", binary(exp.Mul, total, number(2)))
    query.add("beside", binary(exp.Sub, A, B))
    assert query.select({"twice": column("twice"), "t": total}, {"t": "The total."}) == STEPS


STEPS = """\
WITH step_1 AS (
  SELECT
    *,
    "a" + "b" AS "total", /* Both. */
    "a" - "b" AS "beside"
  FROM patients
), step_2 AS (
  SELECT
    *,
    "total" * 2 AS "twice"
  FROM step_1
)
SELECT
  "twice",
  "total" AS "t" /* The total. */
FROM step_2
"""


def test_what_is_looked_up_in_a_table_can_be_used_a_step_later() -> None:
    query = Query("postgres")
    number_of = query.add("number", binary(exp.Add, A, B))
    query.look_up(number_of, ["word", "row"], [(1, "one", "R1"), (2, "two", "R2")])
    query.add("same", binary(exp.EQ, column("word"), column("row")))
    assert query.select({"same": column("same")}) == LOOKED_UP


LOOKED_UP = """\
WITH step_1 AS (
  SELECT
    *,
    "a" + "b" AS "number"
  FROM patients
), step_2 AS (
  SELECT
    *
  FROM step_1
  LEFT JOIN (VALUES
    (1, 'one', 'R1'),
    (2, 'two', 'R2')) AS looked_up("number", "word", "row")
    USING ("number")
), step_3 AS (
  SELECT
    *,
    "word" = "row" AS "same"
  FROM step_2
)
SELECT
  "same"
FROM step_3
"""


def test_what_is_used_twice_is_worked_out_once_unless_it_is_simple() -> None:
    query = Query("duckdb")
    assert query.once(A) is A
    assert query.once(binary(exp.Add, A, B)) == binary(exp.Add, A, B)
    assert query.once(SUM) == query.once(SUM.copy()) == column("part 1")
    assert query.once(binary(exp.Sub, SUM, A)) == column("part 2")


def test_a_name_is_quoted_whatever_it_is() -> None:
    assert column('select "x"').sql("duckdb") == '"select ""x"""'


def test_a_note_is_a_comment_and_no_note_is_none() -> None:
    assert noted(number(1), "one").sql() == "1 /* one */"
    assert noted(number(1), "").sql() == "1"
