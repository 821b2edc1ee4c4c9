import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Plan, apply, make_plan, plan_as_json, read_patient
from isthmus.plan.explain import Explainer
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


def written(plan: Plan) -> Any:
    return json.loads(json.dumps(plan_as_json(plan)))


def test_a_plan_has_the_keys_of_the_contract() -> None:
    assert plan_as_json(planned(FACTS["squeezed-root"])).keys() >= PLAN_KEYS


def test_a_plan_says_in_the_reader_s_words_why_it_is_so_what_is_next_and_what_would_change_it() -> None:
    said = plan_as_json(planned(FACTS["squeezed-root"]))
    for key in ("why", "next", "changes"):
        sentences = said[key]
        assert isinstance(sentences, list)
        assert all(sentence["text"] for sentence in sentences)


def test_every_sentence_carries_its_review() -> None:
    said = written(planned(FACTS["squeezed-root"]))
    stands = {"status": "submitted", "changed": "2026-11-21", "next": "2027-05-21"}
    options = [sentence for option in said["options"] for way in ("for", "against") for sentence in option[way]]
    for sentence in (*said["wording"], *said["why"], *said["next"], *said["changes"], *options):
        assert sentence.keys() == {"text", "claims", "review"}
        assert sentence["review"] == stands


def test_the_weeks_stand_as_phases_with_their_steps_and_say_for_whom_they_hold() -> None:
    said = written(planned(FACTS["nothing-tried"]))
    first, *_, last = said["timeline"]
    assert first.keys() == {"phase", "title", "from_week", "to_week", "first", "last", "now", "steps"}
    assert (first["phase"], first["from_week"], first["to_week"]) == ("FL1", 0, 1)
    assert (first["first"], first["last"]) == ("2026-11-21", "2026-11-28")
    assert (last["to_week"], last["last"]) == (None, None)
    assert all(step["claims"] for step in first["steps"])
    assert said["timeline_holds"]["claims"]


def test_an_action_without_weeks_has_an_empty_timeline() -> None:
    said = written(planned(FACTS["foot-drop"]))
    assert (said["timeline"], said["timeline_holds"]) == ([], None)


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
    assert questions[0].keys() == {"feature", "ask", "why", "could_lead_to"}
    assert "emergency-now" in questions[0]["could_lead_to"]


@pytest.mark.parametrize("audience", PATHWAY.wordings)
def test_a_question_is_asked_in_the_words_of_each_audience_with_the_reason(audience: AudienceId) -> None:
    said = written(make_plan(PATHWAY, {}, audience=audience, today=date(2026, 11, 21)))
    words = PATHWAY.wordings[audience].features
    assert said["questions"]
    for question in said["questions"]:
        told = words[question["feature"]]
        assert (question["ask"], question["why"]["text"]) == (told.ask, told.why.text)


def test_a_question_of_nobody_known_gives_no_reason() -> None:
    facts = FACTS["six-months-at-22"]
    patient = read_patient(PATHWAY, facts)
    plan = replace(planned(facts), explanation=Explainer(PATHWAY).explain(patient))
    questions = written(plan)["questions"]
    assert questions
    assert all(question["why"] is None for question in questions)


@pytest.mark.parametrize(("facts", "weeks"), [({}, [0, 0]), ({"rf_saddle_numb": True}, [0, 0])])
def test_a_review_that_can_be_counted_has_its_weeks(facts: Mapping[str, object], weeks: list[int]) -> None:
    said = json.loads(json.dumps(plan_as_json(planned(facts))))
    assert said["review"]["weeks"] == weeks
