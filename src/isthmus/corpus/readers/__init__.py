"""The kinds of thing that can be read, one reader a file; each is opened when the first of its kind comes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import cast

from isthmus.corpus.kinds import kind_of
from isthmus.corpus.media import COLLECTION, DOCX, ENDINGS, HTML, JATS, JSON, MARKDOWN, PDF, TEXT
from isthmus.corpus.quoted import with_quoted
from isthmus.corpus.reading import Reading, on_one_line
from isthmus.corpus.unpack import Item
from isthmus.errors import UnreadableFile

__all__ = ["READERS", "Reader", "read"]

Reader = Callable[[bytes, str], Sequence[Reading]]
"""Reads bytes, given their place for messages; raises MalformedText when it cannot."""

READERS: Mapping[str, str] = MappingProxyType(
    {
        COLLECTION: "records",
        DOCX: "docx",
        HTML: "html",
        JATS: "jats",
        JSON: "records",
        MARKDOWN: "markdown",
        PDF: "pdf",
        TEXT: "text",
    }
)
"""For each media type, the module that reads it."""

_MOST_LINES = 500_000
_PAGES = frozenset([HTML, MARKDOWN, TEXT])


def read(item: Item) -> list[Reading]:
    """Read one thing: nearly always one reading, and several where a file holds several records.

    Raises:
        MalformedText: It is not what its name says, or is broken.
        UnreadableFile: There is no text in it, or its kind is not read.
    """
    media_type = _seen(item.content) or item.media_type
    if media_type not in READERS:
        kinds = ", ".join(sorted(ENDINGS))
        raise UnreadableFile("This kind of file is not read.", where=item.place, remedy=f"Give one of {kinds}.")
    everything = _reader(READERS[media_type])(item.content, item.place)
    found = [reading for reading in everything if reading.fault or reading.text.strip()]
    if not found:
        raise UnreadableFile("There is no text in it.", where=item.place, remedy="Give a page that holds its text.")
    if any(reading.text.count("\n") > _MOST_LINES or reading.text.count("  -") > _MOST_LINES for reading in found):
        what = f"It has more than {_MOST_LINES:,} lines or items."
        raise UnreadableFile(what, where=item.place, remedy="Split it.")
    return [reading if reading.fault else _told(reading, item) for reading in found]


@cache
def _reader(name: str) -> Reader:
    return cast("Reader", import_module(f"isthmus.corpus.readers.{name}").read)


def _seen(content: bytes) -> str:
    """Tell what bytes plainly are, whatever they are called."""
    return PDF if content.startswith(b"%PDF-") else ""


def _told(reading: Reading, item: Item) -> Reading:
    """Add what can be told of any reading: the sources it quotes, its kind, and where it was read."""
    reading = _in_lines(reading)
    if reading.media_type in _PAGES and item.media_type not in {COLLECTION, JSON}:
        reading = with_quoted(reading)
    kind = kind_of(reading) if reading.kind == "other" else reading.kind
    url = reading.url or item.url
    return reading if (kind, url) == (reading.kind, reading.url) else replace(reading, kind=kind, url=url)


def _in_lines(reading: Reading) -> Reading:
    """Keep what a document says of itself on one line each, so that it cannot pass for anything else where it is shown."""
    said = [reading.title, reading.publisher, reading.licence, reading.language, *reading.authors]
    if all(words is None or words == on_one_line(words) != "" for words in said):  # as nearly always
        return reading
    return replace(
        reading,
        title=on_one_line(reading.title),
        publisher=on_one_line(reading.publisher or "") or None,
        authors=tuple(filter(None, map(on_one_line, reading.authors))),
        licence=on_one_line(reading.licence or "") or None,
        language=on_one_line(reading.language or "") or None,
    )
