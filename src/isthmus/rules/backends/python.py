"""What a rule comes to as source text of a function of Python, for the fastest answer about one patient."""

from collections.abc import Callable, Mapping

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.calendar import CALENDAR, limits, step
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.script import Script
from isthmus.rules.meanings.source import NULL, NUMBERS, ONE, Source, common, literal, ratio, scaled, value_of
from isthmus.rules.numbers import LEAST_INTEGER, MOST_INTEGER
from isthmus.terms import Form, Precision

__all__ = ["Python"]

_TRUTH, _INTEGER, _DECIMAL = Type(Kind.BOOLEAN), Type(Kind.INTEGER), Type(Kind.DECIMAL)
_MOST_DECIMAL = 10**28 - 1


class Python(Backend[Source]):
    """Reads a rule as source text.

    Args:
        names: What each name stands for: an input, a value that is written, or an earlier definition.
        script: Holds what the text is made of.
    """

    def __init__(self, names: Mapping[str, Source], script: Script) -> None:
        self.names = names
        self.script = script

    # leaf

    def on_literal(self, node: syntax.Literal) -> Source:
        """Itself."""
        return literal(node.value)

    def on_quantity(self, node: syntax.Quantity) -> Source:
        """Its number, in its unit."""
        return Source(Type(Kind.QUANTITY, unit=node.unit), literal(node.value).text)

    def on_list_of(self, node: syntax.ListOf, *items: Source) -> Source:
        """Its items."""
        return Source(Type(Kind.LIST), f"({' '.join(f'{item.text},' for item in items)})", members=items)

    def on_name(self, node: syntax.Name) -> Source:
        """What bears the name."""
        return self.names[node.name]

    # logical

    def on_not(self, node: syntax.Not, operand: Source) -> Source:
        """True where it fails."""
        return self._truth(operand.fails, operand.holds)

    def on_and(self, node: syntax.And, left: Source, right: Source) -> Source:
        """True where both hold, false where either fails."""
        return self._truth(self.script.all_of(left.holds, right.holds), self.script.any_of(left.fails, right.fails))

    def on_or(self, node: syntax.Or, left: Source, right: Source) -> Source:
        """True where either holds, false where both fail."""
        return self._truth(self.script.any_of(left.holds, right.holds), self.script.all_of(left.fails, right.fails))

    def on_xor(self, node: syntax.Xor, left: Source, right: Source) -> Source:
        """True where one holds and the other fails."""
        return self._truth(self._apart(left, right), self._alike(left, right))

    def on_implies(self, node: syntax.Implies, left: Source, right: Source) -> Source:
        """True where left fails or right holds."""
        return self._truth(self.script.any_of(left.fails, right.holds), self.script.all_of(left.holds, right.fails))

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: Source) -> Source:
        """Whether it is not known."""
        return self._certain(self.script.none_of(operand.known))

    def on_is_true(self, node: syntax.IsTrue, operand: Source) -> Source:
        """Whether it holds."""
        return self._certain(operand.holds)

    def on_is_false(self, node: syntax.IsFalse, operand: Source) -> Source:
        """Whether it fails."""
        return self._certain(operand.fails)

    def on_coalesce(self, node: syntax.Coalesce, *choices: Source) -> Source:
        """Each as long as those before it are not known."""
        *others, found = choices
        type_ = common(choices)
        for choice in reversed(others):
            found = self._either(type_, choice.known, choice, found)
        return found

    # comparison

    def on_equal(self, node: syntax.Equal, left: Source, right: Source) -> Source:
        """The same value."""
        if Kind.BOOLEAN in (left.kind, right.kind):
            return self._truth(self._alike(left, right), self._apart(left, right))
        return self._compared("==", "!=", left, right)

    def on_not_equal(self, node: syntax.NotEqual, left: Source, right: Source) -> Source:
        """Another value."""
        same = self.on_equal(syntax.Equal(node.left, node.right), left, right)
        return self._truth(same.fails, same.holds)

    def on_equivalent(self, node: syntax.Equivalent, left: Source, right: Source) -> Source:
        """The same value, or nothing on either side."""
        same = self.on_equal(syntax.Equal(node.left, node.right), left, right).holds
        neither = self.script.none_of(self.script.any_of(left.known, right.known))
        return self._certain(self.script.any_of(same, neither))

    def on_less(self, node: syntax.Less, left: Source, right: Source) -> Source:
        """Under."""
        return self._compared("<", ">=", left, right)

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: Source, right: Source) -> Source:
        """At most."""
        return self._compared("<=", ">", left, right)

    def on_greater(self, node: syntax.Greater, left: Source, right: Source) -> Source:
        """Over."""
        return self._compared(">", "<=", left, right)

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: Source, right: Source) -> Source:
        """At least."""
        return self._compared(">=", "<", left, right)

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: Source) -> Source:
        """With the other sign."""
        return self._within(operand.type, self.script.once(f"-{operand.text}"))

    def on_add(self, node: syntax.Add, left: Source, right: Source) -> Source:
        """The sum."""
        return self._calculated(left, right, "{} + {}", "{} + {}")

    def on_subtract(self, node: syntax.Subtract, left: Source, right: Source) -> Source:
        """The difference."""
        return self._calculated(left, right, "{} - {}", "{} - {}")

    def on_multiply(self, node: syntax.Multiply, left: Source, right: Source) -> Source:
        """The product."""
        return self._calculated(left, right, "{} * {}", f"nearest({{}} * {{}}, {ONE})")

    def on_divide(self, node: syntax.Divide, left: Source, right: Source) -> Source:
        """The quotient, a decimal."""
        return self._calculated(left, right, None, f"nearest({{}} * {ONE}, {{}})")

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: Source, right: Source) -> Source:
        """The whole part of the quotient."""
        return self._calculated(left, right, "quotient({}, {})", f"quotient({{}}, {{}}) * {ONE}")

    def on_modulo(self, node: syntax.Modulo, left: Source, right: Source) -> Source:
        """What is left over."""
        return self._calculated(left, right, "remainder({}, {})", "remainder({}, {})")

    def on_abs(self, node: syntax.Abs, operand: Source) -> Source:
        """Without its sign."""
        return self._within(operand.type, self.script.once(f"abs({operand.text})"))

    def on_ceiling(self, node: syntax.Ceiling, operand: Source) -> Source:
        """The whole number at or above."""
        return self._whole(operand, f"-(-{{}} // {ONE})")

    def on_floor(self, node: syntax.Floor, operand: Source) -> Source:
        """The whole number at or below."""
        return self._whole(operand, f"{{}} // {ONE}")

    def on_truncate(self, node: syntax.Truncate, operand: Source) -> Source:
        """The whole part."""
        return self._whole(operand, f"quotient({{}}, {ONE})")

    def on_successor(self, node: syntax.Successor, operand: Source) -> Source:
        """The next value."""
        return self._within(operand.type, self.script.once(f"{operand.text} + {_step(operand.type)}"))

    def on_predecessor(self, node: syntax.Predecessor, operand: Source) -> Source:
        """The value before."""
        return self._within(operand.type, self.script.once(f"{operand.text} - {_step(operand.type)}"))

    # datetime

    def on_component(self, node: syntax.Component, operand: Source) -> Source:
        """One part of the moment."""
        return self._of_moments(_INTEGER, CALENDAR.component, operand, precision=operand.precision, part=node.part)

    def on_shift(self, node: syntax.Shift, operand: Source) -> Source:
        """The moment so many periods away, if the calendar has it."""
        by = {"amount": node.amount, "period": node.period}
        return self._of_moments(operand.type, CALENDAR.shift, operand, precision=operand.precision, **by)

    def on_duration(self, node: syntax.Duration, left: Source, right: Source) -> Source:
        """The whole periods from left to right."""
        known = {"precision": left.precision, "period": node.period}
        return self._of_moments(_INTEGER, CALENDAR.duration, left, right, **known)

    def on_difference(self, node: syntax.Difference, left: Source, right: Source) -> Source:
        """The starts of a period from left to right."""
        known = {"precisions": (left.precision, right.precision), "period": node.period}
        return self._of_moments(_INTEGER, _difference, left, right, **known)

    # membership

    def on_in(self, node: syntax.In, left: Source, right: Source) -> Source:
        """One of the list; what is not known is no member, and a list that is not known has none."""
        if Kind.NULL in (left.kind, right.kind):
            return literal(value=False)
        if right.members:
            type_ = common((left, *right.members))
            members = ", ".join(self._as(type_, member) for member in right.members)
            return self._certain(self.script.once(f"{self._as(type_, left)} in {{{members}}}"))
        return self._certain(self.script.all_of(right.known, self.script.once(f"{left.text} in {right.text}")))

    def on_exists(self, node: syntax.Exists, operand: Source) -> Source:
        """Whether the list has a member."""
        return self._certain(self.script.all_of(operand.known, self.script.once(f"len({operand.text}) > 0")))

    # conditional

    def on_if(self, node: syntax.If, condition: Source, then: Source, otherwise: Source) -> Source:
        """The branch that its condition chooses; CQL takes the other one when the condition is unknown."""
        return self._either(common((then, otherwise)), condition.holds, then, otherwise)

    # truths

    def _truth(self, holds: str, fails: str) -> Source:
        return Source(_TRUTH, holds, self.script.any_of(holds, fails), fails)

    def _certain(self, holds: str) -> Source:
        return Source(_TRUTH, holds, fails=self.script.none_of(holds))

    def _alike(self, left: Source, right: Source) -> str:
        both = self.script.all_of(left.holds, right.holds)
        return self.script.any_of(both, self.script.all_of(left.fails, right.fails))

    def _apart(self, left: Source, right: Source) -> str:
        first = self.script.all_of(left.holds, right.fails)
        return self.script.any_of(first, self.script.all_of(left.fails, right.holds))

    def _compared(self, holds: str, fails: str, left: Source, right: Source) -> Source:
        if Kind.NULL in (left.kind, right.kind):
            return self._truth("False", "False")
        first, second = self._alike_counted(left, right)
        known = self.script.all_of(left.known, right.known)
        # Of two words None is None, and None is no word; nan is not even nan, yet it is not any number either.
        doubtful = left.kind is Kind.CHOICE and "True" not in (left.known, right.known)
        return self._truth(
            self.script.all_of(known if doubtful else "True", self.script.once(f"{first} {holds} {second}")),
            self.script.all_of(known if fails == "!=" else "True", self.script.once(f"{first} {fails} {second}")),
        )

    def _alike_counted(self, left: Source, right: Source) -> tuple[str, str]:
        """Count both so that they compare, and exactly: centimetres and inches in 254ths of an inch."""
        if left.kind is Kind.QUANTITY:
            own, other = ratio(left.type, right.type).as_integer_ratio()
            return self.script.once(scaled(left.text, own)), self.script.once(scaled(right.text, other))
        type_ = common((left, right))
        return self._as(type_, left), self._as(type_, right)

    # values

    def _either(self, type_: Type, condition: str, then: Source, otherwise: Source) -> Source:
        if type_.kind is Kind.BOOLEAN:
            return self._truth(
                self._chosen(condition, then.holds, otherwise.holds),
                self._chosen(condition, then.fails, otherwise.fails),
            )
        if type_.kind is Kind.NULL:
            return NULL
        text = f"{self._as(type_, then)} if {condition} else {self._as(type_, otherwise)}"
        return value_of(self.script.once(text), type_)

    def _chosen(self, condition: str, then: str, otherwise: str) -> str:
        if_not = self.script.none_of(condition)
        return self.script.any_of(self.script.all_of(condition, then), self.script.all_of(if_not, otherwise))

    def _as(self, type_: Type, source: Source) -> str:
        """Count a value as a type counts."""
        if source.kind is Kind.NULL:
            return "nan" if type_.kind in NUMBERS else "None"
        own, other = ratio(source.type, type_).as_integer_ratio()
        text = scaled(source.text, own)
        return self.script.once(text if other == 1 else f"nearest({text}, {other})")

    def _within(self, type_: Type, text: str) -> Source:
        """Take a result that is beyond its type's values for null."""
        if type_.kind is Kind.NULL:
            return NULL
        least, most = _limits(type_)
        return value_of(self.script.once(f"{text} if {least} <= {text} <= {most} else nan"), type_)

    def _calculated(self, left: Source, right: Source, of_integers: str | None, of_decimals: str) -> Source:
        type_ = common((left, right))
        if Kind.NULL in (left.kind, right.kind):
            return NULL
        form = of_integers if type_.kind is Kind.INTEGER else of_decimals
        if form is None:
            type_, form = _DECIMAL, of_decimals
        result = form.format(self._as(type_, left), self._as(type_, right))
        return self._within(type_, self.script.once(result))

    def _whole(self, operand: Source, form: str) -> Source:
        if operand.kind is not Kind.DECIMAL:
            return operand
        return self._within(_INTEGER, self.script.once(form.format(operand.text)))

    def _of_moments(self, type_: Type, work: Callable[..., int], *moments: Source, **settings: object) -> Source:
        return self._within(type_, self.script.call(work, *(moment.text for moment in moments), **settings))


def _difference(first: int, last: int, *, precisions: tuple[Precision, Precision], period: syntax.Period) -> int:
    found: int = CALENDAR.difference((first, precisions[0]), (last, precisions[1]), period)
    return found


def _limits(type_: Type) -> tuple[int, int]:
    match type_:
        case Type(kind=Kind.INTEGER):
            return LEAST_INTEGER, MOST_INTEGER
        case Type(kind=Kind.MOMENT, form=Form() as form, precision=Precision() as precision):
            return limits(form, precision)
    return -_MOST_DECIMAL, _MOST_DECIMAL


def _step(type_: Type) -> int:
    return step(type_.precision) if type_.precision else 1
