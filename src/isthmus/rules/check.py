"""The types of a rule, and the refusals that keep an unknown from being lost without a word."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from isthmus.errors import RuleError, nearest
from isthmus.rules.backend import Backend, fold
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

__all__ = ["Check", "Kind", "Type", "check", "truth_remedy"]


class Kind(Enum):
    """What sort of value an expression comes to."""

    NULL = "nothing known"
    BOOLEAN = "a truth"
    INTEGER = "a whole number"
    DECIMAL = "a decimal number"
    CHOICE = "a choice"
    LIST = "a list of choices"
    UNGUARDED = "a question about a list that may be unknown"


@dataclass(frozen=True)
class Type:
    """The type of an expression.

    `choices` are the words it may be; `certain` says that it is never unknown.
    """

    kind: Kind
    choices: frozenset[str] = frozenset()
    certain: bool = False

    @property
    def words(self) -> str:
        """The type in plain words."""
        return self.kind.value

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.kind in (Kind.INTEGER, Kind.DECIMAL)


_TRUTH = Type(Kind.BOOLEAN)
_CERTAIN = Type(Kind.BOOLEAN, certain=True)


def check(expr: Expr, scope: Mapping[str, Type]) -> Type:
    """Find the type of an expression.

    Args:
        expr: A tree.
        scope: The type of every name it may use.

    Raises:
        RuleError: A name is not in scope, or an operator cannot take its operands.
    """
    found = fold(expr, Check(scope))
    if found.kind is Kind.UNGUARDED:
        raise _refuse(expr, f"is {found.words}", truth_remedy(expr))
    return found


class Check(Backend[Type]):
    """Reads an expression as its type: one typing rule for each operator."""

    def __init__(self, scope: Mapping[str, Type]) -> None:
        self.scope = scope

    # leaf

    def on_literal(self, node: Literal) -> Type:
        """The type of what is written."""
        match node.value:
            case None:
                return Type(Kind.NULL)
            case bool():
                return _CERTAIN
            case int():
                return Type(Kind.INTEGER, certain=True)
            case Decimal():
                return Type(Kind.DECIMAL, certain=True)
            case _:
                return Type(Kind.CHOICE, frozenset({node.value}), certain=True)

    def on_list_of(self, node: ListOf, *items: Type) -> Type:
        """A list of choices; lists of other things are not needed yet."""
        if any(item.kind is not Kind.CHOICE for item in items):
            raise _refuse(node, "holds something that is not a word in quotes", "List words in quotes only.")
        return Type(Kind.LIST, frozenset().union(*(item.choices for item in items)), certain=True)

    def on_name(self, node: Name) -> Type:
        """The type of what bears the name."""
        if node.name not in self.scope:
            what = f"`{node.name}` is not defined."
            raise RuleError(what, where="rule", remedy=nearest(node.name, self.scope, otherwise="Define it above."))
        return self.scope[node.name]

    # logical

    def on_not(self, node: Not, operand: Type) -> Type:
        """Of a truth, a truth."""
        return _logical(node, operand)

    def on_and(self, node: And, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return _logical(node, left, right)

    def on_or(self, node: Or, left: Type, right: Type) -> Type:
        """Of two truths, a truth."""
        return _logical(node, left, right)

    # nullological

    def on_is_null(self, node: IsNull, operand: Type) -> Type:
        """Of anything that can be unknown, a certain truth."""
        if operand.certain or operand.kind is Kind.UNGUARDED:
            raise _refuse(node, "is always false", "Leave it out.")
        return _CERTAIN

    def on_is_true(self, node: IsTrue, operand: Type) -> Type:
        """Of a truth, a certain truth."""
        _logical(node, operand)
        return _CERTAIN

    def on_is_false(self, node: IsFalse, operand: Type) -> Type:
        """Of a truth, a certain truth."""
        _logical(node, operand)
        return _CERTAIN

    def on_coalesce(self, node: Coalesce, *choices: Type) -> Type:
        """Of one type, that type; certain when any choice is."""
        first, *others = choices
        common = first
        for other in others:
            common = _common(node, common, other)
        return Type(common.kind, common.choices, certain=any(choice.certain for choice in choices))

    # comparison

    def on_equal(self, node: Equal, left: Type, right: Type) -> Type:
        """Of two numbers, or two choices with a word in common, a truth."""
        return _sameness(node, left, right)

    def on_not_equal(self, node: NotEqual, left: Type, right: Type) -> Type:
        """As for equal."""
        return _sameness(node, left, right)

    def on_less(self, node: Less, left: Type, right: Type) -> Type:
        """Of two numbers, a truth."""
        return _order(node, left, right)

    def on_less_or_equal(self, node: LessOrEqual, left: Type, right: Type) -> Type:
        """Of two numbers, a truth."""
        return _order(node, left, right)

    def on_greater(self, node: Greater, left: Type, right: Type) -> Type:
        """Of two numbers, a truth."""
        return _order(node, left, right)

    def on_greater_or_equal(self, node: GreaterOrEqual, left: Type, right: Type) -> Type:
        """Of two numbers, a truth."""
        return _order(node, left, right)

    # arithmetic

    def on_subtract(self, node: Subtract, left: Type, right: Type) -> Type:
        """Of two whole numbers, a whole number; of other numbers, a decimal."""
        _order(node, left, right)
        whole = left.kind is right.kind is Kind.INTEGER
        return Type(Kind.INTEGER if whole else Kind.DECIMAL)

    # membership

    def on_in(self, node: In, left: Type, right: Type) -> Type:
        """Of a choice and a list that could hold it, a truth.

        CQL takes an unknown list for an empty one, so such a list is asked about only where `if` has seen to that.
        """
        if left.kind is not Kind.CHOICE or right.kind is not Kind.LIST:
            raise _refuse(node, f"asks whether {left.words} is in {right.words}", "Ask whether a choice is in a list.")
        strange = _strange(node.left, left, right) or _strange(node.right, right, left)
        if strange:
            raise _strange_word(node, strange, left.choices | right.choices)
        return Type(Kind.BOOLEAN, certain=left.certain) if right.certain else Type(Kind.UNGUARDED)

    # conditional

    def on_if(self, node: If, condition: Type, then: Type, otherwise: Type) -> Type:
        """Of a certain truth and two values of one type, that type."""
        if condition.kind is not Kind.BOOLEAN:
            raise _refuse(node.condition, f"is {condition.words}, not a truth", "Write a condition.")
        if not condition.certain:
            remedy = f"Write `({node.condition.text}) is true`, and say what holds when it is unknown."
            raise _refuse(node.condition, "may be unknown, which `if` would take for false", remedy)
        if isinstance(node.otherwise, In) and node.condition == IsNull(node.otherwise.right):
            otherwise = _TRUTH
        common = _common(node, then, otherwise)
        return Type(common.kind, common.choices, certain=then.certain and otherwise.certain)


def _logical(node: Expr, *operands: Type) -> Type:
    for expr, operand in zip(node.operands(), operands, strict=True):
        if operand.kind is not Kind.BOOLEAN:
            raise _refuse(expr, f"is {operand.words}, not a truth", truth_remedy(expr))
    return Type(Kind.BOOLEAN, certain=all(operand.certain for operand in operands))


def truth_remedy(expr: Expr) -> str:
    """Say how to make a truth of an expression that is none."""
    if isinstance(expr, In):
        return f"Write `if {expr.right.text} is null then null else {expr.text}`, best as a definition."
    return "Write a comparison, or put parentheses where they belong."


def _order(node: Expr, left: Type, right: Type) -> Type:
    if not (left.number and right.number):
        raise _refuse(node, f"sets {left.words} against {right.words}", "Compare numbers.")
    return Type(Kind.BOOLEAN, certain=left.certain and right.certain)


def _sameness(node: Expr, left: Type, right: Type) -> Type:
    if left.kind is right.kind is Kind.CHOICE:
        first, second = node.operands()
        strange = _strange(first, left, right) or _strange(second, right, left)
        if strange:
            raise _strange_word(node, strange, left.choices | right.choices)
        return Type(Kind.BOOLEAN, certain=left.certain and right.certain)
    if Kind.BOOLEAN in (left.kind, right.kind):
        raise _refuse(node, "compares a truth", "Write `is true` or `is false`.")
    if Kind.NULL in (left.kind, right.kind):
        raise _refuse(node, "compares with null, which is never true", "Write `is null`.")
    return _order(node, left, right)


def _common(node: Expr, one: Type, other: Type) -> Type:
    if Kind.NULL in (one.kind, other.kind):
        return one if other.kind is Kind.NULL else other
    if one.number and other.number:
        return one if one.kind is Kind.DECIMAL else other
    if one.kind is not other.kind:
        raise _refuse(node, f"is {one.words} or {other.words}", "Give both the same type.")
    return Type(one.kind, one.choices | other.choices)


def _strange(expr: Expr, written: Type, allowed: Type) -> str | None:
    if not isinstance(expr, Literal | ListOf):
        return None
    return next(iter(sorted(written.choices - allowed.choices)), None)


def _strange_word(node: Expr, word: str, words: frozenset[str]) -> RuleError:
    return _refuse(
        node,
        f"uses `{word}`, which is not an allowed value",
        nearest(word, words - {word}, otherwise="Use an allowed value."),
    )


def _refuse(node: Expr, what: str, remedy: str) -> RuleError:
    return RuleError(f"`{node.text or node.operator()}` {what}.", where="rule", remedy=remedy)
