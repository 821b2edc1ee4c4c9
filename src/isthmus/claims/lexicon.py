"""The words of a condition: what topics and stages are called, which words mean the same, which must stop us."""

from dataclasses import dataclass
from typing import Literal

from isthmus.claims.wording import Denials, Wording
from isthmus.terms import ClaimId, DisagreementId, StageId, TopicId

__all__ = ["Lexicon", "Point", "Stage", "Synonyms", "Topic", "Watch"]


@dataclass(frozen=True)
class Topic:
    """What claims are about, the ways people ask for it, and a question that asks for it well.

    `then` names the topics that a reader may want next.
    """

    id: TopicId
    title: str
    asked: tuple[Wording, ...]
    ask: str
    then: tuple[TopicId, ...] = ()


@dataclass(frozen=True)
class Stage:
    """A stage of care: the topics whose claims belong to it, and the words that show it in a text.

    `terms` are the words that say the stage best; they rank what belongs to it.
    """

    id: StageId
    title: str
    topics: tuple[TopicId, ...]
    terms: tuple[str, ...]
    marks: tuple[Wording, ...]


@dataclass(frozen=True)
class Synonyms:
    """Words that mean the same to a reader, lay and clinical, with common misspellings."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Point:
    """The ways people ask for a point on which sources differ."""

    disagreement: DisagreementId
    asked: tuple[Wording, ...]


@dataclass(frozen=True)
class Watch:
    """Wordings of a question that decide what is done with it before anything is looked up.

    It does not hold where one of `unless` occurs. `claims` may be shown beside the reason.
    """

    id: str
    behaviour: Literal["emergency", "send_to_care", "abstain", "clarify"]
    asked: tuple[Wording, ...]
    reason: str
    unless: tuple[Wording, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The words of one condition; watches stand in the order in which they outrank each other.

    `condition` holds its own names, which every text about it shares; `filler` the words that ask but do not narrow.
    `elsewhere` are words for another body part, illness or treatment: an answer has to speak of them when a question does.
    `people` name the rows of synonyms for who is treated, which leave the stages of care as they are;
    `leaning` are words that open a sentence which leans on the one before it.
    `staged` are the ways to ask for treatment as a whole. `no_evidence` and `out_of_scope` say why there is no answer.
    """

    condition: Synonyms
    topics: tuple[Topic, ...]
    stages: tuple[Stage, ...]
    synonyms: tuple[Synonyms, ...]
    filler: frozenset[str]
    elsewhere: tuple[str, ...]
    people: tuple[str, ...]
    leaning: frozenset[str]
    staged: tuple[Wording, ...]
    points: tuple[Point, ...]
    denials: Denials
    watches: tuple[Watch, ...]
    no_evidence: str
    out_of_scope: str
