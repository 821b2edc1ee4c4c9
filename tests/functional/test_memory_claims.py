"""What is known from memory only is kept in a file, and nothing that a person can call prints it."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.built_in import built_in_condition, built_in_handbook
from tests.unit.knowledge import FACTS, FOLDER, KNOWLEDGE

from isthmus.answer import Respondent, answer_as_json
from isthmus.claims.load import load_kept
from isthmus.condition import Condition, Handbook
from isthmus.plan import apply, plan_as_json, read_patient
from isthmus.present import choice_page, guide_page, page_as_json, procedure_page

TODAY = date(2026, 11, 21)
KEPT = load_kept(FOLDER, KNOWLEDGE / "sources.yaml")


@pytest.fixture(scope="module")
def condition() -> Condition:
    return built_in_condition()


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return built_in_handbook()


def printed_in(outputs: Iterator[object]) -> list[str]:
    text = "\n".join(map(str, outputs))
    return [claim.id for claim in KEPT.values() if claim.id in text or claim.text in text]


def test_there_is_something_to_keep_back() -> None:
    assert len(KEPT) == 6


def test_no_answer_prints_them(condition: Condition) -> None:
    respondent = Respondent(condition.evidence, phrases=condition.phrases)
    questions = [topic.ask for topic in condition.evidence.lexicon.topics] + [claim.text for claim in KEPT.values()]
    readers = condition.pathway.wordings
    assert (
        printed_in(
            answer_as_json(respondent.ask(question, who))["statements"] for question in questions for who in readers
        )
        == []
    )


def test_no_plan_prints_them(condition: Condition) -> None:
    pathway = condition.pathway
    plans = (
        apply(pathway, read_patient(pathway, facts), audience=who, today=TODAY)
        for facts in FACTS.values()
        for who in pathway.wordings
    )
    assert printed_in(map(plan_as_json, plans)) == []


def test_no_guide_procedure_or_choice_prints_them(handbook: Handbook) -> None:
    book = handbook.book
    guides = (guide_page(handbook, who, today=TODAY) for who in book.audiences)
    procedures = (
        procedure_page(handbook, name, who, today=TODAY) for name in book.procedures for who in book.audiences
    )
    choices = (choice_page(handbook, name, who, today=TODAY) for name in book.choices for who in book.audiences)
    assert printed_in(map(page_as_json, (*guides, *procedures, *choices))) == []
