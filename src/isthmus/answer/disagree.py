"""Finds the disagreements between sources that bear on what is asked and shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from isthmus.claims import Disagreement, Evidence
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["fought_over", "on_points"]

_MOST = 0.5


def on_points(
    points: Iterable[DisagreementId], shown: Collection[ClaimId], evidence: Evidence
) -> tuple[Disagreement, ...]:
    """Find the disagreements to lay open beside claims: the points that are asked, where a claim shown takes a side."""
    asked = (evidence.disagreements[point] for point in points if point in evidence.disagreements)
    return tuple(point for point in asked if any(claim in shown for claim in point.claims))


def fought_over(shown: Sequence[ClaimId], evidence: Evidence) -> tuple[DisagreementId, ...]:
    """Find the point over which the sources of claims fight, for somebody who says that others do not agree.

    Args:
        shown: The claims, best first.
        evidence: The claims and what sources disagree on.

    Returns:
        The one disagreement in which most of them take a side, the one of the best claim first; none where they agree.
    """
    sides = Counter(side for claim in shown for side in evidence.claims[claim].disagreements)
    point, takers = next(iter(sides.most_common(1)), (None, 0))
    return (point,) if point is not None and takers >= _MOST * len(shown) else ()
