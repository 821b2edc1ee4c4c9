"""An answer: statements that each carry their citations, or the reason there is none."""

from dataclasses import dataclass
from typing import Literal

from isthmus.claims import Disagreement
from isthmus.terms import AudienceId, ClaimId, SourceId, StageId

__all__ = ["Answer", "Behaviour", "Citation", "Statement", "WriterReport"]

Behaviour = Literal["answer", "answer_with_disagreement", "clarify", "abstain", "emergency", "send_to_care"]
"""What isthmus does with a question."""


@dataclass(frozen=True)
class Citation:
    """The place a statement comes from.

    For a statement taken from a document, `quote` is the UTF-8 text of `document` from byte `start` to byte `end`.
    For one taken from the knowledge base, `document`, `start` and `end` are None and `quote` is the claim.
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


@dataclass(frozen=True)
class Statement:
    """One sentence of an answer, with at least one citation; a claim may be told in the reader's own words.

    `lead_in` is the line of the document that an item of a list completes, such as "Consider surgery if:"; without it
    the item would say more than its author did, so whoever shows the one shows the other. `written_by` names the language
    model that wrote the sentence from what it cites; None where nobody did.
    """

    text: str
    stage: StageId | None
    claim: ClaimId | None
    citations: tuple[Citation, ...]
    lead_in: str | None = None
    written_by: str | None = None


@dataclass(frozen=True)
class WriterReport:
    """What became of the sentences of a language model; `note` says why none is shown, where none is."""

    model: str
    kept: int
    dropped: int
    note: str | None


@dataclass(frozen=True)
class Answer:
    """What is said to a question, or why nothing is."""

    question: str
    audience: AudienceId
    behaviour: Behaviour
    reason: str | None
    statements: tuple[Statement, ...]
    disagreements: tuple[Disagreement, ...]
    follow_up: tuple[str, ...]
    notice: str
    writer: WriterReport | None = None
