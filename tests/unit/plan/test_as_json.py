import json
from collections.abc import Mapping
from datetime import date

import pytest
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.plan import Plan, apply, plan_as_json, read_patient
from isthmus.terms import AudienceId

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


def planned(facts: Mapping[str, object]) -> Plan:
    return apply(PATHWAY, read_patient(PATHWAY, facts), audience=AudienceId("patient"), today=date(2026, 11, 21))


def test_a_plan_has_the_keys_of_the_contract() -> None:
    assert plan_as_json(planned(FACTS["squeezed-root"])).keys() >= PLAN_KEYS


def test_a_plan_leaves_out_what_a_later_issue_brings() -> None:
    later = {"settled", "questions", "because", "would_change", "options", "timeline"}
    assert not plan_as_json(planned({})).keys() & later


def test_a_plan_keeps_the_truth_of_every_part_of_a_rule() -> None:
    said = json.loads(json.dumps(plan_as_json(planned({}))))
    assert {row["truth"] for row in said["trace"]} <= {"true", "false", "unknown"}
    assert said["trace"][-1]["row"] == said["row"]
    assert said["trace"][-1]["rule"]["parts"] != []


@pytest.mark.parametrize(("facts", "weeks"), [({}, [0, 0]), ({"rf_saddle_numb": True}, [0, 0])])
def test_a_review_that_can_be_counted_has_its_weeks(facts: Mapping[str, object], weeks: list[int]) -> None:
    said = json.loads(json.dumps(plan_as_json(planned(facts))))
    assert said["review"]["weeks"] == weeks
