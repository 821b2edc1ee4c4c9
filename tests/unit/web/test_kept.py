import asyncio
import re
from collections.abc import Iterator
from datetime import date

import pytest
from fastapi.routing import APIRoute
from httpx import Client
from starlette.types import Message, Receive, Scope, Send
from tests.unit.web.conftest import DAY, InProcess

from isthmus.condition import Condition, Handbook
from isthmus.web.app import build_app
from isthmus.web.kept import SAME_FOR_ALL, KeptPages
from isthmus.web.pages import PAGES
from isthmus.web.sessions import Sessions
from isthmus.web.visit import Visit


class Counting:
    """Answers with how often it was asked."""

    def __init__(
        self, *, is_same_for_all: bool = True, is_personal: bool = False, status: int = 200, length: int = 1
    ) -> None:
        self.asked = 0
        self._marks = {"is_same_for_all": is_same_for_all, "is_personal": is_personal}
        self._status, self._length = status, length

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        self.asked += 1
        scope["state"] |= self._marks
        await send({"type": "http.response.start", "status": self._status, "headers": [(b"x", b"y")]})
        await send({"type": "http.response.body", "body": b"a" * self._length})


class Today:
    """Tells the day that a test sets."""

    day = DAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def visit(handbook: Handbook) -> Visit:
    return Visit(handbook.book.audience("coach"), "auto", None, Sessions())


def ask(
    app: KeptPages, visit: Visit, path: str = "/guide", *, method: str = "GET", query: bytes = b"", **headers: str
) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if "headers" in message:
            message["headers"].append((b"set-cookie", b"secret"))  # as those further out do
        sent.append(message)

    lines = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {
        "type": "http",
        "path": path,
        "method": method,
        "query_string": query,
        "headers": lines,
        "state": {"visit": visit},
    }
    asyncio.run(app(scope, receive, send))
    return sent


def test_a_page_that_is_the_same_for_all_is_laid_out_once(visit: Visit) -> None:
    inner = Counting()
    app = KeptPages(inner, Today())
    assert ask(app, visit) == ask(app, visit)
    assert inner.asked == 1


def test_what_others_add_to_an_answer_is_not_kept(visit: Visit) -> None:
    app = KeptPages(Counting(), Today())
    for _ in range(3):
        (start, _body) = ask(app, visit)
        assert start["headers"] == [(b"x", b"y"), (b"set-cookie", b"secret")]


def test_another_day_reader_colour_or_encoding_gets_a_page_of_its_own(visit: Visit, handbook: Handbook) -> None:
    inner, today = Counting(), Today()
    app = KeptPages(inner, today)
    ask(app, visit)
    ask(app, visit, accept_encoding="gzip, br")
    ask(app, Visit(handbook.book.audience("parent"), "auto", None, Sessions()))
    ask(app, Visit(visit.reader, "dark", None, Sessions()))
    today.day = date(2026, 11, 22)
    ask(app, visit)
    assert inner.asked == 5


@pytest.mark.parametrize("inner", [Counting(is_same_for_all=False), Counting(status=404), Counting(status=422)])
def test_what_is_not_the_same_for_all_is_never_kept(inner: Counting, visit: Visit) -> None:
    app = KeptPages(inner, Today())
    ask(app, visit)
    ask(app, visit)
    assert inner.asked == 2


@pytest.mark.parametrize(("inner", "times"), [(Counting(is_personal=True), 4), (Counting(), 1)], ids=["own", "common"])
def test_who_has_a_session_or_lost_one_gets_a_page_of_their_own_where_it_would_differ(
    inner: Counting, times: int, visit: Visit
) -> None:
    app = KeptPages(inner, Today())
    ask(app, visit)
    visit.is_lost = True
    ask(app, visit)
    visit.is_lost = False
    visit.begin()
    ask(app, visit)
    ask(app, visit)
    assert inner.asked == times


