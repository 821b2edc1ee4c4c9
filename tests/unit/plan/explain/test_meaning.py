from decimal import Decimal

import pytest
from tests.generative.small_pathways import feature

from isthmus.plan.explain.circuit import FALSE, TRUE, Circuit
from isthmus.plan.explain.domain import PLACES, Number, domain_of
from isthmus.plan.explain.linear import Sum
from isthmus.plan.explain.meaning import UNKNOWN, Cases, Meanings, Verdict, as_sum, evaluated
from isthmus.rules import Value
from isthmus.rules.text.parse import parse
from isthmus.terms import FeatureName, Truth

X, Y = FeatureName("x"), FeatureName("y")
ONE = 10**PLACES
CIRCUIT = Circuit()
DOMAINS = {name: domain_of(feature(name, "decimal"), CIRCUIT) for name in (X, Y)}
MEANINGS = Meanings(CIRCUIT, DOMAINS, lambda _: frozenset({X}))
NUMBER = Sum(((X, 1),), 0, whole=False)
LESS, TIMES = parse("x < y"), parse("x * y")


def test_the_opposite_of_a_verdict_holds_where_it_fails() -> None:
    assert Verdict(2, 3).opposite() == Verdict(3, 2)
    assert UNKNOWN.opposite() == UNKNOWN


@pytest.mark.parametrize(
    ("content", "total"),
    [
        (2, Sum((), 2 * ONE, whole=True)),
        (Decimal("0.5"), Sum((), ONE // 2, whole=False)),
        (NUMBER, NUMBER),
        ("u", None),
        (Truth.TRUE, None),
        (None, None),
    ],
)
def test_only_numbers_are_sums(content: Value | Sum, total: Sum | None) -> None:
    assert as_sum(content) == total


def test_the_reference_decides_what_is_written() -> None:
    assert evaluated(LESS, (1, 2)) == Verdict(TRUE, FALSE)
    assert evaluated(LESS, (2, 1)) == Verdict(FALSE, TRUE)
    assert evaluated(LESS, (None, 1)) == UNKNOWN


def test_a_sum_of_one_number_is_asked_as_a_bound_of_that_number() -> None:
    number = DOMAINS[X]
    assert isinstance(number, Number)
    assert MEANINGS.at_most(NUMBER, ONE) == number.at_most(ONE)
    assert MEANINGS.at_most(NUMBER.times(-2), -ONE) == -number.at_most(ONE // 2 - 1)
    assert MEANINGS.at_most(Sum((), 1, whole=True), 0) == FALSE
    assert MEANINGS.at_most(Sum((), 0, whole=True), 0) == TRUE


def test_a_sum_of_several_is_asked_one_way_round() -> None:
    difference = Sum(((X, 1), (Y, -1)), 0, whole=False)
    assert MEANINGS.at_most(difference, 0) == -MEANINGS.at_most(difference.times(-1), -1)
    assert len(MEANINGS.sums) == 1


def test_a_value_may_depend_on_a_condition_and_alike_cases_are_one() -> None:
    condition = CIRCUIT.add_input()
    one, other = Cases(((TRUE, 1),)), Cases(((TRUE, Decimal(1)),))
    assert MEANINGS.chosen(condition, one, one) == one
    chosen = MEANINGS.chosen(condition, one, other)
    assert chosen == Cases(((condition, 1), (-condition, Decimal(1))))
    assert MEANINGS.chosen(condition, Verdict(TRUE, FALSE), Cases(((TRUE, None),))) == Verdict(condition, FALSE)


def test_what_is_not_known_is_a_literal() -> None:
    known = DOMAINS[X].known
    assert MEANINGS.unknown(Cases(((known, NUMBER), (-known, None)))) == -known
    assert MEANINGS.unknown(UNKNOWN) == TRUE
    assert MEANINGS.verdict(Cases(((TRUE, None),))) == UNKNOWN


def test_what_cannot_be_worked_out_is_left_open_once() -> None:
    number = Cases(((TRUE, NUMBER),))
    product = MEANINGS.worked_out(TIMES, number, number)
    before = len(MEANINGS.untold)
    verdict = MEANINGS.told(LESS, product, number)
    assert [untold.features for untold in MEANINGS.untold[before:]] == [{X}]
    assert verdict == MEANINGS.untold[before].verdict


def test_a_sum_that_may_overflow_is_left_open() -> None:
    huge = Cases(((TRUE, NUMBER.times(10**21)),))
    added = MEANINGS.worked_out(TIMES, huge, huge, by=Sum.plus)
    before = len(MEANINGS.untold)
    MEANINGS.told(LESS, added, added)
    assert len(MEANINGS.untold) == before + 1
