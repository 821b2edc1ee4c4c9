"""Who asks for the next step is told of danger first: neither the question, nor facts given beside it, take it away."""

from datetime import date
from pathlib import Path

import pytest
from tests.built_in import built_in_adviser, built_in_condition

from isthmus.advise import Adviser
from isthmus.claims import URGENT
from isthmus.condition import Condition
from isthmus.located import parse_yaml

TABLES = Path(__file__).with_name("safety")
TODAY = date(2026, 11, 21)
NEXT = "What next for my pars defect?"


def one_of_each_row(name: str) -> list[tuple[str, str]]:
    rows = parse_yaml((TABLES / f"{name}.yaml").read_text(encoding="utf-8"), name).value
    return [(name, questions[len(questions) // 2]) for questions in rows.values()]


@pytest.fixture(scope="module")
def condition() -> Condition:
    return built_in_condition()


@pytest.fixture(scope="module")
def advisor() -> Adviser:
    return built_in_adviser()


@pytest.mark.parametrize(("behaviour", "told"), one_of_each_row("emergency") + one_of_each_row("send_to_care"))
def test_danger_comes_before_the_next_step(condition: Condition, advisor: Adviser, behaviour: str, told: str) -> None:
    signs = (name for name, feature in condition.pathway.features.items() if feature.red_flag)
    no_signs = {str(name): False for name in signs}
    for case in (None, no_signs):
        advice = advisor.ask(f"{told} {NEXT}", today=TODAY, case=case)
        assert advice.behaviour in URGENT[: URGENT.index(behaviour) + 1]


@pytest.mark.parametrize(("behaviour", "told"), one_of_each_row("emergency"))
def test_danger_told_before_comes_before_the_next_step(advisor: Adviser, behaviour: str, told: str) -> None:
    assert advisor.ask(NEXT, today=TODAY, thread=[told]).behaviour == behaviour
