from dataclasses import replace
from datetime import date

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Plan, apply, read_patient
from isthmus.terms import AudienceId, PhaseId, RowId, Truth

TODAY = date(2026, 11, 21)
PATIENT = AudienceId("patient")


def planned(facts: object, audience: str = "patient") -> Plan:
    assert hasattr(facts, "keys")
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId(audience), today=TODAY)  # type: ignore[arg-type]  # a mapping


def test_the_trace_ends_at_the_row_that_fired_and_no_row_above_it_is_true() -> None:
    plan = planned(FACTS["exactly-30"])
    *above, last = plan.trace
    assert (last.row, last.truth) == (plan.row, Truth.TRUE)
    assert not any(row.truth is Truth.TRUE for row in above)


def test_a_row_that_cannot_be_settled_is_told_as_unknown_not_as_false() -> None:
    plan = planned({**FACTS["exactly-30"], "rf_cancer_suspicion": None})
    truths = {row.row: row.truth for row in plan.trace}
    assert truths[RowId("R07")] is Truth.UNKNOWN


def test_classification_is_reported_for_a_confirmed_case_only() -> None:
    values = {line.id: line.value for line in planned(FACTS["squeezed-root"]).classification}
    assert values == {"side": None, "stage": None, "meyerding": "I", "stability": "stable", "disc": "mild"}
    assert planned(FACTS["two-weeks-at-15"]).classification == ()


@pytest.mark.parametrize(
    ("percent", "grade"),
    [(0, "no slip"), (0.01, "I"), (25, "I"), (25.1, "II"), (50, "II"), (51, "III"), (76, "IV"), (101, "V")],
)
def test_the_grade_follows_from_the_percentage(percent: float, grade: str) -> None:
    values = {line.id: line.value for line in planned({**FACTS["exactly-30"], "slip_percent": percent}).classification}
    assert values["meyerding"] == grade


@pytest.mark.parametrize(
    ("translation", "angle", "reported", "stability"),
    [
        (4, None, None, "unstable"),
        (None, 10, None, "unstable"),
        (3.9, 9.9, None, "stable"),
        (3.9, None, None, None),
        (3.9, None, "absent", "stable"),
        (None, None, "present", "unstable"),
        (None, None, None, None),
    ],
)
def test_one_measure_over_its_limit_settles_instability_and_one_under_does_not(
    translation: float | None, angle: float | None, reported: str | None, stability: str | None
) -> None:
    measures = {"dyn_translation_mm": translation, "dyn_angle_deg": angle, "instability_reported": reported}
    values = {line.id: line.value for line in planned({**FACTS["exactly-30"], **measures}).classification}
    assert values["stability"] == stability


def test_outlook_cites_claims_for_the_side_and_stage_once_each() -> None:
    plan = planned({**FACTS["nothing-tried"]})
    assert len(set(plan.outlook)) == len(plan.outlook) > 0


def test_a_clash_is_told_in_words_and_cites_its_claims() -> None:
    plan = planned(FACTS["clash-f"])
    assert any("one side" in said.text for said in plan.wording)
    assert {"PD-053", "PD-058"} <= set(plan.citations)


def test_a_phase_is_told_in_words() -> None:
    plan = planned(FACTS["rts-2"])
    assert set(PATHWAY.wordings[PATIENT].phases[PhaseId("RTS2")]) <= set(plan.wording)


def test_the_words_are_those_of_the_audience() -> None:
    assert planned(FACTS["foot-drop"]).title != planned(FACTS["foot-drop"], "primary-care-clinician").title


def test_a_table_in_which_no_row_is_true_is_a_fault_of_ours() -> None:
    broken = replace(PATHWAY, recommendations=PATHWAY.recommendations[:1])
    with pytest.raises(LookupError, match="no row"):
        apply(broken, read_patient(broken, {}), audience=PATIENT, today=TODAY)
