"""Columns of a text: lines that run on beside each other, so that read across they say what nobody wrote."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

__all__ = ["column_lines"]

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|\Z)")
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)")
_WIDE, _VERY_WIDE = 4, 20  # spaces
_FEWEST_LINES = 2
_TAB = 8
# A list whose line breaks were lost, which is read as a list, and what stands behind the marker of an item.
_MARKER = r"(?:[\N{BULLET}\N{BLACK SMALL SQUARE}*\N{HYPHEN-MINUS}\N{EN DASH}]|\(?\w{1,2}[.)])"
_BEFORE_AN_ITEM = re.compile(rf"{_MARKER}\s")
_BEHIND_A_MARKER = re.compile(rf"\s*{_MARKER}\Z")


class _Line(NamedTuple):
    """A line, with where it stands in the text, and the columns at which words begin behind a gap or an indent."""

    start: int
    end: int
    begins: frozenset[int]
    wide: frozenset[int]
    is_broken: bool


def column_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Find the lines that are set in columns beside each other, as a layout of a page saved as plain text has them.

    Lines without an empty one between them are in columns where several have words at the same place behind a wide
    gap; one alone is where the words behind its gap go on in the middle of a sentence, or the gap is very wide.

    Returns:
        Each run of such lines, in characters, in order.
    """
    if " " * _WIDE not in text and "\t" not in text:
        return ()
    runs = list(_runs(text))
    columns = frozenset[int]().union(*map(_columns_of, runs))
    return tuple(found for run in runs if (found := _in_columns(run, columns)))


def _runs(text: str) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    for match in _LINE.finditer(text):
        if match[0].strip():
            run.append(_line(match))
        elif run:
            yield run
            run = []


def _line(match: re.Match[str]) -> _Line:
    words = match[0].expandtabs(_TAB).rstrip()
    indent = len(words) - len(words.lstrip())
    gaps = [gap for gap in _GAP.finditer(words) if _parts_columns(words, gap)]
    wide = [gap for gap in gaps if gap.end() - gap.start() >= _WIDE]
    goes_on = any(words[gap.end()].islower() and words[gap.start() - 1] not in ".!?:;" for gap in wide)
    is_broken = goes_on or any(gap.end() - gap.start() >= _VERY_WIDE for gap in wide)
    begins = frozenset([indent, *(gap.end() for gap in gaps)])
    return _Line(match.start(), match.end(), begins, frozenset(gap.end() for gap in wide), is_broken)


def _parts_columns(words: str, gap: re.Match[str]) -> bool:
    return not (_BEFORE_AN_ITEM.match(words, gap.end()) or _BEHIND_A_MARKER.match(words[: gap.start()]))


def _columns_of(run: Sequence[_Line]) -> frozenset[int]:
    """Find the places at which several lines of a run have words, behind a wide gap in one of them."""
    wide = frozenset[int]().union(*(line.wide for line in run))
    shared = Counter(place for line in run for place in line.begins & wide)
    return frozenset(place for place, lines in shared.items() if lines >= _FEWEST_LINES)


def _in_columns(run: Sequence[_Line], columns: frozenset[int]) -> tuple[int, int] | None:
    """Give the lines of a run from the first that is set in columns, be they those of another run."""
    own = _columns_of(run)
    first = next((line for line in run if line.begins & own or line.wide & columns or line.is_broken), None)
    return None if first is None else (first.start, run[-1].end)
