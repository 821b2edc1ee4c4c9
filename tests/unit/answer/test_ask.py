from dataclasses import replace
from typing import Any

import pytest
from tests.built_in import built_in_respondent
from tests.unit.answer.asking import ASKING

from isthmus.answer import Respondent, ask
from isthmus.claims import Evidence
from isthmus.corpus import Library
from isthmus.errors import InvalidQuestion
from isthmus.search import PassageIndex
from isthmus.terms import AudienceId, ClaimId

KNOWING = built_in_respondent()


@pytest.mark.parametrize(
    ("question", "behaviour", "claims"),
    [
        ("What is a crack?", "answer", ["PD-1"]),
        ("Does a corset help?", "answer_with_disagreement", ["PD-3", "PD-4"]),
        ("My leg is numb, which rest?", "emergency", ["PD-1"]),
        ("Which dose of rest?", "abstain", []),
        ("The rest did not work", "clarify", ["PD-2"]),
        ("Does laser help a crack?", "abstain", []),
        ("Which laptop?", "abstain", []),
    ],
)
def test_a_question_is_answered_or_it_is_not(
    evidence: Evidence, question: str, behaviour: str, claims: list[str]
) -> None:
    answer = ask(question, evidence)
    assert (answer.behaviour, [statement.claim for statement in answer.statements]) == (behaviour, claims)
    assert (answer.reason is None) is behaviour.startswith("answer")
    assert (answer.question, answer.audience, answer.notice) == (question, "patient", "Not reviewed.")


@pytest.mark.parametrize(
    ("question", "reason"), [("Does laser help a crack?", "Nothing is held."), ("Which laptop?", "Not ours.")]
)
def test_no_evidence_is_told_apart_from_no_concern_of_ours(evidence: Evidence, question: str, reason: str) -> None:
    assert ask(question, evidence).reason == reason


def test_positions_stand_beside_an_answer_on_which_sources_differ(evidence: Evidence) -> None:
    (disagreement,) = ask("Does a corset help?", evidence).disagreements
    assert [position.text for position in disagreement.positions] == ["no difference", "part of care"]


def test_treatment_as_a_whole_is_answered_stage_by_stage(evidence: Evidence) -> None:
    stages = [statement.stage for statement in ask("What is the treatment for a crack?", evidence).statements]
    assert stages == ["first-line", "first-line", "first-line", "second-line", "third-line", "third-line"]


def test_what_to_ask_next_is_offered(evidence: Evidence) -> None:
    assert ask("What is a crack?", evidence).follow_up == ("Does rest help?", "Does a brace help?")
    assert ask("Which dose?", evidence).follow_up == ("Which medicines?",)


def test_a_library_answers_beside_the_claims_and_every_sentence_of_it_stands_in_it(
    evidence: Evidence, library: Library
) -> None:
    answer = ask("What is the treatment for a pars defect?", evidence, index=PassageIndex.over(library))
    held = (library.document(about.id) for about in library.abouts())
    texts = {str(document.id): document.text.encode() for document in held if document}
    quoted = [statement for statement in answer.statements if statement.claim is None]
    assert {statement.stage for statement in quoted} == {"first-line", "second-line", "third-line"}
    for statement in quoted:
        (cited,) = statement.citations
        assert texts[cited.document or ""][cited.start : cited.end].decode() == statement.text
    stages = [str(statement.stage) for statement in answer.statements]
    assert stages == sorted(stages)
    assert len(quoted) < len(stages)


def test_a_library_that_has_no_answer_leaves_it_to_the_claims(evidence: Evidence, library: Library) -> None:
    assert [s.claim for s in ask("Is smoking bad?", evidence, index=PassageIndex.over(library)).statements] == ["PD-7"]


def test_a_disagreement_is_laid_open_beside_a_library_too(evidence: Evidence, library: Library) -> None:
    answer = ask("Is there a brace for a crack?", evidence, index=PassageIndex.over(library))
    assert answer.behaviour == "answer_with_disagreement"
    assert "A brace is offered by some teams." in [statement.text for statement in answer.statements]


