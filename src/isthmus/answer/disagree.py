"""Finds the disagreements between sources that bear on what is asked and shown."""

from collections.abc import Collection, Iterable

from isthmus.claims import Disagreement, Evidence
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["on_points"]


def on_points(
    points: Iterable[DisagreementId], shown: Collection[ClaimId], evidence: Evidence
) -> tuple[Disagreement, ...]:
    """Find the disagreements to lay open beside claims: the points that are asked, where a claim shown takes a side."""
    asked = (evidence.disagreements[point] for point in points if point in evidence.disagreements)
    return tuple(point for point in asked if any(claim in shown for claim in point.claims))
