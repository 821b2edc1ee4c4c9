"""Learn how much each sign of an answering sentence weighs, from open data, and write `sentence_weights.toml`.

    ISTHMUS_SHARED=... python tests/benchmark/learn_sentences.py [--encoder FOLDER]

The data are the papers and questions of COVID-QA (Apache-2.0). The same data always give the same file. Beside it the
script prints cross-validated scores: papers that are scored are never among those learned from. Without an encoder the
weights that need one stay as they are in the file.
"""

import argparse
import os
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

if __name__ == "__main__":  # a script finds the tests beside it only when told where they are
    sys.path.insert(0, str(Path(__file__).parents[2]))

import numpy as np
from numpy.typing import NDArray
from tests.benchmark.covidqa import Paper, papers, scored

from isthmus.search.asking import Question
from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.form import Form
from isthmus.search.meaning import Reading, of_meaning
from isthmus.search.signs import signs_of

WEIGHTS = Path(__file__).parents[2] / "src" / "isthmus" / "search" / "sentence_weights.toml"
STRENGTH = 0.12
STEPS = 8
SMALLEST_STEP = 1e-9
FOLDS = 10
SEEDS = 2
DIGITS = 4

Numbers = NDArray[np.float64]
OF_PLACE = frozenset(
    [
        "place",
        "log_place",
        "near_start",
        "in_first_12",
        "in_first_4",
        "in_last_7",
        "summary",
        "before_summary",
        "after_summary",
        "finding_summary",
        "finding_place",
        "conclusion_ends_summary",
        "conclusion_near_end",
        "conclusion_in_last_12",
        "first_mention",
    ]
)
"""Signs that tell something only where whole documents are ranked."""


def encoder_of(folder: Path | None) -> Encoder | None:
    """Take up the encoder of a folder, where one is named."""
    return Encoder(folder) if folder else None


@dataclass(frozen=True)
class Case:
    """One question: the signs of each sentence (n by d), and whether each holds the answer (n)."""

    paper: str
    signs: Numbers
    right: Numbers


def cases(held: Sequence[Paper], encoder: Encoder | None) -> tuple[list[str], list[Case]]:
    """Hold every question against its paper."""
    found: list[Case] = []
    names: list[str] = []
    for paper in held:
        counted = Counted.of(paper.passages)
        form = Form.of(counted)
        reading = Reading(encoder, [one.text for one in counted.sentences]) if encoder else None
        for asked in paper.asked:
            columns: Mapping[str, Sequence[float]] = signs_of(Question.of(asked.question), counted, form)
            if reading is not None:
                columns = {**columns, **of_meaning(reading.near(asked.question), counted)}
            names = list(columns)
            right = [float(asked.answered_by(one)) for one in counted.sentences]
            found.append(Case(paper.id, np.array(list(columns.values()), float).T, np.array(right)))
    return names, found


def learn(found: Sequence[Case]) -> Numbers:
    """Fit weights so that, among the sentences of a paper, those with the answer get most of the probability (ListNet).

    Newton steps on the convex part of the loss, halved until the loss falls; weights are kept small.
    """
    lists = _Lists.of([case for case in found if case.right.any()])
    weights = np.zeros(lists.signs.shape[1])
    for _ in range(STEPS):
        slope, curve = lists.slope_and_curve(weights)
        step = np.linalg.solve(curve, slope)
        loss = lists.loss(weights)
        while lists.loss(weights - step) > loss and np.abs(step).max() > SMALLEST_STEP:
            step = step / 2
        weights = weights - step
    return np.asarray(weights / lists.spread)


