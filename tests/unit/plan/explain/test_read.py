from itertools import product

import pytest
from tests.generative.small_pathways import EVERY, feature, rule

from isthmus.plan.explain.circuit import Circuit
from isthmus.plan.explain.domain import Number, domain_of
from isthmus.plan.explain.read import Read
from isthmus.rules import Evaluate, Rule, Traced, Value, fold
from isthmus.terms import FeatureName, Truth

FEATURES = [
    feature("a", "boolean"),
    feature("b", "boolean"),
    feature("w", "choice"),
    feature("s", "choices"),
    feature("n", "integer"),
    feature("x", "decimal"),
]
NAMES = [each.name for each in FEATURES]
PARAMETERS: dict[str, Value] = {"two": 2, "nothing": None}

ALONE = [
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

OPEN = ["n * n > 1", "Abs(n) > 1", "n div 2 = 1", "x / 2.0 > 0.5", "Coalesce(n * n, 2) > 1", "(n * n) is null", "n / 2 ~ 1.0"]


def literals(one: Rule) -> tuple[Circuit, Read, int, int, dict[FeatureName, object]]:
    circuit = Circuit()
    domains = {each.name: domain_of(each, circuit) for each in FEATURES}
    read = Read(circuit, domains, PARAMETERS)
    verdict = read.truth(one.tree)
    for domain in domains.values():
        if isinstance(domain, Number):
            domain.close()
    return circuit, read, verdict.holds, verdict.fails, dict(domains)
