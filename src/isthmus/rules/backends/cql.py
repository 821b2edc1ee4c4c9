"""The text of an expression in CQL 1.5, from which the same tree can be read again."""

import re
from collections.abc import Callable
from decimal import Decimal

from isthmus.rules import syntax
from isthmus.rules.backend import Backend
from isthmus.rules.meanings.iso import iso
from isthmus.terms import PERIODS, Form, Moment, Precision

__all__ = ["Cql", "bare", "identifier", "string"]

_RESERVED = re.compile(
    "after|aggregate|all|and|as|asc|ascending|before|between|by|called|case|cast|choice|code|codesystem|codesystems|"
    "collapse|concept|contains|context|convert|date|day|days|default|define|desc|descending|difference|display|"
    "distinct|div|duration|during|else|end|ends|except|exists|expand|external|false|flatten|fluent|from|function|"
    "hour|hours|if|implies|in|include|includes|intersect|interval|is|let|library|list|maximum|meets|millisecond|"
    "milliseconds|minimum|minute|minutes|mod|month|months|not|null|occurs|of|or|overlaps|parameter|per|point|"
    "predecessor|private|properly|public|return|returns|same|second|seconds|singleton|sort|start|starting|starts|"
    "successor|then|time|timezone|timezoneoffset|to|true|tuple|union|using|valueset|version|week|weeks|when|where|"
    "width|with|within|without|xor|year|years",
    re.IGNORECASE,
)
"""A word of CQL's own grammar."""
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f"})


def identifier(name: str) -> str:
    """Write a name, in quotation marks where CQL could read it as something else.

    >>> identifier("age_years"), identifier("quit-smoking"), identifier("start")
    ('age_years', '"quit-smoking"', '"start"')
    """
    plain = _PLAIN.fullmatch(name) and not _RESERVED.fullmatch(name)
    return name if plain else f'"{name.translate(_ESCAPES)}"'


def string(text: str) -> str:
    """Write words in quotes."""
    return f"'{text.translate(_ESCAPES)}'"


