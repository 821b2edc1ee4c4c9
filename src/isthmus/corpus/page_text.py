"""The words of a web page as plain text, block by block, with how much of each block is links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, count, repeat
from typing import Literal

from lxml import etree

from isthmus.corpus.blocks import is_short
from isthmus.corpus.furniture import LEFT_OUT
from isthmus.corpus.page_boxes import Extent, PageBlock, boxes_of
from isthmus.corpus.page_heads import Panels, head_of_column, heads_of_panels
from isthmus.corpus.page_shown import (
    BLOCKS,
    HEADINGS,
    ends_its_line,
    is_left_out,
    is_unread,
    leaves_a_gap,
    panels_of,
    sign_left,
    sign_of,
)
from isthmus.corpus.page_signs import CROSS, crosses_out_its_items
from isthmus.corpus.raised import RAISED
from isthmus.corpus.reading import BOX, NO_LEVEL, PART, PART_ENDS
from isthmus.corpus.table_rows import Cell, Rows, span_from, used_columns

__all__ = ["Written", "headings_of", "write_text"]

_PARTS = ("article", "div", "dl", "h1", "h2", "h3", "h4", "ol", "pre", "section", "table", "ul")
_HOLDING = BLOCKS | {"ol", "td", "th", "tr", "ul"}  # what may hold blocks
_STOPPED = re.compile(r"[.!?]\s*\Z")
_MOST_BREAKS = 2  # in a cell that is no part of a page
_INDENT = "  "
_LINE_END = "\n"
_MOST_PIECES = 8  # of a line without a word
_SPACES = re.compile(r"\s+")
_DECORATION = re.compile(
    r"[\s#|→\N{PILCROW SIGN}\N{SECTION SIGN}\N{BULLET}\N{MIDDLE DOT}"
    r"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}]*"
)
_RAISABLE = re.compile(r"\s*\[?[\d+\-,;\N{EN DASH}\s]*\d[\d,;\N{EN DASH}\-\s]*\]?\s*")

Kind = Literal["", "heading", "item", "row"]


@dataclass(frozen=True)
class Written:
    """A block as it was written: its place in the text in characters, and how many of them lead elsewhere.

    Its words begin at `body`, behind the marker of an item; `level` is that of a heading, as `Reading.headings` tells it;
    `ends` counts the parts with a head of their own, and the boxes, that end behind it, and `begins` the boxes that begin with it.
    """

    start: int
    body: int
    end: int
    kind: Kind
    linked: int
    level: int | None = None
    ends: int = 0
    begins: int = 0


def write_text(root: etree._Element) -> tuple[str, list[Written]]:
    """Write a page as text: headings and paragraphs apart, items of lists marked, rows of tables on a line each.

    Words of a button, and those that are only seen and not read aloud, are written where they stand among others, and
    left out where they stand alone, but for those of a button that opens a part: they head it. So do the head of a column
    its cells, where these hold whole parts of a page. A formula, a choice or a sign within a line leaves a mark.
    """
    writer = _Writer(panels_of(root), heads_of_panels(root))
    writer.walk(root)
    text, blocks = "".join(writer.pieces), writer.written
    for first, behind in boxes_of(writer.extents, [_page_block(block, text) for block in blocks]):
        blocks[first] = replace(blocks[first], begins=blocks[first].begins + 1)
        blocks[behind - 1] = replace(blocks[behind - 1], ends=blocks[behind - 1].ends + 1)
    return text, blocks


def headings_of(blocks: Iterable[Written]) -> tuple[tuple[int, int], ...]:
    """Tell where headings begin, each with its level, and where the parts end that some of them head."""
    return tuple(place for block in blocks for place in _places(block))


def _page_block(block: Written, text: str) -> PageBlock:
    lines = text[block.body : block.end].splitlines()
    return PageBlock(block.level, len(lines), not block.kind and is_short(lines[0].rstrip(":")))


def _places(block: Written) -> Iterator[tuple[int, int]]:
    yield from [(block.start - 1, BOX)] * block.begins
    if block.level is not None:
        yield block.body, block.level
    yield from [(block.end, PART_ENDS)] * block.ends


class _Writer:
    """Writes a page while walking over it, one block at a time."""

    def __init__(self, panels: frozenset[str], opened: Panels) -> None:
        self.pieces: list[str] = []
        self.written: list[Written] = []
        self.extents: dict[etree._Element, Extent] = {}
        self._around: list[tuple[etree._Element, int]] = []
        self._panels = panels
        self._words: list[str] = []
        self._markers: list[Iterator[str]] = []
        self._marker = ""
        self._last_kind: Kind = ""
        self._length = 0
        self._linked = 0
        self._said = False
        self._own = 0
        self._headlines: list[etree._Element] = []
        self._sign = ""
        self._crossed: etree._Element | None = None
        self._tables: list[Rows] = []
        self._row: list[Cell] | None = None
        self._cell: etree._Element | None = None
        self._within: Counter[str] = Counter()
        self._levels: list[int] = []
        self._heads, self._controls = opened
        self._part: etree._Element | None = None
        self._parts: list[etree._Element] = []

    def walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        skipped = None
        for event, element in walk:
            if event == "start" and is_left_out(element, self._panels):
                walk.skip_subtree()
                skipped = element
                self._leave_out(element)
            elif event == "start":
                self._open(element)
                self._begin(element)
                if head := self._heads.get(element):
                    self._head(element, head)
                self._add(element.text)
            else:
                if event == "end" and element is not skipped:
                    self._close(element)
                    self._end(element)
                    self._end_parts(element)
                self._add(element.tail)
        self._end_block()

    def _leave_out(self, element: etree._Element) -> None:
        self._stand_for(sign_left(element) or LEFT_OUT * leaves_a_gap(element))

    def _stand_for(self, mark: str) -> None:
        """Write what stands in a line for something that is none of its words; a sign that is shown twice, once."""
        if mark and mark != self._sign:
            self._words.append(mark if self._said else f"{mark} ")
            self._own = len(self._words)
            self._sign = mark

    def _head(self, part: etree._Element, words: str) -> None:
        """Write the head of a part that stands elsewhere on the page: on a button, or over a column."""
        if self._row is None:
            self._end_block()
            self._levels.append(PART)
            self._part = part
            self._add(words)
            self._end_block()
            self._levels.pop()

    def _begin(self, element: etree._Element) -> None:
        if element.tag in _HOLDING:
            self._around.append((element, len(self.written)))

    def _end(self, element: etree._Element) -> None:
        """Note which blocks an element holds, if any."""
        if element.tag in _HOLDING:
            _, first = self._around.pop()
            if element is self._crossed:
                self._crossed = None
            above = self._around[-1][0] if self._around else None
            if first < len(self.written):
                self.extents[element] = Extent(first, len(self.written), above)

    def _end_parts(self, element: etree._Element) -> None:
        """Note where the parts end that end with an element."""
        while self._parts and self._parts[-1] is element:
            self._end_block()
            self._parts.pop()
            self.written[-1] = replace(self.written[-1], ends=self.written[-1].ends + 1)

    def _open(self, element: etree._Element) -> None:
        match element.tag:
            case "br":
                self._break_line()
            case "b" | "strong" if self._is_a_line(element):
                self._end_block()
                self._headlines.append(element)
            case "ul" | "ol":
                self._end_block()
                self._markers.append(_markers(element))
            case "li" if self._markers:
                self._end_block()
                self._marker = _INDENT * len(self._markers) + next(self._markers[-1])
                if any(one is not None and crosses_out_its_items(one) for one in (element, element.getparent())):
                    self._stand_for(CROSS)
            case "table":
                self._end_block()
                self._tables.append(Rows(used_columns(_rows(element, self._panels))))
                self._last_kind = ""
            case "tr":
                self._end_block()
                self._row = None if _is_layout(element) else []
            case "td" | "th":
                self._begin_cell(element)
            case tag if tag in BLOCKS:
                self._break()
            case _:
                self._stand_for(sign_of(element))
        self._count(element, 1)

    def _close(self, element: etree._Element) -> None:
        match element.tag:
            case "ul" | "ol":
                self._end_block()
                self._markers.pop()
                self._marker = ""
            case "table":
                self._end_block()
                self._tables.pop()
            case "tr":
                self._end_row()
            case "td" | "th" if self._row is None:
                self._end_block()
            case tag if tag in BLOCKS:
                self._break()
            case "b" | "strong" if self._headlines[-1:] == [element]:
                self._headlines.pop()
                self._end_block()
        self._count(element, -1)

    def _count(self, element: etree._Element, number: int) -> None:
        """Keep count of the elements around the words that change how they are written."""
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            self._within["anchor"] += number
        elif element.tag in {"a", "button", "pre", "sup"}:
            self._within[element.tag] += number
        elif element in self._controls:
            self._within["button"] += number
        elif (level := _level_of(element)) is not None:
            self._enter(element, level) if number > 0 else self._levels.pop()
        if is_unread(element, self._panels):
            self._within["unread"] += number

    def _enter(self, heading: etree._Element, level: int) -> None:
        self._levels.append(level)
        if level == PART:
            self._part = heading.getparent()

    def _add(self, words: str | None) -> None:
        if not words or (self._within["unread"] and _DECORATION.fullmatch(words)):
            return
        if self._within["sup"] and _RAISABLE.fullmatch(words):
            words = words.strip(" []").translate(RAISED)
        written = words if self._within["pre"] else _SPACES.sub(" ", words)
        self._words.append(written)
        if self._within["a"] or (self._within["anchor"] and not self._levels):
            self._linked += len(written)
        beside = self._within["unread"] or (self._within["button"] and not self._levels)
        if not (beside or words.isspace()):
            self._said, self._own, self._sign = True, len(self._words), ""

    def _take_words(self) -> str:
        """Take what was added; a button behind the end of a sentence is none of its words."""
        if not self._words:  # as between most elements
            return ""
        own, beside = "".join(self._words[: self._own]), "".join(self._words[self._own :])
        self._words.clear()
        self._own, self._sign = 0, ""
        return own if _STOPPED.search(own) else own + beside

    def _break(self) -> None:
        """End a block; within a row of a table, paragraphs stay on its line."""
        if self._row is not None:
            self._words.append(" ")
        else:
            self._end_block()

    def _break_line(self) -> None:
        """End a line; an empty one ends its block, as between the paragraphs of pages that know of no others."""
        if self._row is None and not self._levels and self._is_at_a_line(_LINE_END):
            self._end_block()
        self._words.append(" " if self._levels else "\n")

    def _is_at_a_line(self, begins: str = "") -> bool:
        """Tell whether nothing stands on the line so far, in a block that is empty, or holds no more than such an end."""
        for piece in reversed(self._words[-_MOST_PIECES:]):
            if _LINE_END in piece or piece.strip():
                return piece.rstrip(" ").endswith(_LINE_END)
        return not begins

    def _is_a_line(self, bold: etree._Element) -> bool:
        """Tell whether a bold line stands alone among others of its block, which it heads."""
        if self._row is not None or self._levels or self._markers or self._within["pre"] or not self._is_at_a_line():
            return False
        words = " ".join("".join(map(str, bold.itertext())).split()) if ends_its_line(bold) else ""
        return bool(words) and is_short(words.rstrip(".:!"))

    def _begin_cell(self, element: etree._Element) -> None:
        if self._row is None:
            self._end_block()
            if head := head_of_column(element):
                self._head(element, head)
            return
        if self._cell is not None:
            self._end_cell()
        self._cell = element

    def _end_cell(self) -> None:
        """Put the words of a cell aside, until its row is whole."""
        if self._row is not None and self._cell is not None:
            self._row.append(_cell(self._cell, self._take_words()))

    def _end_row(self) -> None:
        if self._row is None:
            self._end_block()
            return
        self._end_cell()
        rows = self._tables[-1] if self._tables else Rows()
        line = rows.line(self._row)
        self._row = self._cell = None
        if not line:
            self._end_block()
            return
        self._write([line], "row")

    def _end_block(self) -> None:
        lines = (" ".join(line.split()) for line in self._take_words().splitlines())
        self._write(list(filter(None, lines)))

    def _write(self, lines: list[str], kind: Kind = "") -> None:
        """Write a block, unless nothing in it is said beside buttons and marks."""
        linked, said = self._linked, self._said
        self._linked, self._said = 0, False
        if not (lines and said):
            if lines == [CROSS] and len(self._around) > 1:  # beside what it crosses out
                self._crossed = self._around[-2][0]
            return
        if self._crossed is not None and not lines[0].startswith(CROSS):
            lines[0] = f"{CROSS} {lines[0]}"
        self._crossed = None
        indent = " " * len(self._marker) or _INDENT * 2 * bool(self._markers)
        lines[0] = (self._marker or indent) + lines[0]
        level = self._levels[-1] if self._levels and not kind else None
        kind = "item" if self._marker else kind
        if self.pieces:
            self._put("\n" if kind and kind == self._last_kind else "\n\n")
        start, body = self._length, self._length + len(indent)
        self._put(f"\n{indent}".join(lines))
        shown = kind or ("heading" if level is not None else "")
        self.written.append(Written(start, body, self._length, shown, linked, level))
        self._marker, self._last_kind = "", kind
        if level == PART and self._part is not None:
            self._parts.append(self._part)

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self._length += len(piece)


def _level_of(element: etree._Element) -> int | None:
    if element.tag == "summary":
        return PART
    return NO_LEVEL if element.tag == "dt" else HEADINGS.get(str(element.tag))


def _markers(element: etree._Element) -> Iterator[str]:
    return repeat("\N{BULLET} ") if element.tag == "ul" else (f"{number}. " for number in count(1))


def _rows(table: etree._Element, panels: frozenset[str]) -> Iterator[list[Cell]]:
    """Give the cells of each row that holds data, with all that stands in them."""
    parts = ([part] if part.tag == "tr" else part for part in table)
    for row in chain.from_iterable(parts):
        if row.tag == "tr" and not _is_layout(row):
            cells = (cell for cell in row if cell.tag in {"td", "th"} and not is_left_out(cell, panels))
            yield [_cell(cell, "".join(map(str, cell.itertext()))) for cell in cells]


def _cell(element: etree._Element, words: str) -> Cell:
    return Cell(words, span_from(element.get("colspan")), span_from(element.get("rowspan")))


def _is_layout(row: etree._Element) -> bool:
    """Tell whether a row of a table holds whole parts of a page, as old pages have it, rather than data."""
    tags = Counter(element.tag for element in row.iterdescendants())
    cells = tags["td"] + tags["th"]
    return any(tags[tag] for tag in _PARTS) or tags["p"] > cells or tags["br"] > _MOST_BREAKS * cells
