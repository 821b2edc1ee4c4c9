import runpy
from pathlib import Path
from typing import Any

import pytest

BENCH = runpy.run_path(str(Path(__file__).with_name("bench.py")))


def test_work_is_timed_as_often_as_it_says_beside_a_process_that_does_nothing() -> None:
    calls: list[str] = []
    measured: Any = BENCH["measure"]("a call", lambda: calls.append("done"), target=1.0, runs=20)
    assert len(calls) == 20 + 1  # the first only warms up
    assert measured.runs == 20
    assert 0 < measured.seconds < measured.baseline


def test_a_row_shows_milliseconds_and_the_ratio_to_the_baseline() -> None:
    row = BENCH["Measured"]("isthmus plan", seconds=0.4, baseline=0.02, target=0.5, runs=15).row()
    assert row.split() == ["isthmus", "plan", "400.00", "500", "20.00", "20.00", "15"]


def test_a_process_that_fails_is_not_a_measurement() -> None:
    with pytest.raises(BENCH["subprocess"].CalledProcessError):
        BENCH["process"]([*BENCH["NOTHING"][:2], "raise SystemExit(1)"])()
