"""Rule text into a tree, and a tree that fits its names into a rule."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from lark import Lark, UnexpectedInput
from lark.exceptions import UnexpectedEOF, UnexpectedToken, VisitError

from isthmus.errors import RuleError
from isthmus.rules.check import check
from isthmus.rules.expr import Expr
from isthmus.rules.fit import TRUTH_REMEDY
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.lint import lint
from isthmus.rules.rule import Rule
from isthmus.rules.text.build import BEYOND, build
from isthmus.rules.text.literals import integer

__all__ = ["parse", "read_expression", "read_rule", "read_value"]


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
        return build(text, _lark().parse(text))
    except UnexpectedInput as error:
        raise RuleError(_unexpected(error, text), where="rule", remedy=_REMEDY) from error
    except VisitError as error:
        raise error.orig_exc from None
    except RecursionError as error:
        raise RuleError("The rule is nested too deeply.", where="rule", remedy="Name its parts.") from error


def read_rule(text: str, scope: Mapping[str, Type]) -> Rule:
    """Read rule text that must come to a truth.

    Args:
        text: One expression of the rule language.
        scope: The type of every name that the rule may use.

    Raises:
        RuleError: It is not in the language, a name does not exist, a type does not fit, an unknown would be lost
            without a word, or it is no truth.
    """
    rule = read_value(text, scope)
    if rule.type.kind is not Kind.BOOLEAN:
        what = f"`{text}` is {rule.type.words}, not a truth."
        raise RuleError(what, where="rule", remedy=TRUTH_REMEDY)
    return rule


def read_value(text: str, scope: Mapping[str, Type]) -> Rule:
    """Read rule text that may come to a value of any type, as a definition may.

    Raises:
        RuleError: It is not in the language, a name does not exist, a type does not fit, or an unknown would be lost
            without a word.
    """
    rule = read_expression(text, scope)
    lint(rule.tree, scope)
    return rule


def read_expression(text: str, scope: Mapping[str, Type]) -> Rule:
    """Read any expression of the language, also one that a pathway would be advised against.

    Raises:
        RuleError: It is not in the language, a name does not exist, or a type does not fit.
    """
    tree = parse(text)
    return Rule(text, tree, check(tree, scope))


_REMEDY = "Use the operators of the rule language, which the reference lists."
_WORD = re.compile(r"'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*")


@cache
def _lark() -> Lark:
    grammar = files("isthmus.rules.text").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", propagate_positions=True, maybe_placeholders=False)


def _unexpected(error: UnexpectedInput, text: str) -> str:
    """Say where a text stops being a rule; a number that only a sign could save is refused as a number."""
    if isinstance(error, UnexpectedToken) and error.token.type == "BEYOND_INTEGER":
        integer(error.token)
    at_end = isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END")
    if at_end:
        return f"`{text}` ends too early."
    at = cast("int", error.pos_in_stream)  # lark declares it as None
    here, *_ = text[at:].split()
    beyond = [word for word in _WORD.findall(text[: at + len(here)]) if BEYOND.fullmatch(word)]
    said = f" `{beyond[-1]}` is a word of CQL that is not in the rule language." if beyond else ""
    return f"`{text}` cannot be read from `{here}` on.{said}"
