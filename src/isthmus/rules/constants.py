"""Parts of a rule that are written out in full, and so come to the same for every patient."""

from isthmus.rules.backend import fold
from isthmus.rules.backends.evaluate import Evaluate
from isthmus.rules.expr import Expr
from isthmus.rules.syntax import ListOf, Literal, Name

__all__ = ["is_constant", "without_value"]


def is_constant(node: Expr) -> bool:
    """Whether a part has no name and no null in it."""
    if isinstance(node, Name) or node == Literal(None):
        return False
    return all(is_constant(operand) for operand in node.operands())


def without_value(node: Expr) -> bool:
    """Whether a part is a calculation that comes to nothing for any patient, such as 1 divided by 0."""
    if not node.operands() or isinstance(node, ListOf) or not is_constant(node):
        return False
    return not fold(node, Evaluate({})).known
