"""What every expression of the rule language is: an operator, its operands, and the words it was read from."""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from isthmus.terms import Moment

__all__ = ["Binary", "Expr", "Scalar", "Unary"]

Scalar = bool | int | Decimal | str | Moment | None
"""A single value; None is null."""


@dataclass(frozen=True)
class Expr:
    """An expression: an operator and its operands."""

    text: str = field(default="", compare=False, kw_only=True)
    """The words of the rule it was read from, for people who check a trace."""

    _operator: ClassVar[str]
    reader: ClassVar[str]
    """The method by which a backend reads the operator: `on_less_or_equal`."""

    def __init_subclass__(cls) -> None:
        cls._operator = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.reader = f"on_{cls._operator}"

    @classmethod
    def operator(cls) -> str:
        """Name the operator as backends and spec cases do: `less_or_equal`."""
        return cls._operator

    def operands(self) -> tuple["Expr", ...]:
        """List the expressions it is made of, from left to right."""
        return ()


@dataclass(frozen=True)
class Unary(Expr):
    """An operator of one operand."""

    operand: Expr

    def operands(self) -> tuple[Expr, ...]:
        """List the one operand."""
        return (self.operand,)


@dataclass(frozen=True)
class Binary(Expr):
    """An operator of two operands."""

    left: Expr
    right: Expr

    def operands(self) -> tuple[Expr, ...]:
        """List left, then right."""
        return (self.left, self.right)
