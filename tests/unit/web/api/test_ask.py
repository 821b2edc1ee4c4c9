import pytest
from httpx import Client

from isthmus.answer import answer_as_json
from isthmus.condition import Condition, ask
from isthmus.web.api.ask import AnswerOut

WHOLE = "What is the treatment for a pars defect?"


def test_an_answer_is_the_same_as_everywhere_else(client: Client, condition: Condition) -> None:
    reply = client.post("/api/ask", json={"question": WHOLE})
    assert reply.json() == answer_as_json(ask(condition, WHOLE))


def test_every_topic_and_kind_of_answer_fits_the_shape_that_is_described(client: Client, condition: Condition) -> None:
    questions = [topic.ask for topic in condition.evidence.lexicon.topics]
    for question in [*questions[::4], "How common is a pars defect?", "How many tablets may my son take?"]:
        said = AnswerOut.model_validate(client.post("/api/ask", json={"question": question}).json())
        assert all(statement.citations for statement in said.statements)


def test_a_sentence_of_a_document_is_its_stored_text_to_the_byte(client_with_library: Client) -> None:
    answered = client_with_library.post("/api/ask", json={"question": WHOLE}).json()
    citations = [(said["text"], cited) for said in answered["statements"] for cited in said["citations"]]
    quoted = [(text, cited) for text, cited in citations if cited["document"]]
    assert len(quoted) > 0
    for text, cited in quoted:
        stored = client_with_library.get(f"/api/documents/{cited['document']}").content
        assert stored[cited["start"] : cited["end"]].decode() == text == cited["quote"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('{"question": ""}', 422),
        ('{"question": 5}', 422),
        ("{}", 422),
        ('"What?"', 422),
        ("What?", 400),
        (f'{{"question": "{"x" * 10_001}"}}', 422),
        (f'{{"question": "{"x" * 1_000_001}"}}', 413),
        ('{"question": "\\ud800"}', 422),
    ],
)
def test_a_question_that_cannot_be_used_is_refused(body: str, status: int, client: Client) -> None:
    reply = client.post("/api/ask", content=body)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
