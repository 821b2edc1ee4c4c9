from dataclasses import replace

from isthmus.answer.model import Answer, Citation, Statement
from isthmus.answer.several import together
from isthmus.claims import Disagreement
from isthmus.terms import AudienceId, ClaimId, DisagreementId, SourceId, StageId

NOTHING = Answer("Both?", AudienceId("patient"), "abstain", "Nothing is held.", (), (), (), "Not reviewed.")
SPLIT = Disagreement(DisagreementId("D1"), "Which?", (), "They differ.", "Both.", ())


def say(claim: str, stage: str | None = None) -> Statement:
    citation = Citation(SourceId("S1"), "A title", None, None, None, None, None, None, claim)
    return Statement(claim, StageId(stage) if stage else None, ClaimId(claim), (citation,))


def answer(*claims: str, stage: str | None = None) -> Answer:
    return replace(NOTHING, behaviour="answer", reason=None, statements=tuple(say(claim, stage) for claim in claims))


def test_each_statement_stands_once_beside_the_question_it_answers() -> None:
    made = together([("One?", answer("A", "B")), ("Two?", answer("B", "C"))], NOTHING)
    assert [(one.question, one.text) for one in made.statements] == [("One?", "A"), ("One?", "B"), ("Two?", "C")]
    assert (made.behaviour, made.reason, made.unanswered) == ("answer", None, ())


def test_what_nothing_is_said_to_is_named() -> None:
    assert together([("One?", answer("A")), ("Two?", NOTHING)], NOTHING).unanswered == ("Two?",)


def test_a_disagreement_on_one_is_one_of_the_whole() -> None:
    made = together([("One?", answer("A")), ("Two?", replace(answer("B"), disagreements=(SPLIT,)))], NOTHING)
    assert (made.behaviour, made.disagreements) == ("answer_with_disagreement", (SPLIT,))


def test_each_question_gets_its_share_and_stages_stay_whole() -> None:
    made = together([("One?", answer(*"ABCDE")), ("Two?", answer(*"FGHIJ", stage="first-line"))], NOTHING)
    assert "".join(one.text for one in made.statements) == "ABCFGHIJ"
