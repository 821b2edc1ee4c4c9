"""A plan for one person: the action, and the basis for it that a clinician can check."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from isthmus.pathway import Review, Sentence, Step, Urgency, WordsReview
from isthmus.plan.explanation import Explanation
from isthmus.terms import ActionId, AudienceId, ClaimId, ConditionId, FlagId, RowId, StageId, Truth

__all__ = ["Classified", "Part", "PathwayVersion", "Plan", "PlannedPhase", "TracedRow", "Weeks", "Weighed"]


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
class Weighed:
    """An option of a talk in one patient's case: what speaks for and against it, and what could if it were true.

    What could is not known of the patient, and is nothing that was found.
    """

    id: str
    title: str
    procedure: str
    speaks_for: tuple[Sentence, ...]
    speaks_against: tuple[Sentence, ...]
    could_speak_for: tuple[Sentence, ...]
    could_speak_against: tuple[Sentence, ...]

    @property
    def says(self) -> tuple[Sentence, ...]:
        """Everything that is said of it."""
        return (*self.speaks_for, *self.speaks_against, *self.could_speak_for, *self.could_speak_against)


@dataclass(frozen=True)
class PlannedPhase:
    """A phase of a plan in weeks; `first` and `last` are days where these are known, and `now` is the phase of today.

    Without `from_week` it goes by what a person can do, and by no calendar; without `to_week` it has an open end.
    """

    phase: str
    title: str
    from_week: int | None
    to_week: int | None
    first: date | None
    last: date | None
    now: bool
    steps: tuple[Sentence, ...]


@dataclass(frozen=True)
class Weeks:
    """The phases of a plan, and for whom their weeks hold."""

    says: Sentence
    phases: tuple[PlannedPhase, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Everything that is said of them."""
        return (self.says, *(step for phase in self.phases for step in phase.steps))


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
    words_review: WordsReview
    options: tuple[Weighed, ...]
    weeks: Weeks | None
    row_says: tuple[Sentence, ...]
    next: tuple[Sentence, ...]
    changes: tuple[Sentence, ...]
    notice: str
    explanation: Explanation | None = None
    """Why, and what could change it; None where nobody asked, as in cohorts and worked cases."""
