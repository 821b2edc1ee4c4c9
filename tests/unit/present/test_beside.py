from dataclasses import replace
from datetime import date

import pytest
from tests.built_in import built_in_adviser

from isthmus.advise import Advice
from isthmus.answer import Behaviour
from isthmus.condition import Condition
from isthmus.pathway import Urgency
from isthmus.present.beside import Known, facts_known, facts_read, plan_beside, words_of
from isthmus.present.values import Value

MINE = "My 14 year old has a pars defect. Does a brace help?"


@pytest.fixture
def advice(today: date) -> Advice:
    return built_in_adviser().ask(MINE, today=today, case={"age_years": 9})


@pytest.mark.parametrize(
    ("value", "words"), [(True, "yes"), (False, "no"), (("CT", "MRI"), "CT, MRI"), ((), "none"), ("both", "both")]
)
def test_a_value_is_said_in_a_line(value: Value, words: str) -> None:
    assert words_of(value) == words


def test_what_was_read_is_said_with_the_words_that_say_so(advice: Advice, condition: Condition) -> None:
    age, _ = facts_read(advice, condition.pathway)
    assert (age.label, age.value, age.said) == ("age", "14\N{NO-BREAK SPACE}years", "My 14 year old")


def test_what_was_given_is_said_and_what_is_not_known_is_not(condition: Condition) -> None:
    known = {"age_years": 14, "laterality": None, "no_feature": 1}
    assert facts_known(known, condition.pathway) == (Known("age_years", "age", "14\N{NO-BREAK SPACE}years"),)


def test_the_plan_is_told_with_what_differs_from_what_was_given(advice: Advice, condition: Condition) -> None:
    beside = plan_beside(advice, condition.pathway)
    assert beside
    assert advice.plan
    assert (beside.title, beside.tone) == (advice.plan.title, "question")
    assert [(one.label, one.used, one.said) for one in beside.differs] == [
        ("age", "9\N{NO-BREAK SPACE}years", "My 14 year old")
    ]


def test_without_a_plan_there_is_nothing_beside(advice: Advice, condition: Condition) -> None:
    assert plan_beside(replace(advice, plan=None), condition.pathway) is None


@pytest.mark.parametrize(
    ("behaviour", "urgency", "stands"),
    [
        ("emergency", "emergency", True),
        ("emergency", "urgent", False),
        ("emergency", "question", False),
        ("send_to_care", "urgent", True),
        ("send_to_care", "ordinary", False),
        ("answer", "question", True),
    ],
)
def test_beside_an_alarm_stands_no_plan_that_is_less_urgent(
    behaviour: Behaviour, urgency: Urgency, advice: Advice, condition: Condition, *, stands: bool
) -> None:
    assert advice.plan
    told = replace(advice, behaviour=behaviour, plan=replace(advice.plan, urgency=urgency))
    assert (plan_beside(told, condition.pathway) is not None) is stands
