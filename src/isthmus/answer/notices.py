"""Notes in a document that what stands below them, in later passages too, is out of date or taken back."""

import re
from collections.abc import Iterator

from isthmus.answer.quotable_words import quotable_words
from isthmus.claims import Words
from isthmus.corpus import About, Library, Passage

__all__ = ["Notices"]

_PERHAPS = re.compile(
    r"out of date|outdated|obsolete|superse[dc]ed|withdrawn|retracted|wrong|incorrect|no longer|replaced", re.IGNORECASE
)
"""A word without which there is no note: what holds none of them, as most documents, is not looked at more closely."""

_Notice = tuple[int, str | None]
"""The first byte of the passage that holds a note, and the heading below which it holds; nothing for the whole document."""


class Notices:
    """The notes of documents, each document read once.

    Args:
        library: The documents.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[tuple[str, str], tuple[_Notice, ...]] = {}

    def take_back(self, passage: Passage, about: About) -> bool:
        """Whether a note in a passage before one says of all below it, in its part of the document, that it is not so any more."""
        key = (about.id, about.sha256)
        if key not in self._known:
            self._known[key] = tuple(self._read(about))
        return any(
            start < passage.start and (heading is None or heading in passage.over)
            for start, heading in self._known[key]
        )

    def _read(self, about: About) -> Iterator[_Notice]:
        text = (self._library.text(about.id) or b"").decode(errors="replace")
        if not _PERHAPS.search(text):
            return
        told = quotable_words()
        for passage in self._library.passages_of(about.id):
            if _PERHAPS.search(passage.text) and told.below.spans_in(Words.of(passage.text)):
                lines = (
                    line for line in passage.over if not told.is_note(line) and not told.is_title(line, about.title)
                )
                yield passage.start, next(lines, None)
