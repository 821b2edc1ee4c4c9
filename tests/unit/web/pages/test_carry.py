import sys
from collections.abc import Mapping
from datetime import date

import pypdfium2
import pytest
import vobject
from fastapi import FastAPI
from httpx import Client, Response

from isthmus.pathway import WorkedCase
from isthmus.web.sessions import Session, Sessions
from isthmus.web.visits import COOKIE

Cases = tuple[WorkedCase, ...]


def sessions_of(app: FastAPI) -> Sessions:
    kept = next(layer.kwargs["sessions"] for layer in app.user_middleware if "sessions" in layer.kwargs)
    assert isinstance(kept, Sessions)
    return kept


def visited(client: Client, app: FastAPI, replies: Mapping[str, object], reader: str = "patient") -> Session:
    """Begin a visit with some answers, and let the client's browser remember it."""
    session = sessions_of(app).begin()
    session.replies = dict(replies)
    client.cookies.set(COOKIE, f"{reader}.auto.{session.id}")
    return session


def facts_of(cases: Cases, action: str) -> Mapping[str, object]:
    return next(case.facts for case in cases if case.action == action)


def words(answer: Response) -> str:
    document = pypdfium2.PdfDocument(answer.content)
    said = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(said.split())


def test_the_plan_of_a_visit_is_given_as_a_booklet(client: Client, app: FastAPI, cases: Cases) -> None:
    visited(client, app, facts_of(cases, "start-conservative-care"))
    answer = client.get("/plan/booklet.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-disposition"] == 'attachment; filename="plan.pdf"'
    assert answer.headers["cache-control"] == "no-store"
    assert "Start rest and therapy" in words(answer)


def test_the_booklet_speaks_to_the_reader_who_was_chosen(client: Client, app: FastAPI, cases: Cases) -> None:
    facts = facts_of(cases, "start-conservative-care")
    visited(client, app, facts, "patient")
    plain = words(client.get("/plan/booklet.pdf"))
    visited(client, app, facts, "surgeon")
    assert words(client.get("/plan/booklet.pdf")) != plain


def test_the_days_of_the_plan_of_a_visit_are_given_for_a_calendar(client: Client, app: FastAPI, cases: Cases) -> None:
    visited(client, app, facts_of(cases, "start-conservative-care"))
    answer = client.get("/plan/calendar.ics")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    days = {(event.dtstart.value, event.dtend.value) for event in vobject.readOne(answer.text).vevent_list}
    assert (date(2026, 12, 19), date(2027, 1, 3)) in days
    assert (date(2026, 11, 21), date(2026, 11, 29)) in days


def test_a_plan_that_cannot_wait_is_put_into_no_calendar(client: Client, app: FastAPI, cases: Cases) -> None:
    visited(client, app, facts_of(cases, "emergency-now"))
    answer = client.get("/plan/calendar.ics")
    assert answer.status_code == 422
    assert "Nothing here falls on a known day" in answer.text


@pytest.mark.parametrize(("action", "has_days"), [("start-conservative-care", True), ("image-xray", False)])
def test_a_calendar_is_offered_where_there_is_a_day_to_put_in(
    client: Client, app: FastAPI, cases: Cases, action: str, has_days: bool
) -> None:
    visited(client, app, facts_of(cases, action))
    page = client.get("/plan/result").text
    assert "/plan/booklet.pdf" in page
    assert ("/plan/calendar.ics" in page) == has_days
    assert (client.get("/plan/calendar.ics").status_code == 200) == has_days


@pytest.mark.parametrize("path", ["/plan/booklet.pdf", "/plan/calendar.ics"])
def test_without_answers_there_is_no_plan_and_the_page_says_where_to_begin(client: Client, path: str) -> None:
    for cookie in ("", f"patient.auto.{'x' * 43}"):
        client.cookies.set(COOKIE, cookie)
        answer = client.get(path)
        assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
        assert "/plan" in answer.text


def test_a_procedure_is_given_as_a_booklet_with_the_days_around_the_one_named(client: Client) -> None:
    answer = client.get("/procedures/fusion.pdf?on=2027-01-15&reader=patient")
    assert answer.headers["content-disposition"] == 'attachment; filename="fusion.pdf"'
    assert "14 days before, 1 January 2027" in words(answer)
    assert "January" not in words(client.get("/procedures/fusion.pdf"))


def test_the_days_of_a_procedure_are_given_for_a_calendar(client: Client) -> None:
    answer = client.get("/procedures/fusion.ics?on=2027-01-15")
    assert answer.headers["content-disposition"] == 'attachment; filename="fusion.ics"'
    calendar = vobject.readOne(answer.text)
    assert calendar.x_wr_calname.value == "Fusion of two bones"
    assert date(2027, 1, 15) in [event.dtstart.value for event in calendar.vevent_list]


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/procedures/wishing.pdf", 404, "nothing at this address"),
        ("/procedures/..%2f..%2fetc%2fpasswd.pdf", 404, "nothing at this address"),
        ("/procedures/fusion.pdf?on=soon", 422, "Write it as 2027-01-15"),
        ("/procedures/fusion.pdf?on=9999-12-31", 422, "too far away"),
        ("/procedures/fusion.ics", 422, "Nothing here falls on a known day"),
        ("/procedures/fusion.ics?on=<script>", 422, "Write it as 2027-01-15"),
    ],
)
def test_what_cannot_be_given_is_told_in_plain_words_and_not_repeated(
    client: Client, path: str, status: int, told: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert told in answer.text
    assert "soon" not in answer.text
    assert "<script>" not in answer.text


def test_where_the_typesetter_is_not_installed_a_plain_page_says_so(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = client.get("/procedures/fusion.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (501, "text/html; charset=utf-8")
    assert "isthmus[booklet]" in answer.text
