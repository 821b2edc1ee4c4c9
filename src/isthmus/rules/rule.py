"""A rule as the rest of the house holds it: its words, its tree, and the type it comes to."""

from dataclasses import dataclass

from isthmus.rules.expr import Expr
from isthmus.rules.kinds import Type

__all__ = ["Rule"]


@dataclass(frozen=True)
class Rule:
    """A rule that was read and fits its names."""

    text: str
    tree: Expr
    type: Type
