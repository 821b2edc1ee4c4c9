"""Refusals of what CQL allows and a pathway is better without.

Some of it loses an unknown without a word; on some the engines of CQL do not agree, so that a pathway that used it would
decide otherwise elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence

from isthmus.rules.check import check
from isthmus.rules.constants import without_value
from isthmus.rules.expr import Expr
from isthmus.rules.kinds import Kind, Type
from isthmus.rules.refusal import refusal_of
from isthmus.rules.syntax import (
    Add,
    And,
    Difference,
    Divide,
    Duration,
    Equal,
    Equivalent,
    Exists,
    Greater,
    GreaterOrEqual,
    If,
    In,
    IsNull,
    Less,
    LessOrEqual,
    Literal,
    Modulo,
    Multiply,
    Not,
    NotEqual,
    Or,
    Subtract,
    TruncatedDivide,
)

__all__ = ["lint"]

_COMPARISONS = (Equal, NotEqual, Equivalent, Less, LessOrEqual, Greater, GreaterOrEqual)
_OF_AMOUNTS = (*_COMPARISONS, Add, Subtract)


def lint(tree: Expr, scope: Mapping[str, Type]) -> None:
    """Refuse what a pathway's rule had better not say.

    Args:
        tree: A tree that has a type.
        scope: The type of every name it may use.

    Raises:
        RuleError: A question is always false, compares with null or a truth, takes an unknown for a no, has no value
            for any patient, or is one on which the engines of CQL differ; says how to write it.
    """
    _look(tree, scope, frozenset())


Parts = frozenset[Expr]
_NONE: Parts = frozenset()


def _look(node: Expr, scope: Mapping[str, Type], known: Parts) -> None:
    """Look at every part of a rule, where `known` holds what has been asked about before and is not null here."""
    for operand, also in _operands(node):
        _look(operand, scope, known | also)
    if isinstance(node, If):
        _look_at_condition(node, scope)
    elif isinstance(node, In | Exists):
        _look_at_membership(node, scope, known)
    elif isinstance(node, IsNull) and check(node.operand, scope).certain:
        raise refusal_of(node, "is always false", "Leave it out.")
    elif isinstance(node, _COMPARISONS):
        _look_at_comparison(node, scope)
    _look_at_engines(node, scope)
    if without_value(node):
        raise refusal_of(node, "has no value for any patient", "Leave it out, or correct the numbers.")


def _operands(node: Expr) -> Iterator[tuple[Expr, Parts]]:
    """List the operands, each with what is not null where it counts."""
    match node:
        case If(condition, then, otherwise):
            yield from ((condition, _NONE), (then, _if_true(condition)), (otherwise, _if_false(condition)))
        case And(left, right):
            yield from ((left, _if_true(right)), (right, _if_true(left)))
        case Or(left, right):
            yield from ((left, _if_false(right)), (right, _if_false(left)))
        case _:
            yield from ((operand, _NONE) for operand in node.operands())


def _if_true(condition: Expr) -> Parts:
    """Find what a condition that is true says is not null."""
    match condition:
        case Not(operand):
            return _if_false(operand)
        case And(left, right):
            return _if_true(left) | _if_true(right)
    return _NONE


def _if_false(condition: Expr) -> Parts:
    """Find what a condition that is false says is not null."""
    match condition:
        case IsNull(operand):
            return frozenset([operand])
        case Not(operand):
            return _if_true(operand)
        case Or(left, right):
            return _if_false(left) | _if_false(right)
    return _NONE


def _look_at_condition(node: If, scope: Mapping[str, Type]) -> None:
    if not check(node.condition, scope).certain:
        word = "case" if node.text.startswith("case") else "if"
        remedy = f"Write `({node.condition.text}) is true`, and say what holds when it is unknown."
        raise refusal_of(node.condition, f"may be unknown, which `{word}` would take for false", remedy)


def _look_at_membership(node: In | Exists, scope: Mapping[str, Type], known: Parts) -> None:
    unknown = [part for part in node.operands() if part not in known and not check(part, scope).certain]
    if unknown:
        sort = "list" if check(unknown[-1], scope).kind is Kind.LIST else "value"
        what = f"is a question about a {sort} that may be unknown, to which CQL says no"
        asked = " or ".join(f"{part.text} is null" for part in unknown)
        raise refusal_of(node, what, f"Write `if {asked} then null else {node.text}`, best as a definition.")


def _look_at_comparison(node: Expr, scope: Mapping[str, Type]) -> None:
    if Literal(None) in node.operands():
        never = "" if isinstance(node, Equivalent) else ", which is never true"
        raise refusal_of(node, f"compares with null{never}", "Write `is null`.")
    if not isinstance(node, Equivalent) and any(check(part, scope).kind is Kind.BOOLEAN for part in node.operands()):
        raise refusal_of(node, "compares a truth", "Write `is true` or `is false`.")


def _look_at_engines(node: Expr, scope: Mapping[str, Type]) -> None:
    """Refuse what the engines of CQL do not agree on."""
    remedy = _disputed(node, [check(part, scope) for part in node.operands()])
    if remedy:
        raise refusal_of(node, "is something on which the engines of CQL differ", remedy)


def _disputed(node: Expr, types: Sequence[Type]) -> str:
    """Say what to write for what engines dispute; nothing where they agree."""
    kinds, units = {type_.kind for type_ in types}, {type_.unit for type_ in types}
    match node:
        case Divide():
            return "Multiply the other side instead, or define a case feature that holds the quotient."
        case Multiply() | TruncatedDivide() | Modulo() if Kind.DECIMAL in kinds:
            return "Calculate with whole numbers, or define a case feature that holds the result."
        case Duration(period="month"):
            return "Count days or years, or compare with the date that is so many months on, as in `x + 3 months <= y`."
        case Difference(period="week"):
            return "Count weeks or days between."
        case _ if isinstance(node, _OF_AMOUNTS) and kinds == {Kind.QUANTITY} and len(units) > 1:
            return "Give both in one unit."
    return ""
