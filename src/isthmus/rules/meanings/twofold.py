"""What an expression means to the solver Z3, as two terms apart: whether it is known, and what it is.

Numbers are whole to Z3: a decimal is a count of its last places, a moment its count. A word, like a list of words, is
one truth for each word it may be or hold, so that a choice costs the solver no arithmetic.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

from isthmus.rules.calendar import Calendar, limits, step
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.formula import Formula, Number, all_of, any_of, if_, not_, rational, truncated, whole
from isthmus.terms import Form, Precision, unit_of

__all__ = [
    "CALENDAR",
    "DECIMAL",
    "PLACES",
    "TRUTH",
    "WHOLE",
    "Term",
    "Value",
    "alike",
    "brought_whole",
    "compared",
    "computed",
    "counted",
    "either",
    "fit",
    "in_least",
    "moment",
    "step_of",
    "truth",
    "unless_zero",
    "within",
]

Value = Any
"""A truth, a number, a truth for each word, or the items of a list as it is written, each with whether it is there."""

PLACES = 10**8
"""A decimal is counted in these parts of one."""
_MOST_INTEGER = 2**31 - 1
_MOST_DECIMAL = 10**28 - 1
TRUTH, WHOLE, DECIMAL = Type(Kind.BOOLEAN), Type(Kind.INTEGER), Type(Kind.DECIMAL)
_WORDED = (Kind.CHOICE, Kind.LIST)
_NOTHING: Mapping[Kind, Value] = {Kind.CHOICE: {}, Kind.LIST: (), Kind.BOOLEAN: False}


@dataclass(frozen=True)
class Term:
    """What an expression means to Z3.

    Attributes:
        type: Its kind, and the unit or precision its value is counted in.
        known: Whether it is known.
        value: What it is where it is known: of a truth, whether it holds; of a word or a list of words, a truth by
            word; of a list that is written out, its items, each with whether it is there; of anything else, a number.
    """

    # INVARIANT: a truth that holds is known, so `value` alone says that it is certainly true.
    type: Type
    known: Formula
    value: Value

    @property
    def holds(self) -> Formula:
        """Whether a truth is certainly true."""
        return self.value

    @property
    def fails(self) -> Formula:
        """Whether a truth is certainly false."""
        return all_of(self.known, not_(self.value))


def truth(known: Formula, holds: Formula) -> Term:
    """A truth from whether it is known and whether it holds."""
    return Term(TRUTH, known, holds)


# values of one kind


def _common(*terms: Term) -> Type:
    """The type that all are brought to: nothing gives way to anything, a whole number to a decimal, a unit to a finer."""
    types = [term.type for term in terms if term.type.kind is not Kind.NULL]
    if not types:
        return Type(Kind.NULL)
    if any(type_.kind is Kind.DECIMAL for type_ in types):
        return DECIMAL
    if types[0].kind is Kind.QUANTITY:
        return min(types, key=lambda type_: unit_of(type_.unit or "").factor)
    return replace(types[0], choices=frozenset().union(*(type_.choices for type_ in types)))


def fit(term: Term, kind: Kind) -> Value:
    """The value of a term as one of a kind; anything of the kind where the term is never known."""
    if term.type.kind is Kind.NULL:
        return _NOTHING.get(kind, 0)
    if term.type.kind is Kind.INTEGER and kind is Kind.DECIMAL:
        return term.value * PLACES
    return term.value


def either(condition: Formula, then: Term, otherwise: Term) -> Term:
    """One where a condition holds, the other where it does not."""
    type_ = _common(then, otherwise)
    known = if_(condition, then.known, otherwise.known)
    first, second = fit(then, type_.kind), fit(otherwise, type_.kind)
    choose = _either_words if type_.kind in _WORDED else if_
    return Term(type_, known, choose(condition, first, second))


def _either_words(condition: Formula, then: Value, otherwise: Value) -> Value:
    if isinstance(then, tuple) and isinstance(otherwise, tuple):
        ways = (condition, then), (not_(condition), otherwise)
        return tuple((all_of(way, here), item) for way, items in ways for here, item in items)
    one, other = _by_word(then), _by_word(otherwise)
    return {word: if_(condition, one.get(word, False), other.get(word, False)) for word in {**one, **other}}


def _by_word(value: Value) -> Mapping[str, Formula]:
    """The words of a list, however it is kept."""
    if isinstance(value, Mapping):
        return value
    words: dict[str, Formula] = {}
    for here, item in value:
        words |= {word: any_of(words.get(word, False), here) for word in item.value}
    return words


def alike(left: Value, right: Value) -> Formula:
    """That two values of one kind are the same number, word or truth."""
    if isinstance(left, Mapping):
        return any_of(*(all_of(holds, right[word]) for word, holds in left.items() if word in right))
    return left == right


def compared(left: Term, right: Term, holds: Callable[[Value, Value], Formula]) -> Term:
    """A truth about two values, known where both are."""
    known = all_of(left.known, right.known)
    if known is False:
        return truth(known=False, holds=False)
    kind = _common(left, right).kind
    return truth(known, all_of(known, holds(fit(left, kind), fit(right, kind))))


# numbers


def computed(
    operands: tuple[Term, ...], value: Callable[..., Number], of_decimals: Callable[..., Number] | None = None
) -> Term:
    """A number made of others, null beyond its kind; made in another way where they are decimals, if one is given."""
    type_ = _common(*operands)
    make = of_decimals if of_decimals and type_.kind is Kind.DECIMAL else value
    known = all_of(*(operand.known for operand in operands))
    return within(Term(type_, known, make(*(fit(operand, type_.kind) for operand in operands))))


def within(term: Term) -> Term:
    """The same where it is within the numbers of CQL or its calendar; elsewhere null."""
    low, high = _bounds(term.type)
    return replace(term, known=all_of(term.known, low <= term.value, term.value <= high))


def _bounds(type_: Type) -> tuple[Number, Number]:
    match type_:
        case Type(kind=Kind.INTEGER):
            return -_MOST_INTEGER - 1, _MOST_INTEGER
        case Type(kind=Kind.DECIMAL):
            return -_MOST_DECIMAL, _MOST_DECIMAL
        case Type(kind=Kind.QUANTITY, unit=str(unit)):
            most = Decimal(_MOST_DECIMAL).scaleb(-8)
            return in_least(-most, unit), in_least(most, unit)
        case Type(form=Form() as form, precision=Precision() as precision):
            return limits(form, precision)
    return 0, 0  # of anything else, only null is computed


def step_of(type_: Type) -> Number:
    """How far the next value of a type is."""
    if type_.kind is Kind.MOMENT and type_.precision is not None:
        return step(type_.precision)
    if type_.kind is Kind.QUANTITY and type_.unit is not None:
        return in_least(Decimal("0.00000001"), type_.unit)
    return 1


def in_least(number: Decimal, unit: str) -> Number:
    """A number of a unit, in the least unit of its dimension."""
    return rational(Fraction(number) * Fraction(unit_of(unit).factor))


def unless_zero(left: Term, right: Term) -> tuple[Term, Term]:
    """Two operands, the right one not known where it is 0."""
    return left, replace(right, known=all_of(right.known, not_(fit(right, right.type.kind) == 0)))


def brought_whole(operand: Term, bring: Callable[[Number], Number]) -> Term:
    """A decimal brought to a whole number; a whole number as it is."""
    if operand.type.kind is not Kind.DECIMAL:
        return operand
    return within(Term(WHOLE, operand.known, bring(operand.value)))


# moments


def _least(left: Number, right: Number) -> Number:
    return if_(left <= right, left, right)


CALENDAR = Calendar(divide=whole, truncate=truncated, least=_least)


def counted(type_: Type, operands: tuple[Term, ...], count: Callable[..., Number]) -> Term:
    """What the calendar makes of moments."""
    return within(Term(type_, all_of(*(operand.known for operand in operands)), count(*operands)))


def moment(term: Term) -> tuple[Number, Precision]:
    """The count of a moment, and of what."""
    assert term.type.precision is not None  # noqa: S101 - the typing rules leave moments only
    return term.value, term.type.precision
