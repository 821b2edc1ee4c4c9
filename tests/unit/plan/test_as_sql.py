from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import sqlglot
from sqlglot import exp
from tests.generative.engines import ENGINES
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.errors import UnknownName
from isthmus.pathway import ACTION_NAME, ROW_NAME, CaseFeature, Flag, Recommendation
from isthmus.pathway.scope import feature_type
from isthmus.plan import apply, read_patient
from isthmus.plan.as_sql import PATIENT, pathway_as_sql
from isthmus.rules.meanings.query import DIALECTS
from isthmus.rules.meanings.term import sql_type
from isthmus.rules.text.parse import read_rule
from isthmus.terms import AudienceId, FlagId

PEOPLE = tuple(FACTS.values())
QUERIES = {dialect: pathway_as_sql(PATHWAY, dialect=dialect) for dialect in DIALECTS}
OUTPUTS = [PATIENT, ROW_NAME, ACTION_NAME, *(str(flag.id) for flag in PATHWAY.flags)]


def run(sql: str, engine: str, people: Sequence[Mapping[str, object]]) -> list[dict[str, Any]]:
    features = PATHWAY.features.values()
    columns = {PATIENT: "BIGINT"} | {str(item.name): sql_type(feature_type(item), engine) for item in features}
    cells = [(at, *(cell(item, person.get(item.name)) for item in features)) for at, person in enumerate(people)]
    return [dict(zip(OUTPUTS, row, strict=True)) for row in sorted(ENGINES[engine](sql, columns, cells))]


def cell(feature: CaseFeature, value: object) -> object:
    if value is None or value == "unknown":
        return None
    match feature.type:
        case "integer":
            return int(Decimal(str(value)))
        case "decimal":
            return Decimal(str(value))
    return value


def planned(at: int, facts: Mapping[str, object]) -> dict[str, Any]:
    plan = apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId("patient"), today=date(2026, 11, 21))
    raised = {str(flag.id): flag.id in plan.flags for flag in PATHWAY.flags}
    return {PATIENT: at, ROW_NAME: plan.row, ACTION_NAME: plan.action} | raised


@pytest.mark.parametrize("engine", ["duckdb", "postgres"])
def test_a_database_decides_every_worked_case_as_it_was_worked(engine: str) -> None:
    assert run(QUERIES[engine], engine, PEOPLE) == [planned(at, facts) for at, facts in enumerate(PEOPLE)]


@pytest.mark.parametrize("dialect", DIALECTS)
def test_it_is_one_query_in_its_dialect_that_says_what_it_gives(dialect: str) -> None:
    (query,) = sqlglot.parse(QUERIES[dialect], read=dialect)
    assert isinstance(query, exp.Select)
    assert query.named_selects == OUTPUTS


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_row_and_flag_says_in_words_what_it_is(dialect: str) -> None:
    said = [f"{row.row}: {row.says}" for row in PATHWAY.recommendations] + [flag.says for flag in PATHWAY.flags]
    assert [words for words in said if f"/* {words} */" not in QUERIES[dialect]] == []


def test_the_table_it_needs_stands_at_its_head() -> None:
    head = [line for line in QUERIES["postgres"].splitlines() if line.startswith("--")]
    assert f"sha256 of its knowledge: {PATHWAY.sha256}" in "\n".join(head)
    assert '--   "age_years" DECIMAL(28, 8), from 0 to 110 years' in head
    assert '--   "pregnant" BOOLEAN, true | false' in head
    assert '--   "skeletal_maturity" TEXT, immature | mature' in head
    assert any(line.startswith('--   "imaging_done" TEXT[], xray | mri') for line in head)


def test_a_definition_that_is_used_twice_is_a_column_and_one_that_is_used_once_stands_where_it_is_used() -> None:
    assert QUERIES["duckdb"].count('AS "young"') == 1
    assert 'AS "xray_done"' not in QUERIES["duckdb"]
    assert QUERIES["duckdb"].count("/* xray_done: An X-ray was made. */") == 1


def test_a_flag_that_nothing_can_leave_unknown_is_taken_as_it_is() -> None:
    scope = {str(name): feature_type(feature) for name, feature in PATHWAY.features.items()}
    flag = Flag(FlagId("ask-smoking"), "Ask.", read_rule("smoker is null", scope), ())
    sql = pathway_as_sql(replace(PATHWAY, flags=(flag,)), dialect="duckdb")
    assert '"smoker" IS NULL AS "ask-smoking" /* Ask. */' in sql


def test_one_row_is_enough() -> None:
    last: Recommendation = PATHWAY.recommendations[-1]
    sql = pathway_as_sql(replace(PATHWAY, recommendations=(last,), flags=()), dialect="duckdb")
    columns = {PATIENT: "BIGINT"} | {
        str(item.name): sql_type(feature_type(item), "duckdb") for item in PATHWAY.features.values()
    }
    assert ENGINES["duckdb"](sql, columns, [(7, *[None] * len(PATHWAY.features))]) == [(7, last.row, last.action)]


def test_a_dialect_that_rules_are_not_written_in_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match=r"dialect: There is no SQL dialect `duckbd`. Did you mean `duckdb`?"):
        pathway_as_sql(PATHWAY, dialect="duckbd")
