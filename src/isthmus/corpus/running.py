"""Lines that run along the pages of a paper: its name, the journal, the number of the page."""

import re
from collections import Counter
from collections.abc import Iterator

__all__ = ["running_lines"]

_PAGE_END = "\f"
_LINES_AT_AN_EDGE = 3
_FEWEST_PAGES = 3
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_LONGEST = 160


def running_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Find the lines at the top and the foot of pages that are the same on several, save for their numbers.

    Args:
        text: A text whose pages end in form feeds; a text without any has no running lines.

    Returns:
        Each such line, in characters, in order.
    """
    if text.count(_PAGE_END) < _FEWEST_PAGES - 1:
        return ()
    edges = [edge for page in _pages(text) for edge in _edges(text, *page)]
    seen = Counter(_shape(text[start:end]) for start, end in edges)
    return tuple((start, end) for start, end in edges if seen[_shape(text[start:end])] >= _FEWEST_PAGES)


def _pages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while (end := text.find(_PAGE_END, start)) >= 0:
        yield start, end
        start = end + 1
    yield start, len(text)


def _edges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the first and the last lines of a page that hold anything."""
    lines = [(found.start() + start, found.end() + start) for found in re.finditer(r"\S[^\r\n]*", text[start:end])]
    near = lines if len(lines) <= 2 * _LINES_AT_AN_EDGE else lines[:_LINES_AT_AN_EDGE] + lines[-_LINES_AT_AN_EDGE:]
    return [line for line in near if line[1] - line[0] <= _LONGEST]


def _shape(line: str) -> str:
    return " ".join(_DIGITS.sub("#", line.lower()).split())
