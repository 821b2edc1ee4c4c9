from datetime import date
from decimal import Decimal

import pytest

from isthmus.condition import Condition, plan
from isthmus.pathway import WorkedCase
from isthmus.plan import Change, Explanation, Turn
from isthmus.present.explained import Explained, Shift, explain
from isthmus.present.values import Fact
from isthmus.terms import ActionId, FeatureName, Truth

ActionWords = dict[str, str]


@pytest.fixture(scope="module")
def titles(condition: Condition) -> ActionWords:
    words = next(wording for name, wording in condition.pathway.wordings.items() if name == "patient")
    return {str(action): said.title for action, said in words.actions.items()}


def explained(condition: Condition, cases: tuple[WorkedCase, ...], name: str, today: date) -> Explained:
    made = plan(condition, next(case.facts for case in cases if case.id == name), today=today)
    assert made.explanation is not None
    return explain(made.explanation, condition.pathway, made.audience)


def test_what_is_open_is_asked_with_the_titles_of_the_plans_it_could_lead_to(
    condition: Condition, cases: tuple[WorkedCase, ...], today: date, titles: ActionWords
) -> None:
    shown = explained(condition, cases, "six-months-at-22", today)
    assert not shown.settled
    wish = next(question for question in shown.questions if question.feature == "wants_surgery")
    words = condition.pathway.wordings[condition.pathway.audience("patient")].features[FeatureName("wants_surgery")]
    assert (wish.ask, wish.why) == (words.ask, words.why.text)
    assert (wish.left_out_when, wish.leads) == (None, (titles["self-manage"],))
    surgery = next(question for question in shown.questions if question.feature == "weeks_after_surgery")
    assert surgery.left_out_when == "there was no surgery"


def test_what_decides_is_said_as_the_question_and_its_answer(
    condition: Condition, cases: tuple[WorkedCase, ...], today: date
) -> None:
    shown = explained(condition, cases, "foot-drop", today)
    ask = condition.pathway.features[FeatureName("rf_progressive_deficit")].ask
    assert (shown.settled, shown.questions, shown.because) == (True, (), (Fact(ask, value=True),))


def test_ways_elsewhere_stand_by_the_plan_they_lead_to_and_only_numbers_say_what_they_were(
    condition: Condition, titles: ActionWords
) -> None:
    older = Change(FeatureName("age_years"), Decimal(15), Decimal(18))
    still = Change(FeatureName("smoker"), Truth.TRUE, Truth.FALSE)
    worse = Change(FeatureName("course"), "improving", "worse")
    mri, xray = ActionId("image-mri"), ActionId("image-xray")
    turns = (Turn((older,), mri), Turn((worse,), xray), Turn((still, worse), mri))
    audience = condition.pathway.audience("patient")
    shown = explain(
        Explanation(settled=False, questions=(), because=(), would_change=turns), condition.pathway, audience
    )
    said_older = Shift("age", "18\N{NO-BREAK SPACE}years", "15\N{NO-BREAK SPACE}years")
    said_worse = Shift("change of the pain since treatment began", "Worse", None)
    assert [(other.title, other.ways) for other in shown.elsewhere] == [
        (
            titles["image-mri"],
            ((said_older,), (Shift("smoking or nicotine use", value=False, before=None), said_worse)),
        ),
        (titles["image-xray"], ((said_worse,),)),
    ]


def test_danger_signs_answered_with_no_are_counted_and_not_listed(
    condition: Condition, cases: tuple[WorkedCase, ...], today: date
) -> None:
    shown = explained(condition, cases, "weeks-after-6", today)
    flags = {feature.ask for feature in condition.pathway.features.values() if feature.red_flag}
    assert shown.settled
    assert shown.cleared > 1
    assert not {fact.ask for fact in shown.because} & flags


def test_another_plan_says_how_loud_it_is(condition: Condition, cases: tuple[WorkedCase, ...], today: date) -> None:
    tones = [other.tone for other in explained(condition, cases, "six-months-at-22", today).elsewhere]
    assert {"emergency", "urgent", "ordinary"} <= set(tones)
