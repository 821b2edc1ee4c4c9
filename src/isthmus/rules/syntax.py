"""The rule language, one class per operator: this page is what a rule means.

A rule speaks of case features, one value per patient. A value that is not recorded is null, and a truth that depends
on it is unknown. The text of a rule is a strict subset of CQL 1.5: what is written here means the same in any CQL
engine. Operators stand in families; every backend lists them in this order.

    leaf            Literal ListOf Name
    logical         Not And Or
    nullological    IsNull IsTrue IsFalse Coalesce
    comparison      Equal NotEqual Less LessOrEqual Greater GreaterOrEqual
    arithmetic      Subtract
    membership      In
    conditional     If
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

__all__ = [
    "OPERATORS",
    "And",
    "Coalesce",
    "Equal",
    "Expr",
    "Greater",
    "GreaterOrEqual",
    "If",
    "In",
    "IsFalse",
    "IsNull",
    "IsTrue",
    "Less",
    "LessOrEqual",
    "ListOf",
    "Literal",
    "Name",
    "Not",
    "NotEqual",
    "Or",
    "Scalar",
    "Subtract",
]

Scalar = bool | int | Decimal | str | None
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


# leaf


@dataclass(frozen=True)
class Literal(Expr):
    """The value that is written: a truth, a whole number, a decimal, a word in quotes, or null."""

    value: Scalar


@dataclass(frozen=True)
class ListOf(Expr):
    """The literals in braces, in their order."""

    items: tuple[Literal, ...]

    def operands(self) -> tuple[Expr, ...]:
        """List the items."""
        return self.items


@dataclass(frozen=True)
class Name(Expr):
    """The value that bears the name: a case feature, a parameter, or an earlier definition."""

    name: str


# logical


@dataclass(frozen=True)
class Not(Unary):
    """False when it is true; true when it is false; otherwise unknown."""


@dataclass(frozen=True)
class And(Binary):
    """True when both are true; false when either is false; otherwise unknown."""


@dataclass(frozen=True)
class Or(Binary):
    """True when either is true; false when both are false; otherwise unknown."""


# nullological


@dataclass(frozen=True)
class IsNull(Unary):
    """True when it is not known; otherwise false. Never unknown."""


@dataclass(frozen=True)
class IsTrue(Unary):
    """True when it is true; false when it is false or unknown. Never unknown."""


@dataclass(frozen=True)
class IsFalse(Unary):
    """True when it is false; false when it is true or unknown. Never unknown."""


@dataclass(frozen=True)
class Coalesce(Expr):
    """The first operand that is known; null when none is."""

    choices: tuple[Expr, ...]

    def operands(self) -> tuple[Expr, ...]:
        """List the choices, first choice first."""
        return self.choices


# comparison


@dataclass(frozen=True)
class Equal(Binary):
    """Whether both are the same value; unknown when either is not known."""


@dataclass(frozen=True)
class NotEqual(Binary):
    """Whether they are different values; unknown when either is not known."""


@dataclass(frozen=True)
class Less(Binary):
    """Whether left is under right; unknown when either is not known."""


@dataclass(frozen=True)
class LessOrEqual(Binary):
    """Whether left is at most right; unknown when either is not known."""


@dataclass(frozen=True)
class Greater(Binary):
    """Whether left is over right; unknown when either is not known."""


@dataclass(frozen=True)
class GreaterOrEqual(Binary):
    """Whether left is at least right; unknown when either is not known."""


# arithmetic


@dataclass(frozen=True)
class Subtract(Binary):
    """Left less right; null when either is not known or the result is beyond CQL's numbers."""


# membership


@dataclass(frozen=True)
class In(Binary):
    """Whether left is one of the list; unknown when left is not known.

    To CQL a list that is not known has no members, so a rule asks about one only behind `if list is null`.
    """


# conditional


@dataclass(frozen=True)
class If(Expr):
    """One value when the condition is true and another when it is false; the condition is never unknown."""

    condition: Expr
    then: Expr
    otherwise: Expr

    def operands(self) -> tuple[Expr, ...]:
        """List the condition, then the value if it holds, then the other."""
        return (self.condition, self.then, self.otherwise)


OPERATORS: tuple[type[Expr], ...] = (
    Literal,
    ListOf,
    Name,
    Not,
    And,
    Or,
    IsNull,
    IsTrue,
    IsFalse,
    Coalesce,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Subtract,
    In,
    If,
)
"""Every operator of the language, in the order that all backends share."""
