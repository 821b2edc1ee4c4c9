"""What all pages share: the way around, titles, and that each of them is on the list that the tests walk."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from httpx import Client
from tests.functional.web.places import PLACES

from isthmus.web.pages import PAGES

READ = sorted({place.path for place in PLACES if place.status == 200 and not place.steps})
ELSEWHERE = {
    "/plan/{number:int}": "interview-choice",
    "/plan/check": "interview-check",
    "/plan/result": "plan-result",
    "/plan/forgotten": "plan-forgotten",
    "/library/{name:path}": "document",
    "/plan/booklet.pdf": "a file",
    "/plan/calendar.ics": "a file",
    "/procedures/{name}.pdf": "a file",
    "/procedures/{name}.ics": "a file",
}
"""Pages to which steps lead, by the place that walks them, and files, which are no pages."""


@pytest.fixture(scope="module")
def pages(address: str) -> Iterator[Mapping[str, str]]:
    """Read every page that stands at an address, by its path."""
    with Client(base_url=address) as client:

        def read(path: str) -> str:
            client.cookies.clear()
            return client.get(path).text

        yield {path: read(path) for path in READ}


def test_every_page_of_the_application_is_walked() -> None:
    routes = [route for router in PAGES for route in router.routes if isinstance(route, APIRoute)]
    pages = {route.path for route in routes if "GET" in (route.methods or ())}
    assert pages - ELSEWHERE.keys() > {"/", "/ask"}
    walked = [place.path.partition("?")[0] for place in PLACES]
    missed = [
        page
        for page in pages - ELSEWHERE.keys()
        if not any(re.fullmatch(re.sub(r"\{[^}]+\}", "[^/]+", page), path) for path in walked)
    ]
    assert missed == []
    assert ELSEWHERE.keys() <= pages
    assert {place.name for place in PLACES} | {"a file"} >= set(ELSEWHERE.values())


def test_no_two_places_share_a_name() -> None:
    assert [name for name, times in Counter(place.name for place in PLACES).items() if times > 1] == []


def test_the_way_around_is_the_same_on_every_page(pages: Mapping[str, str]) -> None:
    def way_around(page: str) -> tuple[str, ...]:
        header = page.partition("<header>")[2].partition("</header>")[0]
        links = re.findall(r'<a(?: class="[\w-]+")? href="(/\w*)"', header)
        footer = page.partition('<footer class="colophon">')[2]
        return (*links, *re.findall(r"<h2[^>]*>([^<]+)", footer))

    ways = {path: way_around(page) for path, page in pages.items()}
    jobs = ("/", "/guide", "/plan", "/ask", "/procedures", "/library", "/about", "/signs")
    assert ways["/"][: len(jobs)] == jobs
    assert [path for path, way in ways.items() if way != ways["/"]] == []


def test_each_page_has_a_title_of_its_own(pages: Mapping[str, str]) -> None:
    titles = {path: page.partition("<title>")[2].partition("</title>")[0] for path, page in pages.items()}
    by_page = {path.partition("?")[0]: title for path, title in titles.items()}
    assert [path for path, title in titles.items() if len(title.partition(" \N{EN DASH} isthmus")[0]) < 4] == []
    assert [title for title, times in Counter(by_page.values()).items() if times > 1] == []


def test_no_sheet_asks_how_a_device_is_held(app: FastAPI, address: str) -> None:
    with Client(base_url=address) as client:
        sheets = [name for name in app.state.look.assets if name.endswith(".css")]
        assert "site.css" in sheets
        assert [name for name in sheets if "orientation" in client.get(f"/static/{name}").text] == []
