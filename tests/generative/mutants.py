"""Does anything catch a defect in the pathway? Each mutant is the built-in pathway with one defect seeded in it.

A mutant is caught when its file no longer loads (types, lint, links), when a proof fails, or when a worked patient gets
another plan. One that nothing catches must be shown by the solver to give every patient the same action, detail and flags.
`make mutants` tries every one, or as many of each kind as it is told to, and closes with a table.
"""

import argparse
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

import yaml

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.generative.defects import FILE, Mutant, sample, sound
from tests.unit.knowledge import CLAIMS, KNOWLEDGE, PATHWAY

from isthmus.errors import KnowledgeError
from isthmus.pathway import Pathway, WorkedCase
from isthmus.pathway.load import load_cases, load_pathway
from isthmus.pathway.proofs import prove
from isthmus.pathway.proofs.encode import differ, encode, in_range, patients
from isthmus.plan import run_cases
from isthmus.rules.proof import Case, Solver


@dataclass(frozen=True)
class Verdict:
    """What became of a mutant: what caught it or, when nothing did, a patient whose plan changed unseen."""

    mutant: Mutant
    refused: bool = False
    proof: str | None = None
    case: bool = False
    patient: Case | None = None

    @property
    def column(self) -> str:
        """Where the table counts it."""
        match (self.refused, self.proof, self.case, self.patient):
            case (True, _, _, _):
                return "refused"
            case (_, None, False, None):
                return "equivalent"
            case (_, None, False, _):
                return "survived"
            case (_, None, True, _):
                return "case"
        return "both" if self.case else "proof"


class Court:
    """Tries mutants in a copy of the knowledge."""

    def __init__(self, copy: Path) -> None:
        self.folder = (copy / FILE).parent
        shutil.copytree(KNOWLEDGE, copy, dirs_exist_ok=True)
        self.symbols = patients(PATHWAY)
        self.outcome = encode(PATHWAY, self.symbols).outcome()
        self.solver = Solver(self.symbols, in_range(PATHWAY, self.symbols).values())

    def tried(self, mutant: Mutant, *, by_both: bool = False) -> Verdict:
        """Find what catches a mutant: loading it, else a worked patient, else a proof; or a proof in any case."""
        (self.folder / FILE.name).write_text(yaml.safe_dump(mutant.data, sort_keys=False), encoding="utf-8")
        try:
            pathway = load_pathway(self.folder, claims=CLAIMS)
            cases = load_cases(self.folder, pathway)
        except KnowledgeError:
            return Verdict(mutant, refused=True)
        case = _by_case(pathway, cases)
        proof = None if case and not by_both else _by_proof(pathway)
        caught = case or proof is not None
        return Verdict(mutant, proof=proof, case=case, patient=None if caught else self._patient(pathway))

    def _patient(self, pathway: Pathway) -> Case | None:
        """Find a patient whose action, detail or flags are others than before; the solver shows that there is none."""
        outcome = encode(pathway, self.symbols).outcome()
        words = {**self.outcome, **outcome}
        return self.solver.case(
            differ(*([said.get(word, False) for word in words] for said in (self.outcome, outcome)))
        )


def _by_proof(pathway: Pathway) -> str | None:
    return next((proof.claim for proof in prove(pathway) if not proof.holds), None)


def _by_case(pathway: Pathway, cases: Sequence[WorkedCase]) -> bool:
    try:
        return bool(run_cases(pathway, cases, today=date.min))
    except LookupError:  # no row decides for a worked patient
        return True


_SHARES = 16
COLUMNS = ("refused", "proof", "both", "case", "equivalent", "survived")


def table(verdicts: Sequence[Verdict]) -> str:
    """Count what caught what, by the kind of defect: on loading, by proof alone, by both, by a worked patient alone."""
    counts = Counter((verdict.mutant.kind, verdict.column) for verdict in verdicts)
    counts += Counter(("all", verdict.column) for verdict in verdicts)
    lines = [f"{'defect':26}{'seeded':>8}" + "".join(f"{column:>12}" for column in COLUMNS)]
    for kind in [*sorted({verdict.mutant.kind for verdict in verdicts}), "all"]:
        row = [counts[kind, column] for column in COLUMNS]
        lines.append(f"{kind:26}{sum(row):8}" + "".join(f"{count or '':>12}" for count in row))
    claims = Counter(verdict.proof for verdict in verdicts if verdict.proof)
    return "\n".join([*lines, "", "the first claim to fail: " + ", ".join(f"{c} {n}" for c, n in claims.most_common())])


def _known(patient: Mapping[str, object] | None) -> dict[str, object]:
    return {name: value for name, value in (patient or {}).items() if value is not None}


def _share(mutants: list[Mutant], *, by_both: bool) -> list[Verdict]:
    with tempfile.TemporaryDirectory() as folder:
        court = Court(Path(folder))
        return [court.tried(mutant, by_both=by_both) for mutant in mutants]


def main() -> int:
    """Try mutants and print what became of them."""
    parser = argparse.ArgumentParser(description="Seed defects in the pathway and see what catches them.")
    parser.add_argument("--each", type=int, default=sys.maxsize, help="how many of each kind; all, unless given")
    parser.add_argument("--both", action="store_true", help="prove also what a worked patient caught (much slower)")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chosen = [Mutant("none", "", sound()), *sample(options.each, options.seed)]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        shares = [chosen[at::_SHARES] for at in range(_SHARES)]
        true, *verdicts = chain.from_iterable(pool.map(partial(_share, by_both=options.both), shares))
    survivors = [verdict for verdict in verdicts if verdict.column == "survived"]
    lines = [f"{verdict.mutant.kind}: {verdict.mutant.where}\n  {_known(verdict.patient)}" for verdict in survivors]
    lines += [table(verdicts), f"{len(verdicts)} mutants, {len(survivors)} survived; the true pathway: {true.column}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if survivors or true.column != "equivalent" else 0


if __name__ == "__main__":
    sys.exit(main())
