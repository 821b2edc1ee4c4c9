"""Measure how long the proofs take: of the built-in pathway, and of one as large as any that is likely.

`python tests/benchmark/proofs.py`, and part of `make bench`.
"""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.synthetic import synthetic
from tests.unit.knowledge import CASES, PATHWAY

from isthmus.pathway import Pathway, WorkedCase
from isthmus.pathway.proofs import prove
from isthmus.plan import run_cases

SUBJECTS: tuple[tuple[str, Pathway, tuple[WorkedCase, ...], float], ...] = (
    ("pars-defect", PATHWAY, CASES, 2.0),
    ("100 stages, 120 features", synthetic(), (), 10.0),
)
"""Each with its name, its worked patients, and the seconds it may take."""


def timed(pathway: Pathway, cases: tuple[WorkedCase, ...]) -> Iterator[tuple[str, float, bool]]:
    """Work out everything that `isthmus check` claims of a pathway: each claim, its seconds, and whether it holds."""
    start = perf_counter()
    for proof in prove(pathway):
        yield proof.claim, perf_counter() - start, proof.holds
        start = perf_counter()
    held = not run_cases(pathway, cases, today=date.min)
    yield "worked-patients", perf_counter() - start, held


def main() -> None:
    """Print the seconds that each claim takes, and all of them together."""
    for name, pathway, cases, target in SUBJECTS:
        measured = list(timed(pathway, cases))
        print(f"proofs of {name}: {sum(seconds for _, seconds, _ in measured):.2f} s, at most {target:.0f} s wanted")
        for claim, seconds, holds in measured:
            print(f"  {claim:20}{seconds:6.2f}  {'holds' if holds else 'DOES NOT HOLD'}")


if __name__ == "__main__":
    main()
