import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from isthmus.answer import Answer, Citation, Statement
from isthmus.claims import Disagreement, Position
from isthmus.condition import Condition, plan
from isthmus.present import answer_as_json, plan_as_json
from isthmus.terms import AudienceId, ClaimId, DisagreementId, SourceId, StageId

PLAN_KEYS = {
    "condition",
    "pathway",
    "action",
    "row",
    "detail",
    "flags",
    "trace",
    "review",
    "citations",
    "wording",
    "notice",
}
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
        disagreements=(Disagreement(DisagreementId("D1"), "How long?", positions, "We wait.", (ClaimId("C-1"),)),),
        follow_up=("And then?",),
        notice="Not reviewed.",
    )


def test_a_plan_has_the_keys_of_the_contract(condition: Condition, safe: Mapping[str, object], today: date) -> None:
    assert plan_as_json(plan(condition, safe, today=today)).keys() >= PLAN_KEYS


def test_a_plan_leaves_out_what_a_later_issue_brings(condition: Condition, today: date) -> None:
    later = {"settled", "questions", "because", "would_change", "options", "timeline"}
    assert not plan_as_json(plan(condition, {}, today=today)).keys() & later


def test_a_plan_keeps_the_truth_of_every_part_of_a_rule(condition: Condition, today: date) -> None:
    said = json.loads(json.dumps(plan_as_json(plan(condition, {}, today=today))))
    assert {row["truth"] for row in said["trace"]} <= {"true", "false", "unknown"}
    assert said["trace"][-1]["row"] == said["row"]
    assert said["trace"][-1]["rule"]["parts"] != []


@pytest.mark.parametrize(("facts", "weeks"), [({}, [0, 0]), ({"rf_saddle_numb": True}, [0, 0])])
def test_a_review_that_can_be_counted_has_its_weeks(
    facts: Mapping[str, object], weeks: list[int], condition: Condition, today: date
) -> None:
    said = json.loads(json.dumps(plan_as_json(plan(condition, facts, today=today))))
    assert said["review"]["weeks"] == weeks


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