class Cql(Backend[str]):
    """Reads an expression as CQL text; an operator with operands stands in parentheses, and a chain of one in one pair.

    Args:
        name: How to write a name, where a library would say more than the name alone.
    """

    def __init__(self, name: Callable[[str], str] = identifier) -> None:
        self.name = name

    # leaf

    def on_literal(self, node: syntax.Literal) -> str:
        """A CQL literal."""
        match node.value:
            case None:
                return "null"
            case bool():
                return "true" if node.value else "false"
            case str():
                return string(node.value)
            case Moment():
                return _moment(node.value)
            case _:
                return _number(node.value)

    def on_quantity(self, node: syntax.Quantity) -> str:
        """A quantity literal; a period of the calendar goes without quotes."""
        return f"{_plain(node.value)} {_unit(node.unit, one=node.value == 1)}"

    def on_list_of(self, node: syntax.ListOf, *items: str) -> str:
        """A list selector."""
        return f"{{{', '.join(items)}}}"

    def on_name(self, node: syntax.Name) -> str:
        """An identifier."""
        return self.name(node.name)

    # logical

    def on_not(self, node: syntax.Not, operand: str) -> str:
        """`not`."""
        return f"(not {operand})"

    def on_and(self, node: syntax.And, left: str, right: str) -> str:
        """`and`."""
        return f"({_chained(node, left)} and {right})"

    def on_or(self, node: syntax.Or, left: str, right: str) -> str:
        """`or`."""
        return f"({_chained(node, left)} or {right})"

    def on_xor(self, node: syntax.Xor, left: str, right: str) -> str:
        """`xor`."""
        return f"({left} xor {right})"

    def on_implies(self, node: syntax.Implies, left: str, right: str) -> str:
        """`implies`."""
        return f"({left} implies {right})"

    # nullological

    def on_is_null(self, node: syntax.IsNull, operand: str) -> str:
        """`is null`."""
        return f"({operand} is null)"

    def on_is_true(self, node: syntax.IsTrue, operand: str) -> str:
        """`is true`."""
        return f"({operand} is true)"

    def on_is_false(self, node: syntax.IsFalse, operand: str) -> str:
        """`is false`."""
        return f"({operand} is false)"

    def on_coalesce(self, node: syntax.Coalesce, *choices: str) -> str:
        """`Coalesce`."""
        return f"Coalesce({', '.join(choices)})"

    # comparison

    def on_equal(self, node: syntax.Equal, left: str, right: str) -> str:
        """`=`."""
        return f"({left} = {right})"

    def on_not_equal(self, node: syntax.NotEqual, left: str, right: str) -> str:
        """`!=`."""
        return f"({left} != {right})"

    def on_equivalent(self, node: syntax.Equivalent, left: str, right: str) -> str:
        """`~`."""
        return f"({left} ~ {right})"

    def on_less(self, node: syntax.Less, left: str, right: str) -> str:
        """`<`."""
        return f"({left} < {right})"

    def on_less_or_equal(self, node: syntax.LessOrEqual, left: str, right: str) -> str:
        """`<=`."""
        return f"({left} <= {right})"

    def on_greater(self, node: syntax.Greater, left: str, right: str) -> str:
        """`>`."""
        return f"({left} > {right})"

    def on_greater_or_equal(self, node: syntax.GreaterOrEqual, left: str, right: str) -> str:
        """`>=`."""
        return f"({left} >= {right})"

    # arithmetic

    def on_negate(self, node: syntax.Negate, operand: str) -> str:
        """`-`; CQL has no sign in a literal."""
        return f"(-{operand})"

    def on_add(self, node: syntax.Add, left: str, right: str) -> str:
        """`+`."""
        return f"({left} + {right})"

    def on_subtract(self, node: syntax.Subtract, left: str, right: str) -> str:
        """`-`."""
        return f"({left} - {right})"

    def on_multiply(self, node: syntax.Multiply, left: str, right: str) -> str:
        """`*`."""
        return f"({left} * {right})"

    def on_divide(self, node: syntax.Divide, left: str, right: str) -> str:
        """`/`."""
        return f"({left} / {right})"

    def on_truncated_divide(self, node: syntax.TruncatedDivide, left: str, right: str) -> str:
        """`div`."""
        return f"({left} div {right})"

    def on_modulo(self, node: syntax.Modulo, left: str, right: str) -> str:
        """`mod`."""
        return f"({left} mod {right})"

    def on_abs(self, node: syntax.Abs, operand: str) -> str:
        """`Abs`."""
        return f"Abs({operand})"

    def on_ceiling(self, node: syntax.Ceiling, operand: str) -> str:
        """`Ceiling`."""
        return f"Ceiling({operand})"

    def on_floor(self, node: syntax.Floor, operand: str) -> str:
        """`Floor`."""
        return f"Floor({operand})"

    def on_truncate(self, node: syntax.Truncate, operand: str) -> str:
        """`Truncate`."""
        return f"Truncate({operand})"

    def on_successor(self, node: syntax.Successor, operand: str) -> str:
        """`successor of`."""
        return f"(successor of {operand})"

    def on_predecessor(self, node: syntax.Predecessor, operand: str) -> str:
        """`predecessor of`."""
        return f"(predecessor of {operand})"

    # datetime

    def on_component(self, node: syntax.Component, operand: str) -> str:
        """`month from`."""
        return f"({node.part.word} from {operand})"

    def on_shift(self, node: syntax.Shift, operand: str) -> str:
        """`+ 3 months`."""
        amount = abs(node.amount)
        return f"({operand} {'-' if node.amount < 0 else '+'} {amount} {_unit(node.period, one=amount == 1)})"

    def on_duration(self, node: syntax.Duration, left: str, right: str) -> str:
        """`months between`."""
        return f"({node.period}s between {left} and {right})"

    def on_difference(self, node: syntax.Difference, left: str, right: str) -> str:
        """`difference in months between`."""
        return f"(difference in {node.period}s between {left} and {right})"

    # membership

    def on_in(self, node: syntax.In, left: str, right: str) -> str:
        """`in`."""
        return f"({left} in {right})"

    def on_exists(self, node: syntax.Exists, operand: str) -> str:
        """`exists`."""
        return f"(exists {operand})"

    # conditional

    def on_if(self, node: syntax.If, condition: str, then: str, otherwise: str) -> str:
        """`if then else`."""
        last = bare(otherwise) if isinstance(node.otherwise, syntax.If) else otherwise
        return f"(if {condition} then {then} else {last})"


def bare(text: str) -> str:
    """Take off the parentheses around the whole of an expression that this backend wrote.

    >>> bare("(a and b)"), bare("Coalesce(a, b)")
    ('a and b', 'Coalesce(a, b)')
    """
    return text[1:-1] if text.startswith("(") else text


def _chained(node: syntax.And | syntax.Or, left: str) -> str:
    return bare(left) if type(node.left) is type(node) else left


def _number(value: int | Decimal) -> str:
    text = str(value) if isinstance(value, int) else _decimal(value)
    return f"({text})" if value < 0 else text  # what a counterexample or a generator may hold; a rule holds a Negate


def _decimal(value: Decimal) -> str:
    plain = _plain(value)
    return plain if "." in plain else f"{plain}.0"


def _plain(value: Decimal) -> str:
    return format(value, "f")


def _unit(unit: str, *, one: bool) -> str:
    if unit in PERIODS:
        return unit if one else f"{unit}s"
    return string(unit)


def _moment(moment: Moment) -> str:
    text = iso(moment)
    if moment.form is Form.TIME:
        return f"@T{text}"
    bare = moment.form is Form.DATETIME and moment.precision <= Precision.DAY
    return f"@{text}T" if bare else f"@{text}"
