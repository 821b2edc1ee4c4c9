from collections.abc import Iterator

import pytest
from httpx import Client
from tests.unit.web.conftest import DAY, InProcess

from isthmus.condition import Condition, Handbook
from isthmus.web.app import build_app
from isthmus.web.names import is_named


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:8000", "[::1]", "[2001:db8::1]:80",
        "plans.localhost:8000", "clinic.example", "clinic.example:8000", "Clinic.Example",
    ],
)  # fmt: skip
def test_our_names_this_machine_and_numbers_are_ours(host: str) -> None:
    assert is_named(host, {"clinic.example"})


@pytest.mark.parametrize(
    "host",
    ["", ":8000", "other.example", "clinic.example.other", "x.clinic.example", "127.0.0.1.other.example", "localhost.other"],
)  # fmt: skip
def test_other_names_are_not(host: str) -> None:
    assert not is_named(host, {"clinic.example"})


@pytest.fixture
def client(condition: Condition, handbook: Handbook) -> Iterator[Client]:
    app = build_app(condition, handbook, None, lambda: DAY)
    app.state.names = ("clinic.example",)
    with Client(transport=InProcess(app), base_url="https://clinic.example") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/plan", "/api/ask", "/static/site.css"])
def test_what_was_meant_for_another_name_is_refused(path: str, client: Client) -> None:
    assert client.get(path, headers={"Host": "other.example"}).status_code == 421
    assert client.get(path).status_code != 421
