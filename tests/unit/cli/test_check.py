import json
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Call, Called
from tests.unit.knowledge import spoilt

CLAIMS = [
    "reachable", "always-decides", "red-flags-first", "one-phase", "unknown-is-mild", "parameters-matter", "options-fit",
    "worked-patients",
]  # fmt: skip
BOTH_NEEDED = ("pathway.yaml", "rf_bladder_bowel or rf_saddle_numb", "rf_bladder_bowel and rf_saddle_numb")


@pytest.fixture
def broken(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """`isthmus check` after one change to one file."""

    def checked(name: str, old: str, new: str, *arguments: str) -> Called:
        spoilt(tmp_path, name, lambda text: text.replace(old, new, 1))
        monkeypatch.setenv("ISTHMUS_KNOWLEDGE", str(tmp_path))
        return call("check", *arguments)

    return checked


def test_the_built_in_knowledge_holds(call: Call) -> None:
    told = call("check")
    assert (told.code, told.err) == (0, "")
    *lines, words, verdict = told.out.splitlines()
    proofs = [line for line in lines if line.endswith(" s)")]
    assert len(proofs) == len(CLAIMS)
    assert all(line.startswith("✓ ") for line in [*proofs, words])
    assert any(line.startswith("guide outlook ") for line in lines)
    assert verdict.startswith("The knowledge holds: no fault in its files, ")


def test_a_fault_in_a_file_leaves_nothing_to_prove(broken: Call) -> None:
    told = broken("pathway.yaml", "then: self-manage", "then: self-mange")
    assert (told.code, told.out) == (3, "")
    assert "conditions/pars-defect/pathway.yaml:" in told.err


def test_a_worked_patient_who_gets_another_plan_is_exit_code_three(broken: Call) -> None:
    told = broken("cases.yaml", "row: R36, flags", "row: R35, flags")
    assert told.code == 3
    assert "\n✗ the pathway agrees with its " in told.out
    assert "Worked patient `exactly-30` gets R36" in told.err


def test_a_claim_that_does_not_hold_is_shown_by_a_patient(call: Call, broken: Call, tmp_path: Path) -> None:
    folder = tmp_path / "to" / "show"
    told = broken(*BOTH_NEEDED, "--counterexamples", str(folder))
    assert told.code == 3
    assert "✗ a red flag outranks everything" in told.out
    assert "The patient: new bladder, bowel or sexual trouble: yes; nothing else is known." in told.err
    assert "They get ask-red-flags (rf_saddle_numb, " in told.err
    case = folder / "red-flags-first-1.yaml"
    assert f"Written, each a case for `isthmus plan`:\n{case}\n" in told.err
    assert json.loads(call("plan", str(case), "--json").out)["row"] == "R06"


def test_each_claim_is_in_the_json_with_the_time_it_took_and_the_patients_for_whom_it_does_not_hold(
    broken: Call,
) -> None:
    called = broken(*BOTH_NEEDED, "--json")
    told = json.loads(called.out)
    assert (called.code, told["holds"]) == (3, False)
    assert "The patient: new bladder, bowel or sexual trouble: yes" in told["faults"][0]
    assert [proof["claim"] for proof in told["proofs"]] == CLAIMS
    assert (told["words"]["faults"], told["words"]["left_out"]) == ([], [])
    assert all(proof["seconds"] >= 0 for proof in told["proofs"])
    assert all(proof["patients"] == [] for proof in told["proofs"] if proof["holds"])
    (flags,) = (proof for proof in told["proofs"] if proof["claim"] == "red-flags-first")
    assert flags["patients"][0] == {"rf_bladder_bowel": True}
    assert len(flags["faults"]) == len(flags["patients"])


def test_a_folder_that_cannot_be_made_is_refused_before_anything_is_checked(call: Call, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    told = call("check", "--counterexamples", str(taken))
    assert (told.code, told.out) == (2, "")
    assert told.err == f"{taken}: This folder cannot be made (file exists). Name a folder you may write in.\n"
