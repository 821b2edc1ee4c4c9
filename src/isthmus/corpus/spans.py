"""Spans of a stored text, as somebody writes them down: read, checked and put in order."""

import re
from collections.abc import Iterable

from isthmus.errors import InvalidOption

__all__ = ["Span", "joined", "read_span"]

Span = tuple[int, int]
"""The first byte of some words of a text, and the byte after the last."""

_WRITTEN = re.compile(r"(\d{1,12})-(\d{1,12})", re.ASCII)


def read_span(written: str, text: bytes, *, where: str) -> Span:
    """Read a span, and see that it lies in the text and cuts no character.

    Args:
        written: As in `12-34`.
        text: The text as it is stored.
        where: What was given, for the message.

    Raises:
        InvalidOption: It is none.
    """
    found = _WRITTEN.fullmatch(written)
    start, end = map(int, found.groups()) if found else (0, 0)
    if not start < end <= len(text):
        remedy = f"Give the first byte and the one after the last, up to {len(text)}, as in 0-{len(text)}."
        raise InvalidOption("This is no span of the document.", where=where, remedy=remedy)
    if _cuts(text, start) or _cuts(text, end):
        remedy = "Take it from a citation's `start` and `end`."
        raise InvalidOption("This span cuts a character.", where=where, remedy=remedy)
    return start, end


def joined(spans: Iterable[Span]) -> list[Span]:
    """Put spans in order, and make one of those that touch.

    >>> joined([(5, 9), (0, 2), (7, 12)])
    [(0, 2), (5, 12)]
    """
    told: list[Span] = []
    for start, end in sorted(spans):
        if told and start <= told[-1][1]:
            told[-1] = (told[-1][0], max(end, told[-1][1]))
        else:
            told.append((start, end))
    return told


def _cuts(text: bytes, at: int) -> bool:
    """Whether a place lies within a character: all its bytes but the first begin with the bits 10."""
    return at < len(text) and text[at] & 0xC0 == 0x80  # noqa: PLR2004 - bits of UTF-8
