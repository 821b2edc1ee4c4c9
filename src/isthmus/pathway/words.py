"""A pathway in words: for each audience its actions, rows, questions and weeks, and for all the options of a talk."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from isthmus.rules import Rule
from isthmus.terms import ActionId, AudienceId, ClaimId, FeatureName, FlagId, PhaseId, RowId

__all__ = [
    "ActionWords",
    "FeatureWords",
    "Option",
    "Reason",
    "Register",
    "Sentence",
    "Timeline",
    "TimelinePhase",
    "Wording",
    "WordsReview",
]

Register = Literal["plain", "clinical"]
"""Which of two wordings of one sentence a reader gets."""


@dataclass(frozen=True)
class WordsReview:
    """Where a file of words stands: its status and what that says, and the days it changed and is looked at again."""

    status: str
    says: str
    changed: date
    next: date


@dataclass(frozen=True)
class Sentence:
    """A sentence for a reader, where it stands, and the claims it rests on; none for a safety notice."""

    text: str
    claims: tuple[ClaimId, ...]
    review: WordsReview


@dataclass(frozen=True)
class ActionWords:
    """An action in a reader's words: an imperative, what it means, what to do next, and what would change it."""

    title: str
    says: tuple[Sentence, ...]
    next: tuple[Sentence, ...]
    changes: tuple[Sentence, ...]


@dataclass(frozen=True)
class FeatureWords:
    """A case feature in a reader's words: how it is asked for, and why."""

    ask: str
    why: Sentence


@dataclass(frozen=True)
class Wording:
    """The pathway in the words of one audience."""

    audience: AudienceId
    review: WordsReview
    actions: Mapping[ActionId, ActionWords]
    rows: Mapping[RowId, tuple[Sentence, ...]]
    flags: Mapping[FlagId, Sentence]
    contradictions: Mapping[str, Sentence]
    features: Mapping[FeatureName, FeatureWords]
    phases: Mapping[PhaseId, tuple[Sentence, ...]]


@dataclass(frozen=True)
class Reason:
    """What speaks for or against an option where its rule is true, and is open where the rule is unknown."""

    when: Rule
    says: Mapping[Register, Sentence]


@dataclass(frozen=True)
class Option:
    """One of the ways that a talk is about, the procedure it means, and the reasons; nothing is weighed or ranked."""

    id: str
    title: Mapping[Register, str]
    procedure: str
    reasons_for: tuple[Reason, ...]
    reasons_against: tuple[Reason, ...]


@dataclass(frozen=True)
class TimelinePhase:
    """A phase in weeks from the day it all began, in each reader's words.

    A phase goes by what a person can do, and by no calendar, where `from_week` is None; it has an open end where
    `to_week` is.
    """

    id: str
    from_week: int | None
    to_week: int | None
    title: Mapping[AudienceId, str]
    steps: Mapping[AudienceId, tuple[Sentence, ...]]


@dataclass(frozen=True)
class Timeline:
    """The phases of an action for those of whom `when` is true, and for whom their weeks hold.

    Week 0 begins on the day of the plan where `from_today` is true; else that day is not known to the day.
    """

    when: Rule
    from_today: bool
    says: Mapping[AudienceId, Sentence]
    phases: tuple[TimelinePhase, ...]
