from collections.abc import Mapping
from itertools import product

import pytest
from tests.generative.small_pathways import EVERY, feature

from isthmus.plan.explain.circuit import Circuit
from isthmus.plan.explain.domain import Number, domain_of
from isthmus.plan.explain.read import Read
from isthmus.rules import OPERATORS, Evaluate, Expr, Name, Traced, Value, fold
from isthmus.rules.text.parse import parse
from isthmus.terms import FeatureName, Truth

FEATURES = [
    feature("a", "boolean"),
    feature("b", "boolean"),
    feature("w", "choice"),
    feature("s", "choices"),
    feature("n", "integer"),
    feature("x", "decimal"),
]
PARAMETERS: dict[str, Value] = {"two": 2, "nothing": None}

WORKED_OUT = [
    "true",
    "a",
    "not a",
    "a and b",
    "a or b",
    "(a xor b)",
    "(a implies b)",
    "a is null",
    "a is not null",
    "a is true",
    "a is false",
    "(a = b)",
    "(a ~ b)",
    "Coalesce(a, b)",
    "if a then b else not b",
    "w = 'u'",
    "w != 'u'",
    "w in {'u', 'v'}",
    "w is null",
    "exists s",
    "'u' in s",
    "s is null",
    "n = 1",
    "n != 1",
    "(n ~ 1)",
    "n < 1",
    "n <= 1",
    "n > 1",
    "n >= 1",
    "n in {0, 2}",
    "n + n > 2",
    "-n < -1",
    "n * 2 >= two",
    "two * n >= 3",
    "n > nothing",
    "x > 1.0",
    "x <= 0.75",
    "x - 0.25 = 0.25",
    "(if a then 1 else n) > 1",
    "Coalesce(n, 2) > 1",
    "(if w = 'u' then 'v' else w) = 'v'",
    "two div 2 = 1",
    "two mod 2 = 1",
    "5 / 2 > 2.0",
    "Abs(-3) = 3",
    "Ceiling(1.5) = 2",
    "Floor(1.5) = 1",
    "Truncate(1.5) = 1",
    "successor of two = 3",
    "predecessor of two = 1",
    "3 'mo' = 3 'mo'",
    "year from @2014-03-01 = 2014",
    "@2014-03-01 + 1 month > @2014-03-31",
    "years between @2014-03-01 and @2016-03-01 = 2",
    "difference in days between @2014-03-01 and @2014-03-02 = 1",
]
"""Rules of which all is worked out."""

OPEN = [
    "n * n > 1",
    "Abs(n) > 1",
    "n div 2 = 1",
    "x / 2.0 > 0.5",
    "Coalesce(n * n, 2) > 1",
    "(n * n) is null",
    "n / 2 ~ 1.0",
]


def operators(expr: Expr) -> set[type[Expr]]:
    return {type(expr)}.union(*map(operators, expr.operands()))


def reference(expr: Expr, patient: Mapping[str, Value]) -> Value:
    values = {name: Traced(Name(name), value) for name, value in [*patient.items(), *PARAMETERS.items()]}
    return fold(expr, Evaluate(values)).value


def differences(text: str) -> tuple[list[dict[str, Value]], int]:
    """Read a rule and hold it against the reference for everybody; where it is left open, ask the reference.

    Returns:
        Of whom the two differ, and how many truths are left open.
    """
    one, circuit = parse(text), Circuit()
    domains = {each.name: domain_of(each, circuit) for each in FEATURES}
    read = Read(circuit, domains, PARAMETERS)
    verdict, names = read.truth(one), read.features_of(one)
    for domain in domains.values():
        if isinstance(domain, Number):
            domain.close()
    differ = []
    for values in product(*(EVERY[each.type] if each.name in names else (None,) for each in FEATURES)):
        patient: dict[str, Value] = dict(zip(domains, values, strict=True))
        literals = [literal for name, domain in domains.items() for literal in domain.literals(patient[name])]
        for untold in read.meanings.untold:
            truth = reference(untold.node, patient)
            literals += [untold.verdict.holds] * (truth is Truth.TRUE) + [untold.verdict.fails] * (truth is Truth.FALSE)
        for bound, literal in read.meanings.sums.items():
            numbers = {name: (domains[FeatureName(name)], patient[name]) for name, _ in bound.coefficients}
            steps = {
                name: domain.steps(value)
                for name, (domain, value) in numbers.items()
                if isinstance(domain, Number) and value is not None
            }
            literals += [literal] * (len(steps) == len(numbers) and bound.holds(steps))
        bits = circuit.run({literal: 1 for literal in literals if literal > 0}, 1)
        truth = {(1, 0): Truth.TRUE, (0, 1): Truth.FALSE, (0, 0): Truth.UNKNOWN}[
            bits[verdict.holds], bits[verdict.fails]
        ]
        if truth is not (reference(one, patient) or Truth.UNKNOWN):
            differ.append(patient)
    return differ, len(read.meanings.untold)


@pytest.mark.parametrize("text", WORKED_OUT)
def test_a_rule_means_the_same_as_to_the_reference(text: str) -> None:
    assert differences(text) == ([], 0)


@pytest.mark.parametrize("text", OPEN)
def test_a_rule_that_is_left_open_is_what_the_reference_says_where_all_is_known(text: str) -> None:
    assert differences(text) == ([], 1)


def test_every_operator_is_read() -> None:
    read = set[type[Expr]]().union(*(operators(parse(text)) for text in WORKED_OUT))
    assert set(OPERATORS) - read == set()


def test_a_definition_is_read_by_its_name() -> None:
    circuit = Circuit()
    read = Read(circuit, {each.name: domain_of(each, circuit) for each in FEATURES}, PARAMETERS)
    meaning = read.define("either", parse("a or b"))
    assert read.truth(Name("either")) == meaning
    assert read.features_of(parse("either and w = 'u'")) == {"a", "b", "w"}
