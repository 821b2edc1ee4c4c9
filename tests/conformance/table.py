"""A rule over a table: every value that is written becomes a column, in a table of one row that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from tests.conformance.cases import Answer

from isthmus.rules import Expr, Kind, Rule, Type, check, syntax
from isthmus.terms import Amount

__all__ = ["ROW", "Table", "over_columns"]

ROW = "row"
"""A column that every table has, so that it has a row even where a rule has nothing to put in a column."""


@dataclass(frozen=True)
class Table:
    """A rule over columns.

    Attributes:
        tree: The rule, in which names stand for what was written.
        scope: The type of each name.
        row: What each name holds.
    """

    tree: Expr
    scope: Mapping[str, Type]
    row: Mapping[str, Answer]


def over_columns(rule: Rule) -> Table:
    """Turn every value that a rule writes into a name, so that an engine meets it as a column that may hold nulls.

    A list of words becomes a column too; the items of any other list stay, for the language has lists of literals
    only. A null becomes a column of the type that is written with it or, without one, of what it stands beside; where
    nothing says which type that is, it stays.
    """
    lifted = _Lifted({ROW: Type(Kind.INTEGER)}, {ROW: 1}, lists=rule.type.kind is not Kind.LIST)
    return Table(lifted.lift(rule.tree), lifted.scope, lifted.row)


@dataclass(frozen=True)
class _Lifted:
    """The columns made so far, and whether lists of words become columns."""

    scope: dict[str, Type]
    row: dict[str, Answer]
    lists: bool

    def lift(self, node: Expr) -> Expr:
        """Put names in the places of all that is written."""
        match node:
            case syntax.Literal(None):
                type_ = check(node, {})
                return node if type_.kind is Kind.NULL else self.name(type_, None)
            case syntax.Literal(value):
                return self.name(check(node, {}), value)
            case syntax.Quantity(value, unit):
                return self.name(check(node, {}), Amount(value, unit))
            case syntax.ListOf(items):
                words = tuple(item.value for item in items if isinstance(item.value, str))
                as_column = self.lists and words and len(words) == len(items)
                return self.name(check(node, {}), words) if as_column else node
        return self.fill(replace(node, **{name: self.part(part) for name, part in _parts(node).items()}))

    def part(self, part: Any) -> Any:
        """Lift what is an operand, or a row of them."""
        if isinstance(part, tuple):
            return tuple(self.part(each) for each in part)
        return self.lift(part) if isinstance(part, Expr) else part

    def fill(self, node: Expr) -> Expr:
        """Give each null that stands in a node the type that its place asks for."""
        return replace(node, **{name: self.filled(part, node) for name, part in _parts(node).items()})

    def filled(self, part: Any, within: Expr) -> Any:
        """Name a null; leave all else."""
        if isinstance(part, tuple):
            return tuple(self.filled(each, within) for each in part)
        type_ = _asked_for(part, within, self.scope) if part == _NULL else None
        return part if type_ is None else self.name(type_, None)

    def name(self, type_: Type, value: Answer) -> syntax.Name:
        """Add a column."""
        name = f"c{len(self.row)}"
        self.scope[name] = replace(type_, certain=False)
        self.row[name] = value
        return syntax.Name(name)


_NULL = syntax.Literal(None)
_OF_TRUTHS = syntax.Not | syntax.And | syntax.Or | syntax.Xor | syntax.Implies | syntax.IsTrue | syntax.IsFalse


def _parts(node: Expr) -> dict[str, Any]:
    return {field.name: getattr(node, field.name) for field in fields(node)}


def _asked_for(null: Expr, within: Expr, scope: Mapping[str, Type]) -> Type | None:
    if isinstance(within, _OF_TRUTHS) or (isinstance(within, syntax.If) and null is within.condition):
        return Type(Kind.BOOLEAN)
    types = [check(operand, scope) for operand in _beside(within) if operand != _NULL]
    return next((type_ for type_ in types if type_.kind not in (Kind.NULL, Kind.LIST)), None)


def _beside(node: Expr) -> tuple[Expr, ...]:
    """List what is of one type with a null in a node."""
    match node:
        case syntax.If(_, then, otherwise):
            return then, otherwise
        case syntax.In(_, syntax.ListOf(items)):
            return items
    return node.operands()
