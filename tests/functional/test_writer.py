"""A language model that writes, from outside: the command and the web application beside a small server that plays it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from httpx import Client
from tests.built_in import built_in_condition, built_in_handbook
from tests.unit.answer.writing.chat_server import Handler, Model, serving
from tests.unit.web.conftest import InProcess

from isthmus.answer import ChatWriter
from isthmus.condition import adviser
from isthmus.web import build_app

QUESTION = "Does a brace help?"
LIE = "A brace always heals the pars within 3 days."
COMMAND = [sys.executable, "-c", "from isthmus.cli.app import main; main()"]


def copy_and_lie(handler: Handler) -> None:
    """Say the first statement word for word, and then something that no statement bears out."""
    matter = json.loads(handler.model.asked[-1]["messages"][1]["content"])
    handler.say([(matter["statements"][0]["text"], [1]), (LIE, [1])])


@pytest.fixture
def model() -> Iterator[Model]:
    model = Model(behave=copy_and_lie)
    with serving(model):
        yield model


def run(model: Model, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    named = {"ISTHMUS_WRITER_URL": model.address, "ISTHMUS_WRITER_MODEL": "tiny", "ISTHMUS_WRITER_KEY": "k-123"}
    return subprocess.run([*COMMAND, *arguments], capture_output=True, check=True, env={**os.environ, **named})


def test_the_command_shows_what_held_and_counts_what_did_not(model: Model) -> None:
    answer: dict[str, Any] = json.loads(run(model, "ask", QUESTION, "--json").stdout)
    assert answer["writer"] == {"model": "tiny", "kept": 1, "dropped": 1, "note": None}
    assert [one["written_by"] for one in answer["statements"]][:2] == ["tiny", None]
    assert LIE not in json.dumps(answer)
    assert all(one["citations"] for one in answer["statements"])


def test_the_terminal_says_which_sentence_a_machine_wrote(model: Model) -> None:
    done = run(model, "ask", QUESTION)
    told = " ".join(done.stdout.decode().split())
    assert "written by tiny from:" in told
    assert "tiny wrote 2 sentences; 1 held and 1 did not." in told
    assert b"k-123" not in done.stdout + done.stderr


def test_a_server_that_is_gone_leaves_the_plain_answer_and_one_note(model: Model) -> None:
    model.behave = lambda handler: handler.send(b"", 503)
    answer = json.loads(run(model, "ask", QUESTION, "--json").stdout)
    assert answer["writer"]["note"] == "It refused the request."
    assert {one["written_by"] for one in answer["statements"]} == {None}


def test_the_web_application_marks_what_a_machine_wrote(model: Model) -> None:
    app = build_app(
        built_in_condition(),
        built_in_handbook(),
        None,
        lambda: date(2026, 11, 21),
        ChatWriter(model.address, "tiny"),
    )
    with Client(transport=InProcess(app), base_url="http://isthmus") as client:
        answer = client.post("/api/ask", json={"question": QUESTION}).json()
        page = client.post("/ask", data={"question": QUESTION}).text
    assert answer["writer"]["kept"] == 1
    assert "Written by tiny from the source." in page
    assert "tiny wrote 2 sentences; 1 held against what they cite and 1 did not." in page


@pytest.mark.parametrize(
    "question", ["I have numbness between my legs and cannot pee", "What dose of ibuprofen?", "What should I do next?"]
)
def test_a_model_is_not_asked_until_it_is_settled_that_there_is_an_answer(model: Model, question: str) -> None:
    condition = built_in_condition()
    told = adviser(condition, writer=ChatWriter(model.address, "tiny")).ask(question, today=date(2026, 11, 21))
    assert told.behaviour not in {"answer", "answer_with_disagreement"}
    assert (told.writer, model.asked) == (None, [])


def test_one_sentence_is_counted_as_one(model: Model) -> None:
    model.behave = lambda handler: handler.say([(LIE, [1])])
    told = " ".join(run(model, "ask", QUESTION).stdout.decode().split())
    assert "tiny wrote 1 sentence; 0 held and 1 did not." in told


def test_no_sign_of_danger_is_ever_handed_to_a_model(model: Model) -> None:
    """A model that would say the opposite is not even given what to turn round."""
    answer: dict[str, Any] = json.loads(
        run(model, "ask", "What is cauda equina syndrome with a pars defect?", "--json").stdout
    )
    (claim,) = [one for one in answer["statements"] if one["claim"] == "PD-145"]
    assert "hospital at once" in claim["text"]
    assert claim["written_by"] is None
    handed = [one["text"] for asked in model.asked for one in json.loads(asked["messages"][1]["content"])["statements"]]
    assert not any("cauda equina" in text for text in handed)
