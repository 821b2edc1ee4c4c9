"""What a backend is, and the one walk that all of them share."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from isthmus.rules.syntax import (
    And,
    Coalesce,
    Equal,
    Expr,
    Greater,
    GreaterOrEqual,
    If,
    In,
    IsFalse,
    IsNull,
    IsTrue,
    Less,
    LessOrEqual,
    ListOf,
    Literal,
    Name,
    Not,
    NotEqual,
    Or,
    Subtract,
)

__all__ = ["Backend", "fold"]

M = TypeVar("M")
"""What an expression means to a backend: a traced value, a text, a type."""


class Backend(ABC, Generic[M]):
    """One reading of the language: for each operator, its meaning from the meanings of its operands.

    A backend never walks a tree itself; `fold` does, from the leaves up.
    """

    # leaf

    @abstractmethod
    def on_literal(self, node: Literal) -> M:
        """Read a value that is written."""

    @abstractmethod
    def on_list_of(self, node: ListOf, *items: M) -> M:
        """Read literals in braces."""

    @abstractmethod
    def on_name(self, node: Name) -> M:
        """Read the value that bears a name."""

    # logical

    @abstractmethod
    def on_not(self, node: Not, operand: M) -> M:
        """Read the opposite."""

    @abstractmethod
    def on_and(self, node: And, left: M, right: M) -> M:
        """Read a conjunction."""

    @abstractmethod
    def on_or(self, node: Or, left: M, right: M) -> M:
        """Read a disjunction."""

    # nullological

    @abstractmethod
    def on_is_null(self, node: IsNull, operand: M) -> M:
        """Read whether a value is not known."""

    @abstractmethod
    def on_is_true(self, node: IsTrue, operand: M) -> M:
        """Read whether something is certainly true."""

    @abstractmethod
    def on_is_false(self, node: IsFalse, operand: M) -> M:
        """Read whether something is certainly false."""

    @abstractmethod
    def on_coalesce(self, node: Coalesce, *choices: M) -> M:
        """Read the first value that is known."""

    # comparison

    @abstractmethod
    def on_equal(self, node: Equal, left: M, right: M) -> M:
        """Read whether two values are the same."""

    @abstractmethod
    def on_not_equal(self, node: NotEqual, left: M, right: M) -> M:
        """Read whether two values differ."""

    @abstractmethod
    def on_less(self, node: Less, left: M, right: M) -> M:
        """Read whether left is under right."""

    @abstractmethod
    def on_less_or_equal(self, node: LessOrEqual, left: M, right: M) -> M:
        """Read whether left is at most right."""

    @abstractmethod
    def on_greater(self, node: Greater, left: M, right: M) -> M:
        """Read whether left is over right."""

    @abstractmethod
    def on_greater_or_equal(self, node: GreaterOrEqual, left: M, right: M) -> M:
        """Read whether left is at least right."""

    # arithmetic

    @abstractmethod
    def on_subtract(self, node: Subtract, left: M, right: M) -> M:
        """Read left less right."""

    # membership

    @abstractmethod
    def on_in(self, node: In, left: M, right: M) -> M:
        """Read whether left is one of a list."""

    # conditional

    @abstractmethod
    def on_if(self, node: If, condition: M, then: M, otherwise: M) -> M:
        """Read one of two values."""


def fold(expr: Expr, backend: Backend[M]) -> M:
    """Read `expr` from its leaves up, asking `backend` what each operator means."""
    on_operator: Callable[..., M] = getattr(backend, expr.reader)
    operands = expr.operands()
    if not operands:  # half of all expressions are leaves
        return on_operator(expr)
    return on_operator(expr, *[fold(operand, backend) for operand in operands])
