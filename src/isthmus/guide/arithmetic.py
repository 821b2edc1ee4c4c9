"""Sums behind numbers that stand in no claim, such as `16 = 100 - 84`, worked out to see that they are right."""

import ast
import re
from collections.abc import Collection
from decimal import ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation

__all__ = ["FREE", "Sum", "read_sum"]

FREE = frozenset(map(Decimal, (1, 7, 12, 100)))
"""Numbers that any sum may use: one, days in a week, months in a year, a hundred."""

_SUM = re.compile(r"(?!.*\d\s+\d)\s*(?P<result>\d+(?:\.\d+)?)\s*=(?P<expression>[\d\s.+*/()-]+)")


class Sum:
    """A sum: the number it bears out, the numbers it uses, and whether it comes out."""

    def __init__(self, result: str, expression: ast.expr) -> None:
        self.result = Decimal(result)
        self.uses = tuple(_value(node) for node in ast.walk(expression) if isinstance(node, ast.Constant))
        self._expression = expression

    def comes_out(self) -> bool:
        """Tell whether the expression, rounded as the result is written, is the result."""
        try:
            return _work_out(self._expression).quantize(self.result, ROUND_HALF_UP) == self.result
        except (DivisionByZero, InvalidOperation):
            return False

    def strangers(self, known: Collection[Decimal]) -> tuple[Decimal, ...]:
        """List the numbers it uses that nobody vouches for."""
        return tuple(number for number in self.uses if number not in known and number not in FREE)


def read_sum(text: str) -> Sum | None:
    """Read a sum; None when it is not written as `number = expression`.

    >>> read_sum("16 = 100 - 84").comes_out()
    True
    """
    found = _SUM.fullmatch(text)
    if found is None:
        return None
    try:
        return Sum(found["result"], ast.parse(_exactly(found["expression"]), mode="eval").body)
    except (SyntaxError, _NotASumError):
        return None


class _NotASumError(Exception):
    """Something that Python reads and a sum does not hold."""


def _exactly(expression: str) -> str:
    """Quote each number, so that it is read as it is written and not as a binary float."""
    return re.sub(r"\d+(?:\.\d+)?", lambda found: repr(found.group()), expression.strip())


def _value(node: ast.Constant) -> Decimal:
    if not isinstance(node.value, str):
        raise _NotASumError
    return Decimal(node.value)


def _work_out(node: ast.expr) -> Decimal:
    match node:
        case ast.Constant():
            return _value(node)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_work_out(operand)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _work_out(left) + _work_out(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _work_out(left) - _work_out(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _work_out(left) * _work_out(right)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _work_out(left) / _work_out(right)
        case _:
            raise InvalidOperation
