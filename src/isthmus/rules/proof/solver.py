"""The solver Z3 at work: what can be so at once, proofs with plain names, and rules read for many cases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

import z3

from isthmus.rules.backend import fold
from isthmus.rules.backends.smt import Smt
from isthmus.rules.expr import Expr
from isthmus.rules.kinds import Type
from isthmus.rules.meanings.formula import Formula, Number, all_of, any_of, not_
from isthmus.rules.meanings.twofold import Term
from isthmus.rules.proof.symbol import Answer, Case, Symbol, Together, answer, given, plain, read, symbol

__all__ = ["Solver", "Undecided", "run_rules"]

Model = Any
"""Values that Z3 found for its constants."""


class Undecided(Exception):
    """Z3 could neither find such a case nor rule it out."""


_EFFORT = 5_000_000
"""How many of Z3's steps one question may take, a hundred times what any has needed; a limit of time could not be repeated."""


class Solver:
    """Finds what can be so, among all cases that some facts allow."""

    def __init__(self, symbols: Mapping[str, Symbol], facts: Iterable[Formula]) -> None:
        self._symbols = symbols
        self._solver = z3.Solver()
        self._solver.set(rlimit=_EFFORT)
        self._solver.add(*(name.possible for name in symbols.values()), *facts)

    def reachable(self, claim: Formula) -> bool:
        """Whether any case is so."""
        return self._holds(claim) is not None

    def never_both(self, one: Formula, other: Formula) -> Case | None:
        """Prove that two claims are never so at once; a case in which they are, or None when there is none."""
        return self.case(all_of(one, other))

    def always_decides(self, choices: Iterable[Formula]) -> Case | None:
        """Prove that one of some claims is always so; a case in which none is, or None when there is none."""
        return self.case(not_(any_of(*choices)))

    def implies(self, given: Formula, claim: Formula) -> Case | None:
        """Prove that a claim is so wherever another is; a case in which it is not, or None when there is none."""
        return self.case(all_of(given, not_(claim)))

    def equivalent(self, one: Formula, other: Formula) -> Case | None:
        """Prove that two claims are always the same; a case in which they differ, or None when there is none."""
        return self.case(any_of(all_of(one, not_(other)), all_of(other, not_(one))))

    def case(self, claim: Formula) -> Case | None:
        """Find the plainest case that is so, with as little known and as round numbers as can be."""
        model = self._holds(claim)
        if model is None:
            return None
        self._solver.push()
        self._solver.add(claim)
        for name in self._symbols.values():
            model = self._plainer(name, model)
        self._solver.pop()
        return {name: self._answer(known, model) for name, known in self._symbols.items()}

    def _plainer(self, name: Symbol, model: Model) -> Model:
        """Settle a name on the plainest value that leaves the claim possible."""
        for value in _plainest(self._answer(name, model)):
            pinned = all_of(*(constant == given for constant, given in name.given(value)))
            found = self._holds(pinned)
            if found is not None:
                self._solver.add(pinned)
                return found
        raise Undecided  # a quantity between two that can be written down

    def _answer(self, name: Symbol, model: Model) -> Answer:
        return answer(name.term, lambda part: plain(model.eval(part, model_completion=True)))

    def _holds(self, claim: Formula) -> Model | None:
        self._solver.push()
        self._solver.add(claim)
        result = self._solver.check()
        model = self._solver.model() if result == z3.sat else None
        self._solver.pop()
        if result == z3.unknown:
            raise Undecided
        return model


def _plainest(value: Answer) -> Iterator[Answer]:
    """List the values to try in the place of one, the plainest first and itself last."""
    yield None
    if isinstance(value, Decimal):
        yield from (value.quantize(Decimal(places), rounding) for places in _ROUND for rounding in _WAYS)
    yield value


_ROUND = ("1E1", "1", "0.1", "0.01")
_WAYS = (ROUND_FLOOR, ROUND_CEILING)


def run_rules(trees: Sequence[Expr], scope: Mapping[str, Type], rows: Iterable[Case]) -> list[list[Answer]]:
    """Read rules for many cases: Z3's terms with each case's values put in and simplified.

    Args:
        trees: Rules that fit the scope.
        scope: The type of every name.
        rows: Values by name; None, and a name left out, is not known.

    Returns:
        What each rule came to, a list for each row.
    """
    symbols = {name: symbol(name, type_) for name, type_ in scope.items()}
    backend = Smt({name: symbol.term for name, symbol in symbols.items()})
    terms = [fold(tree, backend) for tree in trees]
    together = Together(part for term in terms for part in _parts(term))
    answers = []
    for row in rows:
        parts = iter(together.changed(given(symbols, row)))
        answers.append([read(_rebuilt(term, parts)) for term in terms])
    return answers


def _parts(term: Term) -> list[Formula | Number]:
    """List what a term is made of: whether it is known, then its value or a truth for each of its words or items."""
    match term.value:
        case Mapping():
            return [term.known, *term.value.values()]
        case tuple():
            return [term.known, *(here for here, _ in term.value)]
    return [term.known, term.value]


def _rebuilt(term: Term, parts: Iterator[Formula | Number]) -> Term:
    known = next(parts)
    if isinstance(term.value, Mapping):
        return replace(term, known=known, value={word: next(parts) for word in term.value})
    if isinstance(term.value, tuple):
        return replace(term, known=known, value=tuple((next(parts), item) for _, item in term.value))
    return replace(term, known=known, value=next(parts))
