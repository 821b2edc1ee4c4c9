"""The days of a plan and of a procedure, for a calendar."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from isthmus.exchange import Event
from isthmus.present.pages.plan import PlanPage
from isthmus.present.pages.procedure import PhaseTold, PreparationTold, ProcedurePage

__all__ = ["events_of_plan", "events_of_procedure"]

_A_GUIDE = "These days are a guide: the clinicians who know you set the real ones."


def events_of_plan(page: PlanPage) -> tuple[Event, ...]:
    """Find the days of a plan in their order: those on which to be seen, and its phases where they can be counted.

    A plan that cannot wait has none, because nobody should look at a calendar then; nor has one that asks first.
    """
    if page.tone in {"emergency", "question"}:
        return ()
    return tuple(sorted((*_seen(page), *_ahead(page)), key=lambda event: event.first))


def _seen(page: PlanPage) -> Iterator[Event]:
    if page.dates:
        first, last = page.dates
        says = (page.when, *(sentence.text for sentence in page.sentences))
        yield _event(f"To be seen: {page.title}", first, last, says, page.notice)


def _ahead(page: PlanPage) -> Iterator[Event]:
    for phase in page.timeline.dates if page.timeline else ():
        if phase.first and not phase.is_review:
            says = (step.text for step in phase.steps)
            yield _event(f"{page.title}: {phase.title}", phase.first, phase.last or phase.first, says, page.notice)


def events_of_procedure(page: ProcedurePage) -> tuple[Event, ...]:
    """Find the days of a procedure: those to get ready, the day itself, and the phases of recovery.

    There are none where the page counts from no day. What has no day of its own stays on the page.
    """
    if page.on is None:
        return ()
    return (*_preparations(page), _the_day(page, page.on), *_recovery(page))


def _preparations(page: ProcedurePage) -> Iterator[Event]:
    for day, items in groupby((item for item in page.prepare if item.days_before), key=_day):
        if day is not None:
            says = tuple(item.says.text for item in items)
            yield _event(f"Get ready: {page.title}", day, day, says, page.notice)


def _the_day(page: ProcedurePage, on: date) -> Event:
    before = [item.says.text for item in page.prepare if item.days_before == 0]
    return _event(page.title, on, on, (*before, *(told.text for told in page.the_day)), page.notice)


def _recovery(page: ProcedurePage) -> Iterator[Event]:
    for phase in page.recovery:
        if phase.first is not None:
            says = (page.recovery_of.text, *(step.text for step in phase.steps))
            yield _event(f"{page.title}: {phase.title}", phase.first, _end(phase, phase.first), says, page.notice)


def _end(phase: PhaseTold, first: date) -> date:
    """A phase with an open end is told of on its first day."""
    return phase.last or first


def _day(item: PreparationTold) -> date | None:
    return item.on


def _event(title: str, first: date, last: date, says: Iterable[str], notice: str) -> Event:
    return Event(title, first, last, (*says, "", _A_GUIDE, notice))
