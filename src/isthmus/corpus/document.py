"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from dataclasses import dataclass
from typing import NewType

__all__ = ["Document", "DocumentId", "Passage", "PassageId", "Sentence"]

DocumentId = NewType("DocumentId", str)
"""A document: its path below the library's folder, with forward slashes."""

PassageId = NewType("PassageId", str)
"""A passage: its document and first byte, as `pages/clinic.html@1204`; or the id of a claim."""


@dataclass(frozen=True)
class Document:
    """A text as it is stored: all offsets are bytes of its UTF-8 form."""

    id: DocumentId
    title: str
    text: str
    sha256: str
    media_type: str
    publisher: str | None = None
    year: int | None = None
    url: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence: bytes `start` up to, not including, `end` of its document's text.

    An item of a list is a sentence too; `lead_in` is then the line above that it completes, such as
    "Consider surgery if:", without which it would say more than its author did.
    """

    document: DocumentId
    start: int
    end: int
    text: str
    lead_in: str | None = None


@dataclass(frozen=True)
class Passage:
    """A run of sentences that belong together, under its nearest heading: what is ranked."""

    id: PassageId
    document: DocumentId
    start: int
    end: int
    text: str
    heading: str | None
    sentences: tuple[Sentence, ...]
