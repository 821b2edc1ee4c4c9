"""What the evaluator traced, as words that a clinician can check."""

from collections.abc import Sequence
from decimal import Decimal

from isthmus.plan.model import Part
from isthmus.rules import And, ListOf, Literal, Name, Or, Traced, Value
from isthmus.terms import Truth

__all__ = ["Tracer", "shown"]


_WRITTEN = (Literal, ListOf)
_CHAINED = (And, Or)


class Tracer:
    """Shows traced rules, each definition once however many rows use it."""

    def __init__(self) -> None:
        self._definitions: dict[str, Part] = {}

    def part_of(self, traced: Traced) -> Part:
        """Show a traced rule with its parts.

        Values that are written in the rule are left out, and a chain `a or b or c` stands on one line.
        """
        if isinstance(traced.node, Name):
            return self._name(traced.node.name, traced)
        return self._whole(traced)

    def _name(self, name: str, traced: Traced) -> Part:
        part = self._definitions.get(name)
        if part is None:
            part = self._definitions[name] = self._whole(traced)
        return part

    def _whole(self, traced: Traced) -> Part:
        parts = [self.part_of(inner) for inner in _parts(traced) if not isinstance(inner.node, _WRITTEN)]
        return Part(traced.node.text, shown(traced.value), tuple(parts))


def _parts(traced: Traced) -> Sequence[Traced]:
    """Take the parts of a chain of the same `and` or `or` as parts of the whole chain."""
    operator = type(traced.node)
    if operator not in _CHAINED:
        return traced.because
    left, right = traced.because
    chain = _parts(left) if type(left.node) is operator else (left,)
    return (*chain, *(_parts(right) if type(right.node) is operator else (right,)))


def shown(value: Value) -> str:
    """Show what an expression came to; nothing known is `unknown`.

    >>> shown(None), shown(("mri", "ct")), shown(Decimal("1.50"))
    ('unknown', 'mri, ct', '1.5')
    """
    match value:
        case Truth():
            return _WORDS[value]
        case None:
            return _WORDS[Truth.UNKNOWN]
        case tuple():
            return ", ".join(map(str, value)) or "none"
        case Decimal():
            return format(value.normalize(), "f")
        case _:
            return str(value)


_WORDS = {truth: truth.value for truth in Truth}
