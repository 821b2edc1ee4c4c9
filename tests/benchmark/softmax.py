"""Fit a multinomial logistic regression to which message holds which sign, with numpy alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["Table", "fit", "likelihoods"]

PULL = 0.3
"""How strongly weights are drawn towards none."""
STEPS = 200

Real = TypeVar("Real", np.float32, np.float64)
Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True)
class Table:
    """Which message holds which sign, and what that counts, as the places that are not empty.

    A row stands for each message, a column for each sign, and after them a last column of ones.
    """

    rows: Places
    columns: Places
    values: Vector
    shape: tuple[int, int]

    @classmethod
    def of(cls, messages: Sequence[tuple[Places, Vector]], width: int) -> "Table":
        """Write down the columns of the signs of each message, of `width` signs, and what each counts."""
        return cls(
            rows=np.repeat(np.arange(len(messages)), [len(columns) + 1 for columns, _ in messages]),
            columns=np.concatenate([np.append(columns, width) for columns, _ in messages]),
            values=np.concatenate([np.append(values, 1.0) for _, values in messages]),
            shape=(len(messages), width + 1),
        )

    def times(self, weights: Matrix) -> Matrix:
        """Add up the weights of what each message holds: a row for each message."""
        sums = (np.bincount(self.rows, self.values * own[self.columns], self.shape[0]) for own in weights.T)
        return np.stack(list(sums), axis=1)

    def back(self, misses: Matrix) -> Matrix:
        """Add up for each sign the misses of the messages that hold it: a row for each sign."""
        sums = (np.bincount(self.columns, self.values * own[self.rows], self.shape[1]) for own in misses.T)
        return np.stack(list(sums), axis=1)

    def squares(self) -> Matrix:
        """Add up for each sign the squares of what it counts."""
        return np.bincount(self.columns, self.values**2, self.shape[1])[:, None].astype(np.float64)


def likelihoods(leans: NDArray[Real]) -> NDArray[Real]:
    """Turn leans, as logarithms of odds, into shares of one, row by row."""
    odds = np.exp(leans - leans.max(1, keepdims=True))
    return np.asarray(odds / odds.sum(1, keepdims=True), leans.dtype)


def fit(told: Table, right: Matrix) -> Matrix:
    """Find the weights of each sign for each answer, drawn towards none; those of the last column are where all starts.

    Each sign moves the faster the less it counts, which evens out how long common and rare ones take.

    Args:
        told: What each message holds.
        right: Which answer is right for each message: a row for each message, a column for each answer.

    Source:
        Nesterov's accelerated gradient; Beck and Teboulle, SIAM J. Imaging Sciences 2(1), 2009, doi:10.1137/080716542.
    """
    pull = np.full((told.shape[1], 1), PULL)
    pull[-1] = 0.0
    bend = told.squares() / 2 + pull
    pace = 1 / (bend * _steepness(told, pull, bend))
    weights = ahead = np.zeros((told.shape[1], right.shape[1]))
    for step in range(1, STEPS + 1):
        miss = likelihoods(told.times(ahead)) - right
        before, weights = weights, ahead - pace * (told.back(miss) + pull * ahead)
        ahead = weights + (step - 1) / (step + 2) * (weights - before)
    return weights


def _steepness(told: Table, pull: Matrix, bend: Matrix) -> float:
    """Bound the curvature of the loss, each sign measured by its own, by repeated multiplication."""
    scale = np.sqrt(bend)
    towards = np.ones((told.shape[1], 1))
    size = 1.0
    for _ in range(30):
        towards = told.back(told.times(towards / scale)) / scale / 2 + pull / bend * towards
        size = float(np.linalg.norm(towards))
        towards /= size
    return size
