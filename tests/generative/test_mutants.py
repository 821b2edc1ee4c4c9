"""One defect of each kind; `make mutants` seeds them all."""

from collections import Counter

import pytest
from tests.generative.defects import Mutant, mutants, sample, sound
from tests.generative.mutants import Court, Verdict, table
from tests.unit.knowledge import KNOWLEDGE

SAMPLE = sample(1, start=3)
FEARED = {
    "gap", "gap or overlap of phases", "unreachable row", "swapped thresholds", "moved threshold", "dropped red flag",
    "lost null", "flipped comparison",
}  # fmt: skip


@pytest.fixture(scope="module")
def court(tmp_path_factory: pytest.TempPathFactory) -> Court:
    return Court(tmp_path_factory.mktemp("mutants"))


def test_the_true_pathway_alarms_nothing(court: Court) -> None:
    assert court.tried(Mutant("none", "", sound()), by_both=True).column == "equivalent"


@pytest.mark.parametrize("mutant", SAMPLE, ids=[mutant.kind for mutant in SAMPLE])
def test_a_defect_that_changes_anybodys_plan_is_caught(court: Court, mutant: Mutant) -> None:
    verdict = court.tried(mutant)
    assert verdict.patient is None, f"{mutant.where} changes this plan unseen"


def test_there_are_at_least_two_hundred_defects_of_every_feared_kind() -> None:
    kinds = Counter(mutant.kind for mutant in mutants())
    assert kinds.total() >= 200
    assert kinds.keys() >= FEARED


def test_a_defect_that_nothing_catches_is_shown_by_a_patient(court: Court, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.generative.mutants.run_cases", lambda *_, **__: ())
    data = sound()
    flag = next(flag for flag in data["flags"] if flag["id"] == "night-pain-noted")
    flag["when"] = "rf_night_pain and age_years > youth_age"
    verdict = court.tried(Mutant("moved boundary", "night-pain-noted", data))
    assert verdict.column == "survived"
    assert verdict.patient is not None
    assert verdict.patient["age_years"] == 18


def test_the_table_counts_what_caught_what() -> None:
    one = Mutant("gap", "", None)
    verdicts = [
        Verdict(one, refused=True),
        Verdict(one, proof="reachable"),
        Verdict(one, proof="reachable", case=True),
        Verdict(one, case=True),
        Verdict(one),
        Verdict(one, patient={}),
    ]
    assert table(verdicts).splitlines()[1].split() == ["gap", "6", *"111111"]
    assert table(verdicts).endswith("reachable 2")


def test_the_knowledge_itself_is_left_alone(court: Court) -> None:
    assert not court.folder.is_relative_to(KNOWLEDGE)
