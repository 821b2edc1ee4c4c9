import json
from collections.abc import Mapping
from datetime import date

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Plan, apply, make_plan, plan_as_json, read_patient
from isthmus.terms import AudienceId

PLAN_KEYS = {
    "condition",
    "pathway",
    "action",
    "row",
    "detail",
    "flags",
    "trace",
    "review",
    "citations",
    "wording",
    "notice",
}


def planned(facts: Mapping[str, object]) -> Plan:
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId("patient"), today=date(2026, 11, 21))


def test_a_plan_has_the_keys_of_the_contract() -> None:
    assert plan_as_json(planned(FACTS["squeezed-root"])).keys() >= PLAN_KEYS


def test_a_plan_that_is_not_explained_says_nothing_of_it() -> None:
    assert not plan_as_json(planned({})).keys() & {"settled", "questions", "because", "would_change"}


def test_a_plan_that_is_explained_says_so_after_its_flags_in_plain_values() -> None:
    facts, today = {"rf_saddle_numb": True, "age_years": 17.5, "imaging_done": ["xray"]}, date(2026, 11, 21)
    said = plan_as_json(make_plan(PATHWAY, facts, audience="patient", today=today))
    keys = list(said)
    after = keys.index("flags") + 1
    assert keys[after : after + 4] == ["settled", "questions", "because", "would_change"]
    assert said["settled"] is True
    assert said["questions"] == []
    assert said["because"] == [{"feature": "rf_saddle_numb", "value": True}]
    change = {"feature": "rf_saddle_numb", "from": True, "to": False}
    assert said["would_change"] == [{"changes": [change], "action": "ask-red-flags"}]
    assert json.loads(json.dumps(said)) == said


def test_a_question_says_where_its_answer_could_lead() -> None:
    said = plan_as_json(make_plan(PATHWAY, {}, audience="patient", today=date(2026, 11, 21)))
    questions = said["questions"]
    assert isinstance(questions, list)
    assert questions[0].keys() == {"feature", "ask", "could_lead_to"}
    assert "emergency-now" in questions[0]["could_lead_to"]


@pytest.mark.parametrize(("facts", "weeks"), [({}, [0, 0]), ({"rf_saddle_numb": True}, [0, 0])])
def test_a_review_that_can_be_counted_has_its_weeks(facts: Mapping[str, object], weeks: list[int]) -> None:
    said = json.loads(json.dumps(plan_as_json(planned(facts))))
    assert said["review"]["weeks"] == weeks
