import runpy
from pathlib import Path
from typing import Any

from tests.unit.knowledge import CASES, FACTS, PATHWAY

BENCH = runpy.run_path(str(Path(__file__).with_name("interviews.py")))


def test_an_interview_asks_less_than_the_form_in_its_order_and_loses_no_plan() -> None:
    measure: Any = BENCH["Measure"](PATHWAY)
    emergency, ordinary = measure.ask(FACTS["foot-drop"]), measure.ask(FACTS["six-months-at-22"])
    assert (emergency.interview, emergency.in_order) == (4, 4)
    assert 9 < ordinary.interview < ordinary.in_order < len(PATHWAY.features)
    assert emergency.same_plan
    assert ordinary.same_plan


def test_simulated_patients_are_always_the_same_and_have_no_facts_that_clash() -> None:
    worked = [case.facts for case in CASES]
    patients = BENCH["simulated"](PATHWAY, worked, 20)
    assert patients == BENCH["simulated"](PATHWAY, worked, 20)
    assert not any(BENCH["clashes"](PATHWAY, BENCH["read_patient"](PATHWAY, facts)) for facts in patients)
    assert BENCH["clashes"](PATHWAY, BENCH["read_patient"](PATHWAY, FACTS["clash-a"]))


def test_a_report_names_each_way_to_ask_with_its_mean() -> None:
    asked = [BENCH["Asked"](10, 20, same_plan=True), BENCH["Asked"](11, 22, same_plan=False)]
    assert BENCH["report"]("patients", asked, 42).splitlines() == [
        "2 patients; the plan of all their facts: 1",
        "  everything                   42.00 questions    42 at most",
        "  in the order of the form     21.00 questions    22 at most",
        "  interview                    10.50 questions    11 at most",
    ]
