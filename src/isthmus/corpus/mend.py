"""Puts right what is known of a document, and takes documents out of a library for good."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import cast, get_args

from isthmus.corpus.document import DocumentId, DocumentKind
from isthmus.corpus.ingest import MADE_BY
from isthmus.corpus.library import Library
from isthmus.corpus.reading import year_from
from isthmus.corpus.store_write import Writer
from isthmus.errors import InvalidOption, nearest

__all__ = ["CORRECTABLE", "DOCUMENT_KINDS", "correct", "corrections", "forget"]

DOCUMENT_KINDS: tuple[str, ...] = get_args(DocumentKind)
"""What sort of source a document may be said to be."""

CORRECTABLE = ("title", "publisher", "year", "published", "authors", "url", "licence", "language", "kind")
"""What may be put right of a document; its text may not."""

_EARLIEST, _LATEST = 1400, 2999
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?", re.ASCII)


def correct(library: Library, key: DocumentId, told: Mapping[str, object]) -> None:
    """Put right what is known of a document; it stays right when the same bytes, or newer ones, are read there again.

    Args:
        library: Open to be changed.
        key: The document.
        told: Values by field; None where nothing is known. A correction made earlier of another field stays; a date tells
            its year, and a year takes back a date in another.

    Raises:
        InvalidOption: A value does not fit its field.
        UnusableLibrary: The library cannot be written.
    """
    for field, value in told.items():
        _check(field, value)
    about = library.about(key)
    told = _in_step(told, about.published if about else None)
    Writer(library.store, MADE_BY).correct(key, dict(corrections(library, key)) | dict(told))


def corrections(library: Library, key: str) -> Mapping[str, object]:
    """Tell which fields of a document somebody put right, and how."""
    found = library.store.rows("SELECT corrected FROM documents WHERE id = ?", key)
    return cast("Mapping[str, object]", json.loads(str(found[0][0]))) if found else {}


def forget(library: Library, keys: Iterable[DocumentId]) -> tuple[DocumentId, ...]:
    """Take documents out of a library, with those that a page among them quotes, unless another quotes them too.

    Nothing of their text remains in the library's file. What is forgotten comes back when it is ingested again.

    Args:
        library: Open to be changed.
        keys: The documents.

    Returns:
        The documents that went.

    Raises:
        UnusableLibrary: The library cannot be written, or another program reads it without a pause.
    """
    return tuple(map(DocumentId, Writer(library.store, MADE_BY).forget(dict.fromkeys(keys))))


def _in_step(told: Mapping[str, object], published: str | None) -> Mapping[str, object]:
    """Keep year and date together, whichever of them is put right.

    Raises:
        InvalidOption: Both are, and they contradict each other.
    """
    if "published" in told:
        year = year_from(cast("str | None", told["published"]))
        if year and told.get("year", year) != year:
            raise InvalidOption("This is not the year of that date.", where="--year", remedy="Leave it out.")
        return {"year": year, **told}
    if "year" in told and published and year_from(published) != told["year"]:
        return {**told, "published": None}
    return told


def _check(field: str, value: object) -> None:
    where = f"--{field}"
    match field, value:
        case "kind", str() if value not in DOCUMENT_KINDS:
            remedy = nearest(value, DOCUMENT_KINDS, otherwise=f"Give one of: {', '.join(DOCUMENT_KINDS)}.")
            raise InvalidOption("This is no kind of document.", where=where, remedy=remedy)
        case "kind" | "title", None:
            raise InvalidOption("Every document has one.", where=where, remedy="Say what it is.")
        case "year", int() if not _EARLIEST <= value <= _LATEST:
            raise InvalidOption("This is not a year.", where=where, remedy="Write it as 2024.")
        case "published", str() if not _is_date(value):
            remedy = "Write it as 2024-05-31, or as far as it is known."
            raise InvalidOption("This is not a date.", where=where, remedy=remedy)
        case "url", str() if not re.fullmatch(r"https?://\S+", value):
            raise InvalidOption("This is not an address.", where=where, remedy="Begin it with https://.")
        case "url", str() if "@" in re.split(r"[/?#\\]", value.partition("://")[2])[0]:
            what = "There is a name or a password in this address."
            raise InvalidOption(
                what, where=where, remedy="Leave it out: whoever reads the answer is shown the address."
            )


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True
