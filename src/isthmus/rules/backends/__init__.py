"""The readings of the rule language, one file each; all list the same operators in the same order.

Some bring a heavy library with them, so each is imported by name, or by `backend`, when it is wanted.
"""

from importlib import import_module
from typing import Any

from isthmus.rules.backend import Backend

__all__ = ["BACKENDS", "backend"]

BACKENDS = ("evaluate", "python", "columns", "sql", "smt", "cql", "prose")
"""Every backend by its name, the reference first."""


def backend(name: str) -> type[Backend[Any]]:
    """Load the class of a backend: `backend("sql")` is `Sql` of `sql.py`."""
    module = import_module(f"isthmus.rules.backends.{name}")
    loaded: type[Backend[Any]] = getattr(module, name.capitalize())
    return loaded
