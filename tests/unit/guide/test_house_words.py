from pathlib import Path

import pytest
from tests.unit.guide.small import written

from isthmus.condition import built_in_knowledge
from isthmus.guide.house_words import HouseRule, check_words
from isthmus.guide.load import read_rules

RULES = read_rules(built_in_knowledge())


def broken(text: str, register: str = "plain") -> set[str]:
    found = check_words([written(text, register=register)], RULES)
    return {fault.what.rpartition("(")[2].rstrip(").") for fault in found}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Take 400 mg with food.", "dose"),
        ("Take it twice a day.", "dose"),
        ("Take 2 tablets.", "dose"),
        ("Stop your blood thinners a week before.", "drug-order"),
        ("Aspirin: stop it.", "drug-order"),
        ("Have nothing to eat after midnight.", "fasting"),
        ("The bone will heal.", "promise"),
        ("You will be back soon.", "promise"),
        ("This is a guaranteed result.", "promise"),
        ("You are cleared for sport.", "clearance"),
        ("Find the best surgeon.", "best-surgeon"),
        ("He can train.", "gendered"),
        ("His back hurts.", "gendered"),
        ("Go to a center.", "spelling"),
        ("It heals — often.", "dash"),
        ("About 84% did well.", "percentage"),
    ],
)
def test_words_that_no_reader_should_meet_are_found(text: str, rule: str) -> None:
    assert rule in broken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ask the prescriber of your blood thinner. Never stop it on your own.",
        "The team says which medicines to stop and when.",
        "Bone joined in about 93 of 100.",
        "Nobody can promise that it will heal.",
        "The other side may hurt, and there is the risk.",
        "A slip of up to 25% is grade I.",
        "Stop sport for three months.",
        "This is not a clearance. A clinician who knows you decides that.",
    ],
)
def test_words_that_are_careful_are_left_alone(text: str) -> None:
    assert broken(text) == set()


def test_a_rule_for_plain_readers_leaves_others_alone() -> None:
    assert broken("83.9% of 665 did well.", register="clinical") == set()


def test_a_fault_names_the_phrase_the_reason_and_the_remedy() -> None:
    rule = HouseRule("promise", "nothing is promised", "Say what was found.", ("will heal",))
    (fault,) = check_words([written("It WILL heal.")], [rule])
    assert str(fault) == "f.yaml:3: `will heal`: nothing is promised (promise). Say what was found."


def test_a_phrase_near_another_counts_within_its_distance_only() -> None:
    rule = HouseRule("order", "w", "r", ("stop",), near=("aspirin",), within=2)
    assert [rule.finds(text) for text in ("stop the aspirin", "aspirin: stop", "stop all of the aspirin")] == [
        "stop",
        "stop",
        None,
    ]


def test_the_rules_are_knowledge(tmp_path: Path) -> None:
    (tmp_path / "house_words.yaml").write_text("rules: [{id: a, why: w, remedy: r, words: [x*], for: plain}]", "utf-8")
    (rule,) = read_rules(tmp_path)
    assert (rule.register, rule.finds("Xylophone!")) == ("plain", "xylophone")
