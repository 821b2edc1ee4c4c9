"""What a rule comes to for one patient, with the value of every part: the plain reference for all backends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, Decimal
from operator import attrgetter, eq, ge, gt, le, lt, ne
from typing import Any

from isthmus.rules import numbers, syntax
from isthmus.rules.backend import Backend
from isthmus.rules.calendar import CALENDAR, limits, step
from isthmus.rules.expr import Expr, Scalar
from isthmus.terms import Amount, Moment, Truth, unit_of

__all__ = ["Evaluate", "Traced", "Value"]

Value = Truth | int | Decimal | str | Moment | Amount | tuple[Scalar, ...] | None
"""What an expression comes to; a truth is never None, any other value is None when it is not known."""

_FALSE, _UNKNOWN, _TRUE = Truth


@dataclass(slots=True)  # not frozen: there are hundreds in every plan, and freezing nearly doubles the time of each
class Traced:
    """A part of a rule, what it came to, and the parts that decided it."""

    node: Expr
    value: Value
    because: tuple["Traced", ...] = ()

    @property
    def truth(self) -> Truth:
        """Its truth; a null where a truth could stand is unknown."""
        return self.value if isinstance(self.value, Truth) else _UNKNOWN

    @property
    def known(self) -> bool:
        """Whether it came to anything."""
        return self.value is not None and self.value is not _UNKNOWN


class Evaluate(Backend[Traced]):
    """Reads a rule as its value for one patient.

    Args:
        values: What each name came to: case features, parameters, and the definitions made so far.
    """

    def __init__(self, values: Mapping[str, Traced]) -> None:
        self.values = values

    # leaf

    def on_literal(self, node: syntax.Literal) -> Traced:
        """Itself."""
        value = node.value
        return Traced(node, Truth.of(value) if isinstance(value, bool) else value)

    def on_quantity(self, node: syntax.Quantity) -> Traced:
        """The amount."""
        return Traced(node, Amount(node.value, node.unit))

    def on_list_of(self, node: syntax.ListOf, *items: Traced) -> Traced:
        """Its items."""
        return Traced(node, tuple(item.node.value for item in items if isinstance(item.node, syntax.Literal)))

    def on_name(self, node: syntax.Name) -> Traced:
        """What the name came to."""
        named = self.values[node.name]
        return Traced(node, named.value, (named,)) if named.because else named

    # logical

    def on_not(self, node: syntax.Not, operand: Traced) -> Traced:
        """The opposite truth."""
        return Traced(node, operand.truth.not_(), (operand,))

    def on_and(self, node: syntax.And, left: Traced, right: Traced) -> Traced:
        """Both, after Kleene."""
        return Traced(node, left.truth.and_(right.truth), (left, right))

    def on_or(self, node: syntax.Or, left: Traced, right: Traced) -> Traced:
        """Either, after Kleene."""
        return Traced(node, left.truth.or_(right.truth), (left, right))

    def on_xor(self, node: syntax.Xor, left: Traced, right: Traced) -> Traced:
        """Just one, when both are known."""
        known = left.known and right.known
        return Traced(node, Truth.of(left.truth is not right.truth) if known else _UNKNOWN, (left, right))

    def on_implies(self, node: syntax.Implies, left: Traced, right: Traced) -> Traced:
        """Not left, or right, after Kleene."""
        return Traced(node, left.truth.not_().or_(right.truth), (left, right))

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Traced) -> Traced:
        """Whether it came to nothing."""
        return Traced(node, Truth.of(not operand.known), (operand,))

    def on_is_true(self, node: syntax.IsTrue, operand: Traced) -> Traced:
        """Whether it is certainly true."""
        return Traced(node, Truth.of(operand.value is _TRUE), (operand,))

    def on_is_false(self, node: syntax.IsFalse, operand: Traced) -> Traced:
        """Whether it is certainly false."""
        return Traced(node, Truth.of(operand.value is _FALSE), (operand,))

    def on_coalesce(self, node: syntax.Coalesce, *choices: Traced) -> Traced:
        """The first that came to something."""
        first = next((choice for choice in choices if choice.known), choices[-1])
        return Traced(node, first.value, choices)

    # comparison

    def on_equal(self, node: syntax.Equal, left: Traced, right: Traced) -> Traced:
        """The same value."""
        return _compared(node, left, right, eq)

    def on_not_equal(self, node: syntax.NotEqual, left: Traced, right: Traced) -> Traced:
        """Another value."""
        return _compared(node, left, right, ne)

    def on_equivalent(self, node: syntax.Equivalent, left: Traced, right: Traced) -> Traced:
        """The same value, or nothing on either side."""
        same = left.value == right.value if left.known else not right.known
        return Traced(node, Truth.of(same), (left, right))

    def on_less(self, node: syntax.Less, left: Traced, right: Traced) -> Traced:
        """Under."""
        return _compared(node, left, right, lt)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Traced, right: Traced) -> Traced:
        """At most."""
        return _compared(node, left, right, le)

    def on_greater(self, node: syntax.Greater, left: Traced, right: Traced) -> Traced:
        """Over."""
        return _compared(node, left, right, gt)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Traced, right: Traced) -> Traced:
        """At least."""
        return _compared(node, left, right, ge)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Traced) -> Traced:
        """With the other sign."""
        return _worked_out(node, numbers.negate, operand)

    def on_add(self, node: syntax.Add, left: Traced, right: Traced) -> Traced:
        """The sum."""
        return _worked_out(node, numbers.add, left, right)

    def on_subtract(self, node: syntax.Subtract, left: Traced, right: Traced) -> Traced:
        """The difference."""
        return _worked_out(node, numbers.subtract, left, right)

    def on_multiply(self, node: syntax.Multiply, left: Traced, right: Traced) -> Traced:
        """The product."""
        return _worked_out(node, numbers.multiply, left, right)

    def on_divide(self, node: syntax.Divide, left: Traced, right: Traced) -> Traced:
        """The quotient, a decimal."""
        return _worked_out(node, numbers.divide, left, right)

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Traced, right: Traced) -> Traced:
        """The whole part of the quotient."""
        return _worked_out(node, numbers.truncated_divide, left, right)

    def on_modulo(self, node: syntax.Modulo, left: Traced, right: Traced) -> Traced:
        """What is left over."""
        return _worked_out(node, numbers.modulo, left, right)

    def on_abs(self, node: syntax.Abs, operand: Traced) -> Traced:
        """Without its sign."""
        return _worked_out(node, lambda number: numbers.within(abs(number)), operand)

    def on_ceiling(self, node: syntax.Ceiling, operand: Traced) -> Traced:
        """The whole number at or above."""
        return _worked_out(node, lambda number: numbers.whole(number, ROUND_CEILING), operand)

    def on_floor(self, node: syntax.Floor, operand: Traced) -> Traced:
        """The whole number at or below."""
        return _worked_out(node, lambda number: numbers.whole(number, ROUND_FLOOR), operand)

    def on_truncate(self, node: syntax.Truncate, operand: Traced) -> Traced:
        """The whole part."""
        return _worked_out(node, lambda number: numbers.whole(number, ROUND_DOWN), operand)

    def on_successor(self, node: syntax.Successor, operand: Traced) -> Traced:
        """The next value."""
        return _worked_out(node, lambda value: _step(value, 1), operand)

    def on_predecessor(self, node: syntax.Predecessor, operand: Traced) -> Traced:
        """The value before."""
        return _worked_out(node, lambda value: _step(value, -1), operand)

    # datetime

    def on_component(self, node: syntax.Component, operand: Traced) -> Traced:
        """One part of the moment."""
        return _worked_out(node, lambda at: CALENDAR.component(at.count, at.precision, node.part), operand)

    def on_shift(self, node: syntax.Shift, operand: Traced) -> Traced:
        """The moment so many periods away, if the calendar has it."""

        def shifted(at: Moment) -> Moment | None:
            return _within_calendar(at, CALENDAR.shift(at.count, at.precision, node.amount, node.period))

        return _worked_out(node, shifted, operand)

    def on_duration(self, node: syntax.Duration, left: Traced, right: Traced) -> Traced:
        """The whole periods from left to right."""

        def lasting(first: Moment, last: Moment) -> Value:
            return numbers.within(CALENDAR.duration(first.count, last.count, first.precision, node.period))

        return _worked_out(node, lasting, left, right)

    def on_difference(self, node: syntax.Difference, left: Traced, right: Traced) -> Traced:
        """The starts of a period from left to right."""

        def starting(first: Moment, last: Moment) -> Value:
            ends = (first.count, first.precision), (last.count, last.precision)
            return numbers.within(CALENDAR.difference(*ends, node.period))

        return _worked_out(node, starting, left, right)

    # membership

    def on_in(self, node: syntax.In, left: Traced, right: Traced) -> Traced:
        """One of the list; CQL takes what is not known for no member, and a list that is not known for empty."""
        return Traced(node, Truth.of(left.known and left.value in _members(right)), (left, right))

    def on_exists(self, node: syntax.Exists, operand: Traced) -> Traced:
        """Whether the list has a member; one that is not known has none."""
        return Traced(node, Truth.of(any(item is not None for item in _members(operand))), (operand,))

    # conditional

    def on_if(self, node: syntax.If, condition: Traced, then: Traced, otherwise: Traced) -> Traced:
        """The branch that its condition chooses; CQL takes the other one when the condition is unknown."""
        chosen = then if condition.value is _TRUE else otherwise
        return Traced(node, chosen.value, (condition, chosen))


def _compared(node: Expr, left: Traced, right: Traced, holds: Callable[[Any, Any], bool]) -> Traced:
    one, other = left.value, right.value
    if one is None or other is None or one is _UNKNOWN or other is _UNKNOWN:
        return Traced(node, _UNKNOWN, (left, right))
    if isinstance(one, Moment | Amount):
        one, other = _rank(one), _rank(other)
    return Traced(node, _TRUE if holds(one, other) else _FALSE, (left, right))


def _rank(value: Value) -> Value:
    """Find what a moment or an amount is compared by."""
    if isinstance(value, Moment):
        return value.count
    return value.base if isinstance(value, Amount) else value


def _worked_out(node: Expr, work: Callable[..., Value], *operands: Traced) -> Traced:
    if not all(operand.known for operand in operands):
        return Traced(node, None, operands)
    values = [operand.value for operand in operands]
    amounts = [value for value in values if isinstance(value, Amount)]
    return Traced(node, _of_amounts(work, amounts) if amounts else work(*values), operands)


def _of_amounts(work: Callable[..., Value], amounts: list[Amount]) -> Value:
    """Work on amounts as on numbers, all of them in the finest of their units."""
    finest = min((unit_of(amount.unit) for amount in amounts), key=attrgetter("factor"))
    number = work(*(numbers.EXACT.divide(amount.base, finest.factor) for amount in amounts))
    return Amount(number, finest.code) if isinstance(number, Decimal) else None


def _step(value: int | Decimal | Moment, steps: int) -> Value:
    if isinstance(value, Moment):
        return _within_calendar(value, value.count + steps * step(value.precision))
    return numbers.stepped(value, steps)


def _within_calendar(at: Moment, count: int) -> Moment | None:
    first, last = limits(at.form, at.precision)
    return replace(at, count=count) if first <= count <= last else None


def _members(traced: Traced) -> tuple[Scalar, ...]:
    return traced.value if isinstance(traced.value, tuple) else ()
