"""One ranking made of several."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise
from statistics import fmean, pstdev
from typing import TypeVar

__all__ = ["fuse", "fuse_scores", "standardise", "with_neighbours"]

K = TypeVar("K", bound=Hashable)


def fuse(rankings: Sequence[Sequence[str]], *, damping: int = 60) -> list[str]:
    """Merge rankings by reciprocal rank, so that agreement counts and scales do not.

    What is ranked scores the sum, over rankings, of 1 / (damping + rank).

    Args:
        rankings: Any number of rankings of one query, each best first, of any lengths.
        damping: How far to flatten the lead of the top ranks, in ranks; at least 0.

    Returns:
        Everything ranked anywhere, once each, best first; equal scores by id.

    Raises:
        ValueError: `damping` is negative.

    Source:
        Cormack, Clarke and Buettcher, SIGIR 2009, doi:10.1145/1571941.1572114.

    >>> fuse([["a", "b"], ["b", "c"]])
    ['b', 'a', 'c']
    """
    if damping < 0:
        raise ValueError("damping is at least 0")
    scores: dict[str, float] = {}
    for ranking in rankings:
        for rank, key in enumerate(ranking, start=1):
            scores[key] = scores.get(key, 0.0) + 1 / (damping + rank)
    return sorted(scores, key=lambda key: (-scores[key], key))


def standardise(scores: Mapping[K, float]) -> dict[K, float]:
    """Put scores on one scale: how many standard deviations each lies above the mean.

    Where all are equal each is 0.

    >>> standardise({"a": 3.0, "b": 1.0})
    {'a': 1.0, 'b': -1.0}
    """
    if not scores:
        return {}
    mean, spread = fmean(scores.values()), pstdev(scores.values())
    return {key: (score - mean) / spread if spread else 0.0 for key, score in scores.items()}


def fuse_scores(scorings: Sequence[tuple[Mapping[K, float], float]]) -> dict[K, float]:
    """Add scorings of different scales, each standardised and by its weight.

    What a scoring does not hold counts there as its worst, since rankings are cut off and scores of 0 mean nothing.

    Args:
        scorings: Scores of one query, each with how much it counts.

    Returns:
        A score for everything that is scored anywhere, in the order in which it is first met.

    >>> fuse_scores([({"a": 3.0, "b": 1.0}, 1.0), ({"a": 100.0, "b": 200.0}, 0.5)])
    {'a': 0.5, 'b': -0.5}
    """
    keys = dict.fromkeys(key for scores, _ in scorings for key in scores)
    fused = dict.fromkeys(keys, 0.0)
    for scores, weight in scorings:
        standard = standardise(scores)
        worst = min(standard.values(), default=0.0)
        for key in keys:
            fused[key] += weight * standard.get(key, worst)
    return fused


def with_neighbours(scores: Sequence[float], share: float) -> list[float]:
    """Let each of a row of sentences gain from those beside it, as what stands together is about one thing.

    Args:
        scores: A score for each sentence, in the order of the text.
        share: How much of the score of a neighbour is added; from 0 to 1.

    >>> with_neighbours([1.0, 0.0, 4.0], 0.5)
    [1.0, 2.5, 4.0]
    """
    gained = list(scores)
    for (at, left), (_, right) in pairwise(enumerate(scores)):
        gained[at] += share * right
        gained[at + 1] += share * left
    return gained
