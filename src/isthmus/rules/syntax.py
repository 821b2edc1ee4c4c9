"""The rule language, one class per operator: this page is what a rule means.

A rule speaks of case features, one value per patient. A value that is not recorded is null, and a truth that depends
on it is unknown. The text of a rule is a strict subset of CQL 1.5: what is written here means the same in any CQL
engine. Operators stand in families; every backend lists them in this order.

    leaf            Literal Quantity ListOf Name
    logical         Not And Or Xor Implies
    nullological    IsNull IsTrue IsFalse Coalesce
    comparison      Equal NotEqual Equivalent Less LessOrEqual Greater GreaterOrEqual
    arithmetic      Negate Add Subtract Multiply Divide TruncatedDivide Modulo
                    Abs Ceiling Floor Truncate Successor Predecessor
    datetime        Component Shift Duration Difference
    membership      In Exists
    conditional     If

Other words of CQL are short for these, and are read as what they are short for: `between`, `contains`, `case`,
`same month as`, `IsNull(x)`, and all that is asked of an `Interval` (see `sugar`).

Numbers are CQL's: whole numbers of 32 bits, decimals of 28 digits and 8 places. A result beyond them is null, and so
is a moment beyond the years 1 to 9999.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal as Literal_

from isthmus.rules.expr import Binary, Expr, Scalar, Unary
from isthmus.terms import Precision

__all__ = [
    "OPERATORS",
    "Abs",
    "Add",
    "And",
    "Ceiling",
    "Coalesce",
    "Component",
    "Difference",
    "Divide",
    "Duration",
    "Equal",
    "Equivalent",
    "Exists",
    "Floor",
    "Greater",
    "GreaterOrEqual",
    "If",
    "Implies",
    "In",
    "IsFalse",
    "IsNull",
    "IsTrue",
    "Less",
    "LessOrEqual",
    "ListOf",
    "Literal",
    "Modulo",
    "Multiply",
    "Name",
    "Negate",
    "Not",
    "NotEqual",
    "Or",
    "Period",
    "Predecessor",
    "Quantity",
    "Shift",
    "Subtract",
    "Successor",
    "Truncate",
    "TruncatedDivide",
    "Xor",
]
Period = Literal_["year", "month", "week", "day", "hour", "minute", "second", "millisecond"]
"""A period of the calendar or the clock, in the singular."""


# leaf


@dataclass(frozen=True)
class Literal(Expr):
    """The value that is written: a truth, a whole number, a decimal, a word in quotes, a moment, or null."""

    value: Scalar


@dataclass(frozen=True)
class Quantity(Expr):
    """A number of a unit: of UCUM in quotes, `4 'mm'`, or a period of the calendar, `3 months`."""

    value: Decimal
    unit: str


@dataclass(frozen=True)
class ListOf(Expr):
    """The literals in braces, in their order."""

    items: tuple[Literal, ...]

    def operands(self) -> tuple[Expr, ...]:
        """List the items."""
        return self.items


@dataclass(frozen=True)
class Name(Expr):
    """The value that bears the name: a case feature, a parameter, or an earlier definition."""

    name: str


# logical


@dataclass(frozen=True)
class Not(Unary):
    """False when it is true; true when it is false; otherwise unknown."""


@dataclass(frozen=True)
class And(Binary):
    """True when both are true; false when either is false; otherwise unknown."""


@dataclass(frozen=True)
class Or(Binary):
    """True when either is true; false when both are false; otherwise unknown."""


@dataclass(frozen=True)
class Xor(Binary):
    """True when just one is true; false when they are the same; unknown when either is."""


@dataclass(frozen=True)
class Implies(Binary):
    """False when left is true and right is false; true when left is false or right is true; otherwise unknown."""


# nullological


@dataclass(frozen=True)
class IsNull(Unary):
    """True when it is not known; otherwise false. Never unknown."""


@dataclass(frozen=True)
class IsTrue(Unary):
    """True when it is true; false when it is false or unknown. Never unknown."""


@dataclass(frozen=True)
class IsFalse(Unary):
    """True when it is false; false when it is true or unknown. Never unknown."""


@dataclass(frozen=True)
class Coalesce(Expr):
    """The first operand that is known; null when none is."""

    choices: tuple[Expr, ...]

    def operands(self) -> tuple[Expr, ...]:
        """List the choices, first choice first."""
        return self.choices


# comparison


@dataclass(frozen=True)
class Equal(Binary):
    """Whether both are the same value; unknown when either is not known."""


@dataclass(frozen=True)
class NotEqual(Binary):
    """Whether they are different values; unknown when either is not known."""


@dataclass(frozen=True)
class Equivalent(Binary):
    """Whether both are the same value or neither is known. Never unknown."""


@dataclass(frozen=True)
class Less(Binary):
    """Whether left is under right; unknown when either is not known."""


@dataclass(frozen=True)
class LessOrEqual(Binary):
    """Whether left is at most right; unknown when either is not known."""


@dataclass(frozen=True)
class Greater(Binary):
    """Whether left is over right; unknown when either is not known."""


@dataclass(frozen=True)
class GreaterOrEqual(Binary):
    """Whether left is at least right; unknown when either is not known."""


# arithmetic


@dataclass(frozen=True)
class Negate(Unary):
    """The number with the other sign; null when it is not known or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class Add(Binary):
    """Left and right together; null when either is not known or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class Subtract(Binary):
    """Left less right; null when either is not known or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class Multiply(Binary):
    """Left times right; null when either is not known or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class Divide(Binary):
    """Left by right, a decimal; null when either is not known, right is 0, or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class TruncatedDivide(Binary):
    """How often right goes whole into left, towards 0; null when either is not known or right is 0."""


