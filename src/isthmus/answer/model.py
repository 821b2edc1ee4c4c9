"""An answer: statements that each carry their citations, or the reason there is none."""

from dataclasses import dataclass
from typing import Literal

from isthmus.answer.facts import Fact
from isthmus.claims import Disagreement, Kind
from isthmus.terms import AudienceId, ClaimId, SourceId, StageId

__all__ = ["Answer", "Behaviour", "Citation", "Refusal", "Statement", "WriterReport"]

Behaviour = Literal["answer", "answer_with_disagreement", "clarify", "abstain", "emergency", "send_to_care"]
"""What isthmus does with a question."""


@dataclass(frozen=True)
class Citation:
    """The place a statement comes from.

    For a statement taken from a document, `quote` is the UTF-8 text of `document` from byte `start` to byte `end`.
    For one taken from the knowledge base, `document`, `start` and `end` are None and `quote` is the claim. `kind` is the
    kind of a document, as `DOCUMENT_KINDS` lists them; None for a claim's source.
    """

    source: SourceId
    title: str
    publisher: str | None
    year: int | None
    url: str | None
    document: str | None
    start: int | None
    end: int | None
    quote: str
    kind: str | None = None


@dataclass(frozen=True)
class Statement:
    """One sentence of an answer, with at least one citation; a claim may be told in the reader's own words.

    `lead_in` is the line of the document that an item of a list completes, such as "Consider surgery if:"; without it
    the item would say more than its author did, so whoever shows the one shows the other. `under` are the headings that
    a sentence of a document stands under, the outermost first. `question` is the one of several questions that it answers. `copies` are other documents that hold the same sentence. `written_by` names the
    language model that wrote the sentence from what it cites; None where nobody did.
    """

    text: str
    stage: StageId | None
    claim: ClaimId | None
    citations: tuple[Citation, ...]
    lead_in: str | None = None
    under: tuple[str, ...] = ()
    question: str | None = None
    copies: tuple[str, ...] = ()
    written_by: str | None = None


@dataclass(frozen=True)
class Refusal:
    """A part of a question that is never answered here, beside parts that are: why, and whom to ask instead."""

    question: str
    reason: str


@dataclass(frozen=True)
class WriterReport:
    """What became of the sentences of a language model; `note` says why none is shown, where none is."""

    model: str
    kept: int
    dropped: int
    note: str | None


@dataclass(frozen=True)
class Answer:
    """What is said to a question, or why nothing is.

    `facts` are what the question, and those before it, tell of a patient; `kind` is the kind of answer it wants;
    `unanswered` are those of its several questions to which nothing is said, and `refused` those that are never answered
    here although the rest is. `suggested_audience` is who seems to ask,
    and `seeks_next` whether the next step of one person is asked for. `read_as` pairs what looks like no word in the
    question with the word that it was read as.
    """

    question: str
    audience: AudienceId
    behaviour: Behaviour
    reason: str | None
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]
    follow_up: tuple[str, ...]
    notice: str
    facts: tuple[Fact, ...] = ()
    kind: Kind | None = None
    unanswered: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    suggested_audience: AudienceId | None = None
    seeks_next: bool = False
    writer: WriterReport | None = None
    read_as: tuple[tuple[str, str], ...] = ()
