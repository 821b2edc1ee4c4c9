"""The blocks of a text: headings, paragraphs and items of lists, told apart by how their lines are set."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from isthmus.corpus.furniture import is_back_matter, is_furniture
from isthmus.corpus.marks import Mark, mark_of

__all__ = ["Block", "is_short", "read_blocks"]


Kind = Literal["heading", "paragraph", "item", "label"]


@dataclass(frozen=True)
class Block:
    """Characters `start` to `end` of a text, without the space around them.

    A label is a line that is neither a heading nor a sentence: a caption, a name, and any row of a table.
    `body` is where the words begin, behind the marker of an item; `indent` is how far in its first line is set;
    `goes_on` whether it may begin in the middle of a sentence; `mark` the tick or the cross before its words, of which
    the cross takes them back; `by_place` whether nothing but the lines around it tell that it is an item.
    """

    kind: Kind
    start: int
    body: int
    end: int
    indent: int
    goes_on: bool = False
    mark: Mark | None = None
    by_place: bool = False


class _Line(NamedTuple):
    """A line that holds something: `body` is where its words begin, behind the marker of an item, or a tick or a cross.

    `mark` is that tick or cross, or the one behind the marker; `apart` is a piece that was set off within a line by a run of spaces, as in a list that lost its line breaks;
    `heads` whether it is known to be a heading, and none within an item.
    """

    start: int
    body: int
    end: int
    indent: int
    words: str
    mark: Mark | None = None
    apart: bool = False
    heads: bool = False

    @property
    def is_item(self) -> bool:
        return self.body > self.start

    @property
    def width(self) -> int:
        return self.indent + self.end - self.start


_LINE = re.compile(r"(.*)(?:\n|\Z)")
_LINE_OF_ANY_SYSTEM = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
# Space must follow a marker, so that "-5 degrees" and "1.5 mm" are no items.
_MARKER = re.compile(
    r"(?:[\N{BULLET}\N{WHITE BULLET}\N{BLACK SMALL SQUARE}\N{BLACK CIRCLE}\N{TRIANGULAR BULLET}\N{MIDDLE DOT}"
    r"*+\N{HYPHEN-MINUS}\N{EN DASH}\N{EM DASH}]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?=\S)"
)
# A list whose line breaks were lost: its markers stand behind runs of spaces, and so does the text after the last.
# The first space stands before what else is asked of a run, so that runs are found twice as fast.
_SPACE = r"[ \t\N{NO-BREAK SPACE}]"
_INNER_ITEM = re.compile(rf"{_SPACE}(?<=\S.){_SPACE}+(?=[\N{{BULLET}}*\N{{HYPHEN-MINUS}}\N{{EN DASH}}][ \t]+\w)")
_INNER_MARKS = re.compile(r" [\N{BULLET}*\N{HYPHEN-MINUS}\N{EN DASH}][ \t]")
_INNER_END = re.compile(rf"{_SPACE}(?:(?<=[.!?].){_SPACE}{{2,}}|{_SPACE}{{4,}})(?=[^\W\d_a-z])")
# A stop may have the numbers of references behind it: "It heals.1", "It heals.[2]", "It heals.[^3]".
_BEHIND = (
    r"(?:\s?\[\^?[\w,\s\N{EN DASH}-]{1,12}\]|[\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}"
    r"\N{SUPERSCRIPT ZERO}\N{SUPERSCRIPT FOUR}-\N{SUPERSCRIPT NINE},]+|(?<=[^\W\d].)\d{1,3}(?:[,\N{EN DASH}-]\d{1,3})*)*\Z"
)
_STOP = re.compile(
    r"""[.!;,:\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}]["'\N{RIGHT DOUBLE QUOTATION MARK})\]]*""" + _BEHIND
)
_INNER_STOP = re.compile(r"[.!?]\s")
_CELLS = " | "

_LONGEST_HEADING = 110
_MOST_WORDS_OF_A_HEADING = 14
# Lines between these widths may have been wrapped by hand; longer ones are whole paragraphs.
_NARROWEST_WRAP, _WIDEST_WRAP = 40, 140


def read_blocks(text: str, furniture: Sequence[tuple[int, int]] = (), headings: Sequence[int] = ()) -> list[Block]:
    """Take a text apart into its blocks, in order; the furniture of a page makes none.

    Args:
        text: The whole text.
        furniture: Stretches that are known to be furniture, in characters, in order: a line that begins in one
            makes no block, and parts what stands before it from what stands after.
        headings: Where headings are known to begin, in characters, in order: such a line is one, however it looks.
    """
    runs = _runs(text, furniture, headings)
    blocks = [_block(group, text, leads=leads) for run in runs for group, leads in _groups(run)]
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    known = frozenset(headings)
    return [_settle(*three, text, known) for three in around]


def _runs(text: str, furniture: Sequence[tuple[int, int]], headings: Sequence[int]) -> Iterator[list[_Line]]:
    """Collect the lines that stand together without an empty line or furniture between them."""
    left_out = _Furniture(furniture)
    run: list[_Line] = []
    line = _LINE_OF_ANY_SYSTEM if "\r" in text else _LINE
    for match in line.finditer(text):
        at = bisect_left(headings, match.start(1))
        lines = _lines(match, headings[at] if at < len(headings) and headings[at] < match.end(1) else None)
        if lines and not left_out.holds(lines[0].start):
            run += lines
        elif run:
            yield run
            run = []
    # The last match is always empty, at the very end, so that no run is left over here.


