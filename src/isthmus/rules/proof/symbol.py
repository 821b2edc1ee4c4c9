"""Names that may come out in any way, to the solver Z3: what they may be, and formulas once they came out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import z3

from isthmus.rules.kinds import Kind, Type
from isthmus.rules.meanings.formula import Formula, Number, rational, rounded
from isthmus.rules.meanings.twofold import PLACES, Term, within
from isthmus.rules.numbers import EXACT
from isthmus.terms import Amount, Form, Moment, Precision, unit_of

__all__ = [
    "Answer",
    "Case",
    "Changes",
    "Constant",
    "Symbol",
    "Together",
    "answer",
    "changed",
    "given",
    "ids",
    "parts",
    "plain",
    "read",
    "settled",
    "symbol",
]

Single = bool | int | Decimal | str | Moment | Amount
Answer = Single | tuple[Single, ...] | None
"""What a name or a rule comes to, as a plain value; None is not known."""

Constant = Any
"""A constant of Z3: what it may choose freely."""
Settled = bool | int | Fraction
"""A truth or a number in which nothing is open."""
Changes = list[tuple[Constant, Formula | Number]]
"""Constants, each with what to put in its place."""
Case = Mapping[str, Answer]
"""A value for each name: a patient, or a part of one."""


@dataclass(frozen=True)
class Symbol:
    """A name that may come out in any way of its type, known or not.

    Attributes:
        term: What the name means.
        known: The constant that says whether it is known.
        value: The constant for its value or, of a word or a list of words, one for each word.
    """

    term: Term
    known: Constant
    value: Constant | Mapping[str, Constant]

    @property
    def choice(self) -> bool:
        """Whether it is just one of its words."""
        return self.term.type.kind is Kind.CHOICE

    @property
    def ids(self) -> set[int]:
        """Z3's numbers for all that it may choose freely."""
        values = self.value.values() if isinstance(self.value, Mapping) else [self.value]
        return {constant.get_id() for constant in (self.known, *values)}

    @property
    def possible(self) -> Formula:
        """That it has a value of its type: a word is just one of its words, a number one of CQL's."""
        if self.choice:
            return z3.PbEq([(constant, 1) for constant in self.value.values()], 1)
        return True if self.term.type.kind in _BOUNDLESS else within(replace(self.term, known=True)).known

    def given(self, value: Answer) -> Changes:
        """Say that the name came out as a value; None is not known."""
        if value is None:
            return [(self.known, z3.BoolVal(val=False))]
        if isinstance(self.value, Mapping):
            words = (value,) if isinstance(value, str) else cast("tuple[str, ...]", value)
            chosen = [(constant, z3.BoolVal(word in words)) for word, constant in self.value.items()]
            return [(self.known, z3.BoolVal(val=True)), *chosen]
        return self.counted(_counted(value, self.term.type))

    def counted(self, value: Formula | Number) -> Changes:
        """Say that the name came out as what Z3 counts for its value."""
        return [(self.known, z3.BoolVal(val=True)), (self.value, value)]


_WORDED, _BOUNDLESS = (Kind.CHOICE, Kind.LIST), (Kind.BOOLEAN, Kind.LIST)


def symbol(name: str, type_: Type) -> Symbol:
    """Make a name that may come out in any way of its type."""
    known = z3.Bool(f"{name}?")
    if type_.kind in _WORDED:
        words = {word: z3.Bool(f"{name}={word}") for word in sorted(type_.choices)}
        return Symbol(Term(type_, known, words), known, words)
    make: Callable[[str], Constant] = {Kind.BOOLEAN: z3.Bool, Kind.QUANTITY: z3.Real}.get(type_.kind, z3.Int)
    constant = make(name)
    value = z3.And(known, constant) if type_.kind is Kind.BOOLEAN else constant
    return Symbol(Term(type_, known, value), known, constant)


