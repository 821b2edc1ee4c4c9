"""The text of a PDF, written from its lines: its paragraphs and headings set apart, which PDF does not tell."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from isthmus.corpus.pdf_headings import CELLS, ITEM, STOPPED, Line, levels_of

__all__ = ["PAGE_END", "write_pages"]

PAGE_END = "\n\f\n"
"""Stands between the pages of a text."""

_SHORT_OF_A_LINE, _SHORT_AS_A_HEADING = 0.85, 0.75
_MOST_WORDS_OF_A_HEADING, _LONGEST_HEADING = 14, 110
_TOUCHES = 1.0  # points
_NEARER = 0.85  # how much nearer a heading stands to what it heads than to what stands above it
_APART = 1.3  # how much further apart paragraphs stand than the lines of one
_NARROW_SHARE = 5  # one step in so many, at least, is that from a line to the next of its paragraph


class _Set(NamedTuple):
    """A line, or all those of one heading, with its level: 0 for any line that is no heading by its looks.

    `ends_a_list` says that it stands further left than the item before it, and is none of its words.
    """

    words: str
    height: float = 0
    level: int = 0
    ends_a_list: bool = False


_NOTHING = _Set("")


def write_pages(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Write pages as text, and tell where the headings begin that are told by their looks, each with its level.

    The words of a line stay on a line, save those of a heading, which are joined. An empty line stands around
    headings and after short ends of paragraphs. Where no line looks like a heading, its words have to tell.
    """
    levels = levels_of(pages)
    has_looks = any(map(any, levels))
    step = _step(pages)
    pieces: list[str] = []
    headings: list[tuple[int, int]] = []
    length = 0
    for page, of_page in zip(pages, levels, strict=True):
        for piece, level in _written(_joined(page, of_page), step, has_looks=has_looks):
            if level:
                headings.append((length, level))
            pieces.append(piece)
            length += len(piece)
        pieces.append(PAGE_END)
        length += len(PAGE_END)
    return "".join(pieces[:-1]), tuple(headings)


def _joined(page: Sequence[Line], levels: Sequence[int]) -> list[_Set]:
    """Write a heading of several lines as one, for it is never quoted."""
    joined: list[_Set] = []
    item: Line | None = None
    for line, level in zip(page, levels, strict=True):
        words = line.words.strip() if level else line.words.rstrip()
        if level and joined and joined[-1].level == level:
            words = f"{joined.pop().words} {words}"
        ends = item is not None and line.left < item.left - _TOUCHES
        item = line if ITEM.match(words) else None if ends else item
        joined.append(_Set(words, line.height, level, ends_a_list=ends and item is None))
    return joined


def _step(pages: Sequence[Sequence[Line]]) -> float:
    """Find how far below a line the next of its paragraph stands: about the narrowest of all steps down the pages."""
    pairs = (pair for page in pages for pair in pairwise(page))
    steps = sorted(line.height - below.height for line, below in pairs if 0 < line.size < line.height - below.height)
    return steps[len(steps) // _NARROW_SHARE] if steps else 0


def _written(lines: Sequence[_Set], step: float, *, has_looks: bool) -> Iterator[tuple[str, int]]:
    """Give the lines of a page and the breaks between them."""
    widths = sorted(len(line.words) for line in lines if CELLS not in line.words)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    apart = _apart(lines, step, usual)
    for before, line, after, alone in zip([_NOTHING, *lines], lines, [*lines[1:], _NOTHING], apart, strict=False):
        heads = line.level > 0 or _heads(before, line, after, usual, has_looks=has_looks)
        ended = STOPPED.search(before.words) and len(before.words) < _SHORT_OF_A_LINE * usual
        if before.words and (heads or line.ends_a_list or alone or (ended and not ITEM.match(line.words))):
            yield "\n", 0
        yield line.words, line.level
        if after.words:
            yield "\n", 0
        if heads and not (line.level and _would_pass(after.words) and len(line.words) < _SHORT_AS_A_HEADING * usual):
            yield "\n", 0


def _apart(lines: Sequence[_Set], step: float, usual: int) -> list[bool]:
    """Tell of each line whether it stands apart from the one before, like a paragraph, and begins like a sentence.

    That one ends short, or the space between them is wider than around them, as it is not in a text of wide spacing.
    """
    steps = [0.0, *(line.height - below.height for line, below in pairwise(lines)), 0.0]
    around = (
        min(filter(_is_down, (above, below)), default=0.0) for above, below in zip(steps, steps[2:], strict=False)
    )
    told = [False]
    for (before, line), down, near in zip(pairwise(lines), steps[1:], around, strict=False):
        begins = not (line.words.lstrip()[:1].islower() or ITEM.match(line.words) or before.words.endswith((",", "-")))
        ended = len(before.words) < _SHORT_OF_A_LINE * usual or (near > 0 and down > near * _APART)
        told.append(begins and ended and step > 0 and down > step * _APART)
    return told[: len(lines)]


def _is_down(step: float) -> bool:
    return step > 0


def _heads(before: _Set, line: _Set, after: _Set, usual: int, *, has_looks: bool) -> bool:
    """Tell whether a line reads like a heading: short, without a stop, between a paragraph's end and a beginning.

    Where other headings are told by their looks, it also has to stand nearer to what follows.
    """
    words = line.words
    if not (words and after.words and _is_short(words, usual)):
        return False
    begins = words[:1].isupper() or words[:1].isdigit()
    goes_before = not before.words or STOPPED.search(before.words) is not None
    goes_on = after.words.lstrip()[:1].islower() or words.endswith((",", "-"))
    few = len(words.split()) <= _MOST_WORDS_OF_A_HEADING
    return begins and goes_before and not goes_on and few and (not has_looks or _stands_off(before, line, after))


def _is_short(words: str, usual: int) -> bool:
    return len(words) < _SHORT_AS_A_HEADING * usual and not STOPPED.search(words) and not ITEM.match(words)


def _would_pass(words: str) -> bool:
    """Tell whether a line would pass for a heading, were it to stand alone, as the first item of a list without bullets."""
    few = len(words) <= _LONGEST_HEADING and len(words.split()) <= _MOST_WORDS_OF_A_HEADING
    return few and words[:1].isupper() and not STOPPED.search(words) and not ITEM.match(words)


def _stands_off(before: _Set, line: _Set, after: _Set) -> bool:
    above, below = before.height - line.height, line.height - after.height
    return not before.words or above <= 0 or below < above * _NEARER
