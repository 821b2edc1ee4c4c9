"""From what a reader found to documents with their ids, places and passages."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields

from isthmus.corpus.document import About, Document, DocumentId
from isthmus.corpus.library import place_of
from isthmus.corpus.reading import Reading
from isthmus.corpus.split import split
from isthmus.corpus.store_write import Entry
from isthmus.corpus.unpack import Item

__all__ = ["entries_of"]

_ID_DIGITS = 20


def entries_of(item: Item, readings: Sequence[Reading]) -> Iterator[Entry]:
    """Make documents of what was read: the one that a thing is, or the several it holds, and those a page quotes.

    Returns:
        Each with its part: 0 for the one that the thing is, and the others counted from 1.
    """
    alone = len(readings) == 1
    sha256 = hashlib.sha256(item.content).hexdigest()
    part = 0
    for reading in readings:
        part += not alone
        if reading.fault:
            continue  # its number stays free, so that those of the others are the same when it is mended
        own = _document(reading, place_of(item.place, part), sha256 if alone else None)
        yield _entry(part, own, reading)
        for quoted in reading.parts:
            part += 1
            yield _entry(part, _document(quoted, place_of(item.place, part), None, stands_on=own.id), quoted)


def _entry(part: int, document: Document, reading: Reading) -> Entry:
    return Entry(part, document, split(document, reading.furniture, reading.headings))


_FOUND = [field.name for field in fields(About) if field.name not in {"id", "sha256", "place", "stands_on", "group"}]


def _document(reading: Reading, place: str, sha256: str | None, stands_on: DocumentId | None = None) -> Document:
    text = hashlib.sha256(reading.text.encode()).hexdigest()
    return Document(
        **{name: getattr(reading, name) for name in _FOUND},
        id=DocumentId((sha256 or _sha256_of(reading))[:_ID_DIGITS]),
        sha256=text,
        place=place,
        stands_on=stands_on,
        text=reading.text,
    )


def _sha256_of(reading: Reading) -> str:
    """Take the hash of what has no bytes of its own: of its title, address and text."""
    parts: Iterable[str] = (reading.title, reading.url or "", reading.text)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
