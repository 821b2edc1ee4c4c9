"""Plain text: stored exactly as it is, so that every byte of a citation can be found in the file."""

from isthmus.corpus.furniture import is_furniture
from isthmus.corpus.media import TEXT
from isthmus.corpus.reading import Reading, decode, title_from
from isthmus.corpus.running import running_lines

__all__ = ["read"]

_MOST_LINES_BEFORE_A_TITLE = 100


def read(content: bytes, name: str) -> list[Reading]:
    """Read a plain text file; a byte order mark is the one thing that is dropped.

    Raises:
        MalformedText: It is binary or not UTF-8.
    """
    text = decode(content, name)
    first_lines = text[: _MOST_LINES_BEFORE_A_TITLE * 100].splitlines()[:_MOST_LINES_BEFORE_A_TITLE]
    first_line = next((line for line in first_lines if not is_furniture(line)), "")
    return [Reading(title_from(first_line, name), text, TEXT, furniture=running_lines(text))]