@dataclass(frozen=True)
class Modulo(Binary):
    """What is left over of left by `div` right, with the sign of left; null when either is not known or right is 0."""


@dataclass(frozen=True)
class Abs(Unary):
    """The number without its sign; null when it is not known or the result is beyond CQL's numbers."""


@dataclass(frozen=True)
class Ceiling(Unary):
    """The least whole number that is not under it; null when it is not known or the result is beyond 32 bits."""


@dataclass(frozen=True)
class Floor(Unary):
    """The greatest whole number that is not over it; null when it is not known or the result is beyond 32 bits."""


@dataclass(frozen=True)
class Truncate(Unary):
    """Its whole part; null when it is not known or the result is beyond 32 bits."""


@dataclass(frozen=True)
class Successor(Unary):
    """The next value of its type: 1 more, 0.00000001 more, or the next period; null when not known or none is next."""


@dataclass(frozen=True)
class Predecessor(Unary):
    """The value before it: 1 less, 0.00000001 less, or the period before; null when not known or none is before."""


# datetime


@dataclass(frozen=True)
class Component(Unary):
    """One part of a moment as a whole number: `month from x`; null when the moment is not known."""

    part: Precision


@dataclass(frozen=True)
class Shift(Unary):
    """A moment moved by whole periods of the calendar: `x + 3 months`; null when not known or beyond the calendar.

    A day that the month reached does not have becomes its last day. Fewer than 0 periods lead back.
    """

    amount: int
    period: Period


@dataclass(frozen=True)
class Duration(Binary):
    """How many whole periods lie between: `months between a and b`, under 0 when b is first; null when not known."""

    period: Period


@dataclass(frozen=True)
class Difference(Binary):
    """How many starts of a period lie between: `difference in years between a and b`; null when not known.

    A week starts on Sunday.
    """

    period: Period


# membership


@dataclass(frozen=True)
class In(Binary):
    """Whether left is one of the list; false when left or the list is not known. Never unknown.

    To CQL what is not known is in no list, so a rule asks only of what is known, or behind `if x is null`.
    """


@dataclass(frozen=True)
class Exists(Unary):
    """Whether a list has a member; to CQL a list that is not known has none. Never unknown."""


# conditional


@dataclass(frozen=True)
class If(Expr):
    """One value when the condition is true, and the other when it is false or unknown.

    So that no unknown is lost without a word, a pathway may write only conditions that are never unknown.
    """

    condition: Expr
    then: Expr
    otherwise: Expr

    def operands(self) -> tuple[Expr, ...]:
        """List the condition, then the value if it holds, then the other."""
        return (self.condition, self.then, self.otherwise)


OPERATORS: tuple[type[Expr], ...] = (
    Literal,
    Quantity,
    ListOf,
    Name,
    Not,
    And,
    Or,
    Xor,
    Implies,
    IsNull,
    IsTrue,
    IsFalse,
    Coalesce,
    Equal,
    NotEqual,
    Equivalent,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Negate,
    Add,
    Subtract,
    Multiply,
    Divide,
    TruncatedDivide,
    Modulo,
    Abs,
    Ceiling,
    Floor,
    Truncate,
    Successor,
    Predecessor,
    Component,
    Shift,
    Duration,
    Difference,
    In,
    Exists,
    If,
)
"""Every operator of the language, in the order that all backends share."""
