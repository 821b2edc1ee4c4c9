"""What a reader is told of a condition: chapters, procedures, choices and terms, sentence by sentence with its claims."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from isthmus.guide.forms import any_form
from isthmus.terms import ActionId, AudienceId, ClaimId

__all__ = [
    "About",
    "Audience",
    "Chapter",
    "ChapterTitle",
    "Choice",
    "Editorial",
    "Fact",
    "FigureOf",
    "Guide",
    "Heading",
    "Manner",
    "Option",
    "Preparation",
    "Procedure",
    "ProcedureKind",
    "RecoveryPhase",
    "Register",
    "Review",
    "Role",
    "Sentence",
    "Spoken",
    "Term",
    "Variant",
]

Register = Literal["plain", "clinical"]
"""Which of two wordings of one sentence a reader gets."""

About = Literal["plan", "safety", "editorial"]
"""Why a sentence cites nothing: it says how to use isthmus, what to do in danger, or what we are."""

Manner = Literal["people", "range"]
"""How a figure is drawn: as so many of a hundred people, or as a place on an axis."""

ProcedureKind = Literal["programme", "brace", "test", "injection", "operation"]
"""What sort of thing is done."""


@dataclass(frozen=True)
class Audience:
    """A kind of reader: the register it is written for, and how hard to read its words may be.

    `grade` is the highest Flesch-Kincaid grade of a chapter, `longest_sentence` is in words; None is no limit.
    """

    id: AudienceId
    title: str
    register: Register
    grade: int | None
    longest_sentence: int | None


@dataclass(frozen=True)
class Review:
    """Where words stand: nobody but a clinician can approve them, and none has yet."""

    status: str
    by: str
    changed: date
    next: date


@dataclass(frozen=True)
class Sentence:
    """A sentence for a reader and the claims it rests on; without claims, `about` says why it needs none.

    `arithmetic` holds the sums behind numbers that stand in no claim, `parameters` names the thresholds it tells. Where
    it is not `alone`, it says its claim only together with its neighbours, and never by itself in an answer.
    `review` says where the file of the sentence stands; None where it is in no file.
    """

    text: str
    claims: tuple[ClaimId, ...] = ()
    arithmetic: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    about: About | None = None
    alone: bool = True
    review: Review | None = None


@dataclass(frozen=True)
class Heading:
    """A title in both registers."""

    plain: str
    clinical: str

    def in_register(self, register: Register) -> str:
        """Choose the title of one register."""
        return self.plain if register == "plain" else self.clinical


@dataclass(frozen=True)
class Spoken:
    """One sentence in both registers, with one basis."""

    plain: Sentence
    clinical: Sentence

    def in_register(self, register: Register) -> Sentence:
        """Choose the wording of one register."""
        return self.plain if register == "plain" else self.clinical


@dataclass(frozen=True)
class FigureOf:
    """The figure of a claim by which a sentence can be drawn: the claim and what it measures.

    `draw` says how; None where it is said and not drawn. A sentence may speak of the `rest` of a hundred.
    """

    claim: ClaimId
    measure: str
    draw: Manner | None = None
    rest: bool = False


@dataclass(frozen=True)
class Fact:
    """A benefit or a harm, and the figure by which it can be drawn."""

    says: Spoken
    figure: FigureOf | None = None


@dataclass(frozen=True)
class ChapterTitle:
    """A chapter that every guide has, and what it is called in a list; `signs` where it lists what cannot wait."""

    id: str
    title: str
    signs: bool = False


@dataclass(frozen=True)
class Chapter:
    """A chapter of a guide."""

    id: str
    title: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True)
class Guide:
    """All chapters for one audience, in the order of the condition's chapters."""

    audience: AudienceId
    review: Review
    chapters: tuple[Chapter, ...]


@dataclass(frozen=True)
class Preparation:
    """Something to do before the day: whole days counted back from it, or None for as soon as it is planned."""

    days_before: int | None
    says: Spoken


@dataclass(frozen=True)
class RecoveryPhase:
    """A phase of recovery in weeks from the day; it has an open end where `to_week` is None.

    Where `from_week` is None it goes by what a person can do, and by no calendar.
    """

    phase: str
    from_week: int | None
    to_week: int | None
    title: Heading
    steps: tuple[Spoken, ...]


