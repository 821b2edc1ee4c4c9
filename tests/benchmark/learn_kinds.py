"""Learn which words tell what kind of answer a text gives, from one half of MedQuAD, into `told_kinds.json`.

Run it as `python tests/benchmark/learn_kinds.py`, with ISTHMUS_SHARED naming the folder that holds the data. The same
data make the same file. The half that is learned from is told apart by what a question is about (`medquad.py`), so that
the other half asks about nothing that was seen here.
"""

import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.medquad import Pair, read_pairs
from tests.benchmark.softmax import likelihoods

import isthmus.search
from isthmus.search.kinds import features

MOST_FEATURES = 3_000
FEWEST_TEXTS = 15
SPARSENESS = 0.001
STEPS = 150

Matrix = NDArray[np.float32]


def main() -> None:
    """Learn, write the file and say how well it tells the kinds of the other half."""
    pairs = read_pairs(Path(os.environ["ISTHMUS_SHARED"]))
    seen, unseen = ([pair for pair in pairs if pair.half == half] for half in ("learn", "check"))
    names = sorted({pair.kind for pair in seen})
    words = vocabulary(seen)
    weights, start = fit(matrix(seen, words), kinds_of(seen, names))
    learned = as_data(names, words, weights, start)
    file = Path(isthmus.search.__file__).with_name("told_kinds.json")
    file.write_text(json.dumps(learned, indent=0, sort_keys=False) + "\n", encoding="utf-8")
    right = (matrix(unseen, words) @ weights + start).argmax(1) == kinds_of(unseen, names).argmax(1)
    print(f"{len(learned['weights'])} features; right for {right.mean():.1%} of {len(unseen)} answers not learned from")


def vocabulary(pairs: Sequence[Pair]) -> list[str]:
    """Take the features that occur in most answers."""
    counts = Counter(feature for pair in pairs for feature in features(pair.answer))
    common = sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:MOST_FEATURES]
    return [feature for feature, count in common if count >= FEWEST_TEXTS]


def matrix(pairs: Sequence[Pair], words: Sequence[str]) -> Matrix:
    """Say which answer has which feature: a row for each answer, a column for each feature."""
    place = {word: at for at, word in enumerate(words)}
    told = np.zeros((len(pairs), len(words)), np.float32)
    for row, pair in enumerate(pairs):
        told[row, [place[feature] for feature in features(pair.answer) if feature in place]] = 1
    return told


def kinds_of(pairs: Sequence[Pair], names: Sequence[str]) -> Matrix:
    """Say which answer is of which kind: a row for each answer, a column for each kind."""
    return np.array([[pair.kind == name for name in names] for pair in pairs], np.float32)


def fit(told: Matrix, kinds: Matrix) -> tuple[Matrix, Matrix]:
    """Fit a logistic regression whose weights are mostly nothing.

    Source:
        Beck and Teboulle, SIAM J. Imaging Sciences 2(1), 2009, doi:10.1137/080716542.
    """
    weights = ahead = np.zeros((told.shape[1], kinds.shape[1]), np.float32)
    start = start_ahead = np.zeros(kinds.shape[1], np.float32)
    step, pace = 1 / steepness(told), 1.0
    for _ in range(STEPS):
        miss = (likelihoods(told @ ahead + start_ahead) - kinds) / len(told)
        moved = ahead - step * (told.T @ miss)
        new = np.sign(moved) * np.maximum(np.abs(moved) - step * SPARSENESS, 0)
        new_start = start_ahead - step * miss.sum(0)
        faster = (1 + (1 + 4 * pace**2) ** 0.5) / 2
        push = (pace - 1) / faster
        ahead, start_ahead = new + push * (new - weights), new_start + push * (new_start - start)
        weights, start, pace = new, new_start, faster
    return weights, start


def steepness(told: Matrix) -> float:
    """Bound the curvature of the loss by the largest singular value, found by power iteration."""
    direction = np.ones(told.shape[1], np.float32)
    for _ in range(20):
        direction = told.T @ (told @ direction)
        direction /= np.linalg.norm(direction)
    return float(np.linalg.norm(told @ direction) ** 2 / len(told) / 2 + 0.5)


def as_data(names: Sequence[str], words: Sequence[str], weights: Matrix, start: Matrix) -> dict[str, Any]:
    """Write what was learned, rounded, leaving out what weighs nothing."""
    rounded = weights.round(2)
    rows = {
        word: {name: round(float(one), 2) for name, one in zip(names, row, strict=True) if one}
        for word, row in zip(words, rounded, strict=True)
    }
    return {
        "about": "Learned by tests/benchmark/learn_kinds.py from one half of MedQuAD (CC BY 4.0): do not edit.",
        "start": {name: round(float(one), 2) for name, one in zip(names, start, strict=True)},
        "weights": {word: row for word, row in sorted(rows.items()) if row},
    }


if __name__ == "__main__":
    main()
