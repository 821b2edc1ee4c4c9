import asyncio
import logging

import pytest
from fastapi import FastAPI
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isthmus.web.sessions import Sessions
from isthmus.web.shelter import Shelter
from isthmus.web.visit import Visit

TYPED = "what a patient typed"


async def _breaks(_scope: Scope, _receive: Receive, _send: Send) -> None:
    raise RuntimeError(TYPED)


async def _breaks_late(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise RuntimeError(TYPED)


def answered(app: FastAPI, broken: ASGIApp, path: str) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    book = app.state.desk.handbook.book
    visit = Visit(book.audience("patient"), "auto", None, Sessions())
    scope = {"type": "http", "app": app, "path": path, "headers": [], "method": "GET", "state": {"visit": visit}}
    asyncio.run(Shelter(broken)(scope, receive, send))
    return sent


@pytest.mark.parametrize(
    ("path", "words"), [("/plan", b"<h1>isthmus made a mistake</h1>"), ("/api/plan", b'"status":500')]
)
def test_a_fault_of_ours_is_told_in_plain_words(path: str, words: bytes, app: FastAPI) -> None:
    start, body = answered(app, _breaks, path)
    assert start["status"] == 500
    assert words in body["body"]


def test_the_log_tells_the_place_and_no_patients_value(app: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        answered(app, _breaks, "/plan")
    assert "RuntimeError at " in caplog.text
    assert "test_shelter.py" in caplog.text
    assert TYPED not in caplog.text


def test_a_response_that_has_begun_is_left_alone(app: FastAPI) -> None:
    assert [message["type"] for message in answered(app, _breaks_late, "/plan")] == ["http.response.start"]
