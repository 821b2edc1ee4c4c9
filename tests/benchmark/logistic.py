"""Fit a logistic regression to a few signs, with nothing but the standard library."""

import math
from collections.abc import Sequence

__all__ = ["fit_rows"]

STEPS = 25
PULL = 1.0
"""How strongly weights are drawn towards none, as the reciprocal of their variance."""


def fit_rows(rows: Sequence[tuple[tuple[float, ...], bool]]) -> list[float]:
    """Fit a logistic regression by Newton's method, drawn towards no weights; the first value of a row is its base."""
    width = len(rows[0][0])
    weights = [0.0] * width
    for _ in range(STEPS):
        slope = [-PULL * weight if at else 0.0 for at, weight in enumerate(weights)]
        bend = [[PULL * (at == other and at > 0) for other in range(width)] for at in range(width)]
        for row, right in rows:
            guess = 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, row, strict=True))))
            spread = guess * (1 - guess)
            held = [at for at in range(width) if row[at]]
            for at in held:
                slope[at] += (right - guess) * row[at]
                for other in held:
                    bend[at][other] += spread * row[at] * row[other]
        step = _solve(bend, slope)
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve a small symmetric positive definite system by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for other in range(at + 1, len(rows)):
            share = rows[other][at] / pivot[at]
            rows[other] = [value - share * above for value, above in zip(rows[other], pivot, strict=True)]
    found = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        known = sum(rows[at][other] * found[other] for other in range(at + 1, len(rows)))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found
