"""The kinds of file that can be read, one reader a file, by the ending of a file's name."""

from collections.abc import Callable, Mapping

from isthmus.corpus.readers import html, text
from isthmus.corpus.reading import Reading

__all__ = ["READERS", "Reader"]

Reader = Callable[[bytes, str], Reading]
"""Reads the bytes of a file, given its name for messages; raises MalformedText when it cannot."""

READERS: Mapping[str, Reader] = {
    ".htm": html.read,
    ".html": html.read,
    ".text": text.read,
    ".txt": text.read,
}
