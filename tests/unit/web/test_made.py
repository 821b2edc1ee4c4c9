from dataclasses import replace
from datetime import date

import pytest

from isthmus.condition import Condition, Handbook
from isthmus.web.desk import Desk
from isthmus.web.made import is_over, open_questions, page_of_example, plan_of, planned_of
from isthmus.web.sessions import Session, Sessions
from isthmus.web.visit import Visit

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def desk(condition: Condition, handbook: Handbook) -> Desk:
    return Desk.of(condition, handbook, None, lambda: DAY)


def visit(desk: Desk, session: Session | None, reader: str = "patient") -> Visit:
    return Visit(desk.handbook.book.audience(reader), "auto", session, Sessions())


def test_a_plan_is_made_once_for_the_same_answers_reader_and_day(desk: Desk, safe: dict[str, str]) -> None:
    session = Session(replies={**dict.fromkeys(safe, False), "age_years": 16})
    page = plan_of(visit(desk, session), desk)
    assert page is not None
    assert plan_of(visit(desk, session), desk) is page
    other = plan_of(visit(desk, session, "surgeon"), desk)
    assert other is not None
    assert other.audience == "surgeon"
    tomorrow = plan_of(visit(desk, session), replace(desk, today=lambda: date(2026, 11, 22)))
    assert tomorrow is not None
    assert tomorrow.made == date(2026, 11, 22)


def test_other_answers_make_another_plan_and_other_questions(desk: Desk, safe: dict[str, str]) -> None:
    session = Session(replies=dict.fromkeys(safe, False))
    before, asked = plan_of(visit(desk, session), desk), open_questions(session, desk)
    assert open_questions(session, desk) is asked
    session.replies = {**session.replies, str(asked[0].feature): None}
    assert plan_of(visit(desk, session), desk) is not before
    assert asked[0] not in open_questions(session, desk)


def test_a_question_is_asked_with_what_is_known_and_its_plan_and_that_is_made_once(desk: Desk) -> None:
    session = Session(replies={"age_years": 16, "pregnant": None})
    planned = planned_of(visit(desk, session), desk)
    assert planned is not None
    assert planned.facts == session.replies
    assert planned_of(visit(desk, session), desk) is planned
    assert planned_of(visit(desk, Session(replies={"pregnant": None})), desk) is None
    assert planned_of(visit(desk, None), desk) is None


def test_without_answers_there_is_no_plan(desk: Desk) -> None:
    assert plan_of(visit(desk, None), desk) is None
    assert plan_of(visit(desk, Session()), desk) is None


def test_an_example_is_made_once_a_day_for_each_reader(desk: Desk) -> None:
    page = page_of_example(1, visit(desk, None), desk)
    assert page_of_example(1, visit(desk, None), desk) is page
    assert page_of_example(1, visit(desk, None, "surgeon"), desk).audience == "surgeon"
    later = replace(desk, today=lambda: date(2026, 11, 22))
    assert page_of_example(1, visit(desk, None), later).made == date(2026, 11, 22)
    with pytest.raises(IndexError):
        page_of_example(99, visit(desk, None), desk)


def test_an_interview_is_over_when_there_is_nothing_left_to_ask(desk: Desk, safe: dict[str, str]) -> None:
    for replies in (
        {},
        dict.fromkeys(safe, False),
        {"rf_saddle_numb": True},
        {**dict.fromkeys(safe, False), "rf_cancer_suspicion": True},
    ):
        session = Session(replies=replies)
        assert is_over(session, desk) is (open_questions(session, desk) == ())
