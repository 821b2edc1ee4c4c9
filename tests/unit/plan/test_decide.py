from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.knowledge import CASES, FACTS, PATHWAY

from isthmus.pathway import CaseFeature, WorkedCase
from isthmus.plan import apply, read_patient
from isthmus.plan.decide import compile_pathway
from isthmus.terms import AudienceId

DECIDE = compile_pathway(PATHWAY)
PEOPLE = tuple(FACTS.values())


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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_worked_case_is_decided_as_it_was_worked(case: WorkedCase) -> None:
    row = DECIDE(read_patient(PATHWAY, case.facts))
    assert (row.row, row.action) == (case.row, case.action)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PEOPLE), changes)
def test_whoever_it_is_the_row_is_that_of_the_plan(facts: dict[str, object], changed: dict[str, object]) -> None:
    patient = read_patient(PATHWAY, {**facts, **changed})
    plan = apply(PATHWAY, patient, audience=AudienceId("patient"), today=date(2026, 11, 21))
    assert DECIDE(patient).row == plan.row


def test_a_table_in_which_no_row_is_true_is_a_fault_of_ours() -> None:
    decide = compile_pathway(replace(PATHWAY, recommendations=PATHWAY.recommendations[:1]))
    with pytest.raises(LookupError, match="no row"):
        decide(read_patient(PATHWAY, {}))
