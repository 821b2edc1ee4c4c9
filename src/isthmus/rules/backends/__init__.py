"""The readings of the rule language, one file each; all list the same operators in the same order."""

from typing import Any

from isthmus.rules.backend import Backend
from isthmus.rules.backends.cql import Cql
from isthmus.rules.backends.evaluate import Evaluate, Traced, Value

__all__ = ["BACKENDS", "Cql", "Evaluate", "Traced", "Value"]

BACKENDS: tuple[type[Backend[Any]], ...] = (Evaluate, Cql)
"""Every backend, the reference first."""
