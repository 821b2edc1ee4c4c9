from decimal import Decimal
from itertools import product

import pytest
from tests.generative.small_pathways import feature

from isthmus.pathway import FeatureType
from isthmus.plan.explain.circuit import FALSE, Circuit
from isthmus.plan.explain.domain import Domain, Listed, Number, domain_of, is_known
from isthmus.rules import Value
from isthmus.terms import Truth


def domain(type_: FeatureType) -> tuple[Domain, Circuit]:
    circuit = Circuit()
    return domain_of(feature("f", type_), circuit), circuit


SORTS = pytest.mark.parametrize(
    ("type_", "values"),
    [
        ("boolean", (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)),
        ("choice", ("u", "v", None)),
        ("choices", ((), ("u",), ("v",), ("u", "v"), None)),
        ("integer", (0, 1, 2, None)),
        ("decimal", (Decimal(0), Decimal("0.00000001"), Decimal(2), None)),
    ],
)
"""Of each type, a value of every sort that two bounds of a number tell apart."""


def cut(type_: FeatureType) -> tuple[Domain, Circuit]:
    one, circuit = domain(type_)
    if isinstance(one, Number):
        one.at_most(one.steps(0))
        one.at_most(one.steps(1))
        one.close()
    return one, circuit


@SORTS
def test_values_that_rules_tell_apart_set_different_inputs(type_: FeatureType, values: tuple[Value, ...]) -> None:
    one, circuit = cut(type_)
    set_by = [tuple(one.literals(value)) for value in values]
    assert len(set(set_by)) == len(values)
    for value, literals in zip(values, set_by, strict=True):
        assert {abs(literal) for literal in literals} == set(one.inputs())
        bits = circuit.run({abs(literal): int(literal > 0) for literal in literals}, 1)
        assert bool(bits[one.known]) == is_known(value)
        assert all(any(bits[literal] for literal in clause) for clause in circuit.clauses)


@SORTS
def test_inputs_that_no_value_sets_are_ruled_out(type_: FeatureType, values: tuple[Value, ...]) -> None:
    one, circuit = cut(type_)
    allowed = set()
    for signs in product((1, -1), repeat=len(one.inputs())):
        literals = [sign * literal for sign, literal in zip(signs, one.inputs(), strict=True)]
        bits = circuit.run({literal: 1 for literal in literals if literal > 0}, 1)
        if all(any(bits[literal] for literal in clause) for clause in circuit.clauses):
            allowed.add(frozenset(literals))
    assert allowed == {frozenset(one.literals(value)) for value in values}


@pytest.mark.parametrize(
    ("type_", "answers"),
    [("boolean", [Truth.TRUE, Truth.FALSE]), ("choice", ["u", "v"]), ("integer", [2])],
)
def test_the_answers_leave_out_that_it_is_not_known(type_: FeatureType, answers: list[Value]) -> None:
    assert domain(type_)[0].answers(None) == answers


def test_a_list_answers_with_the_words_that_are_asked_about_and_keeps_the_others() -> None:
    listed, _ = domain("choices")
    assert isinstance(listed, Listed)
    assert listed.answers(("v",)) == [("v",)]
    assert listed.has("w") == FALSE
    listed.has("u")
    assert listed.answers(None) == [(), ("u",)]
    assert listed.answers(("v",)) == [("v",), ("u", "v")]


def test_a_number_is_cut_after_the_bounds_that_are_asked_about() -> None:
    number, _ = domain("decimal")
    assert isinstance(number, Number)
    one = number.steps(1)
    assert number.at_most(one) == number.at_most(one)
    assert number.at_most(number.low - 1) == FALSE
    assert number.at_most(number.high) == number.known
    number.close()
    assert list(number.cells()) == [(0, one), (one + 1, 2 * one)]
    assert list(number.cells([one // 2, 5 * one])) == [(0, one // 2), (one // 2 + 1, one), (one + 1, 2 * one)]
    assert number.answers(None) == [1, 2]


@pytest.mark.parametrize(
    ("type_", "counts", "tenth", "value"), [("integer", 10**8, 1, 3), ("decimal", 1, 10**7, Decimal("0.00000003"))]
)
def test_a_number_is_counted_in_its_own_steps(type_: FeatureType, counts: int, tenth: int, value: Value) -> None:
    number, _ = domain(type_)
    assert isinstance(number, Number)
    assert (number.counts, number.unit(1), number.steps(value), number.value(3)) == (counts, tenth, 3, value)
