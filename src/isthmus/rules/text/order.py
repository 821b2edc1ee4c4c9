"""Earlier, later and the same of points in time, as finely as a period says: `a same month as b`.

Whether two points lie in one month, or one in an earlier month, is asked of the starts of months between them. Finer
than an hour such counts would pass CQL's whole numbers, so there the hour is asked first and then the parts of the
clock.
"""

from dataclasses import dataclass

from isthmus.rules.expr import Expr
from isthmus.rules.syntax import (
    And,
    Component,
    Difference,
    Equal,
    Greater,
    Less,
    LessOrEqual,
    Literal,
    Not,
    Or,
    Period,
)
from isthmus.terms import Precision

__all__ = ["Order"]

_OUTER: dict[Period, Period] = {"minute": "hour", "second": "minute", "millisecond": "second"}


@dataclass(frozen=True)
class Order:
    """How two values are compared: as they are or, of points in time, by a period."""

    period: Period | None = None

    def less(self, left: Expr, right: Expr) -> Expr:
        """Whether left comes before right."""
        if self.period is None:
            return Less(left, right, text=f"{left.text} < {right.text}")
        return _before(self.period, left, right)

    def at_most(self, left: Expr, right: Expr) -> Expr:
        """Whether left comes before right or is the same."""
        if self.period is None:
            return LessOrEqual(left, right, text=f"{left.text} <= {right.text}")
        words = f"{left.text} same {self.period} or before {right.text}"
        return Not(_before(self.period, right, left), text=words)

    def same(self, left: Expr, right: Expr) -> Expr:
        """Whether they are the same."""
        if self.period is None:
            return Equal(left, right, text=f"{left.text} = {right.text}")
        return _same(self.period, left, right)


def _before(period: Period, left: Expr, right: Expr) -> Expr:
    words = f"{left.text} before {period} of {right.text}"
    if period not in _OUTER:
        return Greater(_difference(period, left, right), _ZERO, text=words)
    outer = _OUTER[period]
    within = Less(_part(period, left), _part(period, right), text=words)
    return Or(_before(outer, left, right), And(_same(outer, left, right), within, text=words), text=words)


def _same(period: Period, left: Expr, right: Expr) -> Expr:
    words = f"{left.text} same {period} as {right.text}"
    if period not in _OUTER:
        return Equal(_difference(period, left, right), _ZERO, text=words)
    parts = Equal(_part(period, left), _part(period, right), text=words)
    return And(_same(_OUTER[period], left, right), parts, text=words)


_ZERO = Literal(0, text="0")


def _difference(period: Period, left: Expr, right: Expr) -> Expr:
    return Difference(left, right, period, text=f"difference in {period}s between {left.text} and {right.text}")


def _part(period: Period, moment: Expr) -> Expr:
    return Component(moment, Precision[period.upper()], text=f"{period} from {moment.text}")
