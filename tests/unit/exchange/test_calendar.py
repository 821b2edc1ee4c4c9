import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject

from isthmus.errors import InvalidOption
from isthmus.exchange import Event
from isthmus.exchange.calendar import calendar_of

MADE = date(2026, 11, 21)
VISIT = Event("To be seen", date(2026, 12, 19), date(2027, 1, 2), ("Bring the scans; all of them, please.", "A guide."))
MARKS = (
    "a;b,c\\d\ne: \u2013 \u00e9 \U0001f9b4 BEGIN:VEVENT\r\nEND:VCALENDAR\x00\x1b[0m\u2028\N{LATIN SMALL LETTER SHARP S}"
)


def written(*events: Event, name: str = "A plan") -> str:
    return calendar_of(events, name=name, made=MADE).decode()


def read(text: str) -> Any:
    """Read a calendar with a parser that is not the writer's, which also checks what must be there and how often."""
    calendar = vobject.readOne(text)
    assert calendar.validate(raiseException=True)
    return calendar


def test_another_parser_finds_the_days_the_words_and_the_name() -> None:
    calendar = read(written(VISIT))
    event = calendar.vevent
    assert calendar.x_wr_calname.value == "A plan"
    assert (event.summary.value, event.dtstart.value) == ("To be seen", date(2026, 12, 19))
    assert event.description.value == "Bring the scans; all of them, please.\nA guide."
    assert event.dtstamp.value == datetime(2026, 11, 21, tzinfo=UTC)


def test_the_end_is_the_day_after_the_last(  # RFC 5545, 3.6.1: DTEND is not part of the event
) -> None:
    one_day = Event("The day", date(2027, 1, 15), date(2027, 1, 15), ())
    assert [event.dtend.value for event in read(written(VISIT, one_day)).vevent_list] == [
        date(2027, 1, 3),
        date(2027, 1, 16),
    ]
    assert written(one_day).count("VALUE=DATE:") == 2


def test_an_event_on_the_last_day_there_is_stays_on_it() -> None:
    assert "DTEND;VALUE=DATE:99991231" in written(Event("The end", date.max, date.max, ()))


@pytest.mark.parametrize("where", ["title", "says", "name"])
def test_no_text_can_become_a_line_of_the_format(where: str) -> None:
    event = Event(MARKS if where == "title" else "T", MADE, MADE, (MARKS,) if where == "says" else ())
    text = written(event, name=MARKS if where == "name" else "N")
    assert (text.count("\r\nBEGIN:VEVENT\r\n"), text.count("\r\nEND:VCALENDAR\r\n")) == (1, 1)
    calendar = read(text)
    said = {"title": calendar.vevent.summary, "name": calendar.x_wr_calname, "says": calendar.vevent.description}
    expected = re.sub(r"[\x00-\x1f\u2028]", " ", MARKS)
    assert said[where].value == expected


def test_lines_are_folded_at_75_octets_end_as_the_format_asks_and_hold_whole_letters() -> None:
    text = written(Event("\N{GREEK SMALL LETTER ALPHA}" * 200, MADE, MADE, ("\U0001f9b4" * 300,)))
    lines = text.encode().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert all(line.decode() is not None for line in lines)


def test_every_event_has_what_the_format_demands_once() -> None:
    events = [VISIT, Event("The day", date(2027, 1, 15), date(2027, 1, 15), ("Come early.",))]
    text = written(*events)
    for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
        assert len(re.findall(rf"^{name}[:;]", text, flags=re.MULTILINE)) == len(events), name
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")
    assert "METHOD" not in text  # with a method it would be an invitation, which needs an organiser (RFC 5546)


def test_the_same_event_keeps_its_identifier_and_two_events_share_none() -> None:
    later = calendar_of([VISIT], name="Again", made=date(2027, 1, 1)).decode()
    assert read(later).vevent.uid.value == read(written(VISIT)).vevent.uid.value
    moved = Event(VISIT.title, date(2026, 12, 20), VISIT.last, VISIT.says)
    assert len({event.uid.value for event in read(written(VISIT, moved)).vevent_list}) == 2


def test_an_identifier_tells_nothing_of_the_event() -> None:
    uid = read(written(VISIT)).vevent.uid.value
    assert re.fullmatch(r"[0-9a-f]{32}", uid)


def test_no_event_is_no_calendar() -> None:
    with pytest.raises(InvalidOption, match="calendar: Nothing here falls on a known day"):
        written()
