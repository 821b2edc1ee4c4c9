from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.cli.case import parse_case
from isthmus.cli.show_proof import Shown, write_patients
from isthmus.pathway.proofs import Breach, Proof, Run
from isthmus.terms import RowId

WHERE = ("pathway.yaml, row R35", "This patient is led astray", "Mend the row")


def shown(*runs: Run) -> Shown:
    proof = Proof("options-fit", "every option meets its criteria", (Breach(*WHERE, runs),))
    return Shown.of_proof(proof, PATHWAY, 0.125)


def of(**facts: object) -> Run:
    return Run(facts, RowId("R35"))


def test_a_claim_is_a_line_with_a_tick_or_a_cross_and_its_time() -> None:
    assert Shown("fits", "all fits", 0.25, (), ()).line == "✓ all fits (0.25 s)"
    assert shown().line == "✗ every option meets its criteria (0.12 s)"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "nothing is known"),
        ({"rf_saddle_numb": True}, "numbness between the legs: yes; nothing else is known"),
        ({"rf_saddle_numb": False}, "numbness between the legs: no; nothing else is known"),
        ({"age_years": Decimal("2E+1")}, "age: 20 years; nothing else is known"),
        ({"laterality": "bilateral"}, "side of the defect: Both sides; nothing else is known"),
        ({"imaging_done": ["xray", "ct"]}, "the list of scans made: X-ray, CT; nothing else is known"),
        ({"imaging_done": []}, "the list of scans made: none; nothing else is known"),
    ],
)
def test_a_patient_is_told_in_the_words_of_the_knowledge(facts: Mapping[str, object], words: str) -> None:
    (fault,) = shown(of(**facts)).faults
    assert f"\n  The patient: {words}.\n" in fault


def test_what_a_patient_gets_and_what_they_would_get_otherwise_is_told() -> None:
    (fault,) = shown(
        of(age_years=22),
        Run({}, RowId("R11"), ("age_years",)),
        Run({}, RowId("R06")),
        Run({}, RowId("R06")),
        Run({}, None),
    ).faults
    assert fault.splitlines()[0] == "pathway.yaml, row R35: This patient is led astray. Mend the row."
    assert fault.splitlines()[2:] == [
        "  They get discuss-repair by row R35.",
        "  Otherwise: ask-missing (age_years) by row R11; ask-red-flags by row R06; no plan.",
        "  As a case: {age_years: 22}",
    ]


def test_a_breach_without_a_patient_is_one_line() -> None:
    assert shown().faults == ("pathway.yaml, row R35: This patient is led astray. Mend the row.",)


@pytest.mark.parametrize(
    ("name", "value", "plain"),
    [("age_years", Decimal("1.5"), 1.5), ("age_years", Decimal("2.0"), 2), ("sport_level", "none", "none")],
)
def test_json_has_plain_values(name: str, value: object, plain: object) -> None:
    told = shown(of(**{name: value})).as_json()
    assert told["patients"] == [{name: plain}]
    assert told["holds"] is False


@pytest.mark.parametrize(
    "facts",
    [{}, {"sport_level": "none", "age_years": Decimal("1.5"), "imaging_done": ["xray"], "incidental": False}],
)
def test_a_patient_becomes_a_case_that_can_be_read(tmp_path: Path, facts: Mapping[str, object]) -> None:
    (file,) = write_patients([shown(of(**facts))], tmp_path)
    assert file.name == "options-fit-1.yaml"
    assert parse_case(file.read_text(encoding="utf-8"), file.name).facts == {
        name: float(value) if isinstance(value, Decimal) else value for name, value in facts.items()
    }
