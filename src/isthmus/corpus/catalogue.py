"""A library as a catalogue shows it: each text once, with its copies, and what stands on which page."""

from dataclasses import dataclass

from isthmus.corpus.document import About, DocumentId
from isthmus.corpus.library import Library

__all__ = ["Leaf", "copies_of", "leaves_between", "parts_of", "texts", "texts_by_title"]

# Of documents that hold the same text, the one that gave its name to all stands for it.
_COUNT = "SELECT count(*) FROM documents WHERE twins IS NULL OR twins = id"
_BY_TITLE = """
SELECT id FROM documents WHERE twins IS NULL OR twins = id
ORDER BY coalesce(json_extract(corrected, '$.title'), json_extract(about, '$.title')) COLLATE NOCASE, id LIMIT ? OFFSET ?
"""
_COPIES = "SELECT id FROM documents WHERE twins = ? AND id <> ? ORDER BY id"
_PARTS = "SELECT id FROM documents WHERE json_extract(about, '$.stands_on') = ? ORDER BY id"
_LEAVES = """
SELECT first, last, heading FROM passages
WHERE document = (SELECT number FROM documents WHERE id = ?) AND first < ? AND last > ? ORDER BY first
"""


@dataclass(frozen=True)
class Leaf:
    """A passage without its words: its bytes of the text, and the heading above it."""

    start: int
    end: int
    heading: str | None


def texts(library: Library) -> int:
    """Count the texts of a library: copies are one."""
    return library.store.number(_COUNT) or 0


def texts_by_title(library: Library, *, start: int, most: int) -> list[About]:
    """List texts by title, one document for each.

    Args:
        library: The documents.
        start: How many to pass over.
        most: How many to give at most.
    """
    return _known(library, _BY_TITLE, most, start)


def copies_of(library: Library, about: About) -> list[About]:
    """List the other documents that hold the same text, by id."""
    return _known(library, _COPIES, about.group, about.id)


def parts_of(library: Library, page: DocumentId) -> list[About]:
    """List the sources that a page quotes, by id."""
    return _known(library, _PARTS, page)


def leaves_between(library: Library, key: DocumentId, start: int, end: int) -> list[Leaf]:
    """List the passages that lie between two bytes of a document, wholly or in part, in order.

    What lies in none of them is furniture of the page, such as a menu, or a heading.
    """
    rows = library.store.rows(_LEAVES, key, end, start)
    return [Leaf(int(str(first)), int(str(last)), str(told) if told else None) for first, last, told in rows]


def _known(library: Library, sql: str, *values: object) -> list[About]:
    found = (library.about(str(key)) for (key,) in library.store.rows(sql, *values))
    return [about for about in found if about]  # one may have been forgotten meanwhile
