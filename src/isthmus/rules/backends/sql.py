"""What a rule comes to in every row of a table, as SQL for databases: DuckDB, Spark and PostgreSQL."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from sqlglot import exp

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.calendar import limits, step
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.count import Count, calendar
from isthmus.rules.meanings.exact import Exact
from isthmus.rules.meanings.query import Query, Tree, noted
from isthmus.rules.meanings.term import (
    INTEGER,
    NULL,
    Term,
    apart,
    binary,
    column_term,
    if_else,
    joined,
    literal,
    negated,
    number,
    quantity,
    truth,
)
from isthmus.terms import Form, Precision

__all__ = ["Sql"]

_LONGEST_SHIFT = 12 * 10_000
"""Months that lead out of the calendar from wherever one starts."""


class Sql(Backend[Term]):
    """Reads a rule as a piece of SQL, part of one query and in its dialect.

    Args:
        scope: The type of every column of the table that bears a name.
        query: The query, to which values that are used twice are added as columns.
        sizes: The greatest size of the numbers in a column, where there is one.
    """

    def __init__(
        self, scope: Mapping[str, Type], query: Query, sizes: Mapping[str, Decimal] = MappingProxyType({})
    ) -> None:
        self.terms = {name: column_term(name, type_, sizes.get(name)) for name, type_ in scope.items()}
        self.query = query
        self.exact = Exact(query)
        self.calendar = calendar(query)

    def define(self, name: str, term: Term, note: str = "", *, once: bool = False) -> None:
        """Give a name to a term.

        Args:
            name: The name.
            term: What bears it from now on.
            note: A comment on it.
            once: Whether only one rule uses it; it is then written there, so that it is worked out only where that
                rule is, and otherwise becomes a column of the query.
        """
        if isinstance(term.sql, exp.Literal | exp.Null):
            self.terms[name] = term
        elif once:
            self.terms[name] = Term(term.type, noted(apart(term.sql.copy()), f"{name}: {note}"))
        else:
            self.terms[name] = Term(term.type, self.query.add(name, term.sql, note))

    # leaf

    def on_literal(self, node: syntax.Literal) -> Term:
        """Itself."""
        return literal(node.value)

    def on_quantity(self, node: syntax.Quantity) -> Term:
        """Its number."""
        return quantity(node.value, node.unit)

    def on_list_of(self, node: syntax.ListOf, *items: Term) -> Term:
        """Its items."""
        return Term(Type(Kind.LIST), exp.Array(expressions=[item.sql for item in items]), members=items)

    def on_name(self, node: syntax.Name) -> Term:
        """What bears the name."""
        return self.terms[node.name]

    # logical

    def on_not(self, node: syntax.Not, operand: Term) -> Term:
        """SQL's own, which is Kleene's."""
        return truth(negated(operand.truth))

    def on_and(self, node: syntax.And, left: Term, right: Term) -> Term:
        """SQL's own, which is Kleene's."""
        return truth(joined(exp.And, left.truth, right.truth))

    def on_or(self, node: syntax.Or, left: Term, right: Term) -> Term:
        """SQL's own, which is Kleene's."""
        return truth(joined(exp.Or, left.truth, right.truth))

    def on_xor(self, node: syntax.Xor, left: Term, right: Term) -> Term:
        """Truths that differ; null when either is."""
        return truth(binary(exp.NEQ, left.truth, right.truth))

    def on_implies(self, node: syntax.Implies, left: Term, right: Term) -> Term:
        """Not left, or right."""
        return truth(joined(exp.Or, negated(left.truth), right.truth))

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Term) -> Term:
        """SQL's own."""
        return truth(binary(exp.Is, operand.sql, exp.Null()))

    def on_is_true(self, node: syntax.IsTrue, operand: Term) -> Term:
        """SQL's own."""
        return truth(binary(exp.Is, operand.truth, exp.true()))

    def on_is_false(self, node: syntax.IsFalse, operand: Term) -> Term:
        """SQL's own."""
        return truth(binary(exp.Is, operand.truth, exp.false()))

    def on_coalesce(self, node: syntax.Coalesce, *choices: Term) -> Term:
        """SQL's own."""
        return self._chosen(choices, lambda first, *others: exp.Coalesce(this=first, expressions=list(others)))

    # comparison

    def on_equal(self, node: syntax.Equal, left: Term, right: Term) -> Term:
        """The same; null when either is."""
        return self._compared(exp.EQ, left, right)

    def on_not_equal(self, node: syntax.NotEqual, left: Term, right: Term) -> Term:
        """Another; null when either is."""
        return self._compared(exp.NEQ, left, right)

    def on_equivalent(self, node: syntax.Equivalent, left: Term, right: Term) -> Term:
        """The same, where null is the same as null."""
        return truth(binary(exp.NullSafeEQ, left.sql, right.sql))

    def on_less(self, node: syntax.Less, left: Term, right: Term) -> Term:
        """Under; null when either is."""
        return self._compared(exp.LT, left, right)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Term, right: Term) -> Term:
        """At most; null when either is."""
        return self._compared(exp.LTE, left, right)

    def on_greater(self, node: syntax.Greater, left: Term, right: Term) -> Term:
        """Over; null when either is."""
        return self._compared(exp.GT, left, right)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Term, right: Term) -> Term:
        """At least; null when either is."""
        return self._compared(exp.GTE, left, right)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Term) -> Term:
        """Nothing less the number."""
        return _worked_out(self.exact.negate, operand)

    def on_add(self, node: syntax.Add, left: Term, right: Term) -> Term:
        """Together."""
        return _worked_out(partial(self.exact.together, exp.Add), left, right)

    def on_subtract(self, node: syntax.Subtract, left: Term, right: Term) -> Term:
        """Left less right."""
        return _worked_out(partial(self.exact.together, exp.Sub), left, right)

    def on_multiply(self, node: syntax.Multiply, left: Term, right: Term) -> Term:
        """Left times right."""
        return _worked_out(self.exact.multiply, left, right)

    def on_divide(self, node: syntax.Divide, left: Term, right: Term) -> Term:
        """Left by right."""
        return _worked_out(self.exact.divide, left, right)

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Term, right: Term) -> Term:
        """How often right goes whole into left."""
        return _worked_out(self.exact.truncated_divide, left, right)

    def on_modulo(self, node: syntax.Modulo, left: Term, right: Term) -> Term:
        """What that leaves over."""
        return _worked_out(self.exact.modulo, left, right)

    def on_abs(self, node: syntax.Abs, operand: Term) -> Term:
        """Without its sign."""
        return _worked_out(self.exact.unsigned, operand)

    def on_ceiling(self, node: syntax.Ceiling, operand: Term) -> Term:
        """The whole number at or above."""
        return _worked_out(partial(self.exact.whole, lambda number: exp.Ceil(this=number)), operand)

    def on_floor(self, node: syntax.Floor, operand: Term) -> Term:
        """The whole number at or below."""
        return _worked_out(partial(self.exact.whole, lambda number: exp.Floor(this=number)), operand)

    def on_truncate(self, node: syntax.Truncate, operand: Term) -> Term:
        """What is left without the part after the point; Spark's own truncates dates only."""
        return _worked_out(partial(self.exact.whole, _without_rest), operand)

    def on_successor(self, node: syntax.Successor, operand: Term) -> Term:
        """One step on."""
        return _worked_out(partial(self._stepped, exp.Add), operand)

    def on_predecessor(self, node: syntax.Predecessor, operand: Term) -> Term:
        """One step back."""
        return _worked_out(partial(self._stepped, exp.Sub), operand)

    # datetime

    def on_component(self, node: syntax.Component, operand: Term) -> Term:
        """A part, by the calendar."""

        def part(moment: Term) -> Term:
            return Term(INTEGER, self.calendar.component(*self._counted(moment), node.part).sql)

        return _worked_out(part, operand)

    def on_shift(self, node: syntax.Shift, operand: Term) -> Term:
        """Moved, by the calendar; null at once where no moment is near enough, so that nothing overflows."""
        months = {"year": 12, "month": 1}.get(node.period, 0)
        if abs(node.amount * months) > _LONGEST_SHIFT:
            return NULL

        def moved(moment: Term) -> Term:
            return self._on_calendar(moment, self.calendar.shift(*self._counted(moment), node.amount, node.period).sql)

        return _worked_out(moved, operand)

    def on_duration(self, node: syntax.Duration, left: Term, right: Term) -> Term:
        """Whole periods, by the calendar."""

        def lasting(first: Term, last: Term) -> Term:
            (start, precision), (end, _) = self._counted(first), self._counted(last)
            return self.exact.fitted(INTEGER, self.calendar.duration(start, end, precision, node.period).sql)

        return _worked_out(lasting, left, right)

    def on_difference(self, node: syntax.Difference, left: Term, right: Term) -> Term:
        """Starts of a period, by the calendar."""

        def starting(first: Term, last: Term) -> Term:
            starts = self.calendar.difference(self._counted(first), self._counted(last), node.period)
            return self.exact.fitted(INTEGER, starts.sql)

        return _worked_out(starting, left, right)

    # membership

    def on_in(self, node: syntax.In, left: Term, right: Term) -> Term:
        """One of the list; null is in none, and a list that is null has no members."""
        if Kind.NULL in (left.kind, right.kind):
            return truth(exp.false())
        among = self._among(left, right)
        return truth(among) if left.type.certain and right.members else _certainly(among)

    def on_exists(self, node: syntax.Exists, operand: Term) -> Term:
        """A list of some length; one that is null has none."""
        if operand.members is not None:
            return truth(exp.convert(any(member.kind is not Kind.NULL for member in operand.members)))
        return _certainly(binary(exp.GT, exp.ArraySize(this=operand.sql), number(0)))

    # conditional

    def on_if(self, node: syntax.If, condition: Term, then: Term, otherwise: Term) -> Term:
        """SQL takes the other value where the condition is null, as CQL does."""
        if self.query.dialect == "duckdb" and _guards(node) and isinstance(otherwise.sql, exp.Coalesce):
            return truth(otherwise.sql.this)  # DuckDB finds null only in a list that is null
        return self._chosen((then, otherwise), partial(if_else, condition.truth))

    # what several operators share

    def _compared(self, operator: type[exp.Binary], left: Term, right: Term) -> Term:
        if Kind.NULL in (left.kind, right.kind):
            return truth(NULL.truth)
        return truth(binary(operator, *self.exact.comparable(left, right)))

    def _chosen(self, choices: Sequence[Term], of: Callable[..., Tree]) -> Term:
        known = [choice.type for choice in choices if choice.kind is not Kind.NULL]
        return Term(known[0], of(*(choice.sql for choice in choices))) if known else NULL

    def _among(self, left: Term, right: Term) -> Tree:
        if right.members is not None:
            return exp.In(this=left.sql, expressions=[member.sql for member in right.members])
        if self.query.dialect == "postgres":
            return binary(exp.EQ, left.sql, exp.Any(this=exp.Paren(this=right.sql)))
        return exp.ArrayContains(this=right.sql, expression=left.sql)

    # moments

    def _stepped(self, operator: type[exp.Binary], operand: Term) -> Term:
        precision = operand.type.precision
        if precision is None:
            return self.exact.stepped(operator, operand)
        return self._on_calendar(operand, binary(operator, operand.sql, number(step(precision))))

    def _on_calendar(self, moment: Term, count: Tree) -> Term:
        first, last = limits(*_form_and_precision(moment))
        return Term(moment.type, self.exact.between(count, first, last))

    def _counted(self, moment: Term) -> tuple[Count, Precision]:
        return Count(self.query.once(moment.sql)), _form_and_precision(moment)[1]


def _worked_out(work: Callable[..., Term], *operands: Term) -> Term:
    return NULL if any(operand.kind is Kind.NULL for operand in operands) else work(*operands)


def _guards(node: syntax.If) -> bool:
    """Whether it is `if list is null then null else 'word' in list`."""
    asked = node.otherwise
    if not isinstance(asked, syntax.In) or not isinstance(asked.left, syntax.Literal):
        return False
    return node.condition == syntax.IsNull(asked.right) and node.then == syntax.Literal(None)


def _certainly(sql: Tree) -> Term:
    return truth(exp.Coalesce(this=sql, expressions=[exp.false()]))


def _form_and_precision(moment: Term) -> tuple[Form, Precision]:
    form, precision = moment.type.form, moment.type.precision
    if form is None or precision is None:
        message = "the typing rules admit moments only"
        raise TypeError(message)
    return form, precision


def _without_rest(value: Tree) -> Tree:
    return binary(exp.Sub, value, binary(exp.Mod, value, number(1)))
