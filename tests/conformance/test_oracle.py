"""The exported CQL before judges that nobody here wrote: it translates without a word, and decides as isthmus does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.conformance.drawn import draw_patients
from tests.conformance.logic import decide_here, plainly
from tests.conformance.oracle import Verdict, convert, decide, set_up
from tests.unit.knowledge import CASES, PATHWAY

from isthmus.plan import read_patient
from isthmus.plan.as_cql import libraries, pathway_as_cql
from isthmus.terms import UNITS

PATIENTS = 10_000
SEED = 20261121
TEXTS = {name.removesuffix(".cql"): text for name, text in pathway_as_cql(PATHWAY).items()}
_, LOGIC = libraries(PATHWAY)
PERIODS_IN_UCUM = {"week": "wk", "day": "d", "hour": "h", "minute": "min", "second": "s", "millisecond": "ms"}


@pytest.fixture(scope="module")
def facts() -> list[dict[str, object]]:
    return list(draw_patients(PATHWAY, CASES, PATIENTS, seed=SEED))


@pytest.fixture(scope="module")
def verdict(facts: list[dict[str, object]]) -> Verdict:
    return decide(TEXTS, LOGIC, map(as_parameters, facts))


@pytest.fixture(scope="module")
def ours(facts: list[dict[str, object]]) -> list[dict[str, Any]]:
    return decide_here(facts)


def as_parameters(facts: Mapping[str, object]) -> dict[str, Any]:
    return plainly(read_patient(PATHWAY, facts))


def differences(verdict: Verdict, ours: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    """Find each definition that comes to another value, or to one of another type, with the number of its patient."""
    for at, (values, mine) in enumerate(zip(verdict.values, ours, strict=True)):
        for name, value in zip(verdict.definitions, values, strict=True):
            if not is_same(value, mine[name]):
                yield at, name


def is_same(value: Any, mine: Any) -> bool:
    """Whether both are the same; JSON does not tell 1 from 1.0, but it tells 1 from true."""
    return bool(value == mine) and isinstance(value, bool) is isinstance(mine, bool)


def test_the_translator_has_nothing_against_the_exported_libraries(verdict: Verdict) -> None:
    assert verdict.complaints == []


def test_every_definition_comes_to_the_same_for_every_patient(verdict: Verdict, ours: list[dict[str, Any]]) -> None:
    assert set(verdict.definitions) == set(ours[0])
    assert len(verdict.values) == PATIENTS
    assert list(differences(verdict, ours)) == []


def test_the_patients_reach_every_row_flag_and_phase_and_every_truth_of_a_row(ours: list[dict[str, Any]]) -> None:
    assert {each["row"] for each in ours} == {row.row for row in PATHWAY.recommendations}
    assert {flag for each in ours for flag in each["flags"]} == {flag.id for flag in PATHWAY.flags}
    assert {phase.id for phase in PATHWAY.phases} <= {word for each in ours for word in each["detail"]}
    uncertain = [f"row {row.row}" for row in PATHWAY.recommendations if not row.when.type.certain]
    assert [name for name in uncertain if {each[name] for each in ours} != {True, False, None}] == []


def test_a_library_with_another_threshold_is_told_from_the_pathway(
    facts: list[dict[str, object]], ours: list[dict[str, Any]]
) -> None:
    written = "define youth_age: 18\n"
    assert written in TEXTS[LOGIC]
    changed = TEXTS | {LOGIC: TEXTS[LOGIC].replace(written, "define youth_age: 19\n")}
    verdict = decide(changed, LOGIC, map(as_parameters, facts[:200]))
    assert {"youth_age", "young"} <= {name for _, name in differences(verdict, ours[:200])}


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("define wrong: 1 + true", "error: Could not resolve call to operator Add"),
        ("define row: 1\ndefine said: 'row'", "warning: String literal 'row' matches the identifier row"),
    ],
)
def test_what_the_translator_has_against_a_library_is_told(line: str, complaint: str) -> None:
    complaints = decide({"Test": f"library Test\n{line}\n"}, "Test", [], only=[]).complaints
    assert [told for told in complaints if told.startswith(complaint)]


def test_units_convert_as_the_library_of_units_converts_them() -> None:
    units = [unit for unit in UNITS.values() if unit.dimension != "a time of the calendar"]
    pairs = [(left, right) for left, right in product(units, units) if left.dimension == right.dimension]
    found = convert([(in_ucum(left.code), in_ucum(right.code)) for left, right in pairs])
    assert found == [pytest.approx(float(left.factor / right.factor), rel=1e-12) for left, right in pairs]


def in_ucum(code: str) -> str:
    """Write a unit as the library of units can convert it.

    A period of the calendar stands for the period of UCUM of its length. The library converts no arbitrary units, such
    as the international unit, not even thousands of one to one; grams stand for them, which take the same prefixes.
    """
    return PERIODS_IN_UCUM.get(code) or re.sub(r"\[[iI]U\]", "g", code)


def test_without_node_the_judges_are_skipped_with_a_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.skip.Exception, match="node and npm are not installed"):
        set_up(tmp_path)


@pytest.mark.parametrize(
    ("ci", "outcome", "says"),
    [("", pytest.skip.Exception, "npm cannot reach"), ("true", pytest.fail.Exception, "npm cannot set up")],
)
def test_without_a_network_the_judges_are_skipped_except_in_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, outcome: type[Exception], says: str
) -> None:
    set_up()
    monkeypatch.setenv("npm_config_offline", "true")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "empty"))
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match=says):
        set_up(tmp_path / "place")
