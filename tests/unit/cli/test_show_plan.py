import pytest
from tests.unit.cli.conftest import Call
from tests.unit.knowledge import FACTS

import json  # isort: skip


def shown(call: Call, name: str) -> str:
    stdin = json.dumps(FACTS[name], default=float).encode()
    return " ".join(call("plan", "-", "--today", "2026-11-21", stdin=stdin).out.split())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("which-scans", "To find out Which scans have you had? (imaging_done)"),
        ("workup-one-measure", "The level is unstable, by the films where they settle it, otherwise by the report. (instability)"),
        ("two-point-nine", "In 4 to 6 weeks. (19 December 2026 to 2 January 2027)"),
        ("six-months-at-22", "(by 2 January 2027)"),
        ("nothing-tried", "Weeks These weeks are for care without surgery."),
        ("nothing-tried", "The first week (Weeks 0 to 1, 21 November 2026 to 28 November 2026) Start therapy early"),
        ("weeks-after-6", "Weeks 6 to 12, now"),
        ("weeks-after-6", "After week 26 (From week 26)"),
        ("rts-2", "Back to sport: strength (No fixed week), now"),
        ("nothing-tried", "Review submitted: An editor has written it and a machine has checked its sources and numbers. No clinician has reviewed it. Changed 21 November 2026, next review by 21 May 2027."),
        ("squeezed-root", "Slip, Meyerding grade: I"),
        ("squeezed-root", "discuss-stabilisation"),
        ("a-week-to-go", "Never: Never stop a blood thinner or any prescribed drug on your own. [PD-129]"),
        ("six-months-at-22", "age_years < age_repair_max: true age_years: 22 age_repair_max: 30"),
        ("nothing-tried", "Outlook In pooled studies, one-sided cracks healed"),
        ("six-months-at-22", "Is it settled? Not yet: it could change with an answer to these. - If you had surgery,"),
        ("foot-drop", "Is it settled? Yes: nothing that is not known could change it. What decides it Whatever values all other facts have, this decides: there is leg weakness"),
        ("six-months-at-22", "What changes it Go to an emergency department now if there is new bladder,"),
        ("foot-drop", "PD-145 Cauda equina syndrome: diagnosis approach"),
    ],
)  # fmt: skip
def test_a_plan_shows_what_to_find_out_when_and_why(call: Call, name: str, words: str) -> None:
    assert words in shown(call, name)


def test_the_notice_and_the_knowledge_that_decided_close_every_plan(call: Call) -> None:
    told = shown(call, "by-chance")
    assert "No clinician has reviewed its pathway or its words." in told
    assert "Pathway 0.1, " in told


def test_an_alarm_is_marked_by_a_sign_and_not_by_colour_alone(call: Call) -> None:
    assert shown(call, "foot-drop").startswith("!! ")
    assert not shown(call, "bladder-not-asked").startswith("!! ")


def test_a_clinical_reader_has_the_claims_of_the_outlook_as_they_are_kept(call: Call) -> None:
    stdin = json.dumps(FACTS["nothing-tried"], default=float).encode()
    told = call("plan", "-", "--today", "2026-11-21", "--audience", "surgeon", stdin=stdin)
    assert "Outlook One-sided defects healed" in " ".join(told.out.split())
