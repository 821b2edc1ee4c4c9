"""Finds the disagreements between sources that bear on what is asked and shown."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from isthmus.answer.question import Asked
from isthmus.claims import Claim, Disagreement, Evidence
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["on_asked_point", "on_points"]

_SIDES = 2
_LEADING = 2


def on_asked_point(asked: Asked, shown: Sequence[Claim], evidence: Evidence) -> tuple[Disagreement, ...]:
    """Find the disagreements to lay open beside an answer.

    A disagreement is on the asked point when the question asks for it and one of the two best claims takes a side on
    it, or when the best claim and at least half of all that are shown take sides on it. Beside sentences of a library,
    which name no disagreements, those that the question asks for are laid open when it names the condition.

    Args:
        asked: The question.
        shown: The claims of the answer, best first.
        evidence: Where the disagreements are.

    Returns:
        Those that the question asks for first; then by their ids.
    """
    leading = {point for claim in shown[:_LEADING] for point in claim.disagreements}
    if not shown and asked.names:
        leading = set(asked.points)
    sides = Counter(point for claim in shown for point in claim.disagreements)
    first = shown[0].disagreements if shown else ()
    fought = {point for point in first if sides[point] >= max(_SIDES, len(shown) / 2)}
    chosen = (leading.intersection(asked.points) | fought).intersection(evidence.disagreements)
    ordered = sorted(chosen, key=lambda point: (point not in asked.points, point))
    return tuple(evidence.disagreements[point] for point in ordered)


def on_points(
    points: Iterable[DisagreementId], shown: Collection[ClaimId], evidence: Evidence
) -> tuple[Disagreement, ...]:
    """Find the disagreements to lay open beside claims: the points that are asked, where a claim shown takes a side."""
    asked = (evidence.disagreements[point] for point in points if point in evidence.disagreements)
    return tuple(point for point in asked if any(claim in shown for claim in point.claims))
