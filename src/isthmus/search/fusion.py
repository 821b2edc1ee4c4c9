"""One ranking made of several."""

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from isthmus.search.held import standing_in

__all__ = ["fuse_scores", "standardise"]

K = TypeVar("K", bound=Hashable)


def standardise(scores: Mapping[K, float]) -> dict[K, float]:
    """Put scores on one scale: how many standard deviations each lies above the mean.

    Where all are equal each is 0.

    >>> standardise({"a": 3.0, "b": 1.0})
    {'a': 1.0, 'b': -1.0}
    """
    return dict(zip(scores, standing_in(list(scores.values())), strict=True))


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
