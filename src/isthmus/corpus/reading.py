"""What a reader makes of a file, and the one way in which all readers turn bytes into text."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from isthmus.errors import MalformedText

__all__ = ["Reading", "decode", "title_from"]

# Bytes below the space that no text holds; tabs, line ends, form feeds and escapes may occur in one.
_BINARY = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f]")
_LONGEST_TITLE = 120


@dataclass(frozen=True)
class Reading:
    """The title and the text of a file, with what the page says about where it comes from."""

    title: str
    text: str
    media_type: str
    publisher: str | None = None
    year: int | None = None
    url: str | None = None


def decode(content: bytes, name: str, *, encoding: str = "utf-8-sig") -> str:
    """Turn the bytes of a file into text, or refuse them; nothing is ever replaced by a guess.

    Raises:
        MalformedText: The bytes are no text, or not in this encoding.
    """
    if not encoding.startswith("utf-16") and _BINARY.search(content):
        raise MalformedText("This is a binary file.", where=name, remedy="Give its text instead.")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        what = f"It is not {encoding.removesuffix('-sig').upper()} text (byte {error.start})."
        raise MalformedText(what, where=name, remedy="Save it as UTF-8.") from error


def title_from(line: str, name: str) -> str:
    """Take a line as the title of a file, or the file's own name where the line is none.

    >>> title_from("What is a pars defect?", "pages/what-is-it.txt")
    'What is a pars defect?'
    >>> title_from("It is a crack in a small bridge of bone.", "pages/what-is-it.txt")
    'what-is-it'
    """
    title = " ".join(line.split())
    if not title or len(title) > _LONGEST_TITLE or title.endswith("."):
        return PurePosixPath(name).stem
    return title
