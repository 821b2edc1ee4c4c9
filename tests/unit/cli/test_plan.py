import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call
from tests.unit.knowledge import FACTS, PATHWAY

from isthmus.terms import ActionId, AudienceId

FOOT_DROP = json.dumps(FACTS["foot-drop"], default=float)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.json"
    path.write_text(FOOT_DROP, encoding="utf-8")
    return path


def test_a_plan_is_printed_for_a_person(call: Call, case: Path) -> None:
    told = call("plan", str(case), "--today", "2026-11-21")
    assert (told.code, told.err) == (0, "")
    assert "!! Go to an emergency department now" in told.out
    assert "row R02, 21\N{NO-BREAK SPACE}November 2026" in told.out


def test_a_plan_is_printed_as_json(call: Call, case: Path) -> None:
    made = json.loads(call("plan", str(case), "--json").out)
    assert (made["action"], made["row"], made["detail"]) == ("emergency-now", "R02", [])


def test_the_words_are_those_of_the_audience(call: Call, case: Path) -> None:
    made = json.loads(call("plan", str(case), "--json", "--audience", "primary-care-clinician").out)
    assert made["title"] == "Send to an emergency department now"


@pytest.mark.parametrize("audience", PATHWAY.wordings)
def test_every_audience_can_be_planned_for(call: Call, audience: AudienceId, case: Path) -> None:
    told = call("plan", str(case), "--audience", audience)
    assert (told.code, told.err) == (0, "")
    assert PATHWAY.wordings[audience].actions[ActionId("emergency-now")].title in " ".join(told.out.split())


def test_standard_input_is_a_case_too(call: Call) -> None:
    assert json.loads(call("plan", "-", "--json", stdin=FOOT_DROP.encode()).out)["row"] == "R02"


def test_many_cases_are_planned_line_by_line(call: Call) -> None:
    lines = [{"id": name, "inputs": FACTS[name]} for name in ("foot-drop", "saddle")]
    told = call("plan", "--each", stdin="\n".join(json.dumps(line, default=float) for line in lines).encode())
    assert [(made["id"], made["row"]) for made in map(json.loads, told.out.splitlines())] == [
        ("foot-drop", "R02"),
        ("saddle", "R01"),
    ]


def test_an_id_beside_the_facts_is_kept_and_is_no_case_feature(call: Call) -> None:
    told = call("plan", "--each", stdin=b'{"id": 1, "rf_saddle_numb": true}')
    assert (json.loads(told.out)["id"], told.code) == (1, 0)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("age_yaers: 17", "{case}:1: `age_yaers` is not a case feature. Did you mean `age_years`?"),
        ("smoker: false\nage_years: 170", "{case}:2: `age_years` is out of range. Give a number from 0 to 110 (years), or null."),
        ("age_years: {value: 17}", "{case}:1: `age_years` has no unit. Add `unit: years`."),
        ("age_years: [", "{case}:"),
    ],
)  # fmt: skip
def test_a_fault_in_a_case_says_where_and_prints_no_plan(call: Call, tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    told = call("plan", str(path))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(message.format(case=path))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["plan", "no-such.yaml"], "no-such.yaml: There is no such file. Check the name.\n"),
        (["plan", "."], ".: This is a folder. Name a file in it.\n"),
        (["plan", "-", "--today", "tomorrow"], "--today: This is not a date. Write it as 2026-11-21.\n"),
        (["plan", "-", "--audience", "patent"], "audience: There is no audience `patent`. Did you mean `patient`?\n"),
    ],
)
def test_a_call_that_cannot_be_used_says_why(call: Call, arguments: list[str], message: str) -> None:
    told = call(*arguments, stdin=b"{}")
    assert (told.code, told.out, told.err) == (2, "", message)
