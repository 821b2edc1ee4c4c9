from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from httpx import Client
from tests.unit.web.conftest import DAY, InProcess

from isthmus.condition import Condition, Handbook
from isthmus.web.app import build_app
from isthmus.web.body import FormBody
from isthmus.web.visit import Visiting
from isthmus.web.visits import COOKIE

ATTRIBUTES = ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]


@pytest.fixture(scope="module")
def app(condition: Condition, handbook: Handbook) -> FastAPI:
    """The application, with a page that keeps a question in the session and one that forgets it."""
    app = build_app(condition, handbook, None, lambda: DAY)

    @app.post("/keep")
    def keep(visit: Visiting, form: FormBody) -> str:
        visit.begin().thread += tuple(form["question"])
        return "kept"

    @app.post("/forget")
    def forget(visit: Visiting, form: FormBody) -> str:
        visit.forget()
        return str(len(form))

    @app.get("/thread")
    def thread(visit: Visiting) -> dict[str, object]:
        return {"thread": visit.session and visit.session.thread, "is_lost": visit.is_lost}

    return app


@pytest.fixture
def client(app: FastAPI) -> Iterator[Client]:
    with Client(transport=InProcess(app), base_url="https://isthmus", headers={"Origin": "https://isthmus"}) as client:
        yield client


def test_who_only_reads_gets_no_cookie(client: Client) -> None:
    assert all("set-cookie" not in client.get(path).headers for path in ("/", "/signs", "/plan", "/nowhere"))


def test_an_address_chooses_the_reader_and_the_browser_keeps_it(client: Client) -> None:
    first = client.get("/signs?reader=surgeon")
    assert "Written for a surgeon" in first.text
    assert first.headers["set-cookie"].split("; ") == [f"{COOKIE}=surgeon.auto.", *ATTRIBUTES]
    second = client.get("/ask")
    assert "Written for a surgeon" in second.text
    assert "set-cookie" not in second.headers


def test_an_address_chooses_the_colours_too(client: Client) -> None:
    client.get("/signs?reader=coach&theme=dark")
    page = client.get("/ask")
    assert 'data-theme="dark"' in page.text
    assert "Written for a coach" in page.text
    assert "data-theme" not in client.get("/ask?theme=auto").text


@pytest.mark.parametrize("path", ["/signs", "/nowhere", "/ask"])
def test_a_reader_who_is_not_known_is_told_which_are(path: str, client: Client) -> None:
    answer = client.get(path, params={"reader": "<b>plumber"})
    assert answer.status_code == 422
    assert "Choose patient, parent" in answer.text
    assert "plumber" not in answer.text
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["", "x", "plumber.auto.", "patient.pink.", "patient.auto." + "a" * 65, "..."])
def test_a_cookie_that_says_nothing_we_know_is_as_good_as_none(cookie: str, client: Client) -> None:
    answer = client.get("/signs", headers={"Cookie": f"{COOKIE}={cookie}"})
    assert answer.status_code == 200
    assert "Written for a patient" in answer.text


def test_what_is_kept_in_a_visit_is_there_for_its_browser_alone(client: Client, app: FastAPI) -> None:
    answer = client.post("/keep", data={"question": "one"})
    assert answer.headers["set-cookie"].split("; ")[1:] == ATTRIBUTES
    client.post("/keep", data={"question": "two"})
    assert client.get("/thread").json() == {"thread": ["one", "two"], "is_lost": False}
    with Client(transport=InProcess(app), base_url="https://isthmus") as another:
        assert another.get("/thread").json() == {"thread": None, "is_lost": False}


def test_choosing_another_reader_loses_nothing(client: Client) -> None:
    client.post("/keep", data={"question": "one"})
    client.get("/signs?reader=parent")
    assert client.get("/thread").json()["thread"] == ["one"]


def test_a_visit_can_be_forgotten_and_the_reader_stays(client: Client) -> None:
    client.get("/signs?reader=parent")
    client.post("/keep", data={"question": "one"})
    before = client.cookies[COOKIE]
    client.post("/forget", data={})
    assert client.cookies[COOKIE] == "parent.auto."
    assert client.get("/thread", headers={"Cookie": f"{COOKIE}={before}"}).json() == {"thread": None, "is_lost": True}


def test_a_visit_that_we_no_longer_know_is_told_once_and_leaves_the_cookie(client: Client) -> None:
    client.cookies.set(COOKIE, f"coach.dark.{'a' * 43}")
    answer = client.get("/thread")
    assert answer.json() == {"thread": None, "is_lost": True}
    assert answer.headers["set-cookie"].startswith(f"{COOKIE}=coach.dark.;")


def test_a_form_that_does_not_say_where_it_comes_from_needs_the_token_of_the_visit(client: Client) -> None:
    client.post("/keep", data={"question": "one"})
    del client.headers["Origin"]
    assert client.post("/keep", data={"question": "two"}).status_code == 403
    assert client.post("/keep", data={"question": "two", "token": "0.0"}).status_code == 403
    field = client.get("/ask").text.split('name="token" value="')[1].split('"')[0]
    assert client.post("/keep", data={"question": "two", "token": field}).status_code == 200
    assert client.get("/thread").json()["thread"] == ["one", "two"]
    assert client.post("/forget", data={"token": field}).text == '"0"'  # the token is no field of the page's
