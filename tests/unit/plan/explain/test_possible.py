from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature

from isthmus.pathway import Changes, FeatureType
from isthmus.plan.explain.circuit import Circuit
from isthmus.plan.explain.domain import Domain, Listed, Number, domain_of
from isthmus.plan.explain.possible import distance, nearest_values, possible_literals
from isthmus.rules import Value
from isthmus.terms import Truth

HALF = Decimal("0.5")


def domain(type_: FeatureType, changes: Changes) -> Domain:
    """Make a case feature whose number is cut after 1, and of whose list both words are asked about."""
    one = domain_of(feature("f", type_, changes), Circuit())
    if isinstance(one, Number):
        one.at_most(one.steps(1))
        one.close()
    if isinstance(one, Listed):
        one.asked = {"u", "v"}
    return one


@pytest.mark.parametrize(
    ("type_", "changes", "now", "values"),
    [
        ("boolean", "any", Truth.TRUE, [Truth.FALSE]),
        ("boolean", ((False, True),), Truth.TRUE, []),
        ("boolean", ((False, True),), Truth.FALSE, [Truth.TRUE]),
        ("boolean", "never", Truth.TRUE, []),
        ("choice", (("u", "v"),), "u", ["v"]),
        ("choice", (("u", "v"),), "v", []),
        ("choices", "grows", ("u",), [("u", "v")]),
        ("choices", "any", ("u",), [(), ("v",), ("u", "v")]),
        ("integer", "any", 1, [0, 2]),
        ("integer", "up", 2, []),
        ("decimal", "any", HALF, [0, 1, 2]),
        ("decimal", "up", HALF, [1, 2]),
        ("decimal", "down", Decimal("1.5"), [1, Decimal("1.4")]),
        ("decimal", "never", HALF, []),
    ],
)
def test_a_fact_can_come_to_have_the_nearest_value_of_each_sort(
    type_: FeatureType, changes: Changes, now: Value, values: list[Value]
) -> None:
    found = list(nearest_values(domain(type_, changes), now))
    assert sorted(found, key=str) == sorted(values, key=str)


def test_more_cuts_give_more_values() -> None:
    number = domain("decimal", "up")
    assert isinstance(number, Number)
    assert list(nearest_values(number, HALF, [number.steps(HALF), number.steps("0.75")])) == [
        Decimal("0.6"),
        Decimal(1),
        Decimal(2),
    ]


@pytest.mark.parametrize(
    ("type_", "changes", "now", "allowed"),
    [
        ("boolean", ((False, True),), Truth.TRUE, [Truth.TRUE]),
        ("boolean", "any", Truth.TRUE, [Truth.TRUE, Truth.FALSE]),
        ("choice", (("u", "v"),), "u", ["u", "v"]),
        ("choice", (("u", "v"),), "v", ["v"]),
        ("choices", "grows", ("u",), [("u",), ("u", "v")]),
        ("choices", "any", ("u",), [(), ("u",), ("v",), ("u", "v")]),
        ("integer", "up", 2, [2]),
        ("integer", "down", 2, [0, 1, 2]),
        ("integer", "down", 1, [0, 1]),
        ("integer", "any", 1, [0, 1, 2]),
    ],
)
def test_literals_allow_what_a_fact_is_and_can_come_to_be(
    type_: FeatureType, changes: Changes, now: Value, allowed: list[Value]
) -> None:
    one = domain(type_, changes)
    literals = set(possible_literals(one, now, one.bounds if isinstance(one, Number) else {}))
    every: dict[str, list[Value]] = {"boolean": [Truth.TRUE, Truth.FALSE], "choice": ["u", "v"], "integer": [0, 1, 2]}
    values = every.get(type_, [(), ("u",), ("v",), ("u", "v")])
    assert [value for value in values if literals <= set(one.literals(value))] == allowed


@pytest.mark.parametrize(
    ("type_", "now", "value", "far"),
    [
        ("decimal", HALF, Decimal(1), (0, Decimal("0.25"))),
        ("decimal", Decimal(0), Decimal("1.25"), (2, Decimal("0.625"))),
        ("integer", 0, 2, (0, Decimal(1))),
        ("choices", ("u",), ("u", "v"), (0, HALF)),
        ("choice", "u", "v", (0, Decimal(1))),
    ],
)
def test_values_lie_apart_by_their_decimals_then_by_their_share_of_the_range(
    type_: FeatureType, now: Value, value: Value, far: tuple[int, Decimal]
) -> None:
    assert distance(domain(type_, "any"), now, value) == far
