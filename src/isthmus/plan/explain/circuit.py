"""A pathway as a circuit of gates: what a solver reads as clauses, and what many patients run through at once."""

from collections.abc import Mapping

__all__ = ["FALSE", "TRUE", "Circuit", "Signals"]

TRUE, FALSE = 1, -1
"""Literals that always and never hold. A literal is a whole number; the one below zero is its opposite."""

Signals = list[int]
"""By literal, the patients in whom it holds, one bit each."""


class Circuit:
    """Inputs, gates over them, and what is ruled out among the inputs.

    Attributes:
        size: The largest literal in use.
        clauses: What holds whatever the inputs: of each clause, at least one literal.
    """

    def __init__(self) -> None:
        self.size = TRUE
        self.clauses: list[list[int]] = [[TRUE]]
        self._gates: dict[tuple[int, ...], int] = {}

    def add_input(self) -> int:
        """Add an input."""
        self.size += 1
        return self.size

    def rule_out(self, *literals: int) -> None:
        """State that these never hold together."""
        self.clauses.append([-literal for literal in literals])

    def all_of(self, *literals: int) -> int:
        """Find or add the gate that holds when all of these do."""
        needed = set(literals) - {TRUE}
        if FALSE in needed or any(-literal in needed for literal in needed):
            return FALSE
        if len(needed) < 2:  # noqa: PLR2004 - none or one needs no gate
            return needed.pop() if needed else TRUE
        key = tuple(sorted(needed))
        if key not in self._gates:
            gate = self._gates[key] = self.add_input()
            self.clauses += [[-gate, literal] for literal in key]
            self.clauses.append([gate, *(-literal for literal in key)])
        return self._gates[key]

    def any_of(self, *literals: int) -> int:
        """Find or add the gate that holds when any of these does."""
        return -self.all_of(*(-literal for literal in literals))

    def run(self, inputs: Mapping[int, int], everyone: int) -> Signals:
        """Run many patients through the gates at once, each in a bit of their own.

        Args:
            inputs: For each input, in whom it holds; an input left out holds in nobody.
            everyone: The bits in use, all set.
        """
        bits = [0] * (2 * self.size + 1)  # a literal below zero counts from the end
        bits[TRUE] = everyone
        for literal in range(TRUE + 1, self.size + 1):
            bits[-literal] = everyone
        for literal, holds in inputs.items():
            bits[literal], bits[-literal] = holds, everyone ^ holds
        for needed, gate in self._gates.items():
            held = everyone
            for literal in needed:
                held &= bits[literal]
            bits[gate], bits[-gate] = held, everyone ^ held
        return bits
