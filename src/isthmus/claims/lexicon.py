"""The words of a condition: what topics and stages are called, which words mean the same."""

from dataclasses import dataclass, field

from isthmus.claims.spelling import Spelling
from isthmus.claims.wording import NOWHERE, Part, Wording
from isthmus.terms import ClaimId, StageId, TopicId

__all__ = ["Lexicon", "Naming", "Stage", "Synonyms", "Topic"]


@dataclass(frozen=True)
class Topic:
    """What claims are about, the ways people ask for it, and a question that asks for it well.

    `then` names the topics that a reader may want next. `as_stored` is whether its claims are said as they are stored only,
    since a word changed in them could do harm. A claim of a topic that is `whole` lists what no reader may miss, so that
    nothing less than all of it stands for it.
    """

    id: TopicId
    title: str
    asked: tuple[Wording, ...]
    ask: str
    then: tuple[TopicId, ...] = ()
    as_stored: bool = False
    whole: bool = False


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
class Naming:
    """How a term of the glossary is written, its own name first, and what it belongs to.

    `topics` are what a question asks about that names it and says no more; `claims` are what its meaning rests on.
    """

    written: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    topics: tuple[TopicId, ...] = ()
    claims: tuple[ClaimId, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """The words of one condition.

    `condition` holds its own names, which every text about it shares; `filler` the words that ask but do not narrow.
    `elsewhere` are words for another body part, illness or treatment: an answer has to speak of them when a question does.
    `remedies` are those of them for a treatment, `illnesses` and `body_parts` those for an illness and for a part of the body;
    `others` are more wordings by which a line of a document names another illness.
    `own` are names of the condition, or of what comes of it, that no other illness bears; without any, all its names are.
    `everyday` are words of general English that say little of what is asked, nor that something else is.
    `kindred` are the ways to speak of this condition without one of its names.
    `alongside` are illnesses that somebody may have besides; a question of what is `ours_alone` is about none of them, unless it asks
    what one `bears_on`.
    `people` name the rows of synonyms for who is treated, which leave the stages of care as they are;
    `leaning` are words that open a sentence which leans on the one before it.
    `grades` are wordings that tell how a claim was found out, in rows, the most trustworthy first.
    `pointing` are wordings by which a sentence leans on another in its midst, such as `in that study`. `spelling` and
    `terms` are those of the glossary, where there is one.
    `staged` are the ways to ask for treatment as a whole.
    """

    condition: Synonyms
    topics: tuple[Topic, ...]
    stages: tuple[Stage, ...]
    synonyms: tuple[Synonyms, ...]
    filler: frozenset[str]
    elsewhere: tuple[str, ...]
    people: tuple[str, ...]
    leaning: frozenset[str]
    pointing: tuple[Wording, ...]
    staged: tuple[Wording, ...]
    everyday: frozenset[str] = frozenset()
    spelling: Spelling = field(default_factory=Spelling)
    terms: tuple[Naming, ...] = ()
    grades: tuple[tuple[Wording, ...], ...] = ()
    kindred: tuple[Wording, ...] = ()
    alongside: Part = NOWHERE
    ours_alone: tuple[Wording, ...] = ()
    bears_on: Part = NOWHERE
    remedies: tuple[str, ...] = ()
    illnesses: tuple[str, ...] = ()
    body_parts: tuple[str, ...] = ()
    others: tuple[Wording, ...] = ()
    own: tuple[str, ...] = ()
