"""What a visitor's answers come to: the page of their plan, and what could still be asked; worked out once for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar, cast

from isthmus.advise import Planned
from isthmus.condition import plan
from isthmus.guide import Audience
from isthmus.plan import Question
from isthmus.present import PlanPage, plan_page
from isthmus.web.desk import Desk
from isthmus.web.sessions import Session
from isthmus.web.visit import Visit

__all__ = ["is_over", "open_questions", "page_of_example", "page_of_plan", "plan_of", "planned_of"]

Result = TypeVar("Result")


@dataclass(frozen=True)
class _Made:
    """What was worked out from some replies; other replies make it worthless."""

    replies: Mapping[str, object]
    results: Mapping[object, object]


def plan_of(visit: Visit, desk: Desk) -> PlanPage | None:
    """Make the page of a visitor's plan, in the words they chose; None where nothing was answered in this visit."""
    session, day = visit.session, desk.today()
    if session is None or not session.replies:
        return None
    return _once(session, ("page", visit.reader.id, day), lambda: _page(_planned(session, visit, desk), desk))


def planned_of(visit: Visit, desk: Desk) -> Planned | None:
    """Give what a visitor answered and the plan for it; None where they answered nothing that is known."""
    session = visit.session
    known = session and any(value is not None for value in session.replies.values())
    return _planned(session, visit, desk) if session and known else None


def page_of_plan(facts: Mapping[str, object], visit: Visit, desk: Desk) -> PlanPage:
    """Make the page of a plan for some facts, in the words of a visitor.

    Raises:
        InvalidCase: A name is no case feature or a value does not fit.
    """
    return _page(_plan(facts, visit.reader, desk, desk.today()), desk)


def page_of_example(number: int, visit: Visit, desk: Desk) -> PlanPage:
    """Make the page of an example, once a day for each kind of reader; the first has the number 1.

    Raises:
        IndexError: There is no such example.
    """
    return _example(number, visit.reader, desk, desk.today())


# Nobody real is in them, so that many may be sent the same one.
@lru_cache(maxsize=64)
def _example(number: int, reader: Audience, desk: Desk, today: date) -> PlanPage:
    return _page(_plan(desk.condition.examples[number - 1].facts, reader, desk, today), desk)


def open_questions(session: Session, desk: Desk) -> tuple[Question, ...]:
    """List what could still change the plan of a visitor and was not asked, that which comes next first."""
    replies = session.replies
    return _once(session, "questions", lambda: desk.interview.open_questions(replies, _declined(replies)))


def is_over(session: Session, desk: Desk) -> bool:
    """Whether nothing is left to ask a visitor, which is ten times quicker to tell than what to ask."""
    replies = session.replies
    return _once(session, "over", lambda: desk.interview.is_over(replies, _declined(replies)))


def _planned(session: Session, visit: Visit, desk: Desk) -> Planned:
    facts, reader, day = session.replies, visit.reader, desk.today()
    return _once(session, ("plan", reader.id, day), lambda: _plan(facts, reader, desk, day))


def _plan(facts: Mapping[str, object], reader: Audience, desk: Desk, today: date) -> Planned:
    return Planned(facts, plan(desk.condition, facts, today=today, audience=reader.id))


def _page(planned: Planned, desk: Desk) -> PlanPage:
    return plan_page(planned.plan, desk.condition, planned.facts, desk.handbook.book)


def _declined(replies: Mapping[str, object]) -> list[str]:
    return [name for name, value in replies.items() if value is None]


def _once(session: Session, key: object, work_out: Callable[[], Result]) -> Result:
    """Work something out from the replies of a visit, unless that was done before."""
    made = session.made if isinstance(session.made, _Made) and session.made.replies is session.replies else None
    if made and key in made.results:
        return cast("Result", made.results[key])
    result = work_out()
    session.made = _Made(session.replies, {**(made.results if made else {}), key: result})
    return result
