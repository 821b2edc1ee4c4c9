from datetime import date

import pytest
from httpx import Client
from tests.built_in import built_in_adviser

from isthmus.advise import advice_as_json
from isthmus.condition import Condition, plan
from isthmus.plan import plan_as_json
from isthmus.web.api.ask import AnswerOut

WHOLE = "What is the treatment for a pars defect?"


def test_an_answer_is_the_same_as_everywhere_else(client: Client) -> None:
    reply = client.post("/api/ask", json={"question": WHOLE})
    assert reply.json() == advice_as_json(built_in_adviser().ask(WHOLE))


def test_a_question_about_a_patient_comes_with_the_plan_for_its_facts(client: Client, condition: Condition) -> None:
    body = {
        "question": "Can he swim?",
        "thread": ["My son is 14 and has a grade 1 slip. What is a brace?"],
        "case": {"rf_fever_infection": False, "age_years": 15},
        "today": "2026-11-21",
    }
    said = AnswerOut.model_validate(client.post("/api/ask", json=body).json())
    assert [(fact.feature, fact.value) for fact in said.facts] == [("age_years", 14), ("slip_grade_reported", 1)]
    assert [(clash.feature, clash.case, clash.question) for clash in said.clashes] == [("age_years", 15, 14)]
    assert said.pathway is not None
    assert said.pathway.today == date(2026, 11, 21)
    assert said.pathway.model_dump(mode="json", by_alias=True) == plan_as_json(
        plan(
            condition,
            {"age_years": 15, "slip_grade_reported": 1, "rf_fever_infection": False},
            today=date(2026, 11, 21),
        )
    )


def test_a_danger_sign_in_the_case_outranks_the_question(client: Client) -> None:
    reply = client.post("/api/ask", json={"question": "What is a brace?", "case": {"rf_bladder_bowel": True}})
    assert reply.json()["behaviour"] == "emergency"


@pytest.mark.parametrize(
    "body", [{"case": {"age": 4}}, {"case": {"age_years": "old"}}, {"thread": [""]}, {"thread": "What?"}]
)
def test_what_stands_beside_a_question_is_checked_and_never_repeated(client: Client, body: dict[str, object]) -> None:
    reply = client.post("/api/ask", json={"question": "What is a brace?", **body})
    assert reply.status_code == 422
    assert "old" not in reply.text.replace("should", "")


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
        ('{"question": "\\ud800"}', 400),
    ],
)
def test_a_question_that_cannot_be_used_is_refused(body: str, status: int, client: Client) -> None:
    reply = client.post("/api/ask", content=body)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
