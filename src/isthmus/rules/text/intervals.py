"""An interval as it is written in a rule: its bounds, its first and its last point.

The bounds of an interval are written out: where a bound could be unknown, or the bounds stand the wrong way round, the
engines of CQL differ. A bound that is written `null` is open to that side if the bracket is `[`, and unknown if it is
`(`, which only `in` and `contains` can make sense of.
"""

from dataclasses import dataclass
from decimal import Decimal

from isthmus.rules.calendar import step
from isthmus.rules.expr import Expr
from isthmus.rules.refusal import refusal
from isthmus.rules.syntax import And, Equal, Equivalent, Literal, Negate, Predecessor, Quantity, Subtract, Successor
from isthmus.rules.text.literals import number_in
from isthmus.terms import Amount, Moment, unit_of

__all__ = [
    "Interval",
    "Operand",
    "asked_of_nothing",
    "end_of",
    "equal",
    "equivalent",
    "interval",
    "start_of",
    "width_of",
]


@dataclass(frozen=True)
class Interval:
    """An interval with its bounds; a bound of None is open to that side.

    Attributes:
        low: Its lower bound.
        high: Its upper bound.
        above: Whether the lower bound itself is left out.
        below: Whether the upper bound itself is left out.
        text: The words of the rule it was read from.
    """

    low: Expr | None
    high: Expr | None
    above: bool
    below: bool
    text: str


Operand = Expr | Interval
"""What stands on either side of a relation: a point, or an interval."""


def interval(low: Expr, high: Expr, brackets: tuple[str, str], text: str) -> Interval:
    """Make an interval of its bounds.

    Args:
        low: A literal, or null.
        high: A literal, or null.
        brackets: `[` or `(`, and `]` or `)`.
        text: The words of the rule it was read from.

    Raises:
        RuleError: A bound is no literal, both are null, or nothing lies between them.
    """
    written = [_value(bound, text) for bound in (low, high)]
    above, below = brackets[0] == "(", brackets[1] == ")"
    if written == [None, None]:
        raise refusal(text, "has no bound at all", "Leave the question out.")
    if None not in written and _upside_down(written, strict=above + below):
        raise refusal(text, "has nothing in it", "Write the lower bound first.")
    unknown = [value is None and opening for value, opening in zip(written, (above, below), strict=True)]
    return Interval(
        low if written[0] is not None or unknown[0] else None,
        high if written[1] is not None or unknown[1] else None,
        above=above,
        below=below,
        text=text,
    )


def start_of(of: Operand) -> Expr:
    """The first point of an interval, or the point itself.

    Raises:
        RuleError: The interval has no lower bound that is known.
    """
    if isinstance(of, Expr):
        return of
    low = _known(of.low, of)
    return Successor(low, text=f"successor of {low.text}") if of.above else low


def end_of(of: Operand) -> Expr:
    """The last point of an interval, or the point itself.

    Raises:
        RuleError: The interval has no upper bound that is known.
    """
    if isinstance(of, Expr):
        return of
    high = _known(of.high, of)
    return Predecessor(high, text=f"predecessor of {high.text}") if of.below else high


def width_of(of: Interval) -> Expr:
    """How far it is from the first point of an interval to the last."""
    return Subtract(end_of(of), start_of(of), text=f"width of {of.text}")


def asked_of_nothing(left: Operand, relation: str, right: Operand, text: str) -> Expr | None:
    """What a relation says of an interval that is null: no point is in it, and nothing else is known.

    Returns:
        None where neither side is one.
    """
    nothing = [_is_nothing(side) for side in (left, right)]
    if any(nothing) and (all(nothing) or any(isinstance(side, Interval) for side in (left, right))):
        return Literal(None, text="null as Boolean")
    holder = {"in": right, "included in": right, "contains": left, "includes": left}.get(relation)
    return Literal(False, text=text) if _is_nothing(holder) else None  # noqa: FBT003 - the literal is the value


def _is_nothing(operand: Operand | None) -> bool:
    return operand == Literal(None) and operand.text.startswith("null as Interval")


def equal(left: Interval, right: Interval, text: str) -> Expr:
    """Whether two intervals have the same first and last point."""
    starts = Equal(start_of(left), start_of(right), text=text)
    return And(starts, Equal(end_of(left), end_of(right), text=text), text=text)


def equivalent(left: Interval, right: Interval, text: str) -> Expr:
    """Whether two intervals have the same first and last point; never unknown."""
    starts = Equivalent(start_of(left), start_of(right), text=text)
    return And(starts, Equivalent(end_of(left), end_of(right), text=text), text=text)


def _known(bound: Expr | None, of: Interval) -> Expr:
    if bound is None or bound == Literal(None):
        raise refusal(of.text, "has no bound on that side, or an unknown one", "Write both bounds, or a comparison.")
    return bound


Bound = int | Decimal | Amount | Moment
_LEAST = Decimal("0.00000001")


def _value(bound: Expr, text: str) -> Bound | None:
    """Read a bound that is written out; None for null."""
    match bound:
        case Literal(None):
            return None
        case Literal(Moment() as moment):
            return moment
        case Quantity(value, unit):
            return Amount(value, unit)
        case Negate(Quantity(value, unit)):
            return Amount(-value, unit)
    number = number_in(bound)
    if number is not None:
        return number
    remedy = "Write `between`, or comparisons, for bounds that are not numbers, quantities or points in time."
    raise refusal(text, f"has the bound `{bound.text}`, which is not written out", remedy)


def _upside_down(bounds: list[Bound | None], *, strict: int) -> bool:
    """Whether nothing lies between two bounds, of which `strict` are left out."""
    match bounds:
        case [Moment() as low, Moment() as high]:
            same_kind = (low.form, low.precision) == (high.form, high.precision)
            return same_kind and low.count + strict * step(low.precision) > high.count
        case [Amount() as low, Amount() as high]:
            if low.unit == high.unit:
                return low.value + strict * _LEAST > high.value
            same_measure = unit_of(low.unit).dimension == unit_of(high.unit).dimension
            return same_measure and (low.base, strict) > (high.base, 0)
        case [int() | Decimal() as low, int() | Decimal() as high]:
            whole = isinstance(low, int) and isinstance(high, int)
            return low + strict * (1 if whole else _LEAST) > high
    return False