@dataclass(frozen=True)
class _Lists:
    """The sentences of many questions in one matrix, each question's from one of `starts` to the next."""

    signs: Numbers
    right: Numbers
    spread: Numbers
    starts: NDArray[np.int64]
    group: NDArray[np.int64]

    @classmethod
    def of(cls, found: Sequence[Case]) -> "_Lists":
        signs = np.concatenate([case.signs for case in found])
        spread = signs.std(0)
        spread[spread < SMALLEST_STEP] = 1.0
        sizes = [len(case.right) for case in found]
        starts, group = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(found)), sizes)
        return cls((signs - signs.mean(0)) / spread, np.concatenate([c.right for c in found]), spread, starts, group)

    def _shares(self, weights: Numbers) -> tuple[Numbers, Numbers]:
        """Give each sentence its share of its list, and the share of the right ones in each list."""
        score = self.signs @ weights
        mass = np.exp(score - np.maximum.reduceat(score, self.starts)[self.group])
        share = mass / np.add.reduceat(mass, self.starts)[self.group]
        return share, np.maximum(np.add.reduceat(share * self.right, self.starts), 1e-300)

    def loss(self, weights: Numbers) -> float:
        return float(-np.log(self._shares(weights)[1]).mean() + STRENGTH * weights @ weights)

    def slope_and_curve(self, weights: Numbers) -> tuple[Numbers, Numbers]:
        share, of_right = self._shares(weights)
        wanted = share * self.right / of_right[self.group]
        lists = len(self.starts)
        middle = np.add.reduceat(self.signs * share[:, None], self.starts)
        curve = (self.signs.T @ (self.signs * share[:, None]) - middle.T @ middle) / lists
        slope = self.signs.T @ (share - wanted) / lists + 2 * STRENGTH * weights
        return slope, curve + 2 * STRENGTH * np.eye(len(weights))


def validated(found: Sequence[Case], seeds: int = SEEDS) -> tuple[float, float, float]:
    """Score papers by weights learned from others, mean over several ways to part them."""
    rows = []
    for seed in range(seeds):
        order = sorted({case.paper for case in found})
        np.random.default_rng(seed).shuffle(order)
        scores: list[tuple[Sequence[float], Sequence[float]]] = []
        for fold in range(FOLDS):
            held_out = set(order[fold::FOLDS])
            weights = learn([case for case in found if case.paper not in held_out])
            scores += [
                ((case.signs @ weights).tolist(), case.right.tolist()) for case in found if case.paper in held_out
            ]
        rows.append(scored(scores))
    first, five, reciprocal = np.mean(rows, axis=0).tolist()
    return first, five, reciprocal


def main() -> None:
    """Learn, print what cross-validation says, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path)
    folder: Path | None = parser.parse_args().encoder
    held = papers(Path(os.environ["ISTHMUS_SHARED"]))
    written: dict[str, Mapping[str, float]] = tomllib.loads(WEIGHTS.read_text("utf-8")) if WEIGHTS.exists() else {}
    for suffix, encoder in (("", None), ("_with_encoder", encoder_of(folder))):
        if suffix and encoder is None:
            continue
        names, found = cases(held, encoder)
        for start, left_out in (("whole", frozenset[str]()), ("parts", OF_PLACE)):
            kept = [at for at, name in enumerate(names) if name not in left_out]
            own = [names[at] for at in kept]
            rows = [Case(case.paper, case.signs[:, kept], case.right) for case in found]
            first, five, reciprocal = validated(rows)
            print(f"{start + suffix:22} cross-validated hit@1 {first:.3f} hit@5 {five:.3f} MRR@20 {reciprocal:.3f}")
            weights = learn(rows).round(DIGITS).tolist()
            written[start + suffix] = dict(zip(own, weights, strict=True))
    WEIGHTS.write_text(as_toml(written), encoding="utf-8")


def as_toml(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """Write the tables in the form they are read in."""
    head = "# Learned by tests/benchmark/learn_sentences.py; not to be changed by hand.\n"
    bodies = (f"\n[{name}]\n" + "".join(f"{k} = {v + 0.0}\n" for k, v in rows.items()) for name, rows in tables.items())
    return head + "".join(bodies)


if __name__ == "__main__":
    main()
