import json
from dataclasses import replace
from decimal import Decimal

import pytest

from isthmus.answer import Answer, Citation, Fact, Statement, WriterReport, answer_as_json
from isthmus.claims import Disagreement, FactValue, Position
from isthmus.terms import AudienceId, ClaimId, DisagreementId, FeatureName, SourceId, StageId

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


@pytest.mark.parametrize(
    ("value", "written"),
    [(Decimal("1.50"), 1.5), (Decimal(14), 14), (True, True), ("none", "none"), (("xray", "mri"), ["xray", "mri"])],
)
def test_a_fact_is_written_as_a_case_would_give_it_with_the_words_that_say_so(
    value: FactValue, written: object
) -> None:
    answer = replace(an_answer(), facts=(Fact(FeatureName("age_years"), value, "these words"),))
    assert answer_as_json(answer)["facts"] == [{"feature": "age_years", "value": written, "said": "these words"}]


def test_what_a_machine_wrote_says_so_and_the_rest_does_not() -> None:
    answer = an_answer()
    told = replace(answer.statements[0], written_by="tiny")
    report = WriterReport("tiny", 1, 2, None)
    said = answer_as_json(replace(answer, statements=(told, *answer.statements), writer=report))
    assert said["writer"] == {"model": "tiny", "kept": 1, "dropped": 2, "note": None}
    assert [one["written_by"] for one in json.loads(json.dumps(said))["statements"]] == ["tiny", None]
    assert answer_as_json(answer)["writer"] is None
