import re
from pathlib import Path

import pytest
from tests.benchmark import populations
from tests.benchmark.populations import DECISIONS, columns, in_turn, population, show, sql
from tests.unit.knowledge import CASES, PATHWAY

from isthmus.plan.cohort import decide_cohort

PEOPLE = population(3_000)


def test_the_rules_by_hand_in_polars_are_those_of_the_pathway(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(populations, "SAMPLE", 100)
    assert len(columns(PEOPLE, runs=1)) == 5  # it sees that all of them say the same of everybody


def test_the_rules_by_hand_in_sql_are_those_of_the_pathway(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(populations, "SAMPLE", 100)
    assert set(sql(PEOPLE, tmp_path, runs=1)) == {"sql", "SQL by hand"}


def test_the_patients_reach_every_row_and_raise_every_flag() -> None:
    decided = decide_cohort(PATHWAY, PEOPLE.drop("patient_id"), only=DECISIONS)
    assert set(decided["row"]) == {row.row for row in PATHWAY.recommendations}
    assert [name for name in DECISIONS[2:] if not decided[name].any()] == []


def test_the_same_patients_are_made_each_time_and_more_of_them_are_others() -> None:
    assert population(3_000).equals(PEOPLE)
    assert population(4_000).head(3_000).equals(PEOPLE)
    assert len(PEOPLE.drop("patient_id").unique()) > len(CASES) * 10


def test_works_are_done_in_turn_and_the_first_of_each_only_warms_up() -> None:
    done: list[str] = []
    times = in_turn({"one": lambda: done.append("one"), "other": lambda: done.append("other")}, runs=2)
    assert done == ["one", "other"] * 3
    assert set(times) == {"one", "other"}


def test_a_line_tells_how_many_times_faster_it_is_patient_for_patient(capsys: pytest.CaptureFixture[str]) -> None:
    show("columns", 2.0, 1_000, beside={"by hand": 0.003})
    assert re.sub(" +", " ", capsys.readouterr().out) == "columns 2.00 s 500 patients/s 1.50 x by hand\n"
