"""Fit the weights by which claims are chosen, and tell how they do on questions they were not fitted on.

Run as `python -m tests.benchmark.learn_claims LABELS ...`, each a file of labelled questions as `questions.yaml` is. It
prints the weights to put into `isthmus/answer/weigh.py`, and how good the choice is: fitted on all, and crosswise, where
each quarter of the questions is answered with weights fitted on the others, and each file with those of the other files.
"""

import math
import random
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from statistics import mean
from typing import Any

from tests.benchmark.logistic import fit_rows

from isthmus.answer.claim_shelf import ClaimShelf
from isthmus.answer.select import near_best
from isthmus.answer.weigh import Signs
from isthmus.condition import load_condition
from isthmus.located import parse_yaml
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId

NAMES = [sign.name for sign in fields(Signs)]
QUARTERS = 4
SEEDS = (1, 2, 3)


@dataclass(frozen=True)
class Labelled:
    """A question with the signs of every claim and the claims that a right answer says."""

    signs: dict[ClaimId, tuple[float, ...]]
    right: frozenset[ClaimId]


@dataclass(frozen=True)
class Weights:
    """A base and one weight for each sign."""

    base: float
    signs: tuple[float, ...]

    def chance(self, found: Sequence[float]) -> float:
        """Estimate that a claim belongs in the answer."""
        lean = self.base + sum(weight * sign for weight, sign in zip(self.signs, found, strict=True))
        return 1 / (1 + math.exp(-lean))


def read(paths: Iterable[Path]) -> list[Labelled]:
    """Read labelled questions, and the signs of every claim for each."""
    condition = load_condition("pars-defect")
    lexicon = condition.evidence.lexicon
    thesaurus = Thesaurus.of_lexicon(lexicon)
    shelf = ClaimShelf(condition.evidence, thesaurus)
    labels = [
        one for path in paths for one in parse_yaml(path.read_text(encoding="utf-8"), path.name).value["questions"]
    ]
    return [_labelled(label, shelf) for label in labels if label["answerable"] and label["claims"]]


def _labelled(label: dict[str, Any], shelf: ClaimShelf) -> Labelled:
    found = shelf.weigh(label["question"])
    signs = {claim: tuple(getattr(one, name) for name in NAMES) for claim, one in found.signs.items()}
    return Labelled(signs, frozenset(label["claims"]))


def fit(labelled: Sequence[Labelled]) -> Weights:
    """Fit the weights of signs to labelled questions."""
    base, *signs = fit_rows(
        [((1.0, *signs), claim in one.right) for one in labelled for claim, signs in one.signs.items()]
    )
    return Weights(base, tuple(signs))


def score(labelled: Sequence[Labelled], choose: Callable[[Labelled], Sequence[ClaimId]]) -> tuple[float, float]:
    """Tell the mean recall and precision of a choice."""
    pairs = [(one.right, set(choose(one))) for one in labelled]
    return mean(len(a & b) / len(a) for a, b in pairs), mean(len(a & b) / len(b) for a, b in pairs)


def choice(weights: Weights, one: Labelled) -> list[ClaimId]:
    """Choose as an answer does."""
    return near_best({claim: weights.chance(signs) for claim, signs in one.signs.items()})


def crosswise(labelled: Sequence[Labelled], seed: int) -> tuple[float, float]:
    """Answer each quarter with weights fitted on the others."""
    order = list(range(len(labelled)))
    random.Random(seed).shuffle(order)  # noqa: S311 - a fair split, no secret
    chosen: dict[int, list[ClaimId]] = {}
    for at in range(QUARTERS):
        own = set(order[at::QUARTERS])
        weights = fit([one for key, one in enumerate(labelled) if key not in own])
        chosen |= {key: choice(weights, labelled[key]) for key in own}
    at_of = {id(one): key for key, one in enumerate(labelled)}
    return score(labelled, lambda one: chosen[at_of[id(one)]])


def by_file(files: Sequence[Sequence[Labelled]]) -> list[tuple[float, float]]:
    """Answer the questions of each file with weights fitted on the other files."""
    others = [[one for other in files if other is not own for one in other] for own in files]
    return [score(own, partial(choice, fit(rest))) for own, rest in zip(files, others, strict=True) if rest]


def main() -> None:
    """Print the weights and how they do."""
    files = [read([Path(name)]) for name in sys.argv[1:]]
    labelled = [one for file in files for one in file]
    weights = fit(labelled)
    print(f"_BASE = {weights.base:.2f}")
    print(f"_WEIGHTS = Signs({', '.join(f'{n}={w:.2f}' for n, w in zip(NAMES, weights.signs, strict=True))})")
    recall, precision = score(labelled, lambda one: choice(weights, one))
    print(f"{len(labelled)} questions, fitted on all:  recall {recall:.3f}  precision {precision:.3f}")
    both = [crosswise(labelled, seed) for seed in SEEDS]
    print(
        f"each quarter by the others: recall {mean(r for r, _ in both):.3f}  precision {mean(p for _, p in both):.3f}"
    )
    for name, (recall, precision) in zip(sys.argv[1:], by_file(files), strict=False):
        print(f"{name} by the other files: recall {recall:.3f}  precision {precision:.3f}")


if __name__ == "__main__":
    main()
