"""A plan for one person: the action, and the basis for it that a clinician can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from isthmus.pathway import Review, Sentence, Step, Urgency
from isthmus.plan.explanation import Explanation
from isthmus.terms import ActionId, AudienceId, ClaimId, ConditionId, FlagId, RowId, StageId, Truth

__all__ = ["Classified", "Part", "PathwayVersion", "Plan", "TracedRow"]


@dataclass(frozen=True)
class PathwayVersion:
    """The exact knowledge that decided: its version, and the SHA-256 of its files."""

    version: str
    sha256: str


@dataclass(frozen=True)
class Part:
    """One part of a rule and what it came to: a truth, or a value where it is no yes-or-no matter."""

    text: str
    value: str
    parts: tuple["Part", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Part"]]:
        """Go through it and all its parts in reading order, each with its depth."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)


@dataclass(frozen=True)
class TracedRow:
    """A row of the table that was looked at, and the truth of every part of its rule."""

    row: RowId
    truth: Truth
    rule: Part


@dataclass(frozen=True)
class Classified:
    """One line of the classification, such as stability; `value` is None when it is not known."""

    id: str
    title: str
    value: str | None


@dataclass(frozen=True)
class Plan:
    """What the pathway says for one patient, and why."""

    condition: ConditionId
    pathway: PathwayVersion
    audience: AudienceId
    today: date
    action: ActionId
    title: str
    stage: StageId
    urgency: Urgency
    row: RowId
    detail: tuple[str, ...]
    flags: tuple[FlagId, ...]
    classification: tuple[Classified, ...]
    outlook: tuple[ClaimId, ...]
    trace: tuple[TracedRow, ...]
    review: Review
    citations: tuple[ClaimId, ...]
    steps: tuple[Step, ...]
    wording: tuple[Sentence, ...]
    notice: str
    explanation: Explanation | None = None
    """Why, and what could change it; None where nobody asked, as in cohorts and worked cases."""
