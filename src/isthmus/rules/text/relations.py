"""What a rule asks of points and intervals, such as `overlaps` or `on or before`, said in comparisons of their bounds."""

from collections.abc import Callable
from typing import cast

from isthmus.rules.expr import Expr
from isthmus.rules.refusal import refusal
from isthmus.rules.syntax import And, Literal, Not, NotEqual, Or, Predecessor, Quantity
from isthmus.rules.text.intervals import Interval, Operand, end_of, start_of
from isthmus.rules.text.literals import number_in
from isthmus.rules.text.order import Order

__all__ = ["RELATIONS", "inside"]


def inside(point: Expr, within: Interval, order: Order, text: str) -> Expr:
    """Whether a point lies in an interval; unknown when the point is not known.

    Raises:
        RuleError: A bound is unknown, and the question one on which the engines of CQL differ then.
    """
    unknown = Literal(None) in (within.low, within.high)
    if unknown and (order.period or (within.above and within.below)):
        raise refusal(text, "asks more of an unknown bound than the engines of CQL agree on", "Write comparisons.")
    lower, upper = _from(within, point, order), _up_to(within, point, order)
    if lower is None or upper is None:
        return cast("Expr", lower or upper)  # an interval has one bound at least
    both = And(lower, upper, text=text)
    if not unknown:
        return both
    end = start_of(within) if within.below else end_of(within)
    return Or(order.same(point, end), both, text=text)  # an interval holds something, and so its known end


def _from(within: Interval, point: Expr, order: Order) -> Expr | None:
    if within.low is None:
        return None
    if within.above and order.period:
        return order.at_most(start_of(within), point)
    return (order.less if within.above else order.at_most)(within.low, point)


def _up_to(within: Interval, point: Expr, order: Order) -> Expr | None:
    if within.high is None:
        return None
    if within.below and order.period:
        return order.at_most(point, end_of(within))
    return (order.less if within.below else order.at_most)(point, within.high)


def _before(left: Operand, right: Operand, order: Order) -> Expr:
    if isinstance(left, Interval) and left.high is None:
        return _never(start_of(right), left)
    if isinstance(right, Interval) and right.low is None:
        return _never(end_of(left), right)
    return order.less(end_of(left), start_of(right))


def _on_or_before(left: Operand, right: Operand, order: Order) -> Expr:
    return order.at_most(end_of(left), start_of(right))


def _same(left: Operand, right: Operand, order: Order) -> Expr:
    for side in (left, right):
        if isinstance(side, Interval):
            raise refusal(side.text, "is an interval, not a point in time", "Compare its start or its end.")
        if isinstance(side, Quantity) or number_in(side) is not None:
            raise refusal(side.text, "is no point in time", "Write `=`.")
    return order.same(start_of(left), start_of(right))


def _includes(left: Operand, right: Operand, order: Order) -> Expr:
    outer = _interval(left)
    if isinstance(right, Expr):
        return inside(right, outer, order, _said(left, "includes", right))
    parts = []
    if outer.low is not None:
        parts.append(order.at_most(start_of(outer), start_of(right)))
    if outer.high is not None:
        parts.append(order.at_most(end_of(right), end_of(outer)))
    return parts[0] if len(parts) == 1 else And(*parts, text=_said(left, "includes", right))


def _properly_includes(left: Operand, right: Operand, order: Order) -> Expr:
    outer, inner = _interval(left), _interval(right)
    words = _said(left, "properly includes", right)
    starts, ends = order.same(start_of(outer), start_of(inner)), order.same(end_of(outer), end_of(inner))
    return And(_includes(outer, inner, order), Not(And(starts, ends, text=words), text=words), text=words)


def _overlaps(left: Operand, right: Operand, order: Order) -> Expr:
    one, other = _interval(left), _interval(right)
    first = order.at_most(start_of(one), end_of(other))
    return And(first, order.at_most(start_of(other), end_of(one)), text=_said(left, "overlaps", right))


def _overlaps_before(left: Operand, right: Operand, order: Order) -> Expr:
    one, other = _interval(left), _interval(right)
    first = order.less(start_of(one), start_of(other))
    return And(first, order.at_most(start_of(other), end_of(one)), text=_said(left, "overlaps before", right))


def _overlaps_after(left: Operand, right: Operand, order: Order) -> Expr:
    one, other = _interval(left), _interval(right)
    last = order.less(end_of(other), end_of(one))
    return And(last, order.at_most(start_of(one), end_of(other)), text=_said(left, "overlaps after", right))


def _meets_before(left: Operand, right: Operand, order: Order) -> Expr:
    end, start = end_of(_interval(left)), start_of(_interval(right))
    next_to = order.same(end, Predecessor(start, text=f"predecessor of {start.text}"))
    return And(order.less(end, start), next_to, text=_said(left, "meets before", right))


def _meets(left: Operand, right: Operand, order: Order) -> Expr:
    before, after = _meets_before(left, right, order), _meets_before(right, left, order)
    return Or(before, after, text=_said(left, "meets", right))


def _starts(left: Operand, right: Operand, order: Order) -> Expr:
    one, other = _closed(left), _closed(right)
    starts = order.same(start_of(one), start_of(other))
    return And(starts, order.at_most(end_of(one), end_of(other)), text=_said(left, "starts", right))


def _ends(left: Operand, right: Operand, order: Order) -> Expr:
    one, other = _closed(left), _closed(right)
    ends = order.same(end_of(one), end_of(other))
    return And(ends, order.at_most(start_of(other), start_of(one)), text=_said(left, "ends", right))


Relation = Callable[[Operand, Operand, Order], Expr]


def _turned(relation: Relation) -> Relation:
    return lambda left, right, order: relation(right, left, order)


RELATIONS: dict[str, Relation] = {
    "same as": _same,
    "before": _before,
    "after": _turned(_before),
    "on or before": _on_or_before,
    "on or after": _turned(_on_or_before),
    "includes": _includes,
    "included in": _turned(_includes),
    "properly includes": _properly_includes,
    "properly included in": _turned(_properly_includes),
    "overlaps": _overlaps,
    "overlaps before": _overlaps_before,
    "overlaps after": _overlaps_after,
    "meets": _meets,
    "meets before": _meets_before,
    "meets after": _turned(_meets_before),
    "starts": _starts,
    "ends": _ends,
}
"""How each relation of points and intervals is said in comparisons, by its words."""


def _never(point: Expr, unbounded: Interval) -> Expr:
    """Say what no point can be, of an interval that is open to that side; unknown when the point is not known."""
    return NotEqual(point, point, text=_said(point, "beyond", unbounded))


def _said(left: Operand, relation: str, right: Operand) -> str:
    return f"{left.text} {relation} {right.text}"


def _interval(operand: Operand) -> Interval:
    if isinstance(operand, Interval):
        return operand
    raise refusal(operand.text, "is not an interval", "Write `Interval[..., ...]` with both bounds.")


def _closed(operand: Operand) -> Interval:
    closed = _interval(operand)
    if closed.above or closed.below:
        raise refusal(closed.text, "leaves out a bound, on which the engines of CQL differ here", "Use `[` and `]`.")
    return closed
