import json
from decimal import Decimal

from isthmus.answer import Answer, Citation, Statement, answer_as_json
from isthmus.claims import Disagreement, Position
from isthmus.terms import AudienceId, ClaimId, DisagreementId, SourceId, StageId

ANSWER_KEYS = {"question", "audience", "behaviour", "reason", "statements", "disagreements", "follow_up", "pathway"}


def an_answer() -> Answer:
    citation = Citation(SourceId("S1"), "A title", "A publisher", 2024, "https://example.org", "a.txt", 3, 9, "quoted")
    positions = (
        Position("six", (SourceId("S1"),), low=Decimal(6), high=Decimal("6.50"), unit="months", n=7),
        Position("not defined", ()),
    )
    return Answer(
        question="What?",
        audience=AudienceId("patient"),
        behaviour="answer",
        reason=None,
        statements=(Statement("quoted", StageId("first-line"), None, (citation,)),),
        disagreements=(
            Disagreement(DisagreementId("D1"), "How long?", positions, "They differ.", "We wait.", (ClaimId("C-1"),)),
        ),
        follow_up=("And then?",),
        notice="Not reviewed.",
    )


def test_an_answer_has_the_keys_of_the_contract() -> None:
    assert answer_as_json(an_answer()).keys() >= ANSWER_KEYS


def test_an_answer_gives_each_statement_its_place_in_the_document() -> None:
    said = json.loads(json.dumps(answer_as_json(an_answer())))
    citation = said["statements"][0]["citations"][0]
    assert (citation["document"], citation["start"], citation["end"], citation["quote"]) == ("a.txt", 3, 9, "quoted")


def test_figures_of_a_disagreement_are_plain_numbers_and_missing_ones_are_null() -> None:
    said = json.loads(json.dumps(answer_as_json(an_answer())))
    first, second = said["disagreements"][0]["positions"]
    assert (first["low"], first["high"], first["n"], first["source"]) == (6, 6.5, 7, ["S1"])
    assert (second["low"], second["high"], second["unit"], second["source"]) == (None, None, None, [])
