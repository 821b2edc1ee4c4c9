"""What a part of a rule comes to as literals of a circuit, whatever the operator."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TypeGuard

from isthmus.plan.explain.circuit import FALSE, TRUE, Circuit
from isthmus.plan.explain.domain import PLACES, Domain, Listed, Number
from isthmus.plan.explain.linear import AtMost, Sum
from isthmus.rules import Evaluate, Expr, Traced, Value
from isthmus.terms import FeatureName, Truth

__all__ = ["UNKNOWN", "Cases", "Content", "Meaning", "Meanings", "Untold", "Verdict", "as_sum", "evaluated"]


@dataclass(frozen=True)
class Verdict:
    """A truth: the literal that it is true, and the literal that it is false. When neither holds it is unknown."""

    holds: int
    fails: int

    def opposite(self) -> "Verdict":
        """What `not` makes of it."""
        return Verdict(self.fails, self.holds)


UNKNOWN = Verdict(FALSE, FALSE)


class _Open:
    """A value that is not worked out here; it may be anything, or not known."""


_OPEN = _Open()

Content = Sum | Listed | Value | _Open
"""What a value is in one case: a sum of numbers, a list that is asked, a plain value, or open."""


@dataclass(frozen=True)
class Cases:
    """A value that is no truth: what it is in each case, of which just one holds."""

    cases: tuple[tuple[int, Content], ...]


Meaning = Verdict | Cases


@dataclass(frozen=True)
class Untold:
    """A truth that is not worked out here: inputs of their own stand for it, so that it may be anything.

    Attributes:
        node: The part of a rule; where all is given that it hangs on, it is evaluated.
        features: The case features it hangs on.
    """

    node: Expr
    features: frozenset[FeatureName]
    verdict: Verdict


Decide = Callable[..., Verdict | None]
Combine = Callable[..., Sum | None]

_REFERENCE = Evaluate({})
_MOST_WHOLE, _MOST_DECIMAL = (2**31 - 1) * 10**PLACES, 10 ** (20 + PLACES) - 1


class Meanings:
    """Makes the meaning of an operator from those of its operands.

    Attributes:
        sums: The literal of each bound on a sum of several numbers.
        untold: The truths that are left open.
    """

    def __init__(
        self,
        circuit: Circuit,
        domains: Mapping[FeatureName, Domain],
        features_of: Callable[[Expr], frozenset[FeatureName]],
    ) -> None:
        self.circuit, self._features_of = circuit, features_of
        self.sums: dict[AtMost, int] = {}
        self.untold: list[Untold] = []
        self._numbers = {str(name): domain for name, domain in domains.items() if isinstance(domain, Number)}
        self._ranges = {name: (domain.low, domain.high) for name, domain in self._numbers.items()}

    def told(self, node: Expr, *operands: Meaning, by: Decide = lambda *_: None) -> Verdict:
        """Work out a truth case by case.

        Args:
            node: The operator; the reference evaluates it where all operands are plain values.
            operands: What it is asked of.
            by: Decides a case from its contents, or says None.
        """
        verdicts, untold = [], None
        for guard, contents in self._combined(operands):
            verdict = by(*contents)
            if verdict is None and _plain(contents):
                verdict = evaluated(node, contents)
            if verdict is None:
                verdict = untold = untold or self._left_open(node)
            verdicts.append((guard, verdict))
        return Verdict(
            self.circuit.any_of(*(self.circuit.all_of(guard, verdict.holds) for guard, verdict in verdicts)),
            self.circuit.any_of(*(self.circuit.all_of(guard, verdict.fails) for guard, verdict in verdicts)),
        )

    def worked_out(self, node: Expr, *operands: Meaning, by: Combine = lambda *_: None) -> Meaning:
        """Work out a value case by case.

        Args:
            node: The operator; the reference evaluates it where all operands are plain values.
            operands: What it is made from.
            by: Combines sums, or says None.
        """
        cases: list[tuple[int, Content]] = []
        for guard, contents in self._combined(operands):
            if _plain(contents):
                value = _value(node, contents)
                if isinstance(value, Truth):  # an operator that makes truths makes nothing else
                    return self.told(node, *operands)
                cases.append((guard, value))
            else:
                cases.append((guard, self._sum(contents, by)))
        return self._merged(cases)

    def chosen(self, condition: int, then: Meaning, otherwise: Meaning) -> Meaning:
        """Take one meaning while a literal holds, and another while it does not."""
        both = self.circuit.all_of
        if isinstance(then, Verdict) or isinstance(otherwise, Verdict):
            one, other = self.verdict(then), self.verdict(otherwise)
            return Verdict(
                self.circuit.any_of(both(condition, one.holds), both(-condition, other.holds)),
                self.circuit.any_of(both(condition, one.fails), both(-condition, other.fails)),
            )
        cases = [(both(condition, guard), content) for guard, content in then.cases]
        return self._merged([*cases, *((both(-condition, guard), content) for guard, content in otherwise.cases)])

    def verdict(self, meaning: Meaning) -> Verdict:
        """Take a meaning for a truth; a null where a truth could stand is unknown."""
        return meaning if isinstance(meaning, Verdict) else UNKNOWN

    def unknown(self, meaning: Meaning) -> int:
        """The literal that it is not known; what is left open does not count."""
        if isinstance(meaning, Verdict):
            return self.circuit.all_of(-meaning.holds, -meaning.fails)
        return self.circuit.any_of(*(guard for guard, content in meaning.cases if content is None))

    def at_most(self, total: Sum, bound: int) -> int:
        """The literal that a sum is at most a bound, in steps of 0.00000001, given that its numbers are known."""
        room = bound - total.constant
        match total.coefficients:
            case ():
                return TRUE if room >= 0 else FALSE
            case ((name, count),) if count > 0:
                return self._numbers[name].at_most(room // count)
            case ((name, count),):
                return -self._numbers[name].at_most(-(room // -count) - 1)
            case _:
                return self._sum_at_most(AtMost.of(dict(total.coefficients), room))

    def same(self, difference: Sum) -> int:
        """The literal that a difference is nothing."""
        return self.circuit.all_of(self.at_most(difference, 0), -self.at_most(difference, -1))

    def _sum_at_most(self, asked: AtMost) -> int:
        """Ask one way round only, so that a bound and its opposite share a literal."""
        (_, first), *_ = asked.coefficients
        if first < 0:
            return -self._sum_at_most(asked.opposite())
        if asked not in self.sums:
            literal = self.sums[asked] = self.circuit.add_input()
            # INVARIANT: while a number of it is not known, the literal does not hold.
            for name, _ in asked.coefficients:
                self.circuit.rule_out(literal, -self._numbers[name].known)
        return self.sums[asked]

    def _combined(self, operands: tuple[Meaning, ...]) -> Iterator[tuple[int, tuple[Content, ...]]]:
        for cases in product(*map(self._cases, operands)):
            guard = self.circuit.all_of(*(guard for guard, _ in cases))
            if guard != FALSE:
                yield guard, tuple(content for _, content in cases)

    def _cases(self, meaning: Meaning) -> tuple[tuple[int, Content], ...]:
        if isinstance(meaning, Cases):
            return meaning.cases
        unknown = self.unknown(meaning)
        return (meaning.holds, Truth.TRUE), (meaning.fails, Truth.FALSE), (unknown, Truth.UNKNOWN)

    def _merged(self, cases: list[tuple[int, Content]]) -> Cases:
        guards: dict[tuple[type, Content], list[int]] = {}
        for guard, content in cases:
            guards.setdefault((type(content), content), []).append(guard)  # 1 and 1.0 are the same to Python
        merged = ((self.circuit.any_of(*alike), content) for (_, content), alike in guards.items())
        return Cases(tuple((guard, content) for guard, content in merged if guard != FALSE))

    def _sum(self, contents: tuple[Content, ...], by: Combine) -> Content:
        if any(content is None for content in contents):
            return None  # as all arithmetic of CQL
        sums = [as_sum(content) for content in contents]
        total = by(*sums) if None not in sums else None
        if total is None:
            return _OPEN
        low, high = total.extent(self._ranges)
        most = _MOST_WHOLE if total.whole else _MOST_DECIMAL
        return total if -most <= low and high <= most else _OPEN

    def _left_open(self, node: Expr) -> Verdict:
        verdict = Verdict(self.circuit.add_input(), self.circuit.add_input())
        self.circuit.rule_out(verdict.holds, verdict.fails)
        self.untold.append(Untold(node, self._features_of(node), verdict))
        return verdict


def evaluated(node: Expr, values: tuple[Value, ...]) -> Verdict:
    """Let the reference decide a truth from plain values."""
    value = _value(node, values)
    return Verdict(TRUE if value is Truth.TRUE else FALSE, TRUE if value is Truth.FALSE else FALSE)


def as_sum(content: Content) -> Sum | None:
    """Take a content for a sum; None when it is no number."""
    match content:
        case Sum():
            return content
        case int() | Decimal():
            return Sum((), int(Decimal(content).scaleb(PLACES)), whole=isinstance(content, int))
        case _:
            return None


def _plain(contents: tuple[Content, ...]) -> TypeGuard[tuple[Value, ...]]:
    return not any(isinstance(content, Sum | Listed | _Open) for content in contents)


def _value(node: Expr, values: tuple[Value, ...]) -> Value:
    traced = [Traced(operand, value) for operand, value in zip(node.operands(), values, strict=True)]
    come: Traced = getattr(_REFERENCE, node.reader)(node, *traced)
    return come.value
