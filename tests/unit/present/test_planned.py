from collections.abc import Callable
from datetime import date, timedelta

import pytest

from isthmus.condition import Condition, plan
from isthmus.pathway import WorkedCase
from isthmus.plan import Plan
from isthmus.present.citer import Citer
from isthmus.present.planned import timeline, weighings
from isthmus.present.sources import cite, list_sources

Made = Callable[[str], tuple[Plan, Citer]]


@pytest.fixture
def made(condition: Condition, cases: tuple[WorkedCase, ...], today: date) -> Made:
    def make(name: str) -> tuple[Plan, Citer]:
        facts = next(case.facts for case in cases if case.id == name)
        evidence = condition.evidence
        shelf = list_sources(cite(evidence.claims, evidence), evidence)
        return plan(condition, facts, today=today), Citer(shelf, evidence)

    return make


def test_phases_that_begin_today_have_their_days_and_the_next_look_stands_among_them(made: Made, today: date) -> None:
    shown = timeline(*made("nothing-tried"))
    assert shown is not None
    assert shown.says is not None
    firsts = [at.first for at in shown.dates]
    assert firsts[0] == today
    assert firsts == sorted(first for first in firsts if first)
    (review,) = [at for at in shown.dates if at.is_review]
    assert (review.first, review.last) == (today + timedelta(weeks=4), today + timedelta(weeks=6))
    assert all(at.steps for at in shown.dates if not at.is_review)


def test_phases_without_a_known_first_day_are_told_in_weeks_after_the_next_look(made: Made) -> None:
    shown = timeline(*made("two-point-nine"))
    assert shown is not None
    assert shown.dates[0].is_review
    assert [at.first for at in shown.dates[1:]] == [None] * (len(shown.dates) - 1)
    assert shown.dates[1].weeks == "Weeks 1 to 13"


def test_phases_that_go_by_what_one_can_do_have_no_week_and_one_of_them_may_be_now(made: Made) -> None:
    shown = timeline(*made("rts-2"))
    assert shown is not None
    free = [at for at in shown.dates if at.free]
    assert all(at.weeks is None for at in free)
    assert [at.now for at in free].count(True) == 1


def test_a_next_look_alone_is_a_timeline_and_one_for_today_is_none(made: Made) -> None:
    alone = timeline(*made("no-surgery"))
    assert alone is not None
    assert (alone.says, [at.is_review for at in alone.dates]) == (None, [True])
    assert timeline(*made("no-age")) is None


def test_every_option_of_a_talk_is_weighed_and_what_is_said_of_it_has_its_sources(made: Made) -> None:
    plan, citer = made("six-months-at-22")
    shown = weighings(plan.options, citer)
    assert [option.id for option in shown] == [option.id for option in plan.options]
    for before, after in zip(plan.options, shown, strict=True):
        assert after.texts() == tuple(said.text for said in before.says)
        assert all(said.marks for said in after.speaks_for)