@pytest.mark.parametrize("inner", [Counting(is_personal=True), Counting()], ids=["own", "common"])
def test_what_one_visitor_got_is_given_to_no_other_where_it_would_differ(inner: Counting, visit: Visit) -> None:
    app = KeptPages(inner, Today())
    reader = visit.reader
    visit.begin()
    ask(app, visit)
    ask(app, Visit(reader, "auto", None, Sessions()))
    assert inner.asked == (2 if inner._marks["is_personal"] else 1)


@pytest.mark.parametrize("asked", [{"query": b"q=" + b"a" * 99}, {"method": "POST"}, {"method": "HEAD"}])
def test_what_asks_for_more_than_a_page_is_answered_anew(asked: dict[str, object], visit: Visit) -> None:
    inner = Counting()
    app = KeptPages(inner, Today())
    ask(app, visit)
    for _ in range(2):
        ask(app, visit, **asked)  # type: ignore[arg-type]  # a table of cases
    assert inner.asked == 3


def test_another_address_is_another_page(visit: Visit) -> None:
    inner = Counting()
    app = KeptPages(inner, Today())
    for query in (b"", b"on=2027-01-15", b"on=2027-01-16", b"on=2027-01-15"):
        ask(app, visit, query=query)
    ask(app, visit, "/glossary")
    assert inner.asked == 4


def test_what_is_kept_has_a_bound_and_the_longest_unused_gives_way(visit: Visit) -> None:
    inner = Counting(length=40)
    app = KeptPages(inner, Today(), most_bytes=100)
    for path in ("/a", "/b", "/a", "/c"):
        ask(app, visit, path)
    assert inner.asked == 3
    ask(app, visit, "/a")
    assert inner.asked == 3
    ask(app, visit, "/b")
    assert inner.asked == 4


def browser(condition: Condition, handbook: Handbook) -> Client:
    app = build_app(condition, handbook, None, lambda: DAY)
    return Client(transport=InProcess(app), base_url="https://isthmus", headers={"Origin": "https://isthmus"})


@pytest.fixture
def client(condition: Condition, handbook: Handbook) -> Iterator[Client]:
    with browser(condition, handbook) as client:
        yield client


SAMPLES = {"{chapter}": "symptoms", "{name}": "fusion", "{number:int}": "1"}


def kept_addresses() -> list[str]:
    """One address of each route whose page is the same for all."""
    routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    paths = [route.path for route in routes if SAME_FOR_ALL in route.dependencies]
    for form, sample in SAMPLES.items():
        paths = [path.replace(form, sample) for path in paths]
    return [
        path.replace("/claims/fusion", "/claims/PD-001").replace("/choices/fusion", "/choices/brace-or-not")
        for path in paths
    ]


def test_a_visitor_gets_their_own_page_whoever_was_there_before(condition: Condition, handbook: Handbook) -> None:
    addresses = kept_addresses()
    assert len(addresses) > 10
    with browser(condition, handbook) as used, browser(condition, handbook) as fresh:
        assert [used.get(address).status_code for address in addresses] == [200] * len(addresses)
        for client in (used, fresh):
            client.post("/plan/signs", data={"others": "absent"})
            client.post("/ask", data={"question": "How common is a pars defect?"})
        for address in addresses:
            pages = [re.sub(r'name="token" value="[^"]+"', "", client.get(address).text) for client in (used, fresh)]
            assert pages[0] == pages[1], address


def test_a_kept_page_is_the_page_and_who_answers_something_gets_their_own(client: Client) -> None:
    first, second = client.get("/guide/symptoms"), client.get("/guide/symptoms")
    assert (first.text, dict(first.headers)) == (second.text, dict(second.headers))
    before = client.get("/").text
    client.post("/ask", data={"question": "How common is a pars defect?"})
    assert 'name="token"' not in before
    assert 'name="token"' in client.get("/").text
    client.cookies.clear()
    assert client.get("/").text == before
