"""From lark's tree of a rule's text to the classes of `syntax`, each part with its own words of the text."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from lark import ParseTree, Token, Transformer, v_args
from lark.tree import Meta

from isthmus.errors import RuleError, UnknownName, nearest
from isthmus.rules import syntax
from isthmus.rules.expr import Expr
from isthmus.rules.refusal import refusal
from isthmus.rules.text import intervals, literals, sugar
from isthmus.rules.text.intervals import Interval, Operand
from isthmus.rules.text.order import Order
from isthmus.rules.text.relations import RELATIONS, inside
from isthmus.terms import PERIODS, Precision, period_of, unit_of

__all__ = ["BEYOND", "build"]

BEYOND = re.compile(
    "Choice|List|Tuple|aggregate|all|any|asc|ascending|by|called|cast|code|codesystem|collapse|concept|context|"
    "convert|date|default|define|desc|descending|display|distinct|except|expand|flatten|fluent|from|include|"
    "intersect|let|library|occurs|parameter|per|point|private|public|return|singleton|sort|starting|such|that|"
    "time|timezone|timezoneoffset|to|union|using|valueset|version|where|with|within|without"
)
"""A word of CQL that no rule can read."""
_READ = re.compile(
    "Interval|after|and|as|before|between|case|contains|day|days|difference|div|duration|during|else|end|ends|"
    "exists|false|hour|hours|if|implies|in|included|includes|is|maximum|meets|millisecond|milliseconds|minimum|"
    "minute|minutes|mod|month|months|not|null|of|on|or|overlaps|predecessor|properly|same|second|seconds|start|"
    "starts|successor|then|true|week|weeks|when|width|xor|year|years"
)
"""A word of CQL that a rule reads as its own."""

_BEYOND = "is not in the rule language"


def build(text: str, tree: ParseTree) -> Expr:
    """Make a rule's tree from what the grammar found in its text.

    Raises:
        RuleError: It is legal CQL that is not in the rule language, or a value is beyond CQL's.
    """
    return _plain(_Build(text).transform(tree))


def _plain(operand: Operand) -> Expr:
    """Take an operand that must not be an interval."""
    if isinstance(operand, Interval):
        remedy = "Ask whether something is `in` it, or for its `start of` or `end of`."
        raise refusal(operand.text, "is an interval, of which nothing is asked", remedy)
    return operand


@v_args(meta=True)
class _Build(Transformer[Token, Any]):
    """Makes a rule's tree; a method for each name that the grammar gives to a form."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def _words(self, meta: Meta) -> str:
        return self._text[meta.start_pos : meta.end_pos]

    # leaves

    def integer(self, meta: Meta, items: list[Token]) -> Expr:
        return syntax.Literal(literals.integer(items[0]), text=self._words(meta))

    def decimal(self, meta: Meta, items: list[Token]) -> Expr:
        return syntax.Literal(literals.decimal(items[0]), text=self._words(meta))

    def least_integer(self, meta: Meta, items: list[Token]) -> Expr:
        if items[0] == "+":
            literals.integer(items[1])
        return sugar.least_integer(self._words(meta))

    def string(self, meta: Meta, items: list[Token]) -> Expr:
        return syntax.Literal(literals.word(items[0]), text=self._words(meta))

    def moment(self, meta: Meta, items: list[Token]) -> Expr:
        return syntax.Literal(literals.moment(items[0]), text=self._words(meta))

    def null(self, meta: Meta, _: list[Token]) -> Expr:
        return syntax.Literal(None, text=self._words(meta))

    def true(self, meta: Meta, _: list[Token]) -> Expr:
        return syntax.Literal(True, text=self._words(meta))  # noqa: FBT003 - the literal is the value

    def false(self, meta: Meta, _: list[Token]) -> Expr:
        return syntax.Literal(False, text=self._words(meta))  # noqa: FBT003 - the literal is the value

    def quantity(self, meta: Meta, items: list[Token]) -> Expr:
        number, unit = items
        value = Decimal(literals.integer(number)) if number.type == "INTEGER" else literals.decimal(number)
        return syntax.Quantity(value, _unit(unit), text=self._words(meta))

    def extreme(self, meta: Meta, items: list[Token]) -> Expr:
        which, name = items[0].split()
        return sugar.extreme(which, name, self._words(meta))

    def name(self, meta: Meta, items: list[Token]) -> Expr:
        if BEYOND.fullmatch(items[0]) or _READ.fullmatch(items[0]):
            remedy = "Leave it out or, if it is a name, write it in double quotes."
            raise refusal(items[0], "is a word of CQL that cannot be read here", remedy)
        return syntax.Name(str(items[0]), text=self._words(meta))

    def quoted(self, meta: Meta, items: list[Token]) -> Expr:
        return syntax.Name(literals.word(items[0]), text=self._words(meta))

    def list_of(self, meta: Meta, items: list[Operand]) -> Expr:
        return sugar.list_of([_plain(item) for item in items], self._words(meta))

    def interval(self, meta: Meta, items: list[Any]) -> Interval:
        _, opening, low, _, high, closing = items
        return intervals.interval(_plain(low), _plain(high), (str(opening), str(closing)), self._words(meta))

    # operators

    def unary(self, meta: Meta, items: list[Any]) -> Expr:
        operator, operand = items
        return _UNARY[operator](_plain(operand), text=self._words(meta))

    def binary(self, meta: Meta, items: list[Any]) -> Expr:
        left, operator, right = items
        return _BINARY[operator](_plain(left), _plain(right), text=self._words(meta))

    def signed(self, meta: Meta, items: list[Any]) -> Expr:
        sign, operand = items[0], _plain(items[1])
        if sign == "-":
            return syntax.Negate(operand, text=self._words(meta))
        if literals.number_in(operand) is None:
            raise refusal(
                self._words(meta), "has a plus sign before something that is no number", "Leave the sign out."
            )
        return operand

    def sum(self, meta: Meta, items: list[Any]) -> Expr:
        left, sign, right = _plain(items[0]), items[1], _plain(items[2])
        if isinstance(right, syntax.Quantity) and right.unit in PERIODS and not _is_quantity(left):
            return _shift(left, sign, right, self._words(meta))
        return _BINARY[sign](left, right, text=self._words(meta))

    def equality(self, meta: Meta, items: list[Any]) -> Expr:
        left, operator, right = items
        text = self._words(meta)
        if isinstance(left, Interval) and isinstance(right, Interval):
            same = intervals.equal if operator in ("=", "!=") else intervals.equivalent
            found = same(left, right, text)
        elif isinstance(left, syntax.ListOf) and isinstance(right, syntax.ListOf):
            lists_same = sugar.lists_equal if operator in ("=", "!=") else sugar.lists_equivalent
            found = lists_same(left, right, text)
        elif operator == "!=":
            return syntax.NotEqual(_plain(left), _plain(right), text=text)
        else:
            found = (syntax.Equal if operator == "=" else syntax.Equivalent)(_plain(left), _plain(right), text=text)
        return syntax.Not(found, text=text) if operator.startswith("!") else found

    def between(self, meta: Meta, items: list[Any]) -> Expr:
        value, how, low, _, high = items
        bounds = _plain(low), _plain(high)
        return sugar.between(_plain(value), bounds, self._words(meta), properly=how.startswith("properly"))

    def length(self, meta: Meta, items: list[Any]) -> Expr:
        phrase, left, _, right = items
        *how, plural, _ = phrase.split()
        make = syntax.Difference if how[:1] == ["difference"] else syntax.Duration
        return make(_plain(left), _plain(right), _period(plural), text=self._words(meta))

    def is_(self, meta: Meta, items: list[Any]) -> Expr:
        operand, asked = _plain(items[0]), items[1].split()
        asserted = _IS[asked[-1]](operand, text=f"{operand.text} is {asked[-1]}")
        if asked[1] == "not":  # the opposite of what is asserted, which then stands in the trace under its own words
            return syntax.Not(asserted, text=self._words(meta))
        return replace(asserted, text=self._words(meta))

    def as_(self, meta: Meta, items: list[Any]) -> Expr:
        operand, name = items[0], "".join(items[1].split())
        if operand != syntax.Literal(None) or name not in _TYPES:
            raise refusal(self._words(meta), f"converts to another type, which {_BEYOND}", "Leave the `as` out.")
        return syntax.Literal(None, text=f"null as {name}")

    def prefix(self, meta: Meta, items: list[Any]) -> Expr:
        word, _ = items[0].split()
        if word in _ENDS:
            return replace(_ENDS[word](_interval(items[1])), text=self._words(meta))
        operand = _plain(items[1])
        if word == "week":
            raise refusal(self._words(meta), "asks for a week, which is no part of a date", "Count `weeks between`.")
        if word in PERIODS:
            return syntax.Component(operand, Precision[word.upper()], text=self._words(meta))
        return _UNARY[word](operand, text=self._words(meta))

    def relation(self, meta: Meta, items: list[Any]) -> Expr:
        left, token, right = items
        relation, order = _relation(token)
        text = self._words(meta)
        of_nothing = intervals.asked_of_nothing(left, relation, right, text)
        if of_nothing:
            return of_nothing
        if relation in ("in", "contains"):
            item, holder = (left, right) if relation == "in" else (right, left)
            return _membership(_plain(item), holder, order, text)
        if relation in _OF_LISTS and not (isinstance(left, Interval) or isinstance(right, Interval)):
            _without_period(order, text)
            return _OF_LISTS[relation](left, right, text)
        return replace(RELATIONS[relation](left, right, order), text=text)

    def call(self, meta: Meta, items: list[Any]) -> Expr:
        name, *operands = items
        text = self._words(meta)
        if name not in _FUNCTIONS:
            remedy = nearest(name, _FUNCTIONS, otherwise="Use the functions that the reference lists.")
            raise refusal(name, f"is a function that {_BEYOND}", remedy)
        return _FUNCTIONS[name](name, [_plain(operand) for operand in operands], text)

    def if_(self, meta: Meta, items: list[Operand]) -> Expr:
        return syntax.If(*map(_plain, items), text=self._words(meta))

    def when(self, _: Meta, items: list[Operand]) -> tuple[Expr, Expr]:
        return _plain(items[0]), _plain(items[1])

    def case(self, meta: Meta, items: list[Any]) -> Expr:
        *before, otherwise = items
        asked = None if isinstance(before[0], tuple) else _plain(before.pop(0))
        return sugar.case(asked, before, _plain(otherwise), self._words(meta))