def test_a_statement_that_is_not_as_stored_is_never_shown(
    evidence: Evidence, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: Any = library.document
    monkeypatch.setattr(library, "document", lambda key: replace(found(key), text=found(key).text.upper()))
    answer = ask("Is steroid injection for a crack?", evidence, index=PassageIndex.over(library))
    assert [statement.claim for statement in answer.statements] == ["PD-5"]


def test_an_answer_of_a_library_leads_on_to_what_the_condition_is(evidence: Evidence, library: Library) -> None:
    answer = ask("few for a crack", evidence, index=PassageIndex.over(library))
    assert answer.statements[0].text == "Surgery is kept for the few."
    assert answer.follow_up == ("Does rest help?", "Does a brace help?")


def test_an_empty_library_and_no_claims_give_no_answer(evidence: Evidence) -> None:
    nothing = Respondent(replace(evidence, claims={}), PassageIndex.over(Library.in_memory()))
    for question in ("What is the treatment for a crack?", "Does a corset help?", "crack"):
        assert nothing.ask(question).behaviour == "abstain"


def test_the_reader_is_named(evidence: Evidence) -> None:
    assert Respondent(evidence).ask("What is a crack?", AudienceId("coach")).audience == "coach"


def test_a_claim_is_said_in_the_reader_s_own_words_and_quoted_as_it_is_kept(evidence: Evidence) -> None:
    (plain,) = ask("What is a crack?", evidence).statements[:1]
    assert plain.claim is not None
    (own,) = ask("What is a crack?", evidence, phrases={plain.claim: "A crack is a thin gap in the bone."}).statements[
        :1
    ]
    assert (own.text, own.claim, own.citations) == ("A crack is a thin gap in the bone.", plain.claim, plain.citations)


@pytest.mark.parametrize(
    ("question", "phrase", "used"),
    [
        ("Is a steroid bad?", "It eased pain in some.", False),  # names neither the injection nor the steroid
        ("Is a steroid bad?", "A steroid eased pain in some.", True),
        ("Is a steroid bad for pain?", "An injection helped some.", False),  # leaves out what was asked for
    ],
)
def test_the_reader_s_words_are_used_where_they_speak_of_what_was_asked(
    evidence: Evidence, question: str, phrase: str, *, used: bool
) -> None:
    injections = replace(evidence.claims[ClaimId("PD-5")], text="Injections eased pain in one of three.")
    known = replace(evidence, claims={**evidence.claims, injections.id: injections})
    (said,) = ask(question, known, phrases={injections.id: phrase}).statements
    assert (said.text == phrase, said.citations[0].quote) == (used, injections.text)


def test_words_of_another_reader_are_not_used(evidence: Evidence) -> None:
    phrases = {AudienceId("coach"): dict.fromkeys(evidence.claims, ("Other words.",))}
    answer = Respondent(evidence, phrases=phrases).ask("What is a crack?", AudienceId("surgeon"))
    assert "Other words." not in [statement.text for statement in answer.statements]


def test_the_same_question_always_has_the_same_answer(evidence: Evidence, library: Library) -> None:
    question = "What is the treatment for a pars defect?"
    assert ask(question, evidence, index=PassageIndex.over(library)) == ask(
        question, evidence, index=PassageIndex.over(library)
    )


@pytest.mark.parametrize("question", ["", "   ", "a" * 10_001])
def test_what_is_no_question_is_refused(evidence: Evidence, question: str) -> None:
    with pytest.raises(InvalidQuestion):
        ask(question, evidence)


def test_claims_are_said_beside_an_answer_and_one_that_is_not_held_is_left_out(evidence: Evidence) -> None:
    respondent = Respondent(evidence)
    answer = respondent.ask("Which dose?")
    assert [said.claim for said in respondent.say([ClaimId("PD-2"), ClaimId("PD-99")], answer)] == ["PD-2"]


def test_without_a_writer_an_answer_is_as_it_was(evidence: Evidence) -> None:
    respondent = Respondent(evidence)
    answer = respondent.ask("What is a crack?")
    assert respondent.written(answer) is answer


@pytest.mark.parametrize(
    ("question", "may_be"),
    [
        ("What is a crack?", True),
        ("Does laser help a crack?", True),
        ("Which dose?", False),
        ("Which rest, if my leg is numb?", False),
    ],
)
def test_facts_could_lead_on_unless_it_was_refused(evidence: Evidence, question: str, *, may_be: bool) -> None:
    respondent = Respondent(evidence)
    assert respondent.may_be_settled(respondent.ask(question)) is may_be
    assert respondent.unsettled == evidence.asking.unsettled


def test_of_several_things_asked_one_is_refused_and_the_other_answered(evidence: Evidence) -> None:
    answer = Respondent(replace(evidence, asking=ASKING)).ask("Which dose is right? What is a crack?")
    assert [refusal.reason for refusal in answer.refused] == ["Ask a pharmacist."]
    assert (answer.behaviour, [said.claim for said in answer.statements]) == ("answer", ["PD-1"])


def test_what_may_reply_asks_nothing_and_says_yes_or_no_or_is_not_understood() -> None:
    replies = {turn: KNOWING.may_reply(KNOWING.ask(turn)) for turn in ("yes", "she likes tea", "What is a brace?")}
    assert replies == {"yes": True, "she likes tea": True, "What is a brace?": False}
    assert not KNOWING.may_reply(KNOWING.ask("My groin is numb since this morning"))
    assert [KNOWING.asks(turn) for turn in ("What is a brace?", "yes")] == [True, False]
    assert KNOWING.unclear


def test_the_facts_of_a_conversation_are_those_of_all_its_turns() -> None:
    told = KNOWING.facts_of(["My son is 14.", "He has a grade 1 slip."])
    assert {str(fact.feature) for fact in told} == {"age_years", "slip_grade_reported"}


@pytest.mark.parametrize(
    ("turn", "denies", "general"),
    [
        ("None of the above.", True, False),
        ("None of the above, except a numb leg.", False, False),
        ("Does a brace help a pars defect?", False, True),
        ("Does a brace help my son?", False, False),
    ],
)
def test_a_turn_may_deny_all_that_was_asked_or_be_about_people_in_general(
    turn: str, *, denies: bool, general: bool
) -> None:
    respondent = built_in_respondent()
    assert (respondent.denies_all(turn), respondent.asks_in_general(turn)) == (denies, general)


def test_what_is_only_courtesy_asks_nothing_and_ends_no_danger() -> None:
    thanks = "Ok thanks, that helps."
    unasked = KNOWING.ask(thanks, thread=["What is a brace?"])
    assert (unasked.behaviour, unasked.statements) == ("abstain", ())
    assert unasked.reason == KNOWING.ask("Thank you!").reason != KNOWING.ask("Does it rain?").reason
    assert KNOWING.ask(thanks, thread=["How much ibuprofen may I take?"]).reason == unasked.reason
    assert KNOWING.ask(thanks, thread=["My groin is numb since this morning."]).behaviour == "emergency"
    assert KNOWING.ask(thanks, thread=["My son is 4 and his back hurts."]).behaviour == "send_to_care"
    assert KNOWING.may_reply(unasked)


@pytest.mark.parametrize("told", ["I take warfarin.", "I'm on apixaban and listed for a fusion."])
def test_a_medicine_that_is_only_told_keeps_no_question_from_its_answer(told: str) -> None:
    answer = KNOWING.ask(f"{told} How long does recovery after a fusion take?")
    assert answer.statements
    assert [refusal.question for refusal in answer.refused] == [told.removesuffix(".")]
    assert KNOWING.ask("I take warfarin. Should I just stop it before the fusion?").behaviour == "abstain"


def test_it_is_said_where_nobody_can_tell_whose_facts_are_meant() -> None:
    twins = "My twins both have a pars fracture. Tom is 14 and Ben hurts since May. What next?"
    several = KNOWING.apart("Why.", [twins])
    assert several is not None
    assert several.startswith("Why. ")
    assert (KNOWING.apart("Why.", ["I am 14."]), KNOWING.facts_of([twins])) == ("Why.", ())


def test_a_medicine_is_told_beside_a_question_that_only_the_whole_makes_clear() -> None:
    answer = KNOWING.ask("Apixaban around a back operation. Whose call?")
    assert answer.statements
    assert [refusal.question for refusal in answer.refused] == ["Apixaban around a back operation"]


@pytest.mark.parametrize(
    ("turn", "telling"),
    [
        ("What is a brace?", False),
        ("My son is 14. What is a brace?", True),
        ("I am 30.", True),
        ("Why can't I pee since this morning?", True),
    ],
)
def test_a_turn_that_only_asks_tells_nothing(turn: str, *, telling: bool) -> None:
    assert KNOWING.tells(turn) is telling
