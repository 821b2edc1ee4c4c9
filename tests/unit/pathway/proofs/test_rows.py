from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest
from tests.unit.knowledge import PATHWAY
from tests.unit.pathway.small import Row, small

from isthmus.pathway import Pathway
from isthmus.pathway.proofs.rows import always_decides, every_option, every_parameter, every_row, one_phase
from isthmus.pathway.proofs.trial import Breach, Trial

LAST = Row("true")


def places(breaches: list[Breach]) -> list[str]:
    return [breach.where.partition("yaml, ")[2] for breach in breaches]


@pytest.mark.parametrize("proof", [always_decides, every_option, every_parameter, every_row, one_phase])
def test_it_holds_of_the_built_in_pathway(proof: Callable[[Trial], Iterator[Breach]]) -> None:
    assert list(proof(Trial(PATHWAY))) == []


@pytest.mark.parametrize(
    ("pathway", "idle"),
    [
        (small(Row("a and x > 3"), Row("x > 4 and a"), LAST), ["row R2"]),
        (small(Row("x > 11"), LAST), ["row R1"]),
        (small(Row("a", details={"b": "not a"}), LAST), ["row R1"]),
        (small(Row("a", details={"b": "b is null"}), LAST, flags={"never": "a and not a", "some": "a"}), ["flag never"]),
        (small(Row("a and b"), LAST, contradictions={"c": "a and b"}), ["row R1"]),
        (small(Row("true", details={"one": "true"}), phases={"one": "true", "two": "false"}), ["phase two"]),
        (small(Row("contradiction_c", details={"c": "contradiction_c"}), LAST, contradictions={"c": "a and b"}), []),
    ],
    ids=["hidden by a row above", "out of range", "a word never named", "a flag never raised", "only by clashing", "a phase no row names", "about clashes"],
)  # fmt: skip
def test_nothing_in_the_table_is_idle(pathway: Pathway, idle: list[str]) -> None:
    assert places(list(every_row(Trial(pathway)))) == idle


def test_a_patient_for_whom_no_row_is_true_is_shown() -> None:
    (breach,) = always_decides(Trial(small(Row("a"), Row("a is false and x > 3"), Row("a is null and not b"))))
    (run,) = breach.runs
    assert run.row is None
    assert run.facts == {}


@pytest.mark.parametrize(
    ("phases", "told"),
    [
        ({"one": "a", "two": "not a"}, ["This patient is in no phase"]),
        ({"one": "a", "two": "a is not true", "three": "b"}, ["This patient is in phase three as well"] * 2),
        ({"one": "a", "two": "a is not true"}, []),
    ],
)
def test_a_patient_is_in_just_one_phase(phases: dict[str, str], told: list[str]) -> None:
    pathway = small(Row("true", details=phases), phases=phases)
    assert [breach.what for breach in one_phase(Trial(pathway))] == told


@pytest.mark.parametrize(
    ("when", "flag", "idle"),
    [
        ("x > limit", "a", []),
        ("x > 3", "y > limit", []),
        ("x > 3", "a", ["parameter limit"]),
        ("x > 3 or x > limit", "a", ["parameter limit"]),
    ],
    ids=["in a row", "in a flag", "not used", "used, yet without effect"],
)
@pytest.mark.parametrize("value", [4, Decimal("4.5")])
def test_every_parameter_changes_somebodys_plan(when: str, flag: str, idle: list[str], value: int | Decimal) -> None:
    pathway = small(Row(when), LAST, flags={"some": flag}, parameters={"limit": value})
    assert places(list(every_parameter(Trial(pathway)))) == idle


def test_whoever_is_led_to_an_option_meets_what_it_requires() -> None:
    (breach,) = every_option(
        Trial(small(Row("a"), Row("x > 3", invasiveness=1, requires="x > 4 and a is not true"), LAST))
    )
    (run,) = breach.runs
    assert run.row == "R2"
    assert run.facts["x"] == 4


def test_an_action_that_leads_as_far_as_any_with_stated_criteria_states_its_own() -> None:
    far = Row("b", invasiveness=2)
    pathway = small(
        Row("danger", "emergency", 3), far, Row("a", invasiveness=2, requires="a"), Row("true", invasiveness=1)
    )
    assert places(list(every_option(Trial(pathway)))) == ["action act-2"]
    assert list(every_option(Trial(small(far, LAST)))) == []
