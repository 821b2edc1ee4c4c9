from dataclasses import replace
from importlib import import_module

import pytest
from tests.built_in import built_in_condition, built_in_respondent

from isthmus.answer import Respondent
from isthmus.answer.lasting import dangers_before, dangers_in, warning_of
from isthmus.claims import Evidence, Watch

CONDITION = built_in_condition()
EVIDENCE = CONDITION.evidence
RESPONDENT = built_in_respondent()
WEAK = "I have spondylolisthesis and my left leg has been weak for a year"
NEXT = "What next?"


def behaviour(question: str, *thread: str) -> str:
    return RESPONDENT.ask(question, thread=thread).behaviour


@pytest.mark.parametrize("question", ["What should I do?", "Can I swim?", "ok", "15", "Which exercises should I do?"])
def test_a_warning_sign_told_before_is_said_again_to_who_asks_for_themselves(question: str) -> None:
    assert behaviour(question, WEAK) == "send_to_care"
    assert RESPONDENT.ask(question, thread=[WEAK]).reason == RESPONDENT.ask(WEAK).reason
    assert behaviour(question, WEAK, "What is a pars defect?") == "send_to_care"


@pytest.mark.parametrize("question", ["What is a pars defect?", "Does a brace help?"])
def test_a_question_in_general_is_answered_after_a_warning_sign(question: str) -> None:
    assert behaviour(question, WEAK).startswith("answer")


@pytest.mark.parametrize(
    "question",
    ["which scan next", "what exercises help", "is swimming ok", "how long will it take to heal", "any stretches?"],
)
@pytest.mark.parametrize(
    "told",
    ["She has lost weight and we don't know why.", "She had leukaemia at 5.", "Her leg has been weak for a year."],
)
def test_a_question_that_names_nobody_is_one_for_the_person_who_was_told_of(told: str, question: str) -> None:
    thread = ["My daughter is 13 with a pars fracture on the left.", told]
    assert behaviour(question, *thread) == "send_to_care"


@pytest.mark.parametrize(
    "question",
    [
        "What does grade 2 mean?",
        "How common is a slip in gymnasts?",
        "Do children need an operation?",
        "What is spondylolysis?",
    ],
)
def test_what_is_plainly_asked_of_people_in_general_is_answered(question: str) -> None:
    assert behaviour(question, WEAK).startswith("answer")


def test_what_holds_only_without_danger_is_not_said_after_a_warning_sign() -> None:
    in_general = "Which scan do children with back pain get first?"
    assert "PD-039" in {one.claim for one in RESPONDENT.ask(in_general).statements}
    assert behaviour(in_general, WEAK) == "send_to_care"


@pytest.mark.parametrize("denial", ["No, my leg is not weak.", "I was wrong, no weakness in my leg at all."])
def test_a_warning_sign_is_over_once_it_is_denied(denial: str) -> None:
    assert behaviour("What should I do?", WEAK, denial) == "clarify"
    assert behaviour("What should I do?", WEAK, denial, WEAK) == "send_to_care"


def test_a_warning_sign_is_not_over_where_something_else_is_denied_or_it_is_told_again() -> None:
    for turn in ("none of these", "My left leg is weak still.", "I play hockey."):
        assert behaviour("What should I do?", WEAK, turn) == "send_to_care"


def test_an_emergency_is_never_over_by_a_denial() -> None:
    told = dangers_before(["My groin is numb since this morning"], "My groin is not numb.", EVIDENCE)
    assert [one.behaviour for one in told] == ["emergency"]


def test_danger_told_beside_another_question_is_remembered() -> None:
    [watch] = dangers_before(["Her foot drops since Monday. How common is a slip?"], NEXT, EVIDENCE)
    assert watch.behaviour == "emergency"


def test_what_was_told_comes_before_what_only_sounded_so_which_outranks_no_answer() -> None:
    told, sounded = EVIDENCE.guard.watches[0], EVIDENCE.guard.heard["send_to_care"]
    told = replace(told, behaviour="send_to_care")
    assert warning_of([told, sounded], EVIDENCE.guard, answered=False) is told
    assert warning_of([sounded], EVIDENCE.guard, answered=False) is sounded
    assert warning_of([sounded], EVIDENCE.guard, answered=True) is None
    assert warning_of([], EVIDENCE.guard, answered=False) is None
    assert warning_of([told], replace(EVIDENCE.guard, listener=None), answered=True) is told


def test_in_one_conversation_the_danger_of_each_turn_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def counted(text: str, before: tuple[str, ...], evidence: Evidence) -> tuple[Watch, ...]:
        looked.append(text)
        return dangers_in(text, before, evidence)

    monkeypatch.setattr(import_module("isthmus.answer.ask"), "dangers_in", counted)
    respondent = Respondent(EVIDENCE).remembering()
    thread = ["Does a brace help?", WEAK, "None of these.", "Is rest better?"]
    for number in range(1, len(thread)):
        answer = respondent.ask(thread[number], thread=thread[:number])
        assert answer == RESPONDENT.ask(thread[number], thread=thread[:number])
    assert looked == thread[:-1]
