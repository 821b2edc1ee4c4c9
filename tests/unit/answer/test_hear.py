from dataclasses import replace

import pytest

from isthmus.answer import Respondent
from isthmus.answer.hear import heard, signs_of
from isthmus.claims import Guard, Listener, Part, Scale, Watch, Words
from isthmus.condition import load_condition

LISTENER = Listener(
    bar=0.6, danger=Scale(-2.0, {"floppi": 9.0, "not_floppi": -9.0}), haste=Scale(1.0, {"slowli": -9.0, "floppi": 0.0})
)
EVIDENCE = load_condition("pars-defect").evidence


@pytest.fixture
def listening(guard: Guard) -> Guard:
    now = Watch("heard-emergency", "emergency", (), "Go now.")
    soon = Watch("heard-send_to_care", "send_to_care", (), "Go soon.")
    return replace(guard, listener=LISTENER, heard={"emergency": now, "send_to_care": soon})


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("My legs are floppy", "Go now."),
        ("slowly floppy", "Go soon."),
        ("My legs are not floppy", None),
        ("My legs are not. Floppy!", "Go now."),
        ("Does a brace help?", None),
        ("?", None),
    ],
)
def test_danger_is_heard_in_the_words_as_a_whole(listening: Guard, message: str, reason: str | None) -> None:
    found = heard(Words.of(message), listening)
    assert (found and found.reason) == reason


def test_a_condition_whose_listener_was_not_taught_hears_nothing(guard: Guard) -> None:
    assert heard(Words.of("My legs are floppy"), guard) is None


def test_numbers_are_all_alike() -> None:
    assert signs_of(Words.of("14, or 7b?"), {}) == {"0", "or", "0_or", "or_0"}


def test_named_sets_are_signs_and_so_are_those_that_meet_in_a_sentence() -> None:
    sets = {"numb": Part((("numb",), ("dead",))), "leg": Part((("leg",),)), "arm": Part((("arm",),))}
    signs = signs_of(Words.of("My dead leg. An arm."), sets)
    assert {sign for sign in signs if "<" in sign} == {"<numb>", "<leg>", "<arm>", "<leg>+<numb>"}


def test_what_no_watch_holds_is_heard_and_does_not_end_with_the_next_question() -> None:
    respondent = Respondent(EVIDENCE)
    message = "My legs feel like somebody else's since I sat up, is it the chair?"
    quiet = Respondent(replace(EVIDENCE, guard=replace(EVIDENCE.guard, listener=None)))
    assert quiet.ask(message).behaviour != "emergency"
    answer = respondent.ask(message)
    assert answer.behaviour == "emergency"
    assert answer.reason == EVIDENCE.guard.heard["emergency"].reason
    assert [str(one.claim) for one in answer.statements] == ["PD-145"]
    assert respondent.ask("Does a brace help?", thread=[message]).behaviour == "emergency"
    assert quiet.ask("Does a brace help?", thread=[message]).behaviour != "emergency"
