"""A search for patients: facts that some literals allow, or the proof that there are none."""

from collections.abc import Callable, Iterable, Sequence

import pysolvers  # python-sat's own solvers; its front door `pysat.solvers` takes 70 ms to import and adds nothing here

__all__ = ["Lemma", "Model", "Solver", "holds_in"]

Model = Sequence[int]
"""The literal that holds of each variable, that of variable v at v - 1."""

Lemma = Callable[[Model], Iterable[int] | None]
"""Looks at a model and names literals of it that cannot all hold; None when all is well."""


def holds_in(model: Model, literal: int) -> bool:
    """Whether a literal holds in a model."""
    return model[abs(literal) - 1] == literal


class Solver:
    """Minisat over clauses, and over what else a lemma knows about them.

    Source:
        Een and Sorensson, SAT 2003, doi:10.1007/978-3-540-24605-3_37.
    """

    def __init__(self, clauses: Iterable[Sequence[int]], lemma: Lemma) -> None:
        self._minisat, self._lemma = pysolvers.minisat22_new(), lemma
        for clause in clauses:
            self.add(clause)

    def __del__(self) -> None:
        pysolvers.minisat22_del(self._minisat)

    def add(self, clause: Sequence[int]) -> None:
        """State that at least one of these literals holds."""
        pysolvers.minisat22_add_cl(self._minisat, list(clause))

    def find(self, assumed: Sequence[int]) -> Model | None:
        """Search for a model in which all these literals hold; None when there is none."""
        while pysolvers.minisat22_solve(self._minisat, list(assumed), 0):
            model: list[int] = pysolvers.minisat22_model(self._minisat)
            clash = self._lemma(model)
            if clash is None:
                return model
            self.add([-literal for literal in clash])
        return None

    def core(self) -> Sequence[int]:
        """List the literals of those assumed last that no model has together; only after there was none."""
        core: list[int] | None = pysolvers.minisat22_core(self._minisat)
        return core or ()
