import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import BoundedSemaphore

import pytest
from tests.unit.answer.writing.chat_server import Behave, Handler, Model

from isthmus.answer.writing import Brief, Drafted
from isthmus.answer.writing.chat import ChatWriter
from isthmus.errors import MissingLibrary
from isthmus.terms import AudienceId

BRIEF = Brief("What helps a secret back?", AudienceId("patient"), ("Rest helps the secret back.",))


def test_a_model_is_asked_once_at_its_address_and_let_in_by_its_key(model: Model) -> None:
    model.behave = lambda handler: handler.say([("Rest helps.", [1])])
    draft = ChatWriter(model.address, "tiny", "k-123").write(BRIEF)
    assert (draft.sentences, draft.fault) == ((Drafted("Rest helps.", (1,)),), None)
    assert [one["model"] for one in model.asked] == ["tiny"]
    assert model.headers[0]["path"] == "/v1/chat/completions"
    assert model.headers[0]["Authorization"] == "Bearer k-123"


def test_without_a_key_none_is_sent_and_the_whole_address_may_be_given(model: Model) -> None:
    model.behave = lambda handler: handler.say([])
    assert ChatWriter(f"{model.address}/chat/completions", "tiny").write(BRIEF).fault is None
    assert "Authorization" not in model.headers[0]
    assert model.headers[0]["path"] == "/v1/chat/completions"


def garbage(handler: Handler) -> None:
    handler.send(b"\x00\xff not json")


def too_much(handler: Handler) -> None:
    with suppress(OSError):
        handler.send(b" " * 5_000_000)


def refuse(handler: Handler) -> None:
    handler.send(b"no", 500)


def lead_away(handler: Handler) -> None:
    handler.send(b"", 307, {"Location": "/elsewhere"})


def speak_no_http(handler: Handler) -> None:
    handler.wfile.write(b"SSH-2.0-hello\r\n\r\n")


def squeeze(handler: Handler) -> None:
    handler.send(b"not gzip", headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    ("behave", "fault"),
    [
        (garbage, "What it sent is not in the form it was asked for."),
        (too_much, "It sent more than can be used."),
        (refuse, "It refused the request."),
        (lead_away, "It refused the request."),
        (speak_no_http, "It cannot be reached."),
        (squeeze, "It cannot be reached."),
    ],
)
def test_a_model_that_behaves_badly_is_told_in_one_sentence(model: Model, behave: Behave, fault: str) -> None:
    model.behave = behave
    draft = ChatWriter(model.address, "tiny").write(BRIEF)
    assert (draft.sentences, draft.fault) == ((), fault)
    assert len(model.asked) == 1


def hang(handler: Handler) -> None:
    handler.model.stopped.wait(5)


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        while not handler.model.stopped.wait(0.02):
            handler.wfile.write(b" ")
            handler.wfile.flush()


@pytest.mark.parametrize("behave", [hang, drip])
def test_a_model_that_takes_too_long_is_left(model: Model, behave: Behave) -> None:
    model.behave = behave
    begun = time.monotonic()
    assert ChatWriter(model.address, "tiny", within_seconds=0.3).write(BRIEF).fault == "It took too long."
    assert time.monotonic() - begun < 3


def test_only_so_many_questions_wait_for_a_slow_model_and_the_others_do_not_wait(model: Model) -> None:
    model.behave = hang
    writer = ChatWriter(model.address, "tiny", within_seconds=1.5, places=BoundedSemaphore(2))
    with ThreadPoolExecutor(5) as pool:
        faults = list(pool.map(lambda _: writer.write(BRIEF).fault, range(5)))
    assert sorted(map(str, faults)) == ["It is busy with other questions."] * 3 + ["It took too long."] * 2
    assert len(model.asked) == 2
    model.behave = lambda handler: handler.say([("Rest helps.", [1])])
    assert writer.write(BRIEF).fault is None  # whoever has waited leaves the place to the next


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/v1", "http://a b", "nonsense", "http://[::1"])
def test_an_address_where_nobody_is_is_a_fault(address: str) -> None:
    assert ChatWriter(address, "tiny", within_seconds=2).write(BRIEF).fault == "It cannot be reached."


def test_nothing_that_is_asked_and_no_key_shows_in_logs_or_in_its_name(
    model: Model, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    writer = ChatWriter(model.address, "tiny", "k-123")
    writer.write(BRIEF)
    told = caplog.text + repr(writer)
    assert "k-123" not in told
    assert "secret" not in told


def test_who_names_a_writer_needs_the_library_that_speaks_http(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(MissingLibrary, match="writer: A writer needs a library that is not installed"):
        ChatWriter("http://127.0.0.1:1", "tiny").write(BRIEF)
