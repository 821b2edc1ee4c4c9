"""Rules and patients drawn by chance: every operator, built backwards from the type that is wanted."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st

from isthmus.errors import RuleError
from isthmus.rules import Expr, Kind, Type, check, syntax
from isthmus.rules.calendar import limits, step
from isthmus.rules.syntax import Literal, Name
from isthmus.terms import PERIODS, Form, Moment, Precision

Draw = st.SearchStrategy[Expr]

# what is known of a patient

WORDS = ("mild", "severe", "none")
_CHOICE = Type(Kind.CHOICE, frozenset(WORDS))
YEAR, MONTH, DAY = (Type(Kind.MOMENT, form=Form.DATE, precision=precision) for precision in list(Precision)[:3])
HOUR, INSTANT = (
    Type(Kind.MOMENT, form=Form.DATETIME, precision=precision) for precision in (Precision.HOUR, Precision.MILLISECOND)
)
CLOCK = Type(Kind.MOMENT, form=Form.TIME, precision=Precision.MINUTE)
LENGTHS, TIMES, CALENDAR = ("mm", "cm", "[in_i]"), ("d", "wk", "h", "week"), ("month", "year")
SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "c": Type(Kind.BOOLEAN),
    "x": Type(Kind.DECIMAL),
    "y": Type(Kind.DECIMAL),
    "j": Type(Kind.INTEGER),
    "k": Type(Kind.INTEGER),
    "word": _CHOICE,
    "other_word": _CHOICE,
    "words": Type(Kind.LIST, frozenset(WORDS), item=Kind.CHOICE),
    "born": DAY,
    "seen": DAY,
    "started": MONTH,
    "founded": YEAR,
    "admitted": INSTANT,
    "left": INSTANT,
    "due": HOUR,
    "alarm": CLOCK,
    "slip": Type(Kind.QUANTITY, unit="mm"),
    "height": Type(Kind.QUANTITY, unit="cm"),
    "stay": Type(Kind.QUANTITY, unit="d"),
    "course": Type(Kind.QUANTITY, unit="month"),
}

# values: those at which something changes are likely

INTEGERS = (0, 1, 2, 3, 7, 12, 46341, 2**30, 2**31 - 1)
_WRITTEN = "0 0.5 1 1.1 0.6 0.3 2.5 3 7 12.34 0.00000001 0.33333333 2147483647.5 12345678901.12345678 10000000000"
DECIMALS = tuple(map(Decimal, (*_WRITTEN.split(), "99999999999999999999.99999999")))
_MEASURED = "0 0.5 1 1.5 2 2.54 7 10 12 24 25.4 168 0.00000001 100000"
AMOUNTS = tuple(map(Decimal, _MEASURED.split()))
_DAYS = (1, 59, 60, 366, 693596, 719163, 735263, 736023, 736024, 736389, 738215, 3652059)
"""Beside ordinary days the ends of the calendar and of February, in leap years and in others."""
_TIMES = (0, 1, 3_600_000, 43_200_000, 86_399_999)


@cache
def moments_of(type_: Type) -> tuple[Moment, ...]:
    """List moments of a type, those at the ends of its range among them."""
    form, precision = type_.form, type_.precision
    assert form
    assert precision
    first, last = limits(form, precision)
    counts = {first, first + step(precision), last - step(precision), last}
    if form is Form.TIME:
        counts |= {time - time % step(precision) for time in _TIMES}
    elif precision > Precision.DAY:
        counts |= {(day - 1) * 86_400_000 + time - time % step(precision) for day in _DAYS for time in _TIMES}
    else:
        counts |= {day if precision is Precision.DAY else first + day % (last - first) for day in _DAYS}
    return tuple(Moment(form, precision, count) for count in sorted(counts) if first <= count <= last)


def values_of(type_: Type) -> tuple[Any, ...]:
    """List plain values of a type at which rules are likely to change."""
    return moments_of(type_) if type_.kind is Kind.MOMENT else _VALUES[type_.kind]


_VALUES: Mapping[Kind, tuple[Any, ...]] = {
    Kind.BOOLEAN: (False, True),
    Kind.INTEGER: (*INTEGERS, *(-number for number in INTEGERS), -(2**31)),
    Kind.DECIMAL: (*DECIMALS, *(-number for number in DECIMALS)),
    Kind.CHOICE: WORDS,
    Kind.LIST: ((), WORDS[:1], WORDS[1:], WORDS),
    Kind.QUANTITY: (*AMOUNTS, *(-number for number in AMOUNTS)),
}


def patients() -> st.SearchStrategy[dict[str, Any]]:
    """Draw patients as plain values, with a third of the facts not known."""
    nothing = st.none()
    return st.fixed_dictionaries({name: nothing | _known(type_) | _known(type_) for name, type_ in SCOPE.items()})


def _known(type_: Type) -> st.SearchStrategy[Any]:
    at_an_edge = st.sampled_from(values_of(type_))
    match type_.kind:
        case Kind.INTEGER:
            return at_an_edge | st.integers(-50, 50)
        case Kind.DECIMAL | Kind.QUANTITY:
            return at_an_edge | st.decimals(-50, 50, places=2)
    return at_an_edge


# rules

_ORDER = (
    syntax.Equal,
    syntax.NotEqual,
    syntax.Less,
    syntax.LessOrEqual,
    syntax.Greater,
    syntax.GreaterOrEqual,
)
_SAMENESS = _ORDER[:2]
_STEPS = (syntax.Successor, syntax.Predecessor)
_SUMS = (syntax.Add, syntax.Subtract)
_NUMERIC = (*_SUMS, syntax.Multiply, syntax.TruncatedDivide, syntax.Modulo)
_MOMENTS = (YEAR, MONTH, DAY, HOUR, INSTANT, CLOCK)
_NULL = st.just(Literal(None))
_PERIODS: Mapping[Precision, tuple[syntax.Period, ...]] = {
    Precision.YEAR: ("year",),
    Precision.MONTH: ("year", "month"),
    Precision.DAY: ("year", "month", "week", "day"),
    Precision.HOUR: ("year", "month", "week", "day", "hour"),
    Precision.MILLISECOND: ("year", "month", "week", "day", "hour", "minute", "second", "millisecond"),
}


@cache
def names(*kinds: Kind) -> Draw:
    return st.sampled_from([Name(name) for name, type_ in SCOPE.items() if type_.kind in kinds])


def _any_of(operators: tuple[type[Expr], ...], *operands: st.SearchStrategy[Any]) -> Draw:
    return st.one_of(*(st.builds(operator, *operands) for operator in operators))


def _evenly(*draws: Draw) -> Draw:
    """Draw one as likely as another, though it is one of many itself."""
    return st.sampled_from(draws).flatmap(lambda draw: draw)


def _chosen(one: Draw, depth: int) -> Draw:
    """Draw one of several: by a condition, or the first that is known."""
    either = one | _NULL
    return st.builds(syntax.If, truths(depth), one, either) | st.builds(syntax.Coalesce, st.tuples(one, one))


@cache
def integers(depth: int) -> Draw:
    # CQL has no sign in a literal: what is written is not below zero.
    written = st.sampled_from(INTEGERS) | st.integers(0, 50)
    leaves = names(Kind.INTEGER) | written.map(Literal)
    if depth == 0:
        return leaves
    one, decimal = integers(depth - 1), decimals(depth - 1)
    return _evenly(
        leaves,
        _any_of(_NUMERIC, one, one),
        _any_of((syntax.Negate, syntax.Abs, *_STEPS), one),
        _any_of((syntax.Ceiling, syntax.Floor, syntax.Truncate), decimal | one),
        parts_of_moments(depth - 1),
        spans(depth - 1),
        _chosen(one, depth - 1),
    )


@cache
def decimals(depth: int) -> Draw:
    written = st.sampled_from(DECIMALS) | st.decimals(0, 50, places=2)
    leaves = names(Kind.DECIMAL) | written.map(Literal)
    if depth == 0:
        return leaves
    one, integer = decimals(depth - 1), integers(depth - 1)
    return _evenly(
        leaves,
        _any_of((*_NUMERIC, syntax.Divide), one, one | integer),
        _any_of((*_NUMERIC, syntax.Divide), integer, one),
        st.builds(syntax.Divide, integer, integer),
        _any_of((syntax.Negate, syntax.Abs, *_STEPS), one),
        _chosen(one, depth - 1),
    )


@cache
def words(depth: int) -> Draw:
    leaves = names(Kind.CHOICE) | st.sampled_from(WORDS).map(Literal)
    return leaves if depth == 0 else leaves | _chosen(leaves, depth - 1)


@cache
def lists(depth: int) -> Draw:
    leaves = names(Kind.LIST)
    return leaves if depth == 0 else leaves | _chosen(leaves, depth - 1)


@cache
def moments(type_: Type, depth: int) -> Draw:
    named = [Name(name) for name, known in SCOPE.items() if known == type_]
    leaves: Draw = st.sampled_from(named) | st.sampled_from(moments_of(type_)).map(Literal)
    if depth == 0:
        return leaves
    one = moments(type_, depth - 1)
    stepped = _any_of(_STEPS, one)
    return leaves | stepped | _chosen(one, depth - 1) | (shifted(type_, one) if type_ is not CLOCK else leaves)


def shifted(type_: Type, one: Draw) -> Draw:
    amounts = st.sampled_from((0, 1, -1, 12, 100, -10_000)) | st.integers(-400, 400)
    return st.builds(syntax.Shift, one, amounts, st.sampled_from(_PERIODS[type_.precision or Precision.DAY]))


@cache
def parts_of_moments(depth: int) -> Draw:
    return st.one_of(*(st.builds(syntax.Component, moments(type_, depth), _parts(type_)) for type_ in _MOMENTS))


def _parts(type_: Type) -> st.SearchStrategy[Precision]:
    coarsest = Precision.HOUR if type_.form is Form.TIME else Precision.YEAR
    return st.sampled_from([part for part in Precision if coarsest <= part <= (type_.precision or part)])


@cache
def spans(depth: int) -> Draw:
    """Draw counts of what lies between two moments."""
    days, instants = moments(DAY, depth), moments(INSTANT, depth)
    of_days, of_instants = (st.sampled_from(_PERIODS[one.precision or Precision.DAY]) for one in (DAY, INSTANT))
    of_months, of_hours = (st.sampled_from(_PERIODS[one.precision or Precision.DAY]) for one in (MONTH, HOUR))
    return _evenly(
        _any_of((syntax.Duration, syntax.Difference), days, days, of_days),
        _any_of((syntax.Duration, syntax.Difference), instants, instants, of_instants),
        st.builds(syntax.Difference, days, moments(MONTH, depth), of_months),
        st.builds(syntax.Difference, moments(HOUR, depth), instants, of_hours),
        st.builds(syntax.Difference, moments(YEAR, depth), days, st.just("year")),
    )


@cache
def quantities(units: tuple[str, ...], depth: int) -> Draw:
    leaves = st.sampled_from(units).flatmap(_measured)
    if depth == 0:
        return leaves
    one = quantities(units, depth - 1)
    sum_of = _any_of(_SUMS, one, one.filter(_is_no_shift))
    chosen = st.sampled_from(units).flatmap(lambda unit: _chosen(_measured(unit), depth - 1))
    return st.one_of(leaves, sum_of, st.builds(syntax.Negate, one), chosen)


@cache
def _measured(unit: str) -> Draw:
    named = [st.just(Name(name)) for name, type_ in SCOPE.items() if type_.unit == unit]
    return st.one_of(st.builds(syntax.Quantity, st.sampled_from(AMOUNTS), st.just(unit)), *named)


def _is_no_shift(right: Expr) -> bool:
    """Whether what is added is no period that is written: `x + 3 months` is a moment moved, whatever `x` is."""
    return not (isinstance(right, syntax.Quantity) and right.unit in PERIODS)


@cache
def comparisons(depth: int) -> Draw:
    number = integers(depth) | decimals(depth)
    ordered = [number, *(moments(type_, depth) for type_ in _MOMENTS)]
    ordered += [quantities(units, depth) for units in (LENGTHS, TIMES, CALENDAR)]
    alike = [truths(0), integers(depth), *(moments(type_, depth) for type_ in _MOMENTS)]
    return _evenly(
        *(_any_of(_ORDER, one, one) for one in ordered),
        _any_of(_SAMENESS, names(Kind.CHOICE), words(depth)),
        _any_of(_SAMENESS, names(Kind.BOOLEAN), names(Kind.BOOLEAN)),
        *(st.builds(syntax.Equivalent, one, one) for one in alike),
    )


@cache
def memberships(depth: int) -> Draw:
    return _evenly(
        _in_what_is_written(names(Kind.CHOICE), st.sampled_from(WORDS)),
        _in_what_is_written(integers(depth), st.sampled_from(INTEGERS)),
        _in_what_is_written(decimals(depth), st.sampled_from(DECIMALS)),
        _in_what_is_written(moments(DAY, depth), st.sampled_from(moments_of(DAY))),
        st.builds(syntax.In, words(0) | _NULL, lists(depth)),
        st.builds(syntax.Exists, lists(depth)),
    )


def _in_what_is_written(one: Draw, values: st.SearchStrategy[Any]) -> Draw:
    written = st.lists(values.map(Literal), min_size=1, max_size=3)
    return st.builds(syntax.In, one, written.map(lambda items: syntax.ListOf(tuple(items))))


@cache
def certain(depth: int) -> Draw:
    """Draw conditions that are never unknown, as `if` in a pathway demands."""
    inner = truths(depth)
    known = _any_of((syntax.IsTrue, syntax.IsFalse), inner)
    return st.builds(syntax.IsNull, names(*Kind)) | known | memberships(depth)


@cache
def steady(depth: int) -> Draw:
    """Draw truths of operators that only ever settle what is unknown as more is learnt."""
    leaves: Draw = names(Kind.BOOLEAN) | st.booleans().map(Literal)
    if depth == 0:
        return leaves
    inner, number = steady(depth - 1), st.sampled_from([Name("x"), Name("k"), Literal(3), Literal(Decimal("1.1"))])
    both = (syntax.And, syntax.Or, syntax.Xor, syntax.Implies)
    return leaves | st.builds(syntax.Not, inner) | _any_of(both, inner, inner) | _any_of(_ORDER, number, number)


@cache
def truths(depth: int) -> Draw:
    """Draw expressions that come to a truth, of every operator.

    Args:
        depth: How many operators may stand above one another.
    """
    if depth == 0:
        return steady(0)
    inner = truths(depth - 1)
    return _evenly(
        inner,
        st.builds(syntax.Not, inner),
        _any_of((syntax.And, syntax.Or, syntax.Xor, syntax.Implies), inner, inner),
        certain(depth - 1),
        comparisons(depth - 1),
        comparisons(depth - 1),
        memberships(depth - 1),
        _chosen(inner, depth - 1),
    )


@cache
def expressions(depth: int) -> Draw:
    """Draw expressions that come to a value of any type, half of them truths."""
    values = _evenly(
        integers(depth),
        decimals(depth),
        words(depth),
        lists(depth),
        *(moments(type_, depth) for type_ in _MOMENTS),
        *(quantities(units, depth) for units in (LENGTHS, TIMES, CALENDAR)),
    )
    return _evenly(truths(depth), values)


def has_type(rule: Expr) -> bool:
    """Whether the typing rules admit it; they refuse a part that is written out and beyond CQL's values."""
    try:
        check(rule, SCOPE)
    except RuleError:
        return False
    return True