_UNARY: dict[str, Callable[..., Expr]] = {
    "not": syntax.Not,
    "exists": sugar.exists,
    "successor": syntax.Successor,
    "predecessor": syntax.Predecessor,
}
_BINARY: dict[str, Callable[..., Expr]] = {
    "implies": syntax.Implies,
    "or": syntax.Or,
    "xor": syntax.Xor,
    "and": syntax.And,
    "<": syntax.Less,
    "<=": syntax.LessOrEqual,
    ">": syntax.Greater,
    ">=": syntax.GreaterOrEqual,
    "+": syntax.Add,
    "-": syntax.Subtract,
    "*": syntax.Multiply,
    "/": syntax.Divide,
    "div": syntax.TruncatedDivide,
    "mod": syntax.Modulo,
}
_IS: dict[str, Callable[..., Expr]] = {"null": syntax.IsNull, "true": syntax.IsTrue, "false": syntax.IsFalse}
_SCALARS = ("Boolean", "Integer", "Decimal", "String", "Quantity", "Date", "DateTime", "Time")
_TYPES = (*_SCALARS, *(f"{of}<{name}>" for of in ("List", "Interval") for name in _SCALARS))
_ENDS = {"start": intervals.start_of, "end": intervals.end_of, "width": intervals.width_of}
_OF_LISTS = {"includes": sugar.includes, "included in": sugar.included_in}
_SAME = re.compile(r"same(?: (\w+))? (as|or before|or after)")
_SYNONYMS = {"before or on": "on or before", "after or on": "on or after", "during": "included in"}


