"""The text of an expression in CQL 1.5, from which the same tree can be read again."""

from decimal import Decimal

from isthmus.rules.backend import Backend
from isthmus.rules.syntax import (
    And,
    Coalesce,
    Equal,
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

__all__ = ["Cql"]


class Cql(Backend[str]):
    """Reads an expression as CQL text; every operator with operands stands in parentheses."""

    # leaf

    def on_literal(self, node: Literal) -> str:
        """A CQL literal."""
        match node.value:
            case None:
                return "null"
            case bool():
                return "true" if node.value else "false"
            case str():
                return f"'{node.value}'"
            case Decimal():
                return _decimal(node.value)
            case _:
                return str(node.value)

    def on_list_of(self, node: ListOf, *items: str) -> str:
        """A list selector."""
        return f"{{{', '.join(items)}}}"

    def on_name(self, node: Name) -> str:
        """An identifier."""
        return node.name

    # logical

    def on_not(self, node: Not, operand: str) -> str:
        """`not`."""
        return f"(not {operand})"

    def on_and(self, node: And, left: str, right: str) -> str:
        """`and`."""
        return f"({left} and {right})"

    def on_or(self, node: Or, left: str, right: str) -> str:
        """`or`."""
        return f"({left} or {right})"

    # nullological

    def on_is_null(self, node: IsNull, operand: str) -> str:
        """`is null`."""
        return f"({operand} is null)"

    def on_is_true(self, node: IsTrue, operand: str) -> str:
        """`is true`."""
        return f"({operand} is true)"

    def on_is_false(self, node: IsFalse, operand: str) -> str:
        """`is false`."""
        return f"({operand} is false)"

    def on_coalesce(self, node: Coalesce, *choices: str) -> str:
        """`Coalesce`."""
        return f"Coalesce({', '.join(choices)})"

    # comparison

    def on_equal(self, node: Equal, left: str, right: str) -> str:
        """`=`."""
        return f"({left} = {right})"

    def on_not_equal(self, node: NotEqual, left: str, right: str) -> str:
        """`!=`."""
        return f"({left} != {right})"

    def on_less(self, node: Less, left: str, right: str) -> str:
        """`<`."""
        return f"({left} < {right})"

    def on_less_or_equal(self, node: LessOrEqual, left: str, right: str) -> str:
        """`<=`."""
        return f"({left} <= {right})"

    def on_greater(self, node: Greater, left: str, right: str) -> str:
        """`>`."""
        return f"({left} > {right})"

    def on_greater_or_equal(self, node: GreaterOrEqual, left: str, right: str) -> str:
        """`>=`."""
        return f"({left} >= {right})"

    # arithmetic

    def on_subtract(self, node: Subtract, left: str, right: str) -> str:
        """`-`."""
        return f"({left} - {right})"

    # membership

    def on_in(self, node: In, left: str, right: str) -> str:
        """`in`."""
        return f"({left} in {right})"

    # conditional

    def on_if(self, node: If, condition: str, then: str, otherwise: str) -> str:
        """`if then else`."""
        return f"(if {condition} then {then} else {otherwise})"


def _decimal(value: Decimal) -> str:
    plain = format(value, "f")
    return plain if "." in plain else f"{plain}.0"
