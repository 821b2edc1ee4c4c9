from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Plan, Weeks, apply, read_patient
from isthmus.terms import AudienceId, PhaseId

TODAY = date(2026, 11, 21)


def planned(facts: Mapping[str, object], *, audience: str = "patient", today: date = TODAY) -> Plan:
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId(audience), today=today)


def weeks(facts: Mapping[str, object], *, audience: str = "patient", today: date = TODAY) -> Weeks:
    laid_out = planned(facts, audience=audience, today=today).weeks
    assert laid_out is not None
    return laid_out


def phases(facts: Mapping[str, object]) -> list[str]:
    return [phase.phase for phase in weeks(facts).phases]


def test_exactly_the_actions_that_go_on_for_weeks_have_weeks() -> None:
    with_weeks = {plan.action for plan in map(planned, FACTS.values()) if plan.weeks}
    without = {plan.action for plan in map(planned, FACTS.values()) if not plan.weeks}
    assert with_weeks == set(PATHWAY.timelines)
    assert not with_weeks & without


def test_care_that_starts_today_is_told_in_weeks_and_on_days() -> None:
    first, second, *_, last = weeks(FACTS["nothing-tried"]).phases
    assert (first.first, first.last) == (TODAY, TODAY + timedelta(weeks=1))
    assert second.first == first.last
    assert (last.first, last.last, last.to_week) == (TODAY + timedelta(weeks=26), None, None)


def test_days_past_the_end_of_the_calendar_are_left_out() -> None:
    first, second, *_ = weeks(FACTS["nothing-tried"], today=date(9999, 12, 24)).phases
    assert (first.first, first.last) == (date(9999, 12, 24), date(9999, 12, 31))
    assert (second.first, second.last) == (date(9999, 12, 31), None)


@pytest.mark.parametrize("name", ["improving", "weeks-after-6", "rts-2"])
def test_days_are_not_counted_from_a_start_that_is_not_known_to_the_day(name: str) -> None:
    assert all(phase.first is None and phase.last is None for phase in weeks(FACTS[name]).phases)


@pytest.mark.parametrize(
    ("months", "ahead"),
    [(2, ["FL2", "FL3", "FL4"]), (3, ["FL3", "FL4"]), (5.9, ["FL3", "FL4"]), (6, ["FL4"])],
)
def test_care_that_goes_on_leaves_out_the_weeks_that_are_over(months: float, ahead: list[str]) -> None:
    facts = {**FACTS["improving"], "conservative_months": months, "symptom_months": 12}
    assert planned(facts).action == "continue-conservative-care"
    assert phases(facts) == ahead


@pytest.mark.parametrize(
    ("procedure", "says"),
    [("repair", "for fusion, not repair"), ("decompression", "one clinic's word"), ("fusion", "plan for fusion")],
)
def test_recovery_goes_by_the_operation_and_says_for_which_the_weeks_hold(procedure: str, says: str) -> None:
    told = weeks({**FACTS["weeks-after-6"], "procedure": procedure})
    assert says in told.says.text
    assert [phase.phase for phase in told.phases if phase.now] == ["PO3"]


@pytest.mark.parametrize("procedure", [None, "none"])
@pytest.mark.parametrize("audience", PATHWAY.wordings)
def test_where_the_operation_is_not_known_the_phases_of_all_are_told_and_that_times_differ(
    procedure: str | None, audience: AudienceId
) -> None:
    told = weeks({**FACTS["weeks-after-6"], "procedure": procedure}, audience=audience)
    assert "differ" in told.says.text
    words = PATHWAY.wordings[audience].phases
    assert [phase.phase for phase in told.phases] == [phase for phase in words if phase.startswith("PO")]
    assert all(phase.steps == words[PhaseId(phase.phase)] for phase in told.phases)


def test_the_way_back_to_sport_has_no_weeks() -> None:
    told = weeks(FACTS["rts-2"])
    assert {(phase.from_week, phase.to_week) for phase in told.phases} == {(None, None)}
    assert [phase.phase for phase in told.phases if phase.now] == ["RTS2"]


def test_a_clinician_reads_the_same_weeks_in_another_register() -> None:
    patient, surgeon = (weeks(FACTS["nothing-tried"], audience=audience) for audience in ("patient", "surgeon"))
    for plain, clinical in zip(patient.phases, surgeon.phases, strict=True):
        assert (plain.phase, plain.from_week, plain.to_week) == (clinical.phase, clinical.from_week, clinical.to_week)
        assert plain.steps != clinical.steps
    assert patient.sentences[0] == patient.says
