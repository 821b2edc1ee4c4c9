"""Errors in plain words: a page for a browser, problem details (RFC 9457) for a program."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from fastapi import Request
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from isthmus.errors import (
    Fault,
    InvalidCase,
    InvalidOption,
    InvalidQuestion,
    IsthmusError,
    KnowledgeError,
    MalformedText,
    MissingLibrary,
    PortTaken,
    RuleError,
    UnknownName,
    UnreadableFile,
    UnsupportedOperator,
    UnusableLibrary,
)
from isthmus.web.render import render

__all__ = [
    "Problem",
    "answer_error",
    "answer_fault",
    "answer_foreign",
    "answer_http",
    "answer_misdirected",
    "problem_of",
]


@dataclass(frozen=True)
class Problem:
    """An error as it is answered: its HTTP status, a title, and what is wrong with what to do about it."""

    status: int
    title: str
    sentences: tuple[str, ...]
    faults: tuple[Fault, ...] = ()


def problem_of(error: IsthmusError) -> Problem:
    """Translate an error of isthmus; the one place where that is decided."""
    match error:
        case InvalidCase():
            status, title = 422, "Some answers do not fit"
        case InvalidQuestion():
            status, title = 422, "This question cannot be used"
        case InvalidOption():
            status, title = 422, "This choice does not make sense"
        case UnknownName():
            status, title = 422, "Nothing here bears that name"
        case MalformedText():
            status, title = 400, "What was sent cannot be read"
        case UnreadableFile():
            status, title = 400, "A file cannot be read"
        case KnowledgeError() | RuleError() | UnsupportedOperator():
            status, title = 500, "The knowledge files have a fault"
        case UnusableLibrary():
            status, title = 500, "The documents cannot be read now"
        case MissingLibrary() | PortTaken():
            status, title = 501, "isthmus is not set up for this"
        case _:
            status, title = 500, _FAULT.title
    return Problem(status, title, tuple(map(str, error.faults)), error.faults)


def answer_error(request: Request, error: Exception) -> Response:
    """Answer with an error of isthmus."""
    return _answer(request, problem_of(cast("IsthmusError", error)))


def answer_http(request: Request, error: Exception) -> Response:
    """Answer with an error of the web itself, such as an address that leads nowhere."""
    known = cast("HTTPException", error)
    phrase = HTTPStatus(known.status_code).phrase
    title, sentence = _HTTP.get(known.status_code, (phrase, _START_AGAIN))
    problem = Problem(known.status_code, title, (sentence if known.detail == phrase else known.detail,))
    return _answer(request, problem, known.headers)


def answer_fault(request: Request) -> Response:
    """Answer with a fault of ours."""
    return _answer(request, _FAULT)


def answer_foreign(request: Request) -> Response:
    """Answer what another site sent in a visitor's name."""
    return _answer(request, _FOREIGN)


def answer_misdirected(request: Request) -> Response:
    """Answer what was meant for another name than ours."""
    return _answer(request, _MISDIRECTED)


_START_AGAIN = "Go back, or start from the first page."
_FAULT = Problem(500, "isthmus made a mistake", ("This is our fault, not yours. Go back and try again.",))
_FOREIGN = Problem(
    403, "This came from another site", ("Nothing was done. Open our page yourself and send it again from there.",)
)
_MISDIRECTED = Problem(
    421, "isthmus does not go by this name here", ("If it should, give the name in ISTHMUS_NAMES and start it again.",)
)
_HTTP = {
    403: (_FOREIGN.title, _FOREIGN.sentences[0]),
    404: ("There is nothing at this address", f"It may have been mistyped. {_START_AGAIN}"),
    405: ("This address is not for that", f"It does not take this kind of request. {_START_AGAIN}"),
    413: ("That is more than we can read", "We read up to 1 MB at a time. Send something shorter."),
}


def _answer(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    for_programs = request.url.path.startswith(("/api/", "/health", "/openapi.json"))
    response = _details(problem) if for_programs else render(request, "error.html", problem.status, problem=problem)
    response.headers.update(headers or {})
    return response


def _details(problem: Problem) -> Response:
    body = {
        "type": "about:blank",
        "title": HTTPStatus(problem.status).phrase,
        "status": problem.status,
        "detail": " ".join((f"{problem.title}.", *problem.sentences)),
        "errors": _named(problem.faults),
    }
    return JSONResponse(body, problem.status, media_type="application/problem+json")


def _named(faults: Sequence[Fault]) -> list[dict[str, str]]:
    return [{"where": fault.where, "what": fault.what, "remedy": fault.remedy} for fault in faults]
