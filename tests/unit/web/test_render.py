from pathlib import Path

import pytest
from fastapi import FastAPI, Request
from jinja2 import UndefinedError

from isthmus.web import render as module
from isthmus.web.errors import Problem
from isthmus.web.render import render


@pytest.fixture
def request_of(app: FastAPI) -> Request:
    return Request({"type": "http", "app": app, "path": "/", "headers": [], "method": "GET"})


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
