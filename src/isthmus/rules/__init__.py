"""The rule language: a strict subset of CQL over case features, one tree read by parallel backends.

`parse` turns text into rules, and is imported by name because it brings the grammar's library with it.
"""

from isthmus.rules.backend import Backend, fold
from isthmus.rules.backends import BACKENDS, backend
from isthmus.rules.backends.cql import Cql
from isthmus.rules.backends.evaluate import Evaluate, Traced, Value
from isthmus.rules.check import Check, Kind, Type, check
from isthmus.rules.expr import Expr, Scalar
from isthmus.rules.rule import Rule
from isthmus.rules.syntax import (
    OPERATORS,
    And,
    In,
    IsTrue,
    ListOf,
    Literal,
    Name,
    Or,
)

__all__ = [
    "BACKENDS",
    "OPERATORS",
    "And",
    "Backend",
    "Check",
    "Cql",
    "Evaluate",
    "Expr",
    "In",
    "IsTrue",
    "Kind",
    "ListOf",
    "Literal",
    "Name",
    "Or",
    "Rule",
    "Scalar",
    "Traced",
    "Type",
    "Value",
    "backend",
    "check",
    "fold",
]
