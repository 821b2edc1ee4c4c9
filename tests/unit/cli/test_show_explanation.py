from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.cli.show_explanation import because, settled, would_change
from isthmus.plan import Change, Explanation, Fact, Plan, Question, Turn, make_plan
from isthmus.rules import Value
from isthmus.terms import ActionId, AudienceId, FeatureName, Truth


def planned(facts: Mapping[str, object]) -> tuple[Plan, Explanation]:
    plan = make_plan(PATHWAY, facts, audience="patient", today=date(2026, 11, 21))
    assert plan.explanation is not None
    return plan, plan.explanation


def turn(action: str, **changes: tuple[Value, Value]) -> Turn:
    return Turn(tuple(Change(FeatureName(name), *values) for name, values in changes.items()), ActionId(action))


def test_a_plan_that_is_not_settled_asks_for_what_helps_most_and_counts_the_rest() -> None:
    _, explanation = planned({})
    first, *lines = [line.plain for line in settled(explanation, PATHWAY)]
    assert first == "Not yet: it could change with an answer to these."
    told = [(f"- {question.ask}", f"  {question.why and question.why.text}") for question in explanation.questions[:6]]
    assert lines[:12] == [line for lines in told for line in lines]
    assert lines[12:] == [f"... and {len(explanation.questions) - 6} more. `isthmus interview` asks only what matters."]


def test_where_few_things_are_open_all_are_asked_for() -> None:
    _, explanation = planned(FACTS["six-months-at-22"])
    lines = [line.plain for line in settled(explanation, PATHWAY)]
    assert len(lines) == 2 * len(explanation.questions) + 1
    words = PATHWAY.wordings[AudienceId("patient")].features
    surgery, growth = words[FeatureName("weeks_after_surgery")], words[FeatureName("skeletal_maturity")]
    assert f"- {surgery.ask} Leave it open if there was no surgery." in lines
    assert lines[lines.index(f"- {growth.ask}") + 1] == f"  {growth.why.text}"


def test_where_nobody_is_known_the_case_features_ask_and_give_no_reason() -> None:
    question = Question(FeatureName("smoker"), "Do you smoke?", ())
    explanation = Explanation(settled=False, questions=(question,), because=(), would_change=())
    assert [line.plain for line in settled(explanation, PATHWAY)][1:] == ["- Do you smoke?"]


def test_a_settled_plan_says_so_and_what_alone_decides_it() -> None:
    _, explanation = planned(FACTS["foot-drop"])
    assert [line.plain for line in settled(explanation, PATHWAY)] == ["Yes: nothing that is not known could change it."]
    assert [line.plain for line in because(explanation, PATHWAY)] == [
        "Whatever values all other facts have, this decides: there is leg weakness or numbness that is getting worse."
    ]


def test_a_plan_that_is_not_settled_names_nothing_that_alone_decides_it() -> None:
    _, explanation = planned({})
    assert list(because(explanation, PATHWAY)) == []


def test_no_way_round_an_alarm_is_shown() -> None:
    plan, explanation = planned(FACTS["foot-drop"])
    assert explanation.would_change != ()
    assert list(would_change(explanation, plan, PATHWAY)) == []


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("smoker", Truth.TRUE, "there is smoking or nicotine use"),
        ("smoker", Truth.FALSE, "there is no smoking or nicotine use"),
        ("age_years", Decimal("15.5"), "age is 15.5 years"),
        ("course", "worse", 'change of the pain since treatment began is "Worse"'),
        ("imaging_done", ("xray", "mri"), "the list of scans made is X-ray, MRI"),
        ("imaging_done", (), "the list of scans made is none"),
    ],
)
def test_a_fact_is_said_by_its_label(name: str, value: Value, words: str) -> None:
    explanation = Explanation(settled=True, questions=(), because=(Fact(FeatureName(name), value),), would_change=())
    assert [line.plain for line in because(explanation, PATHWAY)] == [
        f"Whatever values all other facts have, this decides: {words}."
    ]


def test_changes_stand_together_by_the_action_they_lead_to() -> None:
    plan, _ = planned(FACTS["six-months-at-22"])
    older = turn("image-mri", age_years=(Decimal(15), Decimal(18)))
    both = turn("image-mri", smoker=(Truth.TRUE, Truth.FALSE), course=("worse", "improving"))
    turns = (older, turn("image-xray", imaging_done=((), ("ct",))), both)
    explanation = Explanation(settled=False, questions=(), because=(), would_change=turns)
    assert [line.plain for line in would_change(explanation, plan, PATHWAY)] == [
        'Ask about an MRI if age is 18 years, not 15; there is no smoking or nicotine use and change of the pain since treatment began is "Better"',
        "Ask about an X-ray if the list of scans made is CT",
    ]
