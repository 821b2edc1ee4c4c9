"""How the rule language says no: at the smallest part of a rule that is at fault, and with a remedy."""

from isthmus.errors import RuleError
from isthmus.rules.expr import Expr

__all__ = ["refusal", "refusal_of"]

_MOST_QUOTED = 200


def refusal(words: str, what: str, remedy: str) -> RuleError:
    """Make the error that refuses some words of a rule.

    Args:
        words: The part that is at fault, as it is written.
        what: What is wrong with it, to follow the words.
        remedy: What to do, in the imperative.
    """
    quoted = words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED]}…"
    return RuleError(f"`{quoted}` {what}.", where="rule", remedy=remedy)


def refusal_of(node: Expr, what: str, remedy: str) -> RuleError:
    """Make the error that refuses a part of a tree."""
    return refusal(node.text or node.operator(), what, remedy)