def _period(word: str) -> syntax.Period:
    """Read a word that the grammar knows to be a period."""
    return cast("syntax.Period", period_of(word))


def _unit(token: Token) -> str:
    if token.type == "PERIOD":
        return _period(token)
    code = literals.word(token)
    try:
        unit = unit_of(code)
    except UnknownName as error:
        (fault,) = error.faults
        raise RuleError(fault.what, where="rule", remedy=fault.remedy) from error
    if unit.code in PERIODS:
        raise refusal(token, "is a unit of UCUM only without its quotes", f"Write `{code}s`.")
    return unit.code


def _is_quantity(node: Expr) -> bool:
    """Whether a part is written as a quantity, to which a period is added; to anything else it is a shift."""
    if isinstance(node, syntax.Negate | syntax.Add | syntax.Subtract):
        return _is_quantity(node.operands()[0])
    return isinstance(node, syntax.Quantity)


def _shift(moment: Expr, sign: str, by: syntax.Quantity, text: str) -> Expr:
    if by.value != by.value.to_integral_value():
        raise refusal(text, "moves by a part of a period", "Write whole periods.")
    return syntax.Shift(moment, int(by.value) * (-1 if sign == "-" else 1), _period(by.unit), text=text)


def _interval(operand: Operand) -> Interval:
    if isinstance(operand, Interval):
        return operand
    raise refusal(operand.text, "is not an interval", "Write `Interval[..., ...]` with both bounds.")


