from collections.abc import Sequence
from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature, pathway

from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import read_patient
from isthmus.plan.explain.case import case_of
from isthmus.plan.explain.table import table_of
from isthmus.plan.explain.turns import nearest_turns
from isthmus.rules import Value
from isthmus.terms import ActionId, FeatureName, Truth

X, Y, N = feature("x", "decimal"), feature("y", "decimal"), feature("n", "integer")
A, B, C = feature("a", "boolean"), feature("b", "boolean"), feature("c", "boolean")
HALF, QUARTER = Decimal("0.5"), Decimal("0.25")


def turns(path: Pathway, facts: dict[str, object]) -> list[tuple[dict[FeatureName, Value], ActionId]]:
    return nearest_turns(case_of(table_of(path), read_patient(path, facts)))


@pytest.mark.parametrize(
    ("features", "rule", "facts", "changes"),
    [
        ([X], "x >= 1", {"x": HALF}, [{"x": 1}]),
        ([X], "x > 1", {"x": 0}, [{"x": 2}]),
        ([X], "x > 1 and x < 2", {"x": 0}, [{"x": Decimal("1.1")}]),
        ([X], "x > 1.5 or x < 0.25", {"x": HALF}, [{"x": 0}]),
        ([X, Y], "x - y > 1", {"x": QUARTER, "y": HALF}, [{"x": 2}]),
        ([X, Y], "x + y = 1", {"x": QUARTER, "y": HALF}, [{"x": HALF}, {"y": Decimal("0.75")}]),
        ([X, Y], "x + y = 1", {"x": QUARTER}, []),
        ([X, N], "x - n > 1", {"x": 0, "n": 1}, [{"x": 2, "n": 0}]),
        ([A, B], "a and b", {"a": False, "b": False}, [{"a": "TRUE", "b": "TRUE"}]),
        ([A, B], "a and b", {"a": False}, []),
        ([A, B, C], "a and b and c", {"a": False, "b": False, "c": False}, [{"a": "TRUE", "b": "TRUE", "c": "TRUE"}]),
    ],
)
def test_the_fewest_facts_change_to_the_nearest_values(
    features: Sequence[CaseFeature], rule: str, facts: dict[str, object], changes: list[dict[str, object]]
) -> None:
    found = turns(pathway(features, [(rule, "there")]), facts)
    said = [{name: getattr(value, "name", value) for name, value in values.items()} for values, _ in found]
    assert said == changes
    assert {action for _, action in found} <= {"there"}


def test_four_facts_are_not_changed_together() -> None:
    four = [A, B, C, feature("d", "boolean")]
    path = pathway(four, [("a and b and c and d", "there")])
    assert turns(path, dict.fromkeys("abcd", False)) == []


def test_what_cannot_happen_changes_nothing() -> None:
    fixed = [feature("a", "boolean", "never"), feature("x", "decimal", "down"), feature("y", "decimal", "up")]
    assert turns(pathway(fixed, [("a or x > 1 or y < 1", "there")]), {"a": False, "x": 1, "y": 1}) == []


def test_a_change_that_clashes_is_none() -> None:
    path = pathway([A, B], [("a", "there")], ["a and b"])
    assert turns(path, {"a": False, "b": True}) == [({"a": Truth.TRUE, "b": Truth.FALSE}, "there")]


def test_numbers_that_several_sums_tie_are_chosen_together() -> None:
    path = pathway(
        [feature("x", "decimal", "up"), feature("y", "decimal", "up")],
        [("x - y > 0 and x + y < 2 and y > 0.75 and x > 0.75", "there")],
    )
    ((values, _),) = turns(path, {"x": HALF, "y": HALF})
    x, y = values[X.name], values[Y.name]
    assert isinstance(x, Decimal)
    assert isinstance(y, Decimal)
    assert x > y > Decimal("0.75")
    assert x + y < 2
