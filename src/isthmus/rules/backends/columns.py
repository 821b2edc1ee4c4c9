"""What a rule comes to for every row of a table of patients, as Polars expressions: for populations."""

from collections.abc import Mapping

import polars as pl

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.column import (
    CALENDAR,
    NULL,
    ONE,
    Column,
    alike,
    among,
    boolean,
    calculate,
    compare,
    divide,
    literal,
    merge,
    modulo,
    multiply,
    number,
    step_of,
    to_whole,
    together,
    truncate,
    truncated_divide,
    truth,
    whole,
    wide,
    within,
)

__all__ = ["Columns"]


class Columns(Backend[Column]):
    """Reads a rule as an expression over columns.

    Args:
        names: What each name stands for: a column of the table, or what it is made of.
    """

    def __init__(self, names: Mapping[str, Column]) -> None:
        self.names = names

    # leaf

    def on_literal(self, node: syntax.Literal) -> Column:
        """Itself, in every row."""
        return literal(node.value)

    def on_quantity(self, node: syntax.Quantity) -> Column:
        """Its number, in its unit."""
        return number(node.value, Type(Kind.QUANTITY, unit=node.unit))

    def on_list_of(self, node: syntax.ListOf, *items: Column) -> Column:
        """Its items, all of one type."""
        members = tuple(alike(items))
        return Column(Type(Kind.LIST), pl.concat_list([item.values for item in members]), members=members)

    def on_name(self, node: syntax.Name) -> Column:
        """What bears the name."""
        return self.names[node.name]

    # logical

    def on_not(self, node: syntax.Not, operand: Column) -> Column:
        """The opposite; null stays null."""
        return truth(~boolean(operand))

    def on_and(self, node: syntax.And, left: Column, right: Column) -> Column:
        """Polars' own, which is Kleene's."""
        return truth(boolean(left) & boolean(right))

    def on_or(self, node: syntax.Or, left: Column, right: Column) -> Column:
        """Polars' own, which is Kleene's."""
        return truth(boolean(left) | boolean(right))

    def on_xor(self, node: syntax.Xor, left: Column, right: Column) -> Column:
        """Polars' own: null when either is."""
        return truth(boolean(left) ^ boolean(right))

    def on_implies(self, node: syntax.Implies, left: Column, right: Column) -> Column:
        """Not left, or right."""
        return truth(~boolean(left) | boolean(right))

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Column) -> Column:
        """Whether it is null."""
        return truth(operand.is_null)

    def on_is_true(self, node: syntax.IsTrue, operand: Column) -> Column:
        """Null counts as false."""
        return truth(boolean(operand).fill_null(value=False))

    def on_is_false(self, node: syntax.IsFalse, operand: Column) -> Column:
        """Null counts as true, and the opposite is taken."""
        return truth(~boolean(operand).fill_null(value=True))

    def on_coalesce(self, node: syntax.Coalesce, *choices: Column) -> Column:
        """The first that is not null."""
        return merge(choices, pl.coalesce)

    # comparison

    def on_equal(self, node: syntax.Equal, left: Column, right: Column) -> Column:
        """The same; null when either is."""
        return compare(left, right, lambda a, b: a == b)

    def on_not_equal(self, node: syntax.NotEqual, left: Column, right: Column) -> Column:
        """Another; null when either is."""
        return compare(left, right, lambda a, b: a != b)

    def on_equivalent(self, node: syntax.Equivalent, left: Column, right: Column) -> Column:
        """The same, where null is the same as null."""
        return compare(left, right, lambda a, b: a.eq_missing(b))

    def on_less(self, node: syntax.Less, left: Column, right: Column) -> Column:
        """Under; null when either is."""
        return compare(left, right, lambda a, b: a < b)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Column, right: Column) -> Column:
        """At most; null when either is."""
        return compare(left, right, lambda a, b: a <= b)

    def on_greater(self, node: syntax.Greater, left: Column, right: Column) -> Column:
        """Over; null when either is."""
        return compare(left, right, lambda a, b: a > b)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Column, right: Column) -> Column:
        """At least; null when either is."""
        return compare(left, right, lambda a, b: a >= b)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Column) -> Column:
        """With the other sign."""
        return within(operand, 0 - wide(operand))

    def on_add(self, node: syntax.Add, left: Column, right: Column) -> Column:
        """Together."""
        return together(left, right, lambda a, b: a + b)

    def on_subtract(self, node: syntax.Subtract, left: Column, right: Column) -> Column:
        """Left less right."""
        return together(left, right, lambda a, b: a - b)

    def on_multiply(self, node: syntax.Multiply, left: Column, right: Column) -> Column:
        """Whole numbers as they are; counts of hundred-millionths as one count too many."""
        return calculate(left, right, integer=lambda a, b: a * b, decimal=multiply)

    def on_divide(self, node: syntax.Divide, left: Column, right: Column) -> Column:
        """As decimals, always; Polars gives null where it divides by 0."""
        return calculate(left, right, integer=None, decimal=lambda a, b: divide(a * ONE, b))

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Column, right: Column) -> Column:
        """How often, towards 0."""
        return calculate(left, right, integer=truncated_divide, decimal=lambda a, b: truncated_divide(a, b) * ONE)

    def on_modulo(self, node: syntax.Modulo, left: Column, right: Column) -> Column:
        """What is left over by that."""
        return calculate(left, right, integer=modulo, decimal=modulo)

    def on_abs(self, node: syntax.Abs, operand: Column) -> Column:
        """Without its sign."""
        return within(operand, wide(operand).abs())

    def on_ceiling(self, node: syntax.Ceiling, operand: Column) -> Column:
        """The least whole number that is not under it."""
        return to_whole(operand, lambda count: 0 - (0 - count) // ONE)

    def on_floor(self, node: syntax.Floor, operand: Column) -> Column:
        """The greatest whole number that is not over it; Polars' division rounds down."""
        return to_whole(operand, lambda count: count // ONE)

    def on_truncate(self, node: syntax.Truncate, operand: Column) -> Column:
        """Its whole part."""
        return to_whole(operand, lambda count: truncate(count, ONE))

    def on_successor(self, node: syntax.Successor, operand: Column) -> Column:
        """One step on."""
        return within(operand, wide(operand) + step_of(operand))

    def on_predecessor(self, node: syntax.Predecessor, operand: Column) -> Column:
        """One step back."""
        return within(operand, wide(operand) - step_of(operand))

    # datetime

    def on_component(self, node: syntax.Component, operand: Column) -> Column:
        """A part, by the calendar."""
        if operand.kind is Kind.NULL:
            return NULL
        return whole(CALENDAR.component(operand.values, operand.precision, node.part))

    def on_shift(self, node: syntax.Shift, operand: Column) -> Column:
        """Moved, by the calendar."""
        if operand.kind is Kind.NULL:
            return NULL
        return within(operand, CALENDAR.shift(operand.values, operand.precision, node.amount, node.period))

    def on_duration(self, node: syntax.Duration, left: Column, right: Column) -> Column:
        """Whole periods, by the calendar."""
        if Kind.NULL in (left.kind, right.kind):
            return NULL
        return whole(CALENDAR.duration(left.values, right.values, left.precision, node.period))

    def on_difference(self, node: syntax.Difference, left: Column, right: Column) -> Column:
        """Starts of a period, by the calendar."""
        if Kind.NULL in (left.kind, right.kind):
            return NULL
        first, last = (left.values, left.precision), (right.values, right.precision)
        return whole(CALENDAR.difference(first, last, node.period))

    # membership

    def on_in(self, node: syntax.In, left: Column, right: Column) -> Column:
        """One of the list."""
        return among(left, right)

    def on_exists(self, node: syntax.Exists, operand: Column) -> Column:
        """More than no member."""
        return truth((operand.values.list.drop_nulls().list.len() > 0).fill_null(value=False))

    # conditional

    def on_if(self, node: syntax.If, condition: Column, then: Column, otherwise: Column) -> Column:
        """Polars takes `otherwise` where the condition is null, as CQL does."""
        chosen = pl.when(boolean(condition))
        return merge([then, otherwise], lambda values: chosen.then(values[0]).otherwise(values[1]))
