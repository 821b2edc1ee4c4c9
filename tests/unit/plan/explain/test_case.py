from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature, pathway

from isthmus.plan import read_patient
from isthmus.plan.explain.case import Case, case_of
from isthmus.plan.explain.table import table_of

PATHWAY = pathway(
    [feature("rf_a", "boolean"), feature("b", "boolean"), feature("x", "decimal"), feature("y", "decimal")],
    [("rf_a", "a"), ("x - y > 1", "far"), ("x > 1", "over")],
    ["x - y > 1", "b and rf_a"],
)
TABLE = table_of(PATHWAY)


def case(facts: Mapping[str, object]) -> Case:
    return case_of(TABLE, read_patient(PATHWAY, facts))


def test_a_case_is_what_the_table_says_of_a_patient_now() -> None:
    one = case({"x": 2, "y": Decimal("0.5")})
    assert (one.row.row, one.action) == ("R1", "far")
    assert set(one.allowed) == {"c0"}
    assert one.outlawed == [TABLE.contradictions["c1"]]
    assert (one.unknown, one.askable) == (("rf_a", "b"), ("rf_a",))


@pytest.mark.parametrize(
    ("facts", "settled", "actions"),
    [
        ({}, False, {"a", "over", "otherwise"}),
        ({"rf_a": True}, True, {"a"}),
        ({"rf_a": False, "x": 1}, True, {"otherwise"}),
        ({"b": True, "x": 2}, True, {"over"}),
        ({"x": 2, "y": 0, "rf_a": False}, True, {"far"}),
    ],
)
def test_examples_are_of_every_action_that_can_follow(
    facts: dict[str, object], settled: bool, actions: set[str]
) -> None:
    one = case(facts)
    assert one.settled == settled
    assert one.examples.keys() == actions


def test_everything_is_known_of_those_who_count_unless_that_would_be_inconsistent() -> None:
    known = [domain.known for domain in TABLE.domains.values()]
    assert case({"x": 2}).real == known
    never = replace(PATHWAY, contradictions=pathway((), (), ["b or not b"]).contradictions)
    table = table_of(never)
    one = case_of(table, read_patient(never, {"x": 2}))
    assert one.real == [table.domains[name].known for name in one.search.facts]


def test_a_table_without_a_row_for_somebody_is_a_fault_of_ours() -> None:
    gap = replace(PATHWAY, recommendations=PATHWAY.recommendations[:-1])
    with pytest.raises(LookupError, match="no row of the pathway is true"):
        case_of(table_of(gap), read_patient(gap, {}))
