from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from jinja2 import UndefinedError

from isthmus.condition import Handbook
from isthmus.present import AskPage
from isthmus.web import render as module
from isthmus.web.errors import Problem
from isthmus.web.render import render
from isthmus.web.sessions import Sessions
from isthmus.web.visit import Visit


@pytest.fixture
def request_of(app: FastAPI, handbook: Handbook) -> Request:
    scope = {
        "type": "http",
        "app": app,
        "path": "/",
        "headers": [],
        "method": "GET",
        "query_string": b"q=1&reader=coach",
    }
    request = Request(scope)
    request.state.visit = Visit(handbook.book.audience("parent"), "dark", None, Sessions())
    return request


def test_values_are_text_and_never_markup(request_of: Request) -> None:
    page = render(request_of, "error.html", 404, problem=Problem(404, "<b>Odd</b>", ("A & B",)))
    assert page.status_code == 404
    assert b"&lt;b&gt;Odd&lt;/b&gt;" in page.body
    assert b"A &amp; B" in page.body


def test_a_name_that_was_not_given_is_an_error(request_of: Request) -> None:
    with pytest.raises(UndefinedError):
        render(request_of, "error.html")


def test_no_template_marks_anything_as_safe() -> None:
    folder = Path(str(module.__file__)).with_name("templates")
    templates = {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    assert len(templates) > 5
    assert [
        name for name, text in templates.items() if "| safe" in text or "|safe" in text or "autoescape" in text
    ] == []


def test_choices_keep_the_rest_of_the_address(request_of: Request) -> None:
    page = bytes(
        render(request_of, "pages/ask.html", page=AskPage("Pars defect", "", None, ()), answer=None).body
    ).decode()
    assert 'href="?q=1&amp;reader=surgeon"' in page
    assert 'href="?q=1&amp;reader=coach&amp;theme=light"' in page
    assert 'data-theme="dark"' in page


def test_a_form_carries_a_token_once_there_is_something_to_protect(request_of: Request) -> None:
    def forms() -> int:
        page = render(request_of, "pages/ask.html", page=AskPage("Pars defect", "", None, ()), answer=None)
        return bytes(page.body).decode().count('<input type="hidden" name="token"')

    assert forms() == 0
    request_of.state.visit.begin()
    assert forms() > 0
