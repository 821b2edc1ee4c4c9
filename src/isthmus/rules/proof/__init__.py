"""Asking the solver about rules: the symbols that stand for a case, the questions, and the regions of a feature.

Imported by name: it brings Z3 with it, for which no plan waits.
"""

from isthmus.rules.backends.smt import Smt
from isthmus.rules.meanings.formula import Formula, all_of, any_of, not_, same
from isthmus.rules.meanings.twofold import PLACES, Term
from isthmus.rules.proof.regions import Regions
from isthmus.rules.proof.solver import Solver, Undecided
from isthmus.rules.proof.symbol import (
    Answer,
    Case,
    Changes,
    Symbol,
    Together,
    changed,
    given,
    ids,
    read,
    settled,
    symbol,
)

__all__ = [
    "PLACES",
    "Answer",
    "Case",
    "Changes",
    "Formula",
    "Regions",
    "Smt",
    "Solver",
    "Symbol",
    "Term",
    "Together",
    "Undecided",
    "all_of",
    "any_of",
    "changed",
    "given",
    "ids",
    "not_",
    "read",
    "same",
    "settled",
    "symbol",
]
