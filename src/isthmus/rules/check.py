"""The types of a rule: one typing rule for each operator."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from isthmus.errors import UnknownName, nearest
from isthmus.rules import syntax
from isthmus.rules.backend import Backend, fold
from isthmus.rules.expr import Expr
from isthmus.rules.fit import (
    LISTED,
    NULLS,
    alike,
    common,
    counted,
    known_to,
    logical,
    multiplied,
    no_strange_word,
    ordered,
    precision_for_shift,
    precision_of,
    same_number,
    sameness,
    summed,
    within_cql,
)
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.refusal import refusal, refusal_of
from isthmus.terms import Form, Moment, Precision, unit_of

__all__ = ["Check", "Kind", "Type", "check"]

_TRUTH = Type(Kind.BOOLEAN)
_CERTAIN = Type(Kind.BOOLEAN, certain=True)


def check(expr: Expr, scope: Mapping[str, Type]) -> Type:
    """Find the type of an expression.

    Args:
        expr: A tree.
        scope: The type of every name it may use.

    Raises:
        RuleError: A name is not in scope, or an operator cannot take its operands.
    """
    return fold(expr, Check(scope))


class Check(Backend[Type]):
    """Reads an expression as its type."""

    def __init__(self, scope: Mapping[str, Type]) -> None:
        self.scope = scope

    # leaf

    def on_literal(self, node: syntax.Literal) -> Type:
        """The type of what is written; a null may say its own."""
        match node.value:
            case None:
                return Type(NULLS.get(node.text, Kind.NULL))
            case bool():
                return _CERTAIN
            case int():
                return Type(Kind.INTEGER, certain=True)
            case Decimal():
                return Type(Kind.DECIMAL, certain=True)
            case Moment(form, precision, _):
                return Type(Kind.MOMENT, certain=True, form=form, precision=precision)
        return Type(Kind.CHOICE, frozenset({node.value}), certain=True)

    def on_quantity(self, node: syntax.Quantity) -> Type:
        """A quantity of its unit."""
        try:
            return Type(Kind.QUANTITY, certain=True, unit=unit_of(node.unit).code)
        except UnknownName as error:
            (fault,) = error.faults
            raise refusal_of(node, f"has the unit `{node.unit}`, which is not known", fault.remedy) from error

    def on_list_of(self, node: syntax.ListOf, *items: Type) -> Type:
        """A list of what its items have in common."""
        if not items:
            raise refusal_of(node, "lists nothing", "List something, or leave the question out.")
        shared = reduce(lambda one, other: common(node, one, other), items)
        if shared.kind not in LISTED or any(item.kind is Kind.NULL for item in items):
            remedy = "List words in quotes, numbers or points in time only."
            raise refusal_of(node, "holds something that no list here can", remedy)
        return replace(shared, kind=Kind.LIST, item=shared.kind, certain=True)

    def on_name(self, node: syntax.Name) -> Type:
        """The type of what bears the name."""
        if node.name not in self.scope:
            remedy = nearest(node.name, self.scope, otherwise="Define it above.")
            raise refusal(node.name, "is not defined", remedy)
        return self.scope[node.name]

    # logical

    def on_not(self, node: syntax.Not, operand: Type) -> Type:
        """Of a truth, a truth."""
        return logical(node, operand)

    def on_and(self, node: syntax.And, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return logical(node, left, right)

    def on_or(self, node: syntax.Or, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return logical(node, left, right)

    def on_xor(self, node: syntax.Xor, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return logical(node, left, right)

    def on_implies(self, node: syntax.Implies, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return logical(node, left, right)

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Type) -> Type:
        """Of anything, a certain truth."""
        return _CERTAIN

    def on_is_true(self, node: syntax.IsTrue, operand: Type) -> Type:
        """Of a truth, a certain truth."""
        logical(node, operand)
        return _CERTAIN

    def on_is_false(self, node: syntax.IsFalse, operand: Type) -> Type:
        """Of a truth, a certain truth."""
        logical(node, operand)
        return _CERTAIN

    def on_coalesce(self, node: syntax.Coalesce, *choices: Type) -> Type:
        """Of one type, that type; certain when any choice is."""
        shared = reduce(lambda one, other: common(node, one, other), choices)
        return replace(shared, certain=any(choice.certain for choice in choices))

    # comparison

    def on_equal(self, node: syntax.Equal, left: Type, right: Type) -> Type:
        """Of two values of one type, a truth."""
        return sameness(node, left, right)

    def on_not_equal(self, node: syntax.NotEqual, left: Type, right: Type) -> Type:
        """Of two values of one type, a truth."""
        return sameness(node, left, right)

    def on_equivalent(self, node: syntax.Equivalent, left: Type, right: Type) -> Type:
        """Of two truths, whole numbers or points in time, a certain truth; the engines of CQL differ on the others.

        Whether anything at all is equivalent to null they agree on.
        """
        for operand in (left, right):
            agreed = operand.kind in (Kind.BOOLEAN, Kind.INTEGER, Kind.MOMENT)
            if not agreed and Kind.NULL not in (left.kind, right.kind):
                raise refusal_of(node, f"asks whether {operand.words} is equivalent", "Write `=`.")
        sameness(node, left, right)
        return _CERTAIN

    def on_less(self, node: syntax.Less, left: Type, right: Type) -> Type:
        """Of two numbers, quantities or points in time, a truth."""
        return ordered(node, left, right)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Type, right: Type) -> Type:
        """Of two numbers, quantities or points in time, a truth."""
        return ordered(node, left, right)

    def on_greater(self, node: syntax.Greater, left: Type, right: Type) -> Type:
        """Of two numbers, quantities or points in time, a truth."""
        return ordered(node, left, right)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Type, right: Type) -> Type:
        """Of two numbers, quantities or points in time, a truth."""
        return ordered(node, left, right)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Type) -> Type:
        """Of a number or a quantity, the same."""
        return same_number(node, operand, Kind.QUANTITY)

    def on_add(self, node: syntax.Add, left: Type, right: Type) -> Type:
        """Of two numbers or quantities, one of them."""
        return summed(node, left, right)

    def on_subtract(self, node: syntax.Subtract, left: Type, right: Type) -> Type:
        """Of two numbers or quantities, one of them."""
        return summed(node, left, right)

    def on_multiply(self, node: syntax.Multiply, left: Type, right: Type) -> Type:
        """Of two whole numbers, a whole number; of other numbers, a decimal."""
        return Type(multiplied(node, left, right))

    def on_divide(self, node: syntax.Divide, left: Type, right: Type) -> Type:
        """Of two numbers, a decimal."""
        multiplied(node, left, right)
        return Type(Kind.DECIMAL)

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Type, right: Type) -> Type:
        """Of two whole numbers, a whole number; of other numbers, a decimal."""
        return Type(multiplied(node, left, right))

    def on_modulo(self, node: syntax.Modulo, left: Type, right: Type) -> Type:
        """Of two whole numbers, a whole number; of other numbers, a decimal."""
        return Type(multiplied(node, left, right))

    def on_abs(self, node: syntax.Abs, operand: Type) -> Type:
        """Of a number, the same."""
        return same_number(node, operand)

    def on_ceiling(self, node: syntax.Ceiling, operand: Type) -> Type:
        """Of a number, a whole number."""
        return replace(same_number(node, operand), kind=Kind.INTEGER)

    def on_floor(self, node: syntax.Floor, operand: Type) -> Type:
        """Of a number, a whole number."""
        return replace(same_number(node, operand), kind=Kind.INTEGER)

    def on_truncate(self, node: syntax.Truncate, operand: Type) -> Type:
        """Of a number, a whole number."""
        return replace(same_number(node, operand), kind=Kind.INTEGER)

    def on_successor(self, node: syntax.Successor, operand: Type) -> Type:
        """Of a number, a quantity or a point in time, the same."""
        return within_cql(node, same_number(node, operand, Kind.QUANTITY, Kind.MOMENT))

    def on_predecessor(self, node: syntax.Predecessor, operand: Type) -> Type:
        """Of a number, a quantity or a point in time, the same."""
        return within_cql(node, same_number(node, operand, Kind.QUANTITY, Kind.MOMENT))

    # datetime

    def on_component(self, node: syntax.Component, operand: Type) -> Type:
        """Of a point in time known as finely, a whole number."""
        known_to(node, operand, node.part)
        return Type(Kind.INTEGER, certain=operand.certain)

    def on_shift(self, node: syntax.Shift, operand: Type) -> Type:
        """Of a day, or a day and time, known as finely, the same."""
        if operand.form is Form.TIME:
            raise refusal_of(node, "moves a time of day, which would wrap at midnight", "Use a date with its time.")
        known_to(node, operand, precision_for_shift(operand, node.period))
        return within_cql(node, replace(operand, certain=False))

    def on_duration(self, node: syntax.Duration, left: Type, right: Type) -> Type:
        """Of two points in time of one form, known to the day or, with a clock, to the millisecond, a whole number."""
        for operand in (left, right):
            known_to(node, operand, Precision.DAY if operand.form is Form.DATE else Precision.MILLISECOND)
            known_to(node, operand, precision_of(node.period))
        return Type(Kind.INTEGER, certain=counted(node, left, right), unit=f"{node.period}s")

    def on_difference(self, node: syntax.Difference, left: Type, right: Type) -> Type:
        """Of two points in time of one form, known as finely, a whole number."""
        for operand in (left, right):
            known_to(node, operand, precision_of(node.period))
        return Type(Kind.INTEGER, certain=counted(node, left, right), unit=f"{node.period}s")

    # membership

    def on_in(self, node: syntax.In, left: Type, right: Type) -> Type:
        """Of a value and a list that could hold it, a certain truth, because what is not known is in no list."""
        if right.kind is not Kind.LIST or left.kind not in (*LISTED, Kind.NULL):
            raise refusal_of(
                node, f"asks whether {left.words} is in {right.words}", "Ask whether a choice is in a list."
            )
        if left.kind is not Kind.NULL:
            member = replace(right, kind=right.item or Kind.CHOICE)
            alike(node, left, member, f"asks whether {left.words} is in {right.words}")
        no_strange_word(node, left, right)
        return _CERTAIN

    def on_exists(self, node: syntax.Exists, operand: Type) -> Type:
        """Of a list, a certain truth."""
        if operand.kind is not Kind.LIST:
            raise refusal_of(node, f"asks whether {operand.words} has a member", "Ask it of a list.")
        return _CERTAIN

    # conditional

    def on_if(self, node: syntax.If, condition: Type, then: Type, otherwise: Type) -> Type:
        """Of a truth and two values of one type, that type."""
        if condition.kind not in (Kind.BOOLEAN, Kind.NULL):
            raise refusal_of(node.condition, f"is {condition.words}, not a truth", "Write a condition.")
        return replace(common(node, then, otherwise), certain=then.certain and otherwise.certain)
