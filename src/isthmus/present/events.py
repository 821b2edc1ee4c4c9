"""The days of a plan and of a procedure, for a calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from isthmus.exchange import Event
from isthmus.guide import Editorial
from isthmus.present.pages.plan import PlanPage
from isthmus.present.pages.procedure import PhaseTold, PreparationTold, ProcedurePage
from isthmus.terms import AudienceId

__all__ = ["events_of_plan", "events_of_procedure", "is_dated"]


def is_dated(page: PlanPage) -> bool:
    """Whether a plan has days for a calendar.

    A plan that cannot wait has none, because nobody should look at a calendar then; nor has one that asks first.
    """
    return page.tone not in {"emergency", "question"} and any((*_seen(page), *_ahead(page)))


def events_of_plan(page: PlanPage, editorial: Editorial) -> tuple[Event, ...]:
    """Find the days of a plan in their order: those on which to be seen, and its phases where they can be counted.

    Args:
        page: The plan; one that is not dated has no days.
        editorial: What its audience is told below every day.
    """
    days = (*_seen(page), *_ahead(page)) if is_dated(page) else ()
    return tuple(_told_below(day, page, editorial) for day in sorted(days, key=lambda event: event.first))


def _seen(page: PlanPage) -> Iterator[Event]:
    if page.dates:
        first, last = page.dates
        says = (page.when, *(sentence.text for sentence in page.sentences))
        yield _event(f"To be seen: {page.title}", first, last, says)


def _ahead(page: PlanPage) -> Iterator[Event]:
    for phase in page.timeline.dates if page.timeline else ():
        if phase.first and not phase.is_review:
            says = (step.text for step in phase.steps)
            yield _event(f"{page.title}: {phase.title}", phase.first, phase.last or phase.first, says)


def events_of_procedure(page: ProcedurePage, editorial: Editorial) -> tuple[Event, ...]:
    """Find the days of a procedure: those to get ready, the day itself, and the phases of recovery.

    Args:
        page: The procedure; there are no days where it counts from none. What has no day of its own stays on the page.
        editorial: What its audience is told below every day.
    """
    days = (*_preparations(page), _the_day(page, page.on), *_recovery(page)) if page.on else ()
    return tuple(_told_below(day, page, editorial) for day in days)


def _preparations(page: ProcedurePage) -> Iterator[Event]:
    for day, items in groupby((item for item in page.prepare if item.days_before), key=_day):
        if day is not None:
            says = tuple(item.says.text for item in items)
            yield _event(f"Get ready: {page.title}", day, day, says)


def _the_day(page: ProcedurePage, on: date) -> Event:
    before = [item.says.text for item in page.prepare if item.days_before == 0]
    return _event(page.title, on, on, (*before, *(told.text for told in page.the_day)))


def _recovery(page: ProcedurePage) -> Iterator[Event]:
    for phase in page.recovery:
        if phase.first is not None:
            says = (page.recovery_of.text, *(step.text for step in phase.steps))
            yield _event(f"{page.title}: {phase.title}", phase.first, _end(phase, phase.first), says)


def _end(phase: PhaseTold, first: date) -> date:
    """A phase with an open end is told of on its first day."""
    return phase.last or first


def _day(item: PreparationTold) -> date | None:
    return item.on


def _event(title: str, first: date, last: date, says: Iterable[str]) -> Event:
    return Event(title, first, last, tuple(says))


def _told_below(day: Event, page: PlanPage | ProcedurePage, editorial: Editorial) -> Event:
    """Say below a day what such days are worth, in the words of the reader, and that nobody reviewed them."""
    worth = (sentence.text for sentence in editorial.days[AudienceId(page.audience)])
    return replace(day, says=(*day.says, "", *worth, page.notice))
