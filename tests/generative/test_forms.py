"""Whatever is sent to whatever page: no fault of ours, nothing sent back as markup, nothing of it in a log.

More of the same: ISTHMUS_FORM_EXAMPLES=5000.
"""

import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import quote, urlencode

import pytest
from fastapi.routing import APIRoute
from httpx import Client, Response
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.built_in import built_in_condition, built_in_handbook
from tests.unit.web.conftest import InProcess

from isthmus.web import build_app
from isthmus.web.api import ENDPOINTS
from isthmus.web.form_token import FIELD
from isthmus.web.forms import ASKED, CHANGE, CHECK, DECLINED, OTHERS, SIGNS
from isthmus.web.pages import PAGES

EXAMPLES = int(os.environ.get("ISTHMUS_FORM_EXAMPLES", "60"))
MARK = "zqzq"
"""No page says it by itself: where it comes back, it was sent."""

MARKUP = f"<script>{MARK}</script>"
HOSTILE = (
    f'"><img src=x onerror={MARK}>',
    MARKUP,
    f"{{{{ {MARK} }}}}{{% {MARK} %}}",
    f"\r\nSet-Cookie: {MARK}=1\r\n\r\n",
    f"{MARK}\x00\x1b[31m\u202e\ufeff\ud800",
    f"../../../../etc/{MARK}",
    f"//{MARK}.example/",
    f"' OR 1=1 --{MARK}",
    MARK * 3_000,
)
CONDITION = built_in_condition()
APP = build_app(CONDITION, built_in_handbook(), None, lambda: date(2026, 11, 21))
OURS = (FIELD, ASKED, CHANGE, CHECK, DECLINED, OTHERS, SIGNS, "question", "on", "reader", "theme", "q", "feature")
FEATURES = tuple(map(str, CONDITION.pathway.features))
VALUES = (
    "",
    "-",
    "true",
    "false",
    "absent",
    "patient",
    "surgeon",
    "dark",
    "1",
    "-1",
    "1e309",
    "15",
    "2027-01-15",
    "NaN",
)
KINDS = (
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-16",
    "multipart/form-data; boundary=x",
    "application/json",
    "text/plain",
    "",
)
METHODS = ("POST", "POST", "POST", "GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW")


ROUTES = [route for router in (*PAGES, *ENDPOINTS) for route in router.routes if isinstance(route, APIRoute)]
FORMS = sorted(route.path for route in ROUTES if "POST" in (route.methods or ()))
PATHS = sorted({route.path for route in ROUTES} | {"/static/{name}", "/openapi.json", "/{name}"})
names = st.sampled_from(OURS + FEATURES) | st.sampled_from(HOSTILE) | st.text(max_size=20)
values = st.sampled_from(VALUES) | st.sampled_from(FEATURES) | st.sampled_from(HOSTILE) | st.text(max_size=200)
fields = st.lists(st.tuples(names, values), max_size=8)
gaps = st.sampled_from(("1", "2", "brace", "PD-001", "what-it-is", "site.css")) | st.sampled_from(HOSTILE)


def encoded(pairs: list[tuple[str, str]]) -> bytes:
    """Write fields as a form does; half a letter of UTF-16 goes as its bytes."""
    return urlencode(pairs, errors="surrogatepass").encode()


bodies = (
    fields.map(encoded)
    | st.binary(max_size=300)
    | st.sampled_from(HOSTILE).map(lambda text: text.encode("utf-8", "replace"))
)


@dataclass(frozen=True)
class Sent:
    """A request as chance made it."""

    method: str
    path: str
    query: bytes
    kind: str
    body: bytes = field(repr=False)


@st.composite
def forms(draw: st.DrawFn) -> Sent:
    """Send a form to where one belongs, with fields that are known there or elsewhere."""
    path = re.sub(r"\{.*?\}", "1", draw(st.sampled_from(FORMS)))
    known = st.lists(st.tuples(st.sampled_from(OURS + FEATURES), values), min_size=1, max_size=8)
    return Sent("POST", path, b"", KINDS[0], encoded(draw(known)))


@st.composite
def anything(draw: st.DrawFn) -> Sent:
    """Send anything anywhere."""
    path = re.sub(r"\{.*?\}", lambda _: quote(draw(gaps), errors="surrogatepass"), draw(st.sampled_from(PATHS)))
    query = encoded(draw(fields)) if draw(st.booleans()) else b""
    return Sent(draw(st.sampled_from(METHODS)), path, query, draw(st.sampled_from(KINDS)), draw(bodies))


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    """A browser that keeps its cookie, so that a visit with answers goes on from request to request."""
    with Client(transport=InProcess(APP), base_url="https://isthmus", follow_redirects=False) as client:
        yield client


def faults_of(answer: Response) -> Iterator[str]:
    """Say what is wrong with an answer."""
    if answer.status_code >= 500:
        yield f"status {answer.status_code}"
    told = answer.content.decode("utf-8", "replace")
    if MARKUP in told or f"onerror={MARK}>" in told.replace("&gt;", "&gt"):
        yield "what was sent came back as markup"
    if answer.status_code >= 400 and answer.status_code != 422 and MARK in told:
        yield "an error repeats what was sent"
    if any(MARK in value for name, value in answer.headers.items() if name != "location"):
        yield "a header repeats what was sent"
    where = answer.headers.get("location", "/")
    if not where.startswith("/") or where.startswith("//"):
        yield f"it leads elsewhere: {where}"


@given(sent=forms() | anything())
@settings(
    max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), print_blob=True
)
def test_whatever_is_sent_anywhere_nothing_breaks_comes_back_as_markup_or_is_logged(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], sent: Sent
) -> None:
    with caplog.at_level(logging.DEBUG):
        headers = {"origin": "https://isthmus", "content-type": sent.kind}
        url = sent.path + (f"?{sent.query.decode()}" if sent.query else "")
        answer = client.request(sent.method, url, content=sent.body, headers=headers)
    assert list(faults_of(answer)) == []
    ours = [record for record in caplog.records if not record.name.startswith(("httpx", "httpcore", "asyncio"))]
    assert [record.getMessage() for record in ours] == []
    assert capfd.readouterr() == ("", "")


def test_every_form_of_the_application_is_among_the_addresses() -> None:
    assert {"/ask", "/plan", "/plan/signs", "/plan/{number:int}", "/plan/forget"} <= set(FORMS)
    assert len(PATHS) > len(PAGES)
