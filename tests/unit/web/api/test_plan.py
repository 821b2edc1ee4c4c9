import json
from datetime import date

import pytest
from httpx import Client

from isthmus.condition import Condition, plan
from isthmus.pathway import WorkedCase
from isthmus.plan import plan_as_json
from isthmus.web.api.plan import PlanOut


def test_a_plan_is_the_same_as_everywhere_else(client: Client, condition: Condition) -> None:
    facts = {"rf_saddle_numb": True}
    reply = client.post("/api/plan", json={"inputs": facts})
    assert reply.json() == plan_as_json(plan(condition, facts, today=date(2026, 11, 21)))


def test_every_worked_patient_fits_the_shape_that_is_described(client: Client, cases: tuple[WorkedCase, ...]) -> None:
    for case in cases:
        facts = json.loads(json.dumps(dict(case.facts), default=float))
        reply = client.post("/api/plan", json={"inputs": facts})
        said = PlanOut.model_validate(reply.json())
        assert (said.row, said.action) == (case.row, case.action)


def test_the_day_can_be_given(client: Client) -> None:
    reply = client.post("/api/plan", json={"inputs": {}, "today": "2027-01-02"})
    assert reply.json()["today"] == "2027-01-02"


@pytest.mark.parametrize(
    ("body", "status", "where"),
    [
        ('{"inputs": {"rf_sadle_numb": true}}', 422, "rf_sadle_numb"),
        ('{"inputs": {"age_years": 999}}', 422, "age_years"),
        ('{"inputs": {"age_years": "abc"}}', 422, "age_years"),
        ('{"inputs": {}, "audience": "nobody"}', 422, "audience"),
        ('{"inputs": {}, "today": "tomorrow"}', 422, "body"),
        ('{"inputs": 5}', 422, "body"),
        ('{"imputs": {}}', 422, "body"),
        ("[]", 422, "body"),
        ('{"inputs": {"age_years": 1, "age_years": 2}}', 400, "body"),
        ("{", 400, "body:1:2"),
        ("", 400, "body:1:1"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(body: str, status: int, where: str, client: Client) -> None:
    reply = client.post("/api/plan", content=body)
    assert reply.status_code == status
    assert reply.headers["content-type"] == "application/problem+json"
    assert where in {error["where"] for error in reply.json()["errors"]}


def test_a_refusal_never_repeats_a_patients_value(client: Client) -> None:
    reply = client.post("/api/plan", json={"inputs": {"age_years": 987654, "course": "very-odd-word"}})
    assert reply.status_code == 422
    assert "987654" not in reply.text
    assert "very-odd-word" not in reply.text
