"""What a backend is, and the one walk that all of them share."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from isthmus.rules.expr import Expr
from isthmus.rules.syntax import (
    Abs,
    Add,
    And,
    Ceiling,
    Coalesce,
    Component,
    Difference,
    Divide,
    Duration,
    Equal,
    Equivalent,
    Exists,
    Floor,
    Greater,
    GreaterOrEqual,
    If,
    Implies,
    In,
    IsFalse,
    IsNull,
    IsTrue,
    Less,
    LessOrEqual,
    ListOf,
    Literal,
    Modulo,
    Multiply,
    Name,
    Negate,
    Not,
    NotEqual,
    Or,
    Predecessor,
    Quantity,
    Shift,
    Subtract,
    Successor,
    Truncate,
    TruncatedDivide,
    Xor,
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
    def on_quantity(self, node: Quantity) -> M:
        """Read a number of a unit."""

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

    @abstractmethod
    def on_xor(self, node: Xor, left: M, right: M) -> M:
        """Read that just one is so."""

    @abstractmethod
    def on_implies(self, node: Implies, left: M, right: M) -> M:
        """Read that right is so wherever left is."""

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
    def on_equivalent(self, node: Equivalent, left: M, right: M) -> M:
        """Read whether two values are the same, or neither is known."""

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
    def on_negate(self, node: Negate, operand: M) -> M:
        """Read the number with the other sign."""

    @abstractmethod
    def on_add(self, node: Add, left: M, right: M) -> M:
        """Read left and right together."""

    @abstractmethod
    def on_subtract(self, node: Subtract, left: M, right: M) -> M:
        """Read left less right."""

    @abstractmethod
    def on_multiply(self, node: Multiply, left: M, right: M) -> M:
        """Read left times right."""

    @abstractmethod
    def on_divide(self, node: Divide, left: M, right: M) -> M:
        """Read left by right."""

    @abstractmethod
    def on_truncated_divide(self, node: TruncatedDivide, left: M, right: M) -> M:
        """Read how often right goes whole into left."""

    @abstractmethod
    def on_modulo(self, node: Modulo, left: M, right: M) -> M:
        """Read what is left over."""

    @abstractmethod
    def on_abs(self, node: Abs, operand: M) -> M:
        """Read the number without its sign."""

    @abstractmethod
    def on_ceiling(self, node: Ceiling, operand: M) -> M:
        """Read the whole number at or above."""

    @abstractmethod
    def on_floor(self, node: Floor, operand: M) -> M:
        """Read the whole number at or below."""

    @abstractmethod
    def on_truncate(self, node: Truncate, operand: M) -> M:
        """Read the whole part."""

    @abstractmethod
    def on_successor(self, node: Successor, operand: M) -> M:
        """Read the next value."""

    @abstractmethod
    def on_predecessor(self, node: Predecessor, operand: M) -> M:
        """Read the value before."""

    # datetime

    @abstractmethod
    def on_component(self, node: Component, operand: M) -> M:
        """Read one part of a moment."""

    @abstractmethod
    def on_shift(self, node: Shift, operand: M) -> M:
        """Read a moment moved by periods."""

    @abstractmethod
    def on_duration(self, node: Duration, left: M, right: M) -> M:
        """Read how many whole periods lie between."""

    @abstractmethod
    def on_difference(self, node: Difference, left: M, right: M) -> M:
        """Read how many starts of a period lie between."""

    # membership

    @abstractmethod
    def on_in(self, node: In, left: M, right: M) -> M:
        """Read whether left is one of a list."""

    @abstractmethod
    def on_exists(self, node: Exists, operand: M) -> M:
        """Read whether a list has a member."""

    # conditional

    @abstractmethod
    def on_if(self, node: If, condition: M, then: M, otherwise: M) -> M:
        """Read one of two values."""


def fold(expr: Expr, backend: Backend[M]) -> M:
    """Read `expr` from its leaves up, asking `backend` what each operator means."""
    on_operator: Callable[..., M] = getattr(backend, expr.reader)
    match expr.operands():
        case ():  # half of all expressions are leaves
            return on_operator(expr)
        case (left, right):  # and most of the others have two operands, which need no gathering
            return on_operator(expr, fold(left, backend), fold(right, backend))
        case operands:
            return on_operator(expr, *[fold(operand, backend) for operand in operands])
