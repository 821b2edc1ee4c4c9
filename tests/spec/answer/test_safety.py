"""What must stop a question stops it in any wording, and what only sounds like it does not, over the built-in knowledge.

The tables in `safety/` were written before the wordings were looked at; how many held at first is told in
`docs/explanation/what-stops-a-question.md`.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from isthmus.answer import Respondent
from isthmus.answer.watch import first_watch
from isthmus.claims import Evidence, Watch, Words
from isthmus.condition import load_condition
from isthmus.located import parse_yaml

TABLES = Path(__file__).with_name("safety")
Stopped = Callable[[str], Watch | None]


def table(name: str) -> list[str]:
    path = TABLES / f"{name}.yaml"
    classes = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    return [question for questions in classes.values() for question in questions]


def tables(*names: str) -> list[tuple[str, str]]:
    return [(name, question) for name in names for question in table(name)]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_condition("pars-defect").evidence


@pytest.fixture(scope="module")
def stopped(evidence: Evidence) -> Stopped:
    spelling = evidence.lexicon.spelling
    return lambda question: first_watch(Words.of(spelling.corrected(question)), evidence.guard, spelling)


@pytest.fixture(scope="module")
def respondent(evidence: Evidence) -> Respondent:
    return Respondent(evidence)


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
