"""What questions tell of their patient, over the built-in knowledge."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.unit.knowledge import FOLDER

from isthmus.answer.facts import read_facts
from isthmus.answer.forms import in_sentences
from isthmus.claims import Asking
from isthmus.claims.load_asking import load_asking
from isthmus.located import parse_yaml

FILE = Path(__file__).with_name("facts.yaml")
FEWEST_ROWS = 150

Row = tuple[str, Mapping[str, Any]]


def rows() -> list[Row]:
    parts = parse_yaml(FILE.read_text(encoding="utf-8"), FILE.name).value
    return [(question, told) for part in ("before", "since") for question, told in parts[part]]


def threads() -> list[tuple[list[str], Mapping[str, Any]]]:
    return [(turns, told) for turns, told in parse_yaml(FILE.read_text(encoding="utf-8"), FILE.name).value["threads"]]


@pytest.fixture(scope="module")
def asking() -> Asking:
    return load_asking(FOLDER)


@pytest.mark.parametrize(("question", "told"), rows())
def test_a_question_tells_these_facts_and_no_other(asking: Asking, question: str, told: Mapping[str, Any]) -> None:
    read = {fact.feature: fact.value for fact in read_facts(question, asking)}
    assert read == {name: _as_read(value) for name, value in told.items()}


@pytest.mark.parametrize(("turns", "told"), threads())
def test_a_conversation_tells_of_the_patient_of_its_last_question(
    asking: Asking, turns: list[str], told: Mapping[str, Any]
) -> None:
    read = {fact.feature: fact.value for fact in read_facts(turns[-1], asking, turns[:-1])}
    assert read == {name: _as_read(value) for name, value in told.items()}


def test_every_fact_is_shown_in_the_words_that_say_it(asking: Asking) -> None:
    for question, _ in rows():
        assert all(fact.said and fact.said in in_sentences(question) for fact in read_facts(question, asking))


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len({question for question, _ in rows()}) == len(rows()) >= FEWEST_ROWS


def _as_read(value: object) -> object:
    match value:
        case bool() | str():
            return value
        case list():
            return tuple(value)
        case _:
            return Decimal(str(value))
