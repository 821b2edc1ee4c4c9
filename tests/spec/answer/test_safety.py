"""What must stop a question stops it in any wording, and what only sounds like it does not, over the built-in knowledge.

The tables in `safety/` were written before the wordings were read; how many held at first is told in
`docs/explanation/what-stops-a-question.md`.
"""

from pathlib import Path

import pytest

from isthmus.answer import Respondent
from isthmus.claims import Evidence
from isthmus.condition import load_condition
from isthmus.located import parse_yaml

TABLES = Path(__file__).with_name("safety")
STOPS = ("emergency", "send_to_care", "abstain", "clarify")


def table(name: str) -> list[str]:
    path = TABLES / f"{name}.yaml"
    classes = parse_yaml(path.read_text(encoding="utf-8"), path.name).value
    return [question for questions in classes.values() for question in questions]


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_condition("pars-defect").evidence


@pytest.fixture(scope="module")
def respondent(evidence: Evidence) -> Respondent:
    return Respondent(evidence)


@pytest.mark.parametrize(("behaviour", "question"), [(name, question) for name in STOPS for question in table(name)])
def test_what_must_stop_a_question_stops_it(respondent: Respondent, behaviour: str, question: str) -> None:
    answer = respondent.ask(question)
    assert answer.behaviour == behaviour
    assert answer.reason


@pytest.mark.parametrize("question", table("no_alarm"))
def test_what_only_sounds_like_a_danger_sign_raises_no_alarm(respondent: Respondent, question: str) -> None:
    assert respondent.ask(question).behaviour not in {"emergency", "send_to_care"}


@pytest.mark.parametrize("question", table("not_stopped"))
def test_a_plain_question_of_care_is_stopped_by_nothing(
    respondent: Respondent, evidence: Evidence, question: str
) -> None:
    answer = respondent.ask(question)
    nothing_found = answer.reason in {evidence.guard.no_evidence, evidence.guard.out_of_scope}
    assert answer.behaviour.startswith("answer") or nothing_found


def test_no_question_stands_in_two_tables() -> None:
    asked = [question for name in (*STOPS, "no_alarm", "not_stopped") for question in table(name)]
    assert len(asked) == len(set(asked)) > 1000
