"""Events as a file that calendars import: iCalendar (RFC 5545)."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category

from icalendar import Calendar, vText
from icalendar import Event as Component

from isthmus.errors import InvalidOption
from isthmus.exchange.event import Event

__all__ = ["calendar_of"]

_MAKER = "-//isthmus//isthmus//EN"
_LONG_ENOUGH = 32
"""Of a fingerprint in hex digits: 128 bits, as in a UUID."""


def calendar_of(events: Iterable[Event], *, name: str, made: date) -> bytes:
    """Write events as one calendar of days without hours.

    An event that is written again has the identifier it had, so that a calendar replaces it and does not double it.
    The identifier is a fingerprint of the event's title and days: servers use it as the name of a file, and so it must
    not speak of the person it is for.

    Args:
        events: At least one.
        name: What a calendar program calls the whole.
        made: The day it was made.

    Raises:
        InvalidOption: There is no event.

    Source:
        RFC 5545: 3.1 (folding), 3.6.1 (the end is the day after the last), UID; RFC 7986: 5.1 (the name), 5.3 (UID).
    """
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    for label in ("name", "x-wr-calname"):
        calendar.add(label, vText(_clean(name)))  # it escapes only what it knows to be text
    for event in events:
        calendar.add_component(_component(event, made))
    if not calendar.subcomponents:
        what, remedy = "Nothing here falls on a known day.", "Go by what the page says."
        raise InvalidOption(what, where="calendar", remedy=remedy)
    return bytes(calendar.to_ical())


def _component(event: Event, made: date) -> Component:
    component = Component()
    component.add("uid", _identifier(event))
    component.add("dtstamp", datetime.combine(made, time(), UTC))
    component.add("dtstart", event.first)
    component.add("dtend", _after(event.last))
    component.add("summary", _clean(event.title))
    component.add("description", "\n".join(map(_clean, event.says)))
    component.add("transp", "TRANSPARENT")  # nobody is busy for weeks
    component.add("class", "PRIVATE")
    return component


def _identifier(event: Event) -> str:
    told = f"{event.title}\n{event.first.isoformat()}\n{event.last.isoformat()}"
    return hashlib.sha256(told.encode()).hexdigest()[:_LONG_ENOUGH]


def _after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _clean(text: str) -> str:
    """Leave out what steers a terminal or a parser: the format allows no control characters in a text."""
    return "".join(" " if category(one) in {"Cc", "Zl", "Zp"} else one for one in text)
