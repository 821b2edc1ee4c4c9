from dataclasses import replace

import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.model import Answer, Citation, Refusal, Statement
from isthmus.answer.refuse import Parted, part, part_joined, set_aside, with_refusals
from isthmus.claims import Stop, Watch
from isthmus.terms import AudienceId, ClaimId, SourceId

STOPS: dict[str, Stop] = {"dose": "abstain", "price": "abstain", "numb": "emergency", "failed": "clarify"}
WATCHES = {name: Watch(name, stop, (), f"No {name}. Ask a person.") for name, stop in STOPS.items()}
NOTHING = Answer("Both?", AudienceId("patient"), "abstain", "Nothing is held.", (), (), (), "Not reviewed.")


def stops(text: str) -> Watch | None:
    """Stop a text that holds the name of a watch; what is harmless takes the sting out of a price."""
    named = (name for name in WATCHES if name in text and not (name == "price" and "harmless" in text))
    return next((WATCHES[name] for name in named), None)


def parted(text: str) -> Parted | None:
    return part(text, ASKING, stops, stops(text))


def refused(text: str) -> list[str]:
    found = parted(text)
    return [piece.text for piece, _ in found.refused] if found else []


@pytest.mark.parametrize(
    ("text", "refusals", "rest"),
    [
        ("What dose is right? Does rest help?", ["What dose is right"], "Does rest help?"),
        ("He is 12. What dose is right? Does rest help?", ["What dose is right"], "He is 12. Does rest help?"),
        ("My scan dose was big. What is wrong? Does rest help?", ["What is wrong"], "Does rest help?"),
        ("What dose is right? Is it safe with a brace? Does rest help?", ["What dose is right", "Is it safe with a brace"], "Does rest help?"),
        ("What dose is right? Is it safe with a brace?", ["What dose is right", "Is it safe with a brace"], ""),
        ("What is the price? Is rest harmless?", ["What is the price"], "Is rest harmless?"),
        ("Has it failed? What dose is right?", ["What dose is right"], "Has it failed?"),
    ],
)  # fmt: skip
def test_what_is_refused_is_parted_from_the_rest(text: str, refusals: list[str], rest: str) -> None:
    found = parted(text)
    assert refused(text) == refusals
    assert found is not None
    assert found.rest == rest


def test_of_very_many_questions_each_is_judged_by_itself_and_none_is_answered_beside_a_refusal() -> None:
    many = "Does rest help? " * 40
    found = parted(f"{many} What dose is right?")
    assert found is not None
    assert ([piece.text for piece, _ in found.refused], found.rest) == (["What dose is right"], "")
    assert parted(many) is None
    assert parted(f"{many} Is it numb? What dose is right?") is None


@pytest.mark.parametrize(
    "text", ["What dose is right?", "My dose is big. It hurts. Why?", "Is it numb? What dose is right?", "Why? Does rest help?"]
)  # fmt: skip
def test_one_question_or_one_with_a_danger_sign_is_left_whole(text: str) -> None:
    assert parted(text) is None


def test_what_is_told_and_without_which_nothing_would_be_refused_goes_with_it() -> None:
    def both(text: str) -> Watch | None:
        return stops("dose") if "pill" in text and "stop" in text else None

    text = "I take a pill. He is 12. Should I stop? Does rest help?"
    found = part(text, ASKING, both, both(text))
    assert found is not None
    assert found.rest == "He is 12. Does rest help?"


def joined(text: str, *asked: str) -> Parted | None:
    return part_joined(text, ASKING, stops, WATCHES["dose"], lambda question: any(word in question for word in asked))


def test_of_questions_refused_only_where_they_are_joined_what_may_be_asked_is_kept() -> None:
    found = joined("He is 12. Should I take a pill and does rest help?", "rest")
    assert found is not None
    assert ([piece.text for piece, _ in found.refused], found.rest) == (
        ["Should I take a pill"],
        "He is 12. does rest help?",
    )
    assert found.asks == ("does rest help?",)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Should I take a pill?", ""),
        ("Should I take a pill and does rest help?", "rest pill"),
        ("Should I take a pill and does rest help?", ""),
        ("Should I take a pill and does it help with rest?", "rest"),
        ("Should I take a pill and is rest a dose?", "rest"),
        ("Should I take a pill? " + "Does rest help? " * 40, "rest"),
    ],
)
def test_joined_questions_stay_whole_where_one_hangs_on_another_or_all_sound_alike(text: str, asked: str) -> None:
    assert joined(text, *asked.split()) is None


def tells(text: str) -> Watch | None:
    return WATCHES["dose"] if "pill" in text else None


@pytest.mark.parametrize(
    ("text", "aside", "rest"),
    [
        ("I take a pill. Does rest help?", "I take a pill", "Does rest help?"),
        ("I take a pill, he is 12. Does rest help?", "I take a pill, he is 12", "he is 12. Does rest help?"),
        ("I take a pill, does rest help?", "I take a pill", "does rest help?"),
    ],
)
def test_what_is_told_and_not_asked_of_is_set_aside_with_its_reason(text: str, aside: str, rest: str) -> None:
    found = set_aside(text, ASKING, stops, tells)
    assert found is not None
    assert ([piece.written for piece, _ in found.refused], found.rest) == ([aside], rest)


@pytest.mark.parametrize(
    "text",
    [
        "I take a pill.",
        "Does rest help?",
        "He is 12. Does rest help?",
        "I take a pill. What does it do?",
        "I take a pill. What dose is right?",
        f"I take a pill. {'Does rest help? ' * 40}",
    ],
)
def test_nothing_is_set_aside_where_what_is_asked_may_be_about_it(text: str) -> None:
    assert set_aside(text, ASKING, stops, tells) is None


def test_a_refusal_says_each_reason_once_and_the_rest_is_labelled() -> None:
    found = parted("What dose is right? Which dose is safe? What is the price? Does rest help?")
    assert found is not None
    assert found.for_many_reasons
    citation = Citation(SourceId("S1"), "A title", None, None, None, None, None, None, "Rest helps.")
    said = replace(
        NOTHING,
        question="",
        behaviour="answer",
        reason=None,
        statements=(Statement("Rest helps.", None, ClaimId("PD-1"), (citation,)),),
    )
    answer = with_refusals(said, found, NOTHING)
    assert answer.refused == (
        Refusal("What dose is right? Which dose is safe?", "No dose. Ask a person."),
        Refusal("What is the price?", "No price. Ask a person."),
    )
    assert (answer.question, answer.statements[0].question) == ("Both?", "Does rest help?")
