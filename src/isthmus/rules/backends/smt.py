"""Reads rules for the solver Z3: of every expression whether it is known and what it is, as two terms apart."""

from collections.abc import Mapping
from decimal import Decimal

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.formula import all_of, any_of, not_, rounded, size, truncated, whole
from isthmus.rules.meanings.twofold import (
    CALENDAR,
    DECIMAL,
    PLACES,
    TRUTH,
    WHOLE,
    Term,
    alike,
    brought_whole,
    compared,
    computed,
    counted,
    either,
    fit,
    in_least,
    moment,
    step_of,
    truth,
    unless_zero,
    within,
)
from isthmus.terms import Moment

__all__ = ["Smt"]


class Smt(Backend[Term]):
    """Reads an expression as two terms; names mean the terms they are given."""

    def __init__(self, names: Mapping[str, Term]) -> None:
        self.names = names

    # leaf

    def on_literal(self, node: syntax.Literal) -> Term:
        """What is written, plainly."""
        match node.value:
            case None:
                return Term(Type(Kind.NULL), known=False, value=None)
            case bool():
                return Term(TRUTH, known=True, value=node.value)
            case int():
                return Term(WHOLE, known=True, value=node.value)
            case Decimal():
                return Term(DECIMAL, known=True, value=int(node.value * PLACES))
            case Moment(form, precision, count):
                return Term(Type(Kind.MOMENT, form=form, precision=precision), known=True, value=count)
        return Term(Type(Kind.CHOICE, frozenset({node.value})), known=True, value={node.value: True})

    def on_quantity(self, node: syntax.Quantity) -> Term:
        """Its number in the least unit of its dimension."""
        return Term(Type(Kind.QUANTITY, unit=node.unit), known=True, value=in_least(node.value, node.unit))

    def on_list_of(self, node: syntax.ListOf, *items: Term) -> Term:
        """Its items, as they are written."""
        words = frozenset(word for item in items for word in item.type.choices)
        return Term(Type(Kind.LIST, words), known=True, value=tuple((True, item) for item in items))

    def on_name(self, node: syntax.Name) -> Term:
        """What the name means."""
        return self.names[node.name]

    # logical

    def on_not(self, node: syntax.Not, operand: Term) -> Term:
        """It holds where the other fails."""
        return truth(operand.known, operand.fails)

    def on_and(self, node: syntax.And, left: Term, right: Term) -> Term:
        """Known where both are, or either fails."""
        known = any_of(left.fails, right.fails, all_of(left.known, right.known))
        return truth(known, all_of(left.holds, right.holds))

    def on_or(self, node: syntax.Or, left: Term, right: Term) -> Term:
        """Known where both are, or either holds."""
        known = any_of(left.holds, right.holds, all_of(left.known, right.known))
        return truth(known, any_of(left.holds, right.holds))

    def on_xor(self, node: syntax.Xor, left: Term, right: Term) -> Term:
        """Known where both are."""
        holds = any_of(all_of(left.holds, right.fails), all_of(left.fails, right.holds))
        return truth(all_of(left.known, right.known), holds)

    def on_implies(self, node: syntax.Implies, left: Term, right: Term) -> Term:
        """Known where left fails, right holds, or both are known."""
        holds = any_of(left.fails, right.holds)
        return truth(any_of(holds, all_of(left.known, right.known)), holds)

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Term) -> Term:
        """The opposite of known."""
        return truth(known=True, holds=not_(operand.known))

    def on_is_true(self, node: syntax.IsTrue, operand: Term) -> Term:
        """Whether it holds."""
        return truth(known=True, holds=operand.holds)

    def on_is_false(self, node: syntax.IsFalse, operand: Term) -> Term:
        """Whether it fails."""
        return truth(known=True, holds=operand.fails)

    def on_coalesce(self, node: syntax.Coalesce, *choices: Term) -> Term:
        """Each where it is known and none before it is."""
        *others, last = choices
        for choice in reversed(others):
            last = either(choice.known, choice, last)
        return last

    # comparison

    def on_equal(self, node: syntax.Equal, left: Term, right: Term) -> Term:
        """The same number, word or truth."""
        return compared(left, right, alike)

    def on_not_equal(self, node: syntax.NotEqual, left: Term, right: Term) -> Term:
        """The opposite of equal."""
        return self.on_not(syntax.Not(node), compared(left, right, alike))

    def on_equivalent(self, node: syntax.Equivalent, left: Term, right: Term) -> Term:
        """Equal, or neither known."""
        neither = all_of(not_(left.known), not_(right.known))
        return truth(known=True, holds=any_of(neither, compared(left, right, alike).holds))

    def on_less(self, node: syntax.Less, left: Term, right: Term) -> Term:
        """Under."""
        return compared(left, right, lambda a, b: a < b)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Term, right: Term) -> Term:
        """At most."""
        return compared(left, right, lambda a, b: a <= b)

    def on_greater(self, node: syntax.Greater, left: Term, right: Term) -> Term:
        """Over."""
        return compared(left, right, lambda a, b: a > b)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Term, right: Term) -> Term:
        """At least."""
        return compared(left, right, lambda a, b: a >= b)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Term) -> Term:
        """The other sign."""
        return computed((operand,), lambda a: -a)

    def on_add(self, node: syntax.Add, left: Term, right: Term) -> Term:
        """The sum; both are counted in the same parts."""
        return computed((left, right), lambda a, b: a + b)

    def on_subtract(self, node: syntax.Subtract, left: Term, right: Term) -> Term:
        """The difference."""
        return computed((left, right), lambda a, b: a - b)

    def on_multiply(self, node: syntax.Multiply, left: Term, right: Term) -> Term:
        """The product, brought back to a decimal's places."""
        return computed((left, right), lambda a, b: a * b, lambda a, b: rounded(a * b, PLACES))

    def on_divide(self, node: syntax.Divide, left: Term, right: Term) -> Term:
        """A decimal, even of whole numbers."""
        known = all_of(left.known, right.known, not_(fit(right, Kind.DECIMAL) == 0))
        value = rounded(fit(left, Kind.DECIMAL) * PLACES, fit(right, Kind.DECIMAL))
        return within(Term(DECIMAL, known, value))

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Term, right: Term) -> Term:
        """How often it goes, towards 0."""
        return computed(unless_zero(left, right), truncated, lambda a, b: truncated(a, b) * PLACES)

    def on_modulo(self, node: syntax.Modulo, left: Term, right: Term) -> Term:
        """What the truncated division leaves."""
        return computed(unless_zero(left, right), lambda a, b: a - truncated(a, b) * b)

    def on_abs(self, node: syntax.Abs, operand: Term) -> Term:
        """Without its sign."""
        return computed((operand,), size)

    def on_ceiling(self, node: syntax.Ceiling, operand: Term) -> Term:
        """The floor of the other sign, with the other sign."""
        return brought_whole(operand, lambda a: -whole(-a, PLACES))

    def on_floor(self, node: syntax.Floor, operand: Term) -> Term:
        """How many ones it has, downwards."""
        return brought_whole(operand, lambda a: whole(a, PLACES))

    def on_truncate(self, node: syntax.Truncate, operand: Term) -> Term:
        """How many ones it has, towards 0."""
        return brought_whole(operand, lambda a: truncated(a, PLACES))

    def on_successor(self, node: syntax.Successor, operand: Term) -> Term:
        """One step of its type on."""
        return computed((operand,), lambda a: a + step_of(operand.type))

    def on_predecessor(self, node: syntax.Predecessor, operand: Term) -> Term:
        """One step of its type back."""
        return computed((operand,), lambda a: a - step_of(operand.type))

    # datetime

    def on_component(self, node: syntax.Component, operand: Term) -> Term:
        """By the calendar."""
        return counted(WHOLE, (operand,), lambda a: CALENDAR.component(*moment(a), node.part))

    def on_shift(self, node: syntax.Shift, operand: Term) -> Term:
        """By the calendar, within it."""
        return counted(operand.type, (operand,), lambda a: CALENDAR.shift(*moment(a), node.amount, node.period))

    def on_duration(self, node: syntax.Duration, left: Term, right: Term) -> Term:
        """By the calendar."""
        return counted(WHOLE, (left, right), lambda a, b: CALENDAR.duration(a.value, *moment(b), node.period))

    def on_difference(self, node: syntax.Difference, left: Term, right: Term) -> Term:
        """By the calendar."""
        return counted(WHOLE, (left, right), lambda a, b: CALENDAR.difference(moment(a), moment(b), node.period))

    # membership

    def on_in(self, node: syntax.In, left: Term, right: Term) -> Term:
        """Equal to an item; what is not known is in no list, and a list that is not known has no items."""
        if isinstance(right.value, Mapping):
            found = alike(fit(left, Kind.CHOICE), right.value)
        else:
            found = any_of(*(all_of(here, compared(left, item, alike).holds) for here, item in right.value))
        return truth(known=True, holds=all_of(left.known, right.known, found))

    def on_exists(self, node: syntax.Exists, operand: Term) -> Term:
        """Whether any item is there."""
        items = operand.value.values() if isinstance(operand.value, Mapping) else (here for here, _ in operand.value)
        return truth(known=True, holds=all_of(operand.known, any_of(*items)))

    # conditional

    def on_if(self, node: syntax.If, condition: Term, then: Term, otherwise: Term) -> Term:
        """One where the condition holds, the other where it fails or is unknown."""
        return either(condition.holds, then, otherwise)
