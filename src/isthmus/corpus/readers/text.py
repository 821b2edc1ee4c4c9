"""Plain text: stored exactly as it is, so that every byte of a citation can be found in the file."""

from isthmus.corpus.furniture import is_furniture
from isthmus.corpus.reading import Reading, decode, title_from

__all__ = ["read"]


def read(content: bytes, name: str) -> Reading:
    """Read a plain text file; a byte order mark is the one thing that is dropped.

    Raises:
        MalformedText: It is binary or not UTF-8.
    """
    text = decode(content, name)
    first_line = next((line for line in text.splitlines() if not is_furniture(line)), "")
    return Reading(title_from(first_line, name), text, "text/plain")