def _relation(token: Token) -> tuple[str, Order]:
    """Read the words of a relation, such as `before or on day of`, as its own name and its order."""
    words = " ".join(token.split())
    if same := _SAME.fullmatch(words):
        period, relation = same[1], "same as" if same[2] == "as" else f"on {same[2]}"
    else:
        found = re.fullmatch(r"(.+?)(?: (\w+) of)?", words)
        relation, period = found.groups() if found else (words, None)
    if period == "week":
        raise refusal(words, "compares by the week", "Count `weeks between`.")
    for long, short in _SYNONYMS.items():
        relation = relation.replace(long, short)
    return relation, Order(_period(period) if period else None)


def _membership(item: Expr, holder: Operand, order: Order, text: str) -> Expr:
    if isinstance(holder, Interval):
        return replace(inside(item, holder, order, text), text=text)
    _without_period(order, text)
    return sugar.member(item, holder, text)


def _without_period(order: Order, text: str) -> None:
    if order.period:
        raise refusal(text, "compares by a period with what is not an interval", "Leave the period out.")


Make = Callable[[str, Sequence[Expr], str], Expr]


def _of_one(make: Callable[..., Expr]) -> Make:
    def made(name: str, operands: Sequence[Expr], text: str) -> Expr:
        if len(operands) != 1:
            raise refusal(text, f"gives {len(operands)} things to `{name}`", "Give it one.")
        return make(operands[0], text=text)

    return made


def _coalesce(name: str, operands: Sequence[Expr], text: str) -> Expr:
    choices = operands[0].items if len(operands) == 1 and isinstance(operands[0], syntax.ListOf) else operands
    if operands and not choices:
        return syntax.Literal(None, text=text)
    if len(choices) < 2:  # noqa: PLR2004 - with one there is nothing to choose
        raise refusal(text, f"gives too few things to `{name}`", "Give it two or more.")
    return syntax.Coalesce(tuple(choices), text=text)


def _moment(name: str, operands: Sequence[Expr], text: str) -> Expr:
    parts = [literals.number_in(operand) for operand in operands]
    whole = [part for part in parts if isinstance(part, int)]
    if len(whole) < len(parts):
        raise refusal(text, "has a part that is not a whole number written out", "Write the parts as whole numbers.")
    return syntax.Literal(literals.moment_of(literals.FORMS[name], whole, text), text=text)


_FUNCTIONS: dict[str, Make] = {
    "Coalesce": _coalesce,
    "IsNull": _of_one(syntax.IsNull),
    "IsTrue": _of_one(syntax.IsTrue),
    "IsFalse": _of_one(syntax.IsFalse),
    "Abs": _of_one(syntax.Abs),
    "Ceiling": _of_one(syntax.Ceiling),
    "Floor": _of_one(syntax.Floor),
    "Truncate": _of_one(syntax.Truncate),
    "Exists": _of_one(sugar.exists),
    **dict.fromkeys(literals.FORMS, _moment),
}
