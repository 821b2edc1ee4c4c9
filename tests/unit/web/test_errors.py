from collections.abc import Iterator

import pytest
from httpx import Client

from isthmus.errors import Fault, InvalidCase, IsthmusError
from isthmus.web.errors import problem_of


def kinds(error: type[IsthmusError]) -> Iterator[type[IsthmusError]]:
    for kind in error.__subclasses__():
        yield kind
        yield from kinds(kind)


LEAVES = [kind for kind in kinds(IsthmusError) if not kind.__subclasses__()]


@pytest.mark.parametrize("kind", LEAVES, ids=lambda kind: kind.__name__)
def test_every_error_has_a_status_and_a_title_of_its_own(kind: type[IsthmusError]) -> None:
    problem = problem_of(kind("It is wrong.", where="here", remedy="Mend it."))
    unknown = problem_of(IsthmusError("It is wrong.", where="here", remedy="Mend it."))
    assert problem.title != unknown.title
    assert 400 <= problem.status <= 501
    assert problem.sentences == ("here: It is wrong. Mend it.",)


def test_every_fault_of_an_error_is_told() -> None:
    faults = [Fault("a", "It is odd.", "Mend it."), Fault("b", "It is too long.", "Cut it.")]
    assert problem_of(InvalidCase.of(faults)).sentences == ("a: It is odd. Mend it.", "b: It is too long. Cut it.")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nowhere", 404), ("DELETE", "/plan", 405), ("GET", "/static/none.css", 404), ("PUT", "/signs", 405)],
)
def test_a_browser_gets_a_page_in_plain_words(method: str, path: str, status: int, client: Client) -> None:
    reply = client.request(method, path)
    assert reply.status_code == status
    assert "<h1>" in reply.text
    assert 'href="/signs"' in reply.text


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/api/nowhere", 404), ("GET", "/api/plan", 405)])
def test_a_program_gets_problem_details(method: str, path: str, status: int, client: Client) -> None:
    reply = client.request(method, path)
    said = reply.json()
    assert (reply.status_code, said["status"]) == (status, status)
    assert reply.headers["content-type"] == "application/problem+json"
    assert said.keys() == {"type", "title", "status", "detail", "errors"}


def test_a_method_that_is_not_allowed_is_told_what_is(client: Client) -> None:
    assert client.get("/api/plan").headers["allow"] == "POST"