class _Furniture:
    """Tells whether a place lies within furniture, for places asked in order."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._waiting = list(reversed(stretches))

    def holds(self, place: int) -> bool:
        while self._waiting and self._waiting[-1][1] <= place:
            self._waiting.pop()
        return bool(self._waiting) and self._waiting[-1][0] <= place


def _lines(match: re.Match[str], heading: int | None) -> list[_Line]:
    """Read one line, in which a heading may begin, or the items that were run together in it."""
    written = match[1]
    if not (words := written.strip()):
        return []
    lead = written[: len(written) - len(written.lstrip())]
    start, indent = match.start() + len(lead), len(lead.expandtabs(4))
    cuts = _cuts(words) if "  " in words and _INNER_MARKS.search(words) and heading is None else ()
    if not cuts:
        line = _line(words, start, indent)
        return [line if heading is None else line._replace(heads=not (line.is_item and heading > start))]
    pieces: list[_Line] = []
    for at, until in zip((0, *cuts), (*cuts, len(words)), strict=True):
        piece = words[at:until]
        begins = start + at + len(piece) - len(piece.lstrip())
        pieces.append(_line(piece.strip(), begins, indent, apart=at > 0))
    return pieces


def _cuts(words: str) -> tuple[int, ...]:
    """Find where a list that was run together into one line is to be cut."""
    items = [found.start() for found in _INNER_ITEM.finditer(words)]
    leads = _MARKER.match(words) is not None
    # One dash alone may be a dash, unless something announces an item.
    if not items or (len(items) == 1 and not leads and words[items[0] - 1] != ":"):
        return ()
    first = 0 if leads else items[0]
    ends = [found.start() for found in _INNER_END.finditer(words, first)]
    return tuple(sorted({*items, *ends} - {0}))


def _line(words: str, start: int, indent: int, *, apart: bool = False) -> _Line:
    marker = _MARKER.match(words)
    body = marker.end() if marker else 0
    mark, width = mark_of(words[body:])
    body = body or width
    return _Line(start, start + body, start + len(words), indent, words[body:], mark, apart)


def _groups(run: Sequence[_Line]) -> Iterator[tuple[list[_Line], bool]]:
    """Join lines that were one before they were wrapped; say of each group whether it stands first in the run."""
    width = max(line.width for line in run)
    group: list[_Line] = []
    leads = True
    for line in run:
        furniture = is_furniture(line.words) and not (line.heads and any(map(str.isalpha, line.words)))
        if group and (furniture or not _continues(group, line, width)):
            yield group, leads
            group, leads = [], False
        if not furniture:
            group.append(line)
    if group:
        yield group, leads


def _continues(group: Sequence[_Line], line: _Line, width: int) -> bool:
    first, last = group[0], group[-1]
    if line.apart or line.heads or _is_row(line.words) or _is_row(last.words):
        return False
    if first.heads and not first.words[0].isalnum():  # behind the marks of Markdown, a heading is one line
        return False
    fitted = last.width + 1 + len(line.words.split(maxsplit=1)[0]) <= width
    wrapped = _NARROWEST_WRAP <= width <= _WIDEST_WRAP and not fitted
    if line.is_item:  # or a dash or a number that the wrapping brought to the front
        return wrapped and line.mark is None and not first.is_item and not _STOP.search(last.words)
    hangs = first.is_item and line.indent > first.indent
    return hangs or wrapped or line.words[0].islower()


def _block(group: Sequence[_Line], text: str, *, leads: bool) -> Block:
    first, last = group[0], group[-1]
    if first.heads:
        return Block("heading", first.start, first.start if first.mark else first.body, last.end, first.indent)
    kind = _kind(text[first.body : last.end], first, leads=leads and len(group) == 1)
    return Block(kind, first.start, first.body, last.end, first.indent, mark=first.mark)


def _kind(words: str, first: _Line, *, leads: bool) -> Kind:
    if _is_row(words):
        return "label"
    if first.is_item:
        return "item"
    if not is_short(words):
        return "paragraph"
    return "heading" if leads and not words[0].islower() else "label"


def _is_row(words: str) -> bool:
    """Tell a row of a table, which says nothing without the heads of its columns."""
    return _CELLS in words or words.startswith("| ") or words.endswith(" |")


def is_short(words: str) -> bool:
    """Tell whether these are few words that lack the full stop which would make them a sentence.

    >>> is_short("What is not done"), is_short("It is not done.[2]")
    (True, False)
    """
    if len(words) > _LONGEST_HEADING or len(words.split()) > _MOST_WORDS_OF_A_HEADING:
        return False
    return not _STOP.search(words) and not _INNER_STOP.search(words)


def _settle(before: Block | None, block: Block, after: Block | None, text: str, known: AbstractSet[int]) -> Block:
    """Take back a heading under which nothing stands, and see that a lone number before a paragraph heads it.

    An item in which a heading is known to begin is one, too, unless the next item follows at once.
    """
    if block.kind not in {"heading", "item"}:
        return block
    if block.kind == "heading" and after is None:
        return replace(block, kind="label")
    heads = block.body in known and after is not None and after.kind != "item"
    if block.kind == "item" and (heads or is_back_matter(text[block.body : block.end])):
        return replace(block, kind="heading")
    alone = block.kind == "item" and (before is None or before.kind != "item")
    if not (alone and block.indent == 0 and after and after.kind == "paragraph"):
        return block
    numbered = text[block.start].isdecimal() and is_short(text[block.body : block.end])
    return replace(block, kind="heading") if numbered else block