@dataclass(frozen=True)
class Variant:
    """A way of doing a procedure that has a name of its own."""

    name: str
    title: Heading
    says: tuple[Spoken, ...]


@dataclass(frozen=True)
class Procedure:
    """A procedure from what it is to the questions worth asking; `recovery_of` says for which the weeks hold."""

    name: str
    kind: ProcedureKind
    title: Heading
    review: Review
    actions: tuple[ActionId, ...]
    what_it_is: tuple[Spoken, ...]
    who_it_suits: tuple[Spoken, ...]
    who_not: tuple[Spoken, ...]
    benefits: tuple[Fact, ...]
    harms: tuple[Fact, ...]
    prepare: tuple[Preparation, ...]
    the_day: tuple[Spoken, ...]
    recovery: tuple[RecoveryPhase, ...]
    recovery_of: Spoken
    warning_signs: tuple[Spoken, ...]
    questions: tuple[Spoken, ...]
    variants: tuple[Variant, ...] = ()

    def spoken(self) -> Iterator[Spoken]:
        """Go through every sentence, in reading order."""
        yield from (*self.what_it_is, *self.who_it_suits, *self.who_not)
        yield from (said for variant in self.variants for said in variant.says)
        yield from (fact.says for fact in (*self.benefits, *self.harms))
        yield from (item.says for item in self.prepare)
        yield from (*self.the_day, self.recovery_of)
        yield from (step for phase in self.recovery for step in phase.steps)
        yield from (*self.warning_signs, *self.questions)


@dataclass(frozen=True)
class Option:
    """One of the ways that a choice is between, in equal detail with the others; `like` is what it is like to have it."""

    name: str
    title: Heading
    what: tuple[Spoken, ...]
    benefits: tuple[Fact, ...]
    harms: tuple[Fact, ...]
    like: tuple[Spoken, ...]


@dataclass(frozen=True)
class Choice:
    """A decision aid: the decision, its options side by side, values to weigh, and what is uncertain."""

    name: str
    title: Heading
    review: Review
    actions: tuple[ActionId, ...]
    condition: tuple[Spoken, ...]
    decision: tuple[Spoken, ...]
    options: tuple[Option, ...]
    values: tuple[Spoken, ...]
    uncertain: tuple[Spoken, ...]
    updates: tuple[Spoken, ...]
    funding: tuple[Spoken, ...]

    def spoken(self) -> Iterator[Spoken]:
        """Go through every sentence, in reading order."""
        yield from (*self.condition, *self.decision)
        for option in self.options:
            yield from (*option.what, *(fact.says for fact in (*option.benefits, *option.harms)), *option.like)
        yield from (*self.values, *self.uncertain, *self.updates, *self.funding)


@dataclass(frozen=True)
class Term:
    """A word and what it means, in both registers, with the other ways in which people write it."""

    term: str
    plain: str
    clinical: str
    claims: tuple[ClaimId, ...] = ()
    also: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()

    def in_register(self, register: Register) -> str:
        """Choose what it means in one register."""
        return self.plain if register == "plain" else self.clinical

    def written(self) -> tuple[str, ...]:
        """List every right way to write it."""
        return (self.term, *self.also, *self.abbreviations)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches it in any of these ways, in the singular and the plural."""
        return re.compile(rf"(?<!\w)(?:{any_form(self.written())})s?(?!\w)")


@dataclass(frozen=True)
class Role:
    """Who does what with the words."""

    role: str
    says: tuple[Sentence, ...]


@dataclass(frozen=True)
class Editorial:
    """How the words are made and kept: policy, conflicts, funding, roles, and what each audience is told everywhere.

    `safety` comes first in a guide; `days` stands below every day of a calendar.
    """

    review: Review
    policy: tuple[Sentence, ...]
    conflicts: tuple[Sentence, ...]
    funding: tuple[Sentence, ...]
    roles: tuple[Role, ...]
    statuses: Mapping[str, str]
    safety: Mapping[AudienceId, tuple[Sentence, ...]]
    days: Mapping[AudienceId, tuple[Sentence, ...]]
