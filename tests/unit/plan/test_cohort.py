import runpy
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.knowledge import FACTS, PATHWAY

import isthmus
from isthmus.errors import MissingLibrary, UnknownName
from isthmus.pathway import CaseFeature, DetailItem, Pathway, contradiction_name
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.plan import apply, read_patient
from isthmus.plan.cohort import decide_cohort
from isthmus.plan.reading import Reading
from isthmus.rules import Type
from isthmus.rules.text.parse import read_rule, read_value
from isthmus.terms import AudienceId, Truth

PEOPLE = tuple(FACTS.values())
TODAY = date(2026, 11, 21)
Facts = Mapping[str, object]


def table(people: Sequence[Facts]) -> pl.DataFrame:
    return pl.DataFrame([column(feature, people) for feature in PATHWAY.features.values()])


def column(feature: CaseFeature, people: Sequence[Facts]) -> pl.Series:
    values: list[Any] = [person.get(feature.name) for person in people]
    known = [None if value == "unknown" else value for value in values]
    if feature.type == "decimal":
        known = [None if value is None else Decimal(str(value)) for value in known]
    if feature.type == "integer":
        known = [None if value is None else int(value) for value in known]
    return pl.Series(feature.name, known, dtype=DTYPES[feature.type])


DTYPES: dict[str, pl.DataType] = {
    "boolean": pl.Boolean(),
    "integer": pl.Int32(),
    "decimal": pl.Decimal(38, 8),
    "choice": pl.String(),
    "choices": pl.List(pl.String()),
}


def decided_one_by_one(pathway: Pathway, facts: Facts) -> dict[str, object]:
    patient = read_patient(pathway, facts)
    plan = apply(pathway, patient, audience=AudienceId("patient"), today=TODAY)
    reading = Reading(pathway, patient)
    clashes = {contradiction_name(item.id): reading.read(item.rule.tree).truth for item in pathway.contradictions}
    return {
        "row": plan.row,
        "action": plan.action,
        "detail": list(plan.detail),
        **{flag.id: flag.id in plan.flags for flag in pathway.flags},
        **{name: truth is Truth.TRUE if truth.known else None for name, truth in clashes.items()},
    }


@pytest.mark.parametrize("type_", [pl.Float64(), pl.Decimal(38, 8)], ids=str)
def test_every_worked_case_is_decided_as_one_by_one(type_: pl.DataType) -> None:
    decimals = [feature.name for feature in PATHWAY.features.values() if feature.type == "decimal"]
    frame = table(PEOPLE).with_columns(pl.col(decimals).cast(type_))
    assert decide_cohort(PATHWAY, frame).to_dicts() == [decided_one_by_one(PATHWAY, facts) for facts in PEOPLE]


def values_of(feature: CaseFeature) -> st.SearchStrategy[object]:
    words = [choice.value for choice in feature.choices]
    match feature.type:
        case "boolean":
            return st.none() | st.booleans()
        case "choice":
            return st.none() | st.sampled_from(words)
        case "choices":
            return st.none() | st.lists(st.sampled_from(words), unique=True)
    return st.none() | st.decimals(feature.low, feature.high, places=0 if feature.type == "integer" else 1)


changes = st.fixed_dictionaries({}, optional={name: values_of(feature) for name, feature in PATHWAY.features.items()})


@settings(max_examples=5, deadline=None)
@given(st.lists(st.builds(lambda facts, changed: {**facts, **changed}, st.sampled_from(PEOPLE), changes), min_size=1))
def test_whoever_they_are_they_are_decided_as_one_by_one(people: list[Facts]) -> None:
    expected = [decided_one_by_one(PATHWAY, facts) for facts in people]
    assert decide_cohort(PATHWAY, table(people)).to_dicts() == expected


def test_a_column_that_is_left_out_is_known_of_nobody() -> None:
    people = pl.DataFrame({"rf_saddle_numb": [True, False]})
    assert decide_cohort(PATHWAY, people)["row"].to_list() == ["R01", "R06"]


def test_only_what_is_asked_for_is_given() -> None:
    people = pl.DataFrame({"rf_saddle_numb": [True]})
    assert decide_cohort(PATHWAY, people, only=["action"]).to_dicts() == [{"action": "emergency-now"}]
    assert decide_cohort(PATHWAY, people, only=["quit-smoking", "row"]).columns == ["quit-smoking", "row"]


@pytest.mark.parametrize(
    ("name", "remedy"), [("acton", "Did you mean `action`?"), ("zzz", "Name any of: row, action,")]
)
def test_a_column_that_there_is_not_is_refused(name: str, remedy: str) -> None:
    with pytest.raises(UnknownName) as raised:
        decide_cohort(PATHWAY, pl.DataFrame({"rf_saddle_numb": [True]}), only=[name])
    assert str(raised.value).startswith(f"only: There is no column `{name}`. {remedy}")


def test_a_table_of_nobody_is_decided_for_nobody() -> None:
    assert decide_cohort(PATHWAY, table([])).is_empty()


def with_rows(detail: Sequence[str], definition: str = "age_years < youth_age") -> Pathway:
    """A pathway of one row, which holds of everyone, with a detail that names what is true."""
    scope: dict[str, Type] = {name: feature_type(feature) for name, feature in PATHWAY.features.items()}
    scope |= {name: parameter_type(parameter) for name, parameter in PATHWAY.parameters.items()}
    rule = read_value(definition, scope)
    young = replace(PATHWAY.definitions["young"], rule=rule)
    items = tuple(DetailItem(f"{at}", read_rule(text, {**scope, "young": rule.type})) for at, text in enumerate(detail))
    last = replace(PATHWAY.recommendations[-1], details=items)
    return replace(PATHWAY, recommendations=(last,), definitions={"young": young}, contradictions=(), flags=())


def test_a_detail_has_room_for_any_number_of_items() -> None:
    pathway = with_rows([f"age_years > {at}" for at in range(20)])
    found = decide_cohort(pathway, pl.DataFrame({"age_years": [0.5, 12.5, 30.0, None]}))["detail"]
    assert found.to_list() == [["0"], [f"{at}" for at in range(13)], [f"{at}" for at in range(20)], []]
    assert found[0].to_list() == ["0"]


def test_a_definition_may_come_to_a_number() -> None:
    pathway = with_rows(["young = 1.0", "young > 2.0"], "if (age_years < youth_age) is true then age_years else 1.0")
    found = decide_cohort(pathway, pl.DataFrame({"age_years": [0.5, 12.5, 30.0]}))["detail"]
    assert found.to_list() == [[], ["1"], ["0"]]


def test_a_table_in_which_no_row_is_true_is_a_fault_of_ours() -> None:
    pathway = replace(PATHWAY, recommendations=PATHWAY.recommendations[:1], flags=())
    with pytest.raises(LookupError, match="no row"):
        decide_cohort(pathway, pl.DataFrame({"rf_saddle_numb": [True, None]}))


def test_who_has_not_installed_polars_is_told_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    module = Path(isthmus.__file__).with_name("plan") / "cohort.py"
    with pytest.raises(MissingLibrary) as raised:
        runpy.run_path(str(module))
    assert raised.value.faults[0].remedy == "Run: pip install 'isthmus[populations]'"
