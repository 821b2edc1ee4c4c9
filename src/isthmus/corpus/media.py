"""What kind of thing a file is, by the ending of its name and by what a server says of it."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Literal

__all__ = [
    "ARCHIVES",
    "COLLECTION",
    "DOCX",
    "ENDINGS",
    "GZIP",
    "HTML",
    "JATS",
    "JSON",
    "MARKDOWN",
    "PDF",
    "TAR",
    "TEXT",
    "ZIP",
    "media_type_of",
    "without_gzip",
]

COLLECTION = "application/x-ndjson"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
GZIP = "application/gzip"
HTML = "text/html"
JATS = "application/jats+xml"
JSON = "application/json"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
TAR = "application/x-tar"
TEXT = "text/plain"
ZIP = "application/zip"

Archive = Literal["application/gzip", "application/x-tar", "application/zip"]
ARCHIVES = frozenset([GZIP, TAR, ZIP])

ENDINGS: Mapping[str, str] = MappingProxyType(
    {
        ".docx": DOCX,
        ".gz": GZIP,
        ".htm": HTML,
        ".html": HTML,
        ".json": JSON,
        ".jsonl": COLLECTION,
        ".markdown": MARKDOWN,
        ".md": MARKDOWN,
        ".ndjson": COLLECTION,
        ".nxml": JATS,
        ".pdf": PDF,
        ".tar": TAR,
        ".text": TEXT,
        ".tgz": GZIP,
        ".txt": TEXT,
        ".xhtml": HTML,
        ".xml": JATS,
        ".zip": ZIP,
    }
)
"""The endings of names that are read, each with the kind of thing it stands for."""

_OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "application/gzip": GZIP,
        "application/jsonl": COLLECTION,
        "application/jsonlines": COLLECTION,
        "application/x-gzip": GZIP,
        "application/x-jsonlines": COLLECTION,
        "application/x-zip-compressed": ZIP,
        "application/xhtml+xml": HTML,
        "application/xml": JATS,
        "text/json": JSON,
        "text/x-markdown": MARKDOWN,
        "text/xml": JATS,
    }
)
_UNSAID = frozenset(["", "application/octet-stream", "binary/octet-stream", "application/x-download"])


def media_type_of(name: str, said: str = "") -> str:
    """Tell what a file is.

    Args:
        name: Its name, or the path of its address.
        said: What the server that sent it calls it, without parameters; it outranks the name, save that a server
            which only says "text" or nothing knows less than the name.

    Returns:
        A media type that is read here, or the empty text.

    >>> media_type_of("leaflet.PDF")
    'application/pdf'
    >>> media_type_of("notes.md", "text/plain")
    'text/markdown'
    >>> media_type_of("film.mp4")
    ''
    """
    by_name = ENDINGS.get(PurePosixPath(name.lower()).suffix, "")
    said = said.strip().lower()
    if said in _UNSAID or (said == TEXT and by_name):
        return by_name
    known = _OTHER_NAMES.get(said, said)
    return known if known in ENDINGS.values() else ""


def without_gzip(name: str) -> str:
    """Give the name of what a gzip file holds.

    >>> without_gzip("pages.tgz"), without_gzip("questions.jsonl.gz")
    ('pages.tar', 'questions.jsonl')
    """
    stem, ending = name[:-4], name[-4:].lower()
    return f"{stem}.tar" if ending == ".tgz" else name.removesuffix(name[-3:])
