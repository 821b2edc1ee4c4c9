"""A rule read as literals of a circuit: exactly where its truth hangs on finitely many cases or on sums of numbers."""

from collections.abc import Callable, Mapping
from functools import partial

from isthmus.plan.explain.circuit import FALSE, TRUE, Circuit
from isthmus.plan.explain.domain import PLACES, Chosen, Domain, Listed, Number, YesOrNo
from isthmus.plan.explain.linear import Sum
from isthmus.plan.explain.meaning import UNKNOWN, Cases, Content, Meaning, Meanings, Verdict, as_sum, evaluated
from isthmus.rules import Backend, Expr, Name, Value, fold
from isthmus.terms import FeatureName

__all__ = ["Read"]


class Read(Backend[Meaning]):
    """Reads an expression as literals.

    Sums and differences of numbers are exact, and so is everything over words, truths and what is written in a rule.
    Any other arithmetic over a case feature is left open: its truth may be anything, so that nothing is called settled
    that is not.

    Args:
        circuit: Where gates are added.
        domains: The case features.
        parameters: Their values.
    """

    def __init__(
        self, circuit: Circuit, domains: Mapping[FeatureName, Domain], parameters: Mapping[str, Value]
    ) -> None:
        self.meanings = Meanings(circuit, domains, self.features_of)
        self._circuit = circuit
        self._hangs_on: dict[str, frozenset[FeatureName]] = {name: frozenset({name}) for name in domains}
        self._names: dict[str, Meaning] = {name: _of_feature(domain) for name, domain in domains.items()}
        self._names.update((name, Cases(((TRUE, value),))) for name, value in parameters.items())

    def define(self, name: str, rule: Expr) -> Meaning:
        """Read a rule and give it a name."""
        self._names[name] = fold(rule, self)
        self._hangs_on[name] = self.features_of(rule)
        return self._names[name]

    def truth(self, rule: Expr) -> Verdict:
        """Read a rule that comes to a truth."""
        return self.meanings.verdict(fold(rule, self))

    def features_of(self, rule: Expr) -> frozenset[FeatureName]:
        """List the case features that a rule reads, itself or through a definition."""
        own = self._hangs_on.get(rule.name, frozenset()) if isinstance(rule, Name) else frozenset()
        return own.union(*map(self.features_of, rule.operands()))

    # leaf

    def on_literal(self, node: Expr) -> Meaning:
        """Itself."""
        return self.meanings.worked_out(node)

    def on_quantity(self, node: Expr) -> Meaning:
        """Itself."""
        return self.meanings.worked_out(node)

    def on_list_of(self, node: Expr, *items: Meaning) -> Meaning:
        """Its items."""
        return self.meanings.worked_out(node, *items)

    def on_name(self, node: Name) -> Meaning:
        """What bears the name."""
        return self._names[node.name]

    # logical

    def on_not(self, node: Expr, operand: Meaning) -> Meaning:
        """The two literals change places."""
        return self.meanings.verdict(operand).opposite()

    def on_and(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Both hold, or either fails."""
        one, other = self.meanings.verdict(left), self.meanings.verdict(right)
        return Verdict(self._circuit.all_of(one.holds, other.holds), self._circuit.any_of(one.fails, other.fails))

    def on_or(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Not both the opposites."""
        return self._either(self.meanings.verdict(left), self.meanings.verdict(right))

    def on_xor(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Just one holds and the other fails."""
        one, other = self.meanings.verdict(left), self.meanings.verdict(right)
        return Verdict(self._alike(one, other.opposite()), self._alike(one, other))

    def on_implies(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """The left fails, or the right holds."""
        return self._either(self.meanings.verdict(left).opposite(), self.meanings.verdict(right))

    # nullological

    def on_is_null(self, node: Expr, operand: Meaning) -> Meaning:
        """Not known."""
        return self.meanings.told(node, operand, by=_is_there)

    def on_is_true(self, node: Expr, operand: Meaning) -> Meaning:
        """It holds."""
        holds = self.meanings.verdict(operand).holds
        return Verdict(holds, -holds)

    def on_is_false(self, node: Expr, operand: Meaning) -> Meaning:
        """It fails."""
        fails = self.meanings.verdict(operand).fails
        return Verdict(fails, -fails)

    def on_coalesce(self, node: Expr, *choices: Meaning) -> Meaning:
        """Each choice while all before it are not known."""
        chosen, *others = reversed(choices)
        for choice in others:
            unknown = self.meanings.unknown(choice)
            chosen = self.meanings.chosen(unknown, chosen, choice)
        return chosen

    # comparison

    def on_equal(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """At most, and at least."""
        return self._compared(node, left, right, self.meanings.same)

    def on_not_equal(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Under or over."""
        return self._compared(node, left, right, lambda difference: -self.meanings.same(difference))

    def on_equivalent(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """The same value, or neither known."""
        return self.meanings.told(node, left, right, by=self._equivalent)

    def on_less(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Their difference is under 0."""
        return self._compared(node, left, right, lambda difference: self.meanings.at_most(difference, -1))

    def on_less_or_equal(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Their difference is at most 0."""
        return self._compared(node, left, right, lambda difference: self.meanings.at_most(difference, 0))

    def on_greater(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Their difference is not at most 0."""
        return self._compared(node, left, right, lambda difference: -self.meanings.at_most(difference, 0))

    def on_greater_or_equal(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Their difference is not under 0."""
        return self._compared(node, left, right, lambda difference: -self.meanings.at_most(difference, -1))

    # arithmetic

    def on_negate(self, node: Expr, operand: Meaning) -> Meaning:
        """A sum in which all counts are below zero."""
        return self.meanings.worked_out(node, operand, by=lambda number: number.times(-1))

    def on_add(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """A sum."""
        return self.meanings.worked_out(node, left, right, by=Sum.plus)

    def on_subtract(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """A sum in which the right counts below zero."""
        return self.meanings.worked_out(node, left, right, by=lambda one, other: one.plus(other, -1))

    def on_multiply(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """A sum when a whole number is a factor; decimals are rounded, which no sum follows."""
        return self.meanings.worked_out(node, left, right, by=_product)

    def on_divide(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """Rounded: worked out only where both are written or fixed."""
        return self.meanings.worked_out(node, left, right)

    def on_truncated_divide(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, left, right)

    def on_modulo(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, left, right)

    def on_abs(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    def on_ceiling(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    def on_floor(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    def on_truncate(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    def on_successor(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    def on_predecessor(self, node: Expr, operand: Meaning) -> Meaning:
        """As for divide."""
        return self.meanings.worked_out(node, operand)

    # datetime

    def on_component(self, node: Expr, operand: Meaning) -> Meaning:
        """No case feature is a moment: worked out from what is written."""
        return self.meanings.worked_out(node, operand)

    def on_shift(self, node: Expr, operand: Meaning) -> Meaning:
        """As for a component."""
        return self.meanings.worked_out(node, operand)

    def on_duration(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """As for a component."""
        return self.meanings.worked_out(node, left, right)

    def on_difference(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """As for a component."""
        return self.meanings.worked_out(node, left, right)

    # membership

    def on_in(self, node: Expr, left: Meaning, right: Meaning) -> Meaning:
        """What the list says of a word, or the same as any of the numbers written."""
        return self.meanings.told(node, left, right, by=partial(self._member, node))

    def on_exists(self, node: Expr, operand: Meaning) -> Meaning:
        """Any word of a list."""
        return self.meanings.told(node, operand, by=self._any_word)

    # conditional

    def on_if(self, node: Expr, condition: Meaning, then: Meaning, otherwise: Meaning) -> Meaning:
        """The one value while the condition holds, the other while it does not."""
        return self.meanings.chosen(self.meanings.verdict(condition).holds, then, otherwise)

    def _either(self, one: Verdict, other: Verdict) -> Verdict:
        return Verdict(self._circuit.any_of(one.holds, other.holds), self._circuit.all_of(one.fails, other.fails))

    def _alike(self, one: Verdict, other: Verdict) -> int:
        both = self._circuit.all_of
        return self._circuit.any_of(both(one.holds, other.holds), both(one.fails, other.fails))

    def _compared(self, node: Expr, left: Meaning, right: Meaning, relation: Callable[[Sum], int]) -> Verdict:
        """Compare case by case: numbers by the relation of their difference to 0."""

        def by(one: Content, other: Content) -> Verdict | None:
            if one is None or other is None:
                return UNKNOWN
            difference = _difference(one, other)
            return None if difference is None else _certain(relation(difference))

        return self.meanings.told(node, left, right, by=by)

    def _equivalent(self, one: Content, other: Content) -> Verdict | None:
        difference = _difference(one, other)
        if difference is not None:
            return _certain(self.meanings.same(difference))
        only_one = None in (one, other) and (isinstance(one, Sum) or isinstance(other, Sum))
        return _certain(FALSE) if only_one else None

    def _member(self, node: Expr, one: Content, among: Content) -> Verdict | None:
        if one is None:
            return evaluated(node, (None, ()))  # the same of every list
        if isinstance(among, Listed):
            return _certain(among.has(one)) if isinstance(one, str) else None
        if isinstance(one, Sum) and isinstance(among, tuple):
            differences = [_difference(one, item) for item in among]
            return _certain(self._circuit.any_of(*(self.meanings.same(each) for each in differences if each)))
        return None

    def _any_word(self, among: Content) -> Verdict | None:
        if not isinstance(among, Listed):
            return None
        return _certain(self._circuit.any_of(*(among.has(word) for word in among.words)))


def _of_feature(domain: Domain) -> Meaning:
    match domain:
        case YesOrNo(yes=yes, no=no):
            return Verdict(yes, no)
        case Chosen(words=words):
            return Cases((*((literal, word) for word, literal in words.items()), (-domain.known, None)))
        case Number(feature=feature, counts=counts):
            total = Sum(((feature.name, counts),), 0, whole=feature.type == "integer")
            return Cases(((domain.known, total), (-domain.known, None)))
        case _:
            return Cases(((domain.known, domain), (-domain.known, None)))


def _certain(literal: int) -> Verdict:
    return Verdict(literal, -literal)


def _is_there(content: Content) -> Verdict | None:
    return _certain(FALSE) if isinstance(content, Sum | Listed) else None


def _difference(one: Content, other: Content) -> Sum | None:
    left, right = as_sum(one), as_sum(other)
    return None if left is None or right is None else left.plus(right, -1)


def _product(one: Sum, other: Sum) -> Sum | None:
    for factor, total in ((one, other), (other, one)):
        if factor.whole and not factor.coefficients:
            product = total.times(factor.constant // 10**PLACES)
            return Sum(product.coefficients, product.constant, total.whole)
    return None
