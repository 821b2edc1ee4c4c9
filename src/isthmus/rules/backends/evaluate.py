"""What a rule comes to for one patient, with the value of every part: the plain reference for all backends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from isthmus.rules.backend import Backend
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
from isthmus.terms import Truth

__all__ = ["Evaluate", "Traced", "Value"]

Value = Truth | int | Decimal | str | tuple[str, ...] | None
"""What an expression comes to; a truth is never None, any other value is None when it is not known."""

_MOST_INTEGER = 2**31 - 1
_MOST_DECIMAL = Decimal(10) ** 20 - Decimal("1E-8")  # 28 digits, 8 of them places


@dataclass(frozen=True, slots=True)
class Traced:
    """A part of a rule, what it came to, and the parts that decided it."""

    node: Expr
    value: Value
    because: tuple["Traced", ...] = ()

    @property
    def truth(self) -> Truth:
        """Its truth; a null where a truth could stand is unknown."""
        return self.value if isinstance(self.value, Truth) else Truth.UNKNOWN

    @property
    def known(self) -> bool:
        """Whether it came to anything."""
        return self.value is not None and self.value is not Truth.UNKNOWN


class Evaluate(Backend[Traced]):
    """Reads a rule as its value for one patient.

    Args:
        values: What each name came to: case features, parameters, and the definitions made so far.
    """

    def __init__(self, values: Mapping[str, Traced]) -> None:
        self.values = values

    # leaf

    def on_literal(self, node: Literal) -> Traced:
        """Itself."""
        value = node.value
        return Traced(node, Truth.of(value) if isinstance(value, bool) else value)

    def on_list_of(self, node: ListOf, *items: Traced) -> Traced:
        """Its items."""
        return Traced(node, tuple(str(item.value) for item in items))

    def on_name(self, node: Name) -> Traced:
        """What the name came to."""
        named = self.values[node.name]
        return Traced(node, named.value, (named,)) if named.because else named

    # logical

    def on_not(self, node: Not, operand: Traced) -> Traced:
        """The opposite truth."""
        return Traced(node, operand.truth.not_(), (operand,))

    def on_and(self, node: And, left: Traced, right: Traced) -> Traced:
        """Both, after Kleene."""
        return Traced(node, left.truth.and_(right.truth), (left, right))

    def on_or(self, node: Or, left: Traced, right: Traced) -> Traced:
        """Either, after Kleene."""
        return Traced(node, left.truth.or_(right.truth), (left, right))

    # nullological

    def on_is_null(self, node: IsNull, operand: Traced) -> Traced:
        """Whether it came to nothing."""
        return Traced(node, Truth.of(not operand.known), (operand,))

    def on_is_true(self, node: IsTrue, operand: Traced) -> Traced:
        """Whether it is certainly true."""
        return Traced(node, Truth.of(operand.truth is Truth.TRUE), (operand,))

    def on_is_false(self, node: IsFalse, operand: Traced) -> Traced:
        """Whether it is certainly false."""
        return Traced(node, Truth.of(operand.truth is Truth.FALSE), (operand,))

    def on_coalesce(self, node: Coalesce, *choices: Traced) -> Traced:
        """The first that came to something."""
        first = next((choice for choice in choices if choice.known), choices[-1])
        return Traced(node, first.value, choices)

    # comparison

    def on_equal(self, node: Equal, left: Traced, right: Traced) -> Traced:
        """The same value."""
        return _compared(node, left, right, lambda a, b: a == b)

    def on_not_equal(self, node: NotEqual, left: Traced, right: Traced) -> Traced:
        """Another value."""
        return _compared(node, left, right, lambda a, b: a != b)

    def on_less(self, node: Less, left: Traced, right: Traced) -> Traced:
        """Under."""
        return _compared(node, left, right, lambda a, b: a < b)

    def on_less_or_equal(self, node: LessOrEqual, left: Traced, right: Traced) -> Traced:
        """At most."""
        return _compared(node, left, right, lambda a, b: a <= b)

    def on_greater(self, node: Greater, left: Traced, right: Traced) -> Traced:
        """Over."""
        return _compared(node, left, right, lambda a, b: a > b)

    def on_greater_or_equal(self, node: GreaterOrEqual, left: Traced, right: Traced) -> Traced:
        """At least."""
        return _compared(node, left, right, lambda a, b: a >= b)

    # arithmetic

    def on_subtract(self, node: Subtract, left: Traced, right: Traced) -> Traced:
        """The difference, within CQL's numbers."""
        if not (left.known and right.known):
            return Traced(node, None, (left, right))
        return Traced(node, _within_cql(_number(left) - _number(right)), (left, right))

    # membership

    def on_in(self, node: In, left: Traced, right: Traced) -> Traced:
        """One of the list; CQL holds a list that is not known to be without members."""
        if not left.known:
            return Traced(node, Truth.UNKNOWN, (left, right))
        members = right.value if isinstance(right.value, tuple) else ()
        return Traced(node, Truth.of(left.value in members), (left, right))

    # conditional

    def on_if(self, node: If, condition: Traced, then: Traced, otherwise: Traced) -> Traced:
        """The branch that its condition chooses."""
        chosen = then if condition.truth is Truth.TRUE else otherwise
        return Traced(node, chosen.value, (condition, chosen))


def _compared(node: Expr, left: Traced, right: Traced, holds: Callable[[Any, Any], bool]) -> Traced:
    known = left.known and right.known
    truth = Truth.of(holds(left.value, right.value)) if known else Truth.UNKNOWN
    return Traced(node, truth, (left, right))


def _number(traced: Traced) -> int | Decimal:
    if not isinstance(traced.value, int | Decimal):
        message = "the typing rules admit numbers only"
        raise TypeError(message)
    return traced.value


def _within_cql(number: int | Decimal) -> int | Decimal | None:
    most = _MOST_INTEGER if isinstance(number, int) else _MOST_DECIMAL
    least = -most - 1 if isinstance(number, int) else -most
    return number if least <= number <= most else None
