"""Which lines of a PDF are headings, told by how they are set: larger or bolder than the text around them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["CELLS", "ITEM", "STOPPED", "Line", "levels_of", "stands_out", "usual_look"]

STOPPED = re.compile(r"[.!?:][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*\s?[\d,\N{EN DASH}-]{0,8}\Z")
"""The end of a sentence, with the numbers of its references."""
ITEM = re.compile(r"(?:[\N{BULLET}\N{BLACK SMALL SQUARE}\N{WHITE BULLET}*\N{EN DASH}-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
"""The beginning of an item of a list."""
CELLS = " | "
"""Stands between the cells of a row."""

_FULL_STOP = re.compile(r"[.;,][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*\s?[\d,\N{EN DASH}-]{0,8}\Z")
_CAPTION = re.compile(r"(?:table|figure|fig)\b\.? ?\d", re.IGNORECASE)
_MOST_WORDS, _MOST_LETTERS, _MOST_LINES = 14, 110, 3
_LARGER, _AS_LARGE = 1.12, 0.95
_BOLDER = 60  # in the weights of fonts, of which 400 is regular and 700 bold


class Line(NamedTuple):
    """A line of a page: its words, the size of its letters in points and their weight, its height and its left edge."""

    words: str
    size: float = 0
    weight: int = 0
    height: float = 0
    left: float = 0


class _Style(NamedTuple):
    """How a heading is set; the larger of two is the outer one."""

    size: float
    is_bold: bool


def levels_of(pages: Sequence[Sequence[Line]]) -> list[list[int]]:
    """Tell of each line of each page the level of the heading that it belongs to, of which 1 is the outermost, or 0.

    A heading is one line, or a few of the same style, that stand out from the letters in which most of the text is set.
    """
    usual = usual_look(pages)
    styles = [[_style(line, usual) for line in page] for page in pages]
    heads = [_headings(page, of_page) for page, of_page in zip(pages, styles, strict=True)]
    ranks = sorted({style for of_page in heads for style in of_page if style}, reverse=True)
    levels = {style: level for level, style in enumerate(ranks, start=1)}
    return [[levels[style] if style else 0 for style in of_page] for of_page in heads]


def usual_look(pages: Sequence[Sequence[Line]]) -> Line:
    """Find the size and the weight in which most letters are set."""
    counts: Counter[tuple[float, int]] = Counter()
    for page in pages:
        for line in page:
            counts[line.size, line.weight] += len(line.words)
    size, weight = max(counts, key=lambda look: counts[look], default=(0.0, 0))
    return Line("", size, weight)


def stands_out(line: Line, usual: Line) -> bool:
    """Tell whether a line is set larger or bolder than the text around it.

    >>> stands_out(Line("Rest", 14.0, 400), Line("", 10.0, 400)), stands_out(Line("Rest", 10.0, 400), Line("", 10.0, 400))
    (True, False)
    """
    return _style(line, usual) is not None


def _style(line: Line, usual: Line) -> _Style | None:
    is_bold = line.weight >= usual.weight + _BOLDER
    if line.size >= usual.size * _LARGER or (is_bold and line.size >= usual.size * _AS_LARGE):
        return _Style(line.size, is_bold)
    return None


def _headings(page: Sequence[Line], styles: Sequence[_Style | None]) -> list[_Style | None]:
    """Keep the style of those lines that stand out and are headings, as few and short as these are."""
    found: list[_Style | None] = []
    for start, end in _runs(styles):
        is_heading = styles[start] is not None and _is_heading(page[start:end], page[end : end + 1])
        found += [styles[start] if is_heading else None] * (end - start)
    return found


def _runs(styles: Sequence[_Style | None]) -> Iterator[tuple[int, int]]:
    start = 0
    for place in range(1, len(styles) + 1):
        if place == len(styles) or styles[place] != styles[start]:
            yield start, place
            start = place


def _is_heading(lines: Sequence[Line], after: Sequence[Line]) -> bool:
    words = " ".join(line.words.strip() for line in lines)
    of_a_table = CELLS in words or any(CELLS in line.words for line in after)
    if len(lines) > _MOST_LINES or of_a_table or ITEM.match(words) or _CAPTION.match(words):
        return False
    short = len(words) <= _MOST_LETTERS and len(words.split()) <= _MOST_WORDS
    return short and not _FULL_STOP.search(words) and any(map(str.isalpha, words))
