"""What must stop a question stops it in any wording, and what only sounds like it does not, over the built-in knowledge.

The tables in `safety/` were written before the wordings were looked at; how many held at first is told in
`docs/explanation/what-stops-a-question.md`.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer import Respondent
from isthmus.answer.thread import urgent_in_part
from isthmus.answer.watch import stop_of
from isthmus.claims import Evidence, Watch
from isthmus.located import parse_yaml

TABLES = Path(__file__).with_name("safety")
PARTS = parse_yaml(Path(__file__).with_name("parts.yaml").read_text(encoding="utf-8"), "parts.yaml").value
BESIDE = (
    "How much ibuprofen can I take?",
    "Can you read my MRI?",
    "Who is the best spine surgeon in London?",
    "How much does a fusion cost, and how long is recovery?",
    "Can she play on Saturday?",
    "How common is a pars defect?",
)
TOLD = (
    "I am pregnant",
    "it was found by chance",
    "I take 400 mg of ibuprofen",
    "as a child I did gymnastics",
    "my friend had a fusion",
    "I read about this on a website",
    "what are the red flags",
    "everybody wants to know what if it gets worse",
    "that was two years ago",
    "everything else is normal",
    "it hurts to walk",
    "my father had cancer",
)
Stopped = Callable[[str], Watch | None]


def table(name: str) -> list[str]:
    path = TABLES / f"{name}.yaml"
    classes = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    return [question for questions in classes.values() for question in questions]


def tables(*names: str) -> list[tuple[str, str]]:
    return [(name, question) for name in names for question in table(name)]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return built_in_condition().evidence


@pytest.fixture(scope="module")
def stopped(evidence: Evidence) -> Stopped:
    return lambda question: stop_of(question, evidence)


@pytest.fixture(scope="module")
def respondent() -> Respondent:
    return built_in_respondent()


@pytest.mark.parametrize(("behaviour", "question"), tables("emergency", "send_to_care"))
def test_a_danger_sign_stops_a_question_in_any_wording(stopped: Stopped, behaviour: str, question: str) -> None:
    watch = stopped(question)
    assert watch is not None
    assert watch.behaviour == behaviour


@pytest.mark.parametrize(("behaviour", "question"), tables("abstain", "clarify"))
def test_what_is_not_answered_says_why(respondent: Respondent, behaviour: str, question: str) -> None:
    answer = respondent.ask(question)
    assert answer.behaviour == behaviour
    assert answer.reason


@pytest.mark.parametrize("row", PARTS["in_part"], ids=lambda row: row["asked"])
def test_the_part_that_is_refused_is_told_and_the_rest_is_answered(respondent: Respondent, row: dict[str, Any]) -> None:
    answer = respondent.ask(row["asked"])
    assert answer.statements
    assert answer.behaviour != "abstain"
    assert [one.question for one in answer.refused] == row["refused"]
    assert all(one.reason for one in answer.refused)
    assert not {said.question for said in answer.statements}.intersection(row["refused"])


@pytest.mark.parametrize("question", PARTS["whole"])
def test_what_hangs_on_a_refused_part_is_refused_with_it(respondent: Respondent, question: str) -> None:
    assert respondent.ask(question).behaviour == "abstain"


@pytest.mark.parametrize("beside", BESIDE)
def test_no_other_question_hides_a_danger_sign(evidence: Evidence, stopped: Stopped, beside: str) -> None:
    for behaviour in ("emergency", "send_to_care"):
        for sign in table(behaviour)[:: len(BESIDE) * 2]:
            for text in (f"{beside} {sign}", f"{sign.rstrip('.?!')}. {beside}"):
                first = stopped(text)
                watch = first if first and first.behaviour != "abstain" else urgent_in_part(text, evidence)
                assert watch is not None, text
                assert watch.behaviour in {"emergency", "send_to_care"}, text


@pytest.mark.parametrize("told", TOLD)
def test_nothing_that_is_told_beside_it_hides_a_danger_sign(respondent: Respondent, told: str) -> None:
    for behaviour in ("emergency", "send_to_care"):
        for sign in table(behaviour)[:: len(TOLD) * 3]:
            for text in (f"{told}. {sign}", f"{sign.rstrip('.?!')}. {told}.", f"{told}, and {sign}"):
                assert respondent.ask(text).behaviour in {"emergency", "send_to_care"}, text


@pytest.mark.parametrize("question", [*table("no_alarm"), *table("not_stopped")])
def test_no_part_of_what_is_no_danger_sign_raises_an_alarm(evidence: Evidence, question: str) -> None:
    assert urgent_in_part(question, evidence) is None


@pytest.mark.parametrize("question", table("no_alarm"))
def test_what_only_sounds_like_a_danger_sign_raises_no_alarm(stopped: Stopped, question: str) -> None:
    watch = stopped(question)
    assert watch is None or watch.behaviour in {"abstain", "clarify"}


@pytest.mark.parametrize("question", table("not_stopped"))
def test_a_plain_question_of_care_is_stopped_by_nothing(stopped: Stopped, question: str) -> None:
    assert stopped(question) is None


def test_a_stopped_question_is_told_what_to_do_first(evidence: Evidence) -> None:
    first = {"emergency": ("Go to", "Keep still", "Please"), "send_to_care": ("Book",)}
    for watch in evidence.guard.watches:
        assert watch.reason.startswith(first.get(watch.behaviour, ""))


def test_no_question_stands_in_two_tables() -> None:
    names = ("emergency", "send_to_care", "abstain", "clarify", "no_alarm", "not_stopped")
    asked = [question for _, question in tables(*names)]
    assert len(asked) == len(set(asked)) > 1100
