import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import Client
from tests.unit.web.conftest import DAY, LETTER, InProcess

from isthmus.condition import Condition, Handbook
from isthmus.corpus import Library, Sources, ingest, read_library
from isthmus.search import PassageIndex
from isthmus.web import build_app

HOSTILE = (
    '<script>alert(1)</script>\n\n</div><style>*{display:none}</style> Rest helps & "heals" the pars defect.\n\n'
    "\x1b[2J\N{RIGHT-TO-LEFT OVERRIDE}evil <img src=x onerror=alert(1)> {{ 7 * 7 }} {% raw %}\n"
)

WITHIN = LETTER.encode().index(b"\xe2") + 1
"""A byte in the middle of a character."""


def test_without_documents_it_says_how_to_add_some(client: Client) -> None:
    page = client.get("/library").text
    assert "No documents here yet" in page
    assert "isthmus ingest" in page


def test_the_publications_behind_the_statements_are_listed_in_pages_with_what_rests_on_each(
    client: Client, condition: Condition
) -> None:
    first = client.get("/library/publications").text
    count = int(re.search(r"page 1 of (\d+)", first)[1])  # type: ignore[index]  # no match fails as it should
    pages = [client.get(f"/library/publications?page={number}").text for number in range(1, count + 1)]
    assert sum(page.count('<h2 class="named">') for page in pages) == len(condition.evidence.sources)
    assert max(page.count('<h2 class="named">') for page in pages) == 25
    assert any("Known for its side of a disagreement" in page for page in pages)
    assert all(any(f'href="/claims/{claim}"' in page for page in pages) for claim in condition.evidence.claims)


def test_a_publication_has_a_link_that_lands_on_it(client: Client, condition: Condition) -> None:
    for source in condition.evidence.sources:
        assert f'<li id="{source}">' in client.get(f"/library/publications?source={source}").text


@pytest.mark.parametrize(
    ("asked", "status"), [("page=0", 422), ("page=99", 422), ("source=NOBODY", 404), ("source=<b>", 404)]
)
def test_a_publication_that_is_not_there_is_told_and_not_repeated(asked: str, status: int, client: Client) -> None:
    page = client.get(f"/library/publications?{asked}")
    assert page.status_code == status
    assert "NOBODY" not in page.text
    assert "<b>" not in page.text


def test_an_empty_library_says_how_to_add_documents(condition: Condition, handbook: Handbook) -> None:
    app = build_app(condition, handbook, PassageIndex.over(Library.in_memory()), lambda: DAY)
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        page = client.get("/library").text
    assert "The library is empty" in page
    assert "isthmus ingest" in page


def test_documents_are_listed_with_a_link_to_each(client_with_library: Client, library: Library) -> None:
    page = client_with_library.get("/library").text
    (about,) = library.abouts()
    assert f'href="/library/{about.id}"' in page
    assert "1 document." in page


def test_what_is_looked_for_is_marked_and_linked_to_its_place(client_with_library: Client, library: Library) -> None:
    page = client_with_library.get("/library", params={"q": "rest"}).text
    (about,) = library.abouts()
    assert f'href="/library/{about.id}?at=' in page
    assert "<mark>rest</mark>" in page
    assert 'value="rest"' in page


@pytest.mark.parametrize("q", ["zzzz", "<b>", "the", "\x00", "' OR 1=1 --", "%", '"'])
def test_what_is_not_there_is_told(q: str, client_with_library: Client) -> None:
    page = client_with_library.get("/library", params={"q": q})
    assert page.status_code == 200
    assert "No document holds these words" in page.text
    assert "<b>" not in page.text


def test_too_much_to_look_for_is_refused_and_not_repeated(client_with_library: Client) -> None:
    page = client_with_library.get("/library", params={"q": "word " * 100})
    assert page.status_code == 422
    assert "word word" not in page.text


def test_a_long_list_has_pages(tmp_path: Path, condition: Condition, handbook: Handbook) -> None:
    for number in range(26):
        words = f"Text {number:02}\n\nIt tells of number {number} in words of its own, {'abcdefghijklmnopqrstuvwxyz'[number] * 9}.\n"
        (tmp_path / f"{number:02}.txt").write_text(words, encoding="utf-8")
    app = build_app(condition, handbook, PassageIndex.over(read_library(tmp_path)[0]), lambda: DAY)
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        first, second = (client.get(f"/library?page={number}").text for number in (1, 2))
    assert first.count('<h2 class="named">') == 25
    assert 'rel="next" href="/library?page=2"' in first
    assert second.count('<h2 class="named">') == 1
    assert 'rel="prev" href="/library?page=1"' in second


def address_of(library: Library) -> str:
    (about,) = library.abouts()
    return f"/library/{about.id}"


def stored(page: str) -> str:
    return page.partition('<div class="stored"')[2].partition(">")[2].partition("</div>")[0]


