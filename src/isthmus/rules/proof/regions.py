"""The values of a name that are enough to try: one for each way in which some formulas can come out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

import z3

from isthmus.rules.meanings.formula import Formula, Number, whole
from isthmus.rules.proof.solver import Undecided
from isthmus.rules.proof.symbol import Changes, Constant, Symbol, ids, parts

__all__ = ["Regions"]

Node = Any
"""A formula of Z3, or a part of one."""

_COMPARISONS = (z3.Z3_OP_LE, z3.Z3_OP_GE, z3.Z3_OP_LT, z3.Z3_OP_GT, z3.Z3_OP_EQ)
_MOST_WORDS = 12


class Regions:
    """Knows where formulas turn, and so which values of a name stand for all its others."""

    def __init__(self, formulas: Iterable[Formula]) -> None:
        self._asked: set[int] = set()
        self._differences: dict[int, dict[int, Node]] = {}
        for part in parts(formulas):
            if z3.is_const(part):
                self._asked.add(part.get_id())
            elif part.decl().kind() in _COMPARISONS and z3.is_arith(part.arg(0)):
                self._compare(part)

    def _compare(self, comparison: Node) -> None:
        """Note what a comparison turns on: each number less each other that it may be about."""
        for left, right in product(_branches(comparison.arg(0)), _branches(comparison.arg(1))):
            difference = z3.simplify(left - right, som=True)
            for constant in ids(difference):
                self._differences.setdefault(constant, {})[difference.get_id()] = difference

    def representatives(self, symbol: Symbol) -> list[Changes]:
        """Find values of a name such that any other makes of the formulas what one of these does.

        The value of a number may depend on other names: where `a - b > 0.5` is asked, `b + 0.5` is a value of `a` to
        try. Some may be out of range: whoever tries them says what is in range, in the formulas as well.

        Raises:
            Undecided: A formula multiplies or divides the name, so its regions are not found.
        """
        if isinstance(symbol.value, Mapping):
            return list(self._of_words(symbol, symbol.value))
        if z3.is_bool(symbol.value):
            return [symbol.counted(z3.BoolVal(val)) for val in (True, False)]
        differences = self._differences.get(symbol.value.get_id(), {}).values()
        if not differences:
            return [symbol.counted(z3.IntVal(1))]
        edges = [_root(symbol.value, difference) for difference in differences]
        return [symbol.counted(z3.simplify(edge + by)) for edge in edges for by in (-1, 0, 1)]

    def _of_words(self, symbol: Symbol, words: Mapping[str, Constant]) -> Iterator[Changes]:
        if symbol.choice:
            yield from (symbol.given(word) for word in words)
            return
        asked = [word for word, constant in words.items() if constant.get_id() in self._asked]
        if len(asked) > _MOST_WORDS:
            raise Undecided
        for chosen in product((False, True), repeat=len(asked)):
            yield symbol.given(tuple(word for word, there in zip(asked, chosen, strict=True) if there))


def _branches(number: Node) -> list[Node]:
    """List what a number with conditions in it may be; the conditions are parts of their own."""
    if number.decl().kind() == z3.Z3_OP_ITE:
        return [*_branches(number.arg(1)), *_branches(number.arg(2))]
    ways = product(*(_branches(child) for child in number.children()))
    return [number.decl()(*way) for way in ways] if number.num_args() else [number]


def _root(name: Constant, difference: Node) -> Number:
    """Solve a difference that is linear in a name, downwards."""
    zero, one = (z3.substitute(difference, (name, z3.IntVal(at))) for at in (0, 1))
    slope = z3.simplify(one - zero, som=True)
    straight = z3.is_int_value(slope) and z3.simplify(slope * name + zero - difference, som=True)
    if not (z3.is_int_value(straight) and straight.as_long() == 0):
        raise Undecided
    return whole(-zero if slope.as_long() > 0 else zero, z3.IntVal(abs(slope.as_long())))
