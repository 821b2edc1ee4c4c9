"""Words of CQL that are short for others, and the trees that they are short for; no backend ever meets them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce

from isthmus.errors import nearest
from isthmus.rules.calendar import limits
from isthmus.rules.expr import Expr
from isthmus.rules.numbers import MOST_DECIMAL, MOST_INTEGER
from isthmus.rules.refusal import refusal
from isthmus.rules.syntax import (
    And,
    Equal,
    Equivalent,
    Exists,
    Greater,
    GreaterOrEqual,
    If,
    In,
    IsNull,
    Less,
    LessOrEqual,
    ListOf,
    Literal,
    Negate,
    Or,
    Subtract,
)
from isthmus.rules.text.literals import FORMS, number_in
from isthmus.terms import Form, Moment, Precision

__all__ = [
    "between",
    "case",
    "exists",
    "extreme",
    "included_in",
    "includes",
    "least_integer",
    "list_of",
    "lists_equal",
    "lists_equivalent",
    "member",
]


def between(value: Expr, bounds: tuple[Expr, Expr], text: str, *, properly: bool) -> Expr:
    """Say `x between a and b` as at least a and at most b or, properly, as over a and under b."""
    low, high = bounds
    if properly:
        over = Greater(value, low, text=f"{value.text} > {low.text}")
        return And(over, Less(value, high, text=f"{value.text} < {high.text}"), text=text)
    least = GreaterOrEqual(value, low, text=f"{value.text} >= {low.text}")
    return And(least, LessOrEqual(value, high, text=f"{value.text} <= {high.text}"), text=text)


def case(asked: Expr | None, whens: Sequence[tuple[Expr, Expr]], otherwise: Expr, text: str) -> Expr:
    """Say `case` as one `if` after the other.

    Args:
        asked: What each `when` is held against, or None where each is a condition of its own.
        whens: Each `when` with its `then`; at least one.
        otherwise: What stands after `else`.
        text: The words of the whole.

    Raises:
        RuleError: A condition is a bare null, or a whole number is held against a decimal.
    """
    chosen = otherwise
    for when, then in reversed(whens):
        if asked is None and when.text == "null":
            raise refusal(text, "has `null` for a condition", "Write a condition.")
        condition = when if asked is None else _met(asked, when)
        chosen = If(condition, then, chosen, text=text)
    return chosen


def _met(asked: Expr, when: Expr) -> Expr:
    words = f"{asked.text} = {when.text}"
    numbers = [number for number in (number_in(asked), number_in(when)) if number is not None]
    if len({type(number) for number in numbers}) > 1:
        raise refusal(words, "holds a whole number against a decimal, which `case` does not", "Write both alike.")
    return Equal(asked, when, text=words)


def list_of(items: Sequence[Expr], text: str) -> ListOf:
    """Make a list of literals; a sign before a number is part of it.

    Raises:
        RuleError: Something in it is no literal.
    """
    return ListOf(tuple(_literal(item, text) for item in items), text=text)


def member(item: Expr, holder: Expr, text: str) -> Expr:
    """Say whether something is in a list; nothing is in one that is empty, or a null, and a null in one that lists it."""
    if _is_nothing(holder):
        return _truth(text, holds=False)
    if isinstance(holder, ListOf) and Literal(None) in holder.items:
        rest = tuple(each for each in holder.items if each != Literal(None))
        found = member(item, ListOf(rest, text=holder.text), text)
        return Or(IsNull(item, text=f"{item.text} is null"), found, text=text)
    return In(item, holder, text=text)


def exists(holder: Expr, *, text: str) -> Expr:
    """Say whether a list has a member, which one that is empty, or a null, has not."""
    nothing = holder in (ListOf(()), Literal(None))
    return _truth(text, holds=False) if nothing else Exists(holder, text=text)


def includes(outer: Expr, inner: Expr, text: str) -> Expr:
    """Say that a list includes another, or an item, as that each is in it; unknown when a list is not known.

    Raises:
        RuleError: What it should include is not written out.
    """
    if Literal(None) in (outer, inner) and all(map(_is_listed, (outer, inner))):
        return Literal(None, text="null as Boolean")
    match inner:
        case ListOf(items):
            each = [member(_alone(item), outer, f"{item.text} in {outer.text}") for item in items] or [
                _truth(text, holds=True)
            ]
        case Literal(value) if value is not None:
            each = [member(inner, outer, text)]
        case _:
            remedy = "Write `in` for one thing, or list several in braces."
            raise refusal(text, f"asks for `{inner.text}`, which is not written out", remedy)
    together = reduce(lambda left, right: And(left, right, text=text), each)
    if isinstance(outer, ListOf):
        return together
    unknown = IsNull(outer, text=f"{outer.text} is null")
    return If(unknown, Literal(None, text="null"), together, text=text)


def _is_listed(node: Expr) -> bool:
    """Whether it is a list that is written, or a null that says that it is one."""
    return isinstance(node, ListOf) or (node == Literal(None) and node.text.startswith("null as List"))


def _is_nothing(node: Expr) -> bool:
    return _is_listed(node) and node in (ListOf(()), Literal(None))


def included_in(inner: Expr, outer: Expr, text: str) -> Expr:
    """Say `included in` as `includes`, the other way round."""
    return includes(outer, inner, text)


def lists_equal(left: ListOf, right: ListOf, text: str) -> Expr:
    """Say that two lists are the same as that each item is.

    Raises:
        RuleError: One of them is empty or holds a null, on which the engines of CQL differ.
    """
    if not left.items or not right.items or Literal(None) in (*left.items, *right.items):
        raise refusal(text, "compares a list that is empty or holds a null", "Leave the question out.")
    return _item_by_item(left, right, text, lambda one, other: Equal(one, other, text=f"{one.text} = {other.text}"))


def lists_equivalent(left: ListOf, right: ListOf, text: str) -> Expr:
    """Say that two lists are equivalent as that each item is; a null is equivalent to a null."""

    def met(one: Expr, other: Expr) -> Expr:
        both_null = one == other == Literal(None)
        return _truth(text, holds=True) if both_null else Equivalent(one, other, text=f"{one.text} ~ {other.text}")

    return _item_by_item(left, right, text, met)


def _item_by_item(left: ListOf, right: ListOf, text: str, met: Callable[[Expr, Expr], Expr]) -> Expr:
    """Say that two lists are as long and that each pair of items is `met`."""
    as_long = len(left.items) == len(right.items)
    each = [met(_alone(one), _alone(other)) for one, other in zip(left.items, right.items, strict=False)]
    if not as_long or not each:
        each.append(_truth(text, holds=as_long))
    return reduce(lambda one, other: And(one, other, text=text), each)


def least_integer(text: str) -> Expr:
    """Make CQL's least whole number, which is one further from 0 than any that can be written."""
    return Subtract(Negate(Literal(MOST_INTEGER, text=str(MOST_INTEGER)), text=text), Literal(1, text="1"), text=text)


