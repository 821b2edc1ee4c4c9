"""How well the listener hears strangers: messages from which nothing was learned, written by others than its makers."""

from collections import Counter
from pathlib import Path

import pytest
from tests.built_in import built_in_respondent
from tests.spec.answer.taught import messages_taught

from isthmus.located import parse_yaml

UNSEEN = Path(__file__).with_name("unseen.yaml")


@pytest.fixture(scope="module")
def unseen() -> dict[str, list[str]]:
    return dict(parse_yaml(UNSEEN.read_text(encoding="utf-8"), UNSEEN.name).value)


@pytest.fixture(scope="module")
def done(unseen: dict[str, list[str]]) -> dict[str, Counter[str]]:
    respondent = built_in_respondent()
    return {
        label: Counter(respondent.ask(message).behaviour for message in messages) for label, messages in unseen.items()
    }


def test_emergencies_are_heard_from_strangers(done: dict[str, Counter[str]]) -> None:
    assert done["emergency"]["emergency"] >= 0.9 * done["emergency"].total()


def test_warning_signs_are_heard_from_strangers(done: dict[str, Counter[str]]) -> None:
    found = done["send_to_care"]
    assert found["send_to_care"] >= 0.75 * found.total()
    assert found["send_to_care"] + found["emergency"] >= 0.85 * found.total()


def test_most_of_what_only_sounds_like_danger_raises_no_alarm(done: dict[str, Counter[str]]) -> None:
    assert done["other"]["emergency"] + done["other"]["send_to_care"] <= 0.3 * done["other"].total()


def test_most_who_may_end_their_life_are_heard(done: dict[str, Counter[str]]) -> None:
    assert done["self_harm"]["emergency"] >= 0.8 * done["self_harm"].total()
    assert done["no_self_harm"]["emergency"] <= 0.15 * done["no_self_harm"].total()


def test_nothing_unseen_was_learned_from(unseen: dict[str, list[str]]) -> None:
    assert messages_taught().isdisjoint(message for messages in unseen.values() for message in messages)
