"""Learn what makes a sentence belong in an answer from several sources, and write `digest_weights.toml`.

    ISTHMUS_SHARED=... python tests/benchmark/learn_digest.py

The data are the questions, answers and extracts of MEDIQA 2021 MAS (CC BY 4.0). The same data always give the same file.
Beside it the script prints cross-validated scores: a question that is scored is never among those learned from.
"""

import os
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path

if __name__ == "__main__":  # a script finds the tests beside it only when told where they are
    sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray
from tests.benchmark.mas import Chosen, Consumer, consumers, rounded, scored

from isthmus.answer import digest as module
from isthmus.answer.digest import Weights, digest, signs_to_belong
from isthmus.search import Counted, stems

WEIGHTS = Path(module.__file__).with_name("digest_weights.toml")
STRENGTH = 10.0
STEPS = 12
FOLDS = 11
SEEDS = 8
DIGITS = 4

Numbers = NDArray[np.float64]


def learn(found: Sequence[Consumer]) -> Weights:
    """Fit a logistic regression; a question counts by the root of how many sentences its answers have."""
    rows = [_signs(one) for one in found]
    names = list(rows[0])
    signs = np.concatenate([np.array(list(row.values())).T for row in rows])
    right = np.concatenate([np.array(one.belongs(), float) for one in found])
    worth = np.concatenate([np.full(len(one.texts), 20 / 3 / np.sqrt(len(one.texts))) for one in found])
    middle, spread = signs.mean(0), signs.std(0)
    weights = _fitted(np.c_[(signs - middle) / spread, np.ones(len(signs))], right, worth)
    own = weights[:-1] / spread
    start = float(weights[-1] - middle @ own)
    return Weights(round(start, DIGITS), dict(zip(names, own.round(DIGITS).tolist(), strict=True)))


@cache
def _signs(one: Consumer) -> dict[str, list[float]]:
    return dict(signs_to_belong(_counted(one), stems(one.question)))


@cache
def _counted(one: Consumer) -> Counted:
    return Counted.of(one.passages)


def _fitted(scaled: Numbers, right: Numbers, worth: Numbers) -> Numbers:
    weights = np.zeros(scaled.shape[1])
    small = np.eye(len(weights)) * STRENGTH
    small[-1, -1] = 1e-6  # where it starts may be anywhere
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (worth * (chance - right)) + small @ weights
        curve = (scaled * (worth * chance * (1 - chance))[:, None]).T @ scaled + small
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def choose(one: Consumer, learned: Weights | None = None) -> list[int]:
    """Choose sentences as isthmus does."""
    return digest(_counted(one), stems(one.question), learned=learned)


def validated(found: Sequence[Consumer], seeds: int = SEEDS) -> Chosen:
    """Score questions by weights learned from others, mean over several ways to part them."""
    rows = []
    for seed in range(seeds):
        order = np.random.default_rng(seed).permutation(len(found)).tolist()
        chosen: dict[int, list[int]] = {}
        for fold in range(FOLDS):
            held_out = order[fold::FOLDS]
            learned = learn([found[at] for at in order if at not in held_out])
            chosen |= {at: choose(found[at], learned) for at in held_out}
        rows.append(scored(found, [chosen[at] for at in range(len(found))]))
    rouge, f1, count = np.mean(rows, axis=0).tolist()
    return rounded((rouge, f1, count))


def main() -> None:
    """Learn, print what cross-validation says, and write the weights."""
    found = consumers(Path(os.environ["ISTHMUS_SHARED"]))
    print("cross-validated:", validated(found))
    learned = learn(found)
    lines = "".join(f"{name} = {weight + 0.0}\n" for name, weight in learned.signs.items())
    head = "# Learned by tests/benchmark/learn_digest.py; not to be changed by hand.\n"
    WEIGHTS.write_text(f"{head}start = {learned.start}\n\n[signs]\n{lines}", encoding="utf-8")


if __name__ == "__main__":
    main()
