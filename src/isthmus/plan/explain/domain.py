"""What a case feature can be, as inputs of a circuit: cut no finer than the rules can tell values apart."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, pairwise

from isthmus.pathway import CaseFeature
from isthmus.plan.explain.circuit import FALSE, Circuit
from isthmus.rules import Value
from isthmus.terms import Truth

__all__ = ["PLACES", "Chosen", "Domain", "Listed", "Number", "YesOrNo", "domain_of", "is_known"]

PLACES = 8
"""Decimals of CQL have so many places, and so has what a patient's number may be: numbers are counted in such steps."""


def is_known(value: Value) -> bool:
    """Whether a case feature has a value."""
    return value is not None and value is not Truth.UNKNOWN


class _Inputs(ABC):
    """One case feature as inputs.

    Attributes:
        known: The literal that it has a value.
    """

    feature: CaseFeature
    known: int

    @abstractmethod
    def inputs(self) -> list[int]:
        """List its inputs."""

    @abstractmethod
    def literals(self, value: Value) -> list[int]:
        """Set all its inputs as a value does; None, or an unknown truth, is not known."""

    @abstractmethod
    def answers(self, now: Value) -> list[Value]:
        """Give one value of each sort that rules tell apart, not known left out, each as near as can be to now."""


class YesOrNo(_Inputs):
    """A truth."""

    def __init__(self, feature: CaseFeature, circuit: Circuit) -> None:
        self.feature = feature
        self.yes, self.no = circuit.add_input(), circuit.add_input()
        circuit.rule_out(self.yes, self.no)
        self.known = circuit.any_of(self.yes, self.no)

    def inputs(self) -> list[int]:
        """List yes and no; neither is not known."""
        return [self.yes, self.no]

    def literals(self, value: Value) -> list[int]:
        """Set yes or no, or neither."""
        return [self.yes if value is Truth.TRUE else -self.yes, self.no if value is Truth.FALSE else -self.no]

    def answers(self, now: Value) -> list[Value]:  # noqa: ARG002 - one signature for all sorts of case features
        """Give both."""
        return [Truth.TRUE, Truth.FALSE]


class Chosen(_Inputs):
    """One of some words."""

    def __init__(self, feature: CaseFeature, circuit: Circuit) -> None:
        self.feature = feature
        self.words = {choice.value: circuit.add_input() for choice in feature.choices}
        for one, other in combinations(self.words.values(), 2):
            circuit.rule_out(one, other)
        self.known = circuit.any_of(*self.words.values())

    def inputs(self) -> list[int]:
        """List one for each word; none is not known."""
        return list(self.words.values())

    def literals(self, value: Value) -> list[int]:
        """Set the word and no other."""
        return [literal if word == value else -literal for word, literal in self.words.items()]

    def answers(self, now: Value) -> list[Value]:  # noqa: ARG002 - as above
        """Give every word."""
        return list(self.words)


class Listed(_Inputs):
    """Any number of some words.

    Attributes:
        asked: The words that a rule asks about.
    """

    def __init__(self, feature: CaseFeature, circuit: Circuit) -> None:
        self.feature, self.known = feature, circuit.add_input()
        self.asked: set[str] = set()
        self.words = {choice.value: circuit.add_input() for choice in feature.choices}
        for literal in self.words.values():
            circuit.rule_out(-self.known, literal)

    def inputs(self) -> list[int]:
        """List whether it is known, and one for each word."""
        return [self.known, *self.words.values()]

    def literals(self, value: Value) -> list[int]:
        """Set the words that are in it."""
        if not isinstance(value, tuple):
            return [-self.known, *(-literal for literal in self.words.values())]
        return [self.known, *(literal if word in value else -literal for word, literal in self.words.items())]

    def has(self, word: str) -> int:
        """The literal that it is known and holds a word."""
        self.asked.add(word)
        return self.words.get(word, FALSE)

    def answers(self, now: Value) -> list[Value]:
        """Give every set of the words that are asked about; the others stay as they are."""
        kept = set(now if isinstance(now, tuple) else ()) - self.asked
        asked = sorted(self.asked & self.words.keys())
        sets = (kept.union(some) for length in range(len(asked) + 1) for some in combinations(asked, length))
        return [tuple(word for word in self.words if word in some) for some in sets]


class Number(_Inputs):
    """A number of a range, cut at the bounds that rules ask about.

    Numbers are counted in steps, each 1 of a whole number and 0.00000001 of a decimal.
    """

    def __init__(self, feature: CaseFeature, circuit: Circuit) -> None:
        self.feature, self.known, self._circuit = feature, circuit.add_input(), circuit
        self._step = Decimal(1) if feature.type == "integer" else Decimal(1).scaleb(-PLACES)
        self.low, self.high = self.steps(feature.low or Decimal(0)), self.steps(feature.high or Decimal(0))
        self.bounds: dict[int, int] = {}

    @property
    def counts(self) -> int:
        """How many steps of 0.00000001 a step of it is."""
        return int(self._step.scaleb(PLACES))

    def unit(self, places: int) -> int:
        """How many steps a unit of so many decimals is, at least one."""
        return int(max(Decimal(1).scaleb(-places) / self._step, Decimal(1)))

    def steps(self, value: Value) -> int:
        """Count the steps of a value of it."""
        return int(Decimal(str(value)) / self._step)

    def value(self, steps: int) -> Value:
        """Turn steps into its value."""
        return steps if self.feature.type == "integer" else Decimal(f"{(steps * self._step).normalize():f}")

    def at_most(self, steps: int) -> int:
        """The literal that it is known and at most so many steps."""
        if steps >= self.high:
            return self.known
        if steps < self.low:
            return FALSE
        if steps not in self.bounds:
            self.bounds[steps] = self._circuit.add_input()
        return self.bounds[steps]

    def close(self) -> None:
        """State how its bounds follow from one another, once all are known."""
        # INVARIANT: of a number that is not known, no bound holds.
        self.bounds = dict(sorted(self.bounds.items()))
        for lower, upper in pairwise([*self.bounds.values(), self.known]):
            self._circuit.rule_out(lower, -upper)

    def inputs(self) -> list[int]:
        """List whether it is known, and one for each bound."""
        return [self.known, *self.bounds.values()]

    def literals(self, value: Value) -> list[int]:
        """Set every bound."""
        if value is None:
            return [-self.known, *(-literal for literal in self.bounds.values())]
        steps = self.steps(value)
        return [self.known, *(literal if steps <= bound else -literal for bound, literal in self.bounds.items())]

    def cells(self, more: Iterable[int] = ()) -> Iterator[tuple[int, int]]:
        """Give its range in pieces, each with both ends, cut after every bound and after what else is given."""
        low = self.low
        for bound in sorted({*self.bounds, *(cut for cut in more if self.low <= cut < self.high), self.high}):
            yield low, bound
            low = bound + 1

    def answers(self, now: Value) -> list[Value]:  # noqa: ARG002 - as above
        """Give the highest number of each piece."""
        return [self.value(high) for _, high in self.cells()]


Domain = YesOrNo | Chosen | Listed | Number
"""What any case feature can be."""


def domain_of(feature: CaseFeature, circuit: Circuit) -> Domain:
    """Make the inputs of a case feature."""
    match feature.type:
        case "boolean":
            return YesOrNo(feature, circuit)
        case "choice":
            return Chosen(feature, circuit)
        case "choices":
            return Listed(feature, circuit)
        case _:
            return Number(feature, circuit)
