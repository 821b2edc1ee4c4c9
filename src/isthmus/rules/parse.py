"""Rule text into a tree, and a tree that fits its names into a rule."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.exceptions import UnexpectedEOF, UnexpectedToken, VisitError
from lark.tree import Meta

from isthmus.errors import RuleError
from isthmus.rules.check import Kind, Type, check, truth_remedy
from isthmus.rules.rule import Rule
from isthmus.rules.syntax import (
    And,
    Coalesce,
    Equal,
    Expr,
    Greater,
    GreaterOrEqual,
    If,
    In,
    IsFalse,
    IsNull,
    IsTrue,
    Less,
    LessOrEqual,
    ListOf,
    Literal,
    Name,
    Not,
    NotEqual,
    Or,
    Subtract,
)

__all__ = ["parse", "read_rule", "read_value"]

_MOST_INTEGER = 2**31 - 1
_MOST_DIGITS, _MOST_PLACES = 28, 8


def parse(text: str) -> Expr:
    """Read rule text into a tree.

    Args:
        text: One expression of the rule language.

    Raises:
        RuleError: It is not in the language; says at which word.

    >>> parse("age_years < 18").operator()
    'less'
    """
    try:
        tree: Expr = _Build(text).transform(_lark().parse(text))
    except UnexpectedInput as error:
        raise RuleError(_unexpected(error, text), where="rule", remedy=_REMEDY) from error
    except VisitError as error:
        raise error.orig_exc from None
    except RecursionError as error:
        raise RuleError("The rule is nested too deeply.", where="rule", remedy="Name its parts.") from error
    return tree


def read_rule(text: str, scope: Mapping[str, Type]) -> Rule:
    """Read rule text that must come to a truth.

    Args:
        text: One expression of the rule language.
        scope: The type of every name that the rule may use.

    Raises:
        RuleError: It is not in the language, a name does not exist, a type does not fit, or it is no truth.
    """
    rule = read_value(text, scope)
    if rule.type.kind is not Kind.BOOLEAN:
        what = f"`{text}` is {rule.type.words}, not a truth."
        raise RuleError(what, where="rule", remedy=truth_remedy(rule.tree))
    return rule


def read_value(text: str, scope: Mapping[str, Type]) -> Rule:
    """Read rule text that may come to a value of any type, as a definition may.

    Raises:
        RuleError: It is not in the language, a name does not exist, or a type does not fit.
    """
    tree = parse(text)
    return Rule(text, tree, check(tree, scope))


_REMEDY = "Use the operators of the rule language, which the reference lists."


@cache
def _lark() -> Lark:
    grammar = files("isthmus.rules").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=False)


def _unexpected(error: UnexpectedInput, text: str) -> str:
    at_end = isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END")
    if at_end:
        return f"`{text}` ends too early."
    rest = text[error.pos_in_stream :].split()
    return f"`{text}` cannot be read from `{rest[0] if rest else text}` on."


@v_args(meta=True)
class _Build(Transformer[Token, Any]):
    """Makes the classes of `syntax` from lark's tree, each with its own words of the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def _words(self, meta: Meta) -> str:
        return self._text[meta.start_pos : meta.end_pos]

    # leaf

    def integer(self, meta: Meta, items: list[Token]) -> Literal:
        value = int(items[0]) if len(items[0]) <= _MOST_DIGITS else _MOST_INTEGER + 1
        if value > _MOST_INTEGER:
            raise _too_large(items[0])
        return Literal(value, text=self._words(meta))

    def decimal(self, meta: Meta, items: list[Token]) -> Literal:
        whole, _, places = items[0].partition(".")
        if len(whole) + len(places) > _MOST_DIGITS or len(places) > _MOST_PLACES:
            raise _too_large(items[0])
        return Literal(Decimal(items[0]), text=self._words(meta))

    def string(self, meta: Meta, items: list[Token]) -> Literal:
        return Literal(str(items[0][1:-1]), text=self._words(meta))

    def null(self, meta: Meta, _: list[Token]) -> Literal:
        return Literal(None, text=self._words(meta))

    def true(self, meta: Meta, _: list[Token]) -> Literal:
        return Literal(True, text=self._words(meta))  # noqa: FBT003 - the literal is the value

    def false(self, meta: Meta, _: list[Token]) -> Literal:
        return Literal(False, text=self._words(meta))  # noqa: FBT003 - the literal is the value

    def list_of(self, meta: Meta, items: list[Literal]) -> ListOf:
        return ListOf(tuple(items), text=self._words(meta))

    def name(self, meta: Meta, items: list[Token]) -> Name:
        return Name(str(items[0]), text=self._words(meta))

    # every other operator takes its operands as they come

    def __default__(self, data: str, children: list[Expr], meta: Meta) -> Expr:
        return _OPERATORS[str(data)](*children, text=self._words(meta))


def _negated(make: type[IsNull | IsTrue | IsFalse], asserted: str) -> Callable[..., Not]:
    """Make `x is not null` the opposite of `x is null`, which then stands in the trace under its own words."""

    def negated(operand: Expr, *, text: str) -> Not:
        return Not(make(operand, text=f"{operand.text} is {asserted}"), text=text)

    return negated


_OPERATORS: dict[str, Callable[..., Expr]] = {
    "not_": Not,
    "and_": And,
    "or_": Or,
    "is_null": IsNull,
    "is_true": IsTrue,
    "is_false": IsFalse,
    "is_not_null": _negated(IsNull, "null"),
    "is_not_true": _negated(IsTrue, "true"),
    "is_not_false": _negated(IsFalse, "false"),
    "coalesce": lambda *choices, text: Coalesce(choices, text=text),
    "equal": Equal,
    "not_equal": NotEqual,
    "less": Less,
    "less_or_equal": LessOrEqual,
    "greater": Greater,
    "greater_or_equal": GreaterOrEqual,
    "subtract": Subtract,
    "in_": In,
    "if_": If,
}


def _too_large(number: str) -> RuleError:
    remedy = (
        f"Whole numbers go up to {_MOST_INTEGER:,}; decimals have {_MOST_DIGITS} digits, {_MOST_PLACES} of them places."
    )
    return RuleError(f"`{number[:40]}` is beyond the numbers of CQL.", where="rule", remedy=remedy)
