"""Documents as they are stored, and the passages and sentences that lie in them at exact bytes."""

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Literal, NamedTuple, NewType

__all__ = ["About", "Document", "DocumentId", "DocumentKind", "Passage", "PassageId", "Sentence"]

DocumentId = NewType("DocumentId", str)
"""A document: the first 20 hex digits of the SHA-256 of the bytes that were read; the same bytes are the same document.

For a part of a page, or a record of a collection, they are those of its own title, address and text.
"""

PassageId = NewType("PassageId", str)
"""A passage: its document and first byte, as `3f1c0d2b4a5968778695@1204`; or the id of a claim."""

DocumentKind = Literal[
    "guideline",
    "review",
    "trial",
    "study",
    "patient-page",
    "clinic-page",
    "ai-page",
    "search-page",
    "questions",
    "other",
]
"""What sort of source a document is, as far as anybody has said."""


@dataclass(frozen=True)
class About:
    """What is known of a document, without its text.

    `place` is where it was found, a path below the folder that was named, or an address; `published` an ISO date;
    `stands_on` the page that quotes this source. Near-duplicates share a `group`: the id of its first document.
    """

    id: DocumentId
    title: str
    sha256: str
    media_type: str
    place: str
    kind: DocumentKind = "other"
    publisher: str | None = None
    year: int | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    licence: str | None = None
    language: str | None = None
    stands_on: DocumentId | None = None
    group: str = ""


@dataclass(frozen=True)
class Document(About):
    """A text as it is stored, with what is known of it: all offsets are bytes of its UTF-8 form."""

    text: str = field(kw_only=True)


class Sentence(NamedTuple):  # no dataclass: every search makes hundreds, and a frozen one takes twice as long
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
    """A run of sentences that belong together, under its nearest heading: what is ranked.

    `above` are the headings above that one, the nearest first, and before them the lines that lead to the first sentence
    from before the passage: what they take back, as `Myths` does, is not to be said without them.
    """

    id: PassageId
    document: DocumentId
    start: int
    end: int
    text: str
    heading: str | None
    sentences: tuple[Sentence, ...]
    above: tuple[str, ...] = ()

    @property
    def over(self) -> tuple[str, ...]:
        """All lines above it, the nearest first."""
        leading = tuple(takewhile(_leads_on, self.above))
        nearest = (self.heading,) if self.heading is not None else ()
        return (*leading, *nearest, *self.above[len(leading) :])


def _leads_on(line: str) -> bool:
    """Whether a line is a sentence or announces what stands below it, as few headings do."""
    return line.rstrip("\"'*_)]").endswith((":", ".", "!"))