def test_a_document_is_shown_with_what_is_known_of_it(client_with_library: Client, library: Library) -> None:
    page = client_with_library.get(address_of(library)).text
    (about,) = library.abouts()
    for told in (about.sha256, "letters/clinic one.txt", "text/plain", f"/api/documents/{about.id}"):
        assert told in page
    assert unescape(stored(page)) == LETTER


def test_a_library_says_when_a_document_was_taken_in(tmp_path: Path, condition: Condition, handbook: Handbook) -> None:
    (tmp_path / "clinic.txt").write_text(LETTER, encoding="utf-8")
    library = Library.in_memory()
    ingest(library, Sources([str(tmp_path)], day=DAY))
    app = build_app(condition, handbook, PassageIndex.over(library), lambda: DAY)
    with Client(transport=InProcess(app), base_url="https://isthmus") as client:
        listed, shown = client.get("/library").text, client.get(address_of(library)).text
    assert 'Taken in <time datetime="2026-11-21">' in listed
    assert '<dt>Taken in</dt><dd><time datetime="2026-11-21">' in shown


def test_where_it_was_not_written_down_no_day_is_told(client_with_library: Client, library: Library) -> None:
    assert "Taken in" not in client_with_library.get("/library").text
    assert "Taken in" not in client_with_library.get(address_of(library)).text


def test_a_document_is_found_by_the_place_it_was_read_at(client_with_library: Client, library: Library) -> None:
    assert stored(client_with_library.get("/library/letters/clinic one.txt").text) == stored(
        client_with_library.get(address_of(library)).text
    )


def test_spans_are_marked_where_they_lie(client_with_library: Client, library: Library) -> None:
    text = LETTER.encode()
    first, second = text.index(b"rest \xe2"), text.index(b"The first")
    page = client_with_library.get(f"{address_of(library)}?at={second}-{second + 9}&at={first}-{first + 4}").text
    assert f'<mark id="at-{first}">rest</mark>' in page
    assert f'<mark id="at-{second}">The first</mark>' in page
    assert f'href="#at-{first}"' in page


@pytest.mark.parametrize("at", ["5", "5-5", "9-5", "0-100000", "a-b", f"{WITHIN}-60", ""])
def test_a_span_that_is_none_is_refused_in_plain_words(at: str, client_with_library: Client, library: Library) -> None:
    page = client_with_library.get(f"{address_of(library)}?at={at}")
    assert page.status_code == 422
    assert "span" in page.text


def test_more_spans_than_anybody_reads_are_refused(client_with_library: Client, library: Library) -> None:
    page = client_with_library.get(address_of(library), params={"at": ["0-4"] * 101})
    assert page.status_code == 422


@pytest.mark.parametrize("name", ["none", "a/b", "%2E%2E/x", "%00", "%3Cscript%3E", "'--"])
def test_a_document_that_is_not_there_is_told_and_not_repeated(name: str, client_with_library: Client) -> None:
    page = client_with_library.get(f"/library/{name}")
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_without_a_library_there_is_no_document(client: Client) -> None:
    assert client.get("/library/none").status_code == 404


@pytest.fixture(scope="module")
def app_with_others(tmp_path_factory: pytest.TempPathFactory, condition: Condition, handbook: Handbook) -> FastAPI:
    folder = tmp_path_factory.mktemp("others")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "long.txt").write_text("A sentence of a long text \N{EN DASH} it goes on.\n" * 2_000, encoding="utf-8")
    return build_app(condition, handbook, PassageIndex.over(read_library(folder)[0]), lambda: DAY)


@pytest.fixture
def client_with_others(app_with_others: FastAPI) -> Iterator[Client]:
    with Client(transport=InProcess(app_with_others), base_url="https://isthmus") as client:
        yield client


def open_titled(client: Client, title: str) -> tuple[str, str]:
    found = re.search(rf'href="(/library/\w+)">{title}<', client.get("/library").text)
    assert found
    return found[1], client.get(found[1]).text


def test_what_a_document_says_is_text_and_gives_no_orders(client_with_others: Client) -> None:
    _, page = open_titled(client_with_others, "hostile")
    for harm in ("<script>alert", "<style>", "<img", "\x1b", "\N{RIGHT-TO-LEFT OVERRIDE}", "49"):
        assert harm not in stored(page)
    assert "<script>alert" not in page
    assert "Rest helps &amp; &#34;heals&#34;" in page


def test_a_long_text_has_pages_that_keep_the_marks(client_with_others: Client) -> None:
    address, page = open_titled(client_with_others, "long")
    assert "Page 1 of 4" in page
    marked = client_with_others.get(f"{address}?at=50000-50005").text
    assert "Page 3 of 4" in marked
    assert '<mark id="at-50000">' in marked
    assert f'href="{address}?page=4&amp;at=50000-50005#text"' in marked
    assert "<mark" not in client_with_others.get(f"{address}?page=4&at=50000-50005").text
    assert client_with_others.get(f"{address}?page=5").status_code == 422