def extreme(which: str, name: str, text: str) -> Expr:
    """Make the least or the greatest value of a type: `maximum Integer`.

    Args:
        which: "minimum" or "maximum".
        name: A type of numbers or of points in time.
        text: The words of the whole.

    Raises:
        RuleError: The type has no such value.
    """
    if name not in _EXTREMES:
        remedy = nearest(name, _EXTREMES, otherwise="Name a type of numbers or points in time.")
        raise refusal(text, "names no type that has one", remedy)
    return _EXTREMES[name](which == "maximum", text)


def _extreme_integer(most: bool, text: str) -> Expr:  # noqa: FBT001 - one table calls all of these alike
    return Literal(MOST_INTEGER, text=text) if most else least_integer(text)


def _extreme_decimal(most: bool, text: str) -> Expr:  # noqa: FBT001 - as above
    greatest = Literal(MOST_DECIMAL, text=text)
    return greatest if most else Negate(greatest, text=text)


def _extreme_moment(form: Form) -> Callable[[bool, str], Expr]:
    precision = Precision.DAY if form is Form.DATE else Precision.MILLISECOND
    return lambda most, text: Literal(Moment(form, precision, limits(form, precision)[most]), text=text)


_EXTREMES: dict[str, Callable[[bool, str], Expr]] = {
    "Integer": _extreme_integer,
    "Decimal": _extreme_decimal,
    **{name: _extreme_moment(form) for name, form in FORMS.items()},
}


def _alone(item: Literal) -> Expr:
    """Take an item out of its list, outside of which a sign is an operator."""
    match item.value:
        case int() | Decimal() as value if value < 0:
            return Negate(Literal(-value, text=item.text.removeprefix("-").strip()), text=item.text)
    return item


def _truth(text: str, *, holds: bool) -> Literal:
    return Literal(holds, text=text)


def _literal(item: Expr, text: str) -> Literal:
    number = number_in(item)
    if number is not None:
        return Literal(number, text=item.text)
    if isinstance(item, Literal):
        return item
    raise refusal(text, f"lists `{item.text}`, which is not written out", "List literals only.")