def _counted(value: Answer, type_: Type) -> Formula | Number:
    match value:
        case bool():
            return z3.BoolVal(value)
        case Moment():
            return z3.IntVal(value.count)
        case Amount():
            return rational(Fraction(value.base))
    number = Decimal(cast("int | Decimal", value))
    if type_.kind is Kind.QUANTITY and type_.unit is not None:
        return rational(Fraction(Amount(number, type_.unit).base))
    return z3.IntVal(int(number * PLACES) if type_.kind is Kind.DECIMAL else int(number))


def given(symbols: Mapping[str, Symbol], case: Case) -> Changes:
    """Say how every name came out; one that is left out is not known."""
    return [change for name, known in symbols.items() for change in known.given(case.get(name))]


def parts(formulas: Iterable[Formula | Number]) -> Iterator[Formula | Number]:
    """List every part of some formulas once, each formula before its parts."""
    waiting = [formula for formula in formulas if isinstance(formula, z3.AstRef)]
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if part.get_id() not in seen:
            seen.add(part.get_id())
            yield part
            waiting += part.children()


def ids(formula: Formula | Number) -> set[int]:
    """Find Z3's numbers for the constants that a formula is about, and for its other leaves."""
    return {part.get_id() for part in parts([formula]) if part.num_args() == 0}


class Together:
    """Formulas and numbers whose constants are replaced in one walk over all that they share."""

    def __init__(self, parts: Iterable[Formula | Number]) -> None:
        self.parts = list(parts)
        rest = [part for part in self.parts if isinstance(part, z3.AstRef)]
        self._rest = z3.Function("together", *(part.sort() for part in rest), z3.BoolSort())(*rest) if rest else None

    def changed(self, changes: Changes) -> list[Formula | Number]:
        """Read them with constants replaced."""
        after = iter([] if self._rest is None else z3.substitute(self._rest, *changes).children())
        return [next(after) if isinstance(part, z3.AstRef) else part for part in self.parts]


def changed(formulas: Iterable[Formula], changes: Changes) -> list[Formula]:
    """Read formulas with constants replaced."""
    return Together(formulas).changed(changes)


def settled(formula: Formula | Number, *changes: Changes) -> Settled:
    """Find the plain value of a formula or a number, with constants replaced one list after another."""
    if isinstance(formula, bool | int):
        return formula
    for replaced in changes:
        formula = z3.substitute(formula, *replaced)
    return plain(z3.simplify(formula))


def answer(term: Term, settle: Callable[[Formula | Number], Settled]) -> Answer:
    """Read what a term comes to.

    Args:
        term: Any term.
        settle: Finds the plain value of a formula or a number.
    """
    if not settle(term.known):
        return None
    if isinstance(term.value, tuple):
        return tuple(cast("Single", answer(item, settle)) for here, item in term.value if settle(here))
    if term.type.kind in _WORDED:
        words = tuple(word for word, holds in term.value.items() if settle(holds))
        return words if term.type.kind is Kind.LIST else words[0]
    return _single(settle(term.value), term.type)


def _single(value: Settled, type_: Type) -> Single:
    match type_:
        case Type(kind=Kind.DECIMAL):
            return _places(int(value))
        case Type(kind=Kind.MOMENT, form=Form() as form, precision=Precision() as precision):
            return Moment(form, precision, int(value))
        case Type(kind=Kind.QUANTITY, unit=str(unit)):
            return Amount(_decimal(Fraction(value) / Fraction(unit_of(unit).factor)), unit)
    return value if isinstance(value, bool) else int(value)


def read(term: Term, *changes: Changes) -> Answer:
    """Read what a term comes to, with constants replaced one list after another."""
    return answer(term, lambda formula: settled(formula, *changes))


def _places(count: int) -> Decimal:
    return Decimal(count // PLACES) if count % PLACES == 0 else Decimal(count).scaleb(-8).normalize(EXACT)


def _decimal(exact: Fraction) -> Decimal:
    return _places(rounded(exact.numerator * PLACES, exact.denominator))


def plain(formula: Formula | Number) -> Settled:
    """Read a formula or a number of Z3 in which nothing is open."""
    if z3.is_bool(formula):
        return bool(z3.is_true(formula))
    if z3.is_rational_value(formula):
        return Fraction(formula.numerator_as_long(), formula.denominator_as_long())
    return int(formula.as_long())
