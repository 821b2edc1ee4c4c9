"""The rule language: a strict subset of CQL over case features, one tree read by parallel backends.

`parse` turns text into rules, and is imported by name because it brings the grammar's library with it.
"""

from isthmus.rules.backend import Backend, fold
from isthmus.rules.backends import BACKENDS, Cql, Evaluate, Traced, Value
from isthmus.rules.check import Check, Kind, Type, check
from isthmus.rules.rule import Rule
from isthmus.rules.syntax import OPERATORS, And, Expr, ListOf, Literal, Name, Or, Scalar

__all__ = [
    "BACKENDS",
    "OPERATORS",
    "And",
    "Backend",
    "Check",
    "Cql",
    "Evaluate",
    "Expr",
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
    "check",
    "fold",
]
