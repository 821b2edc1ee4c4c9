"""The words of a web page as plain text, block by block, with how much of each block is links."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, repeat
from typing import Literal

from lxml import etree

__all__ = ["Written", "write_text"]

_FURNITURE_TAGS = (
    "aside button canvas dialog embed footer form head header iframe input math nav noscript object script select "
    "style svg template textarea"
)
_FURNITURE = frozenset(_FURNITURE_TAGS.split())
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 "
    "h5 h6 hgroup hr html legend li main p pre search section summary table tbody tfoot thead"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PARTS = ("article", "div", "dl", "h1", "h2", "h3", "h4", "ol", "section", "table", "ul")
_INDENT = "  "
_CELL = " | "
_SPACES = re.compile(r"\s+")
# A raised number is a power or a reference; written on the line it would become part of the figure before it.
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_RAISABLE = re.compile(r"\s*\[?[\d+\-,;\N{EN DASH}\s]*\d[\d,;\N{EN DASH}\-\s]*\]?\s*")

Kind = Literal["", "heading", "item", "row"]


@dataclass(frozen=True)
class Written:
    """A block as it was written: its place in the text in characters, and how many of them lead elsewhere."""

    start: int
    end: int
    kind: Kind
    linked: int


def write_text(root: etree._Element) -> tuple[str, list[Written]]:
    """Write a page as text: headings and paragraphs apart, items of lists marked, rows of tables on a line each."""
    writer = _Writer()
    writer.walk(root)
    return "".join(writer.pieces), writer.written


class _Writer:
    """Writes a page while walking over it, one block at a time."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.written: list[Written] = []
        self._words: list[str] = []
        self._markers: list[Iterator[str]] = []
        self._marker = ""
        self._last_kind: Kind = ""
        self._length = 0
        self._linked = 0
        self._in_row = False
        self._within: Counter[str] = Counter()

    def walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start" and _is_furniture(element):
                walk.skip_subtree()
            elif event == "start":
                self._open(element)
                self._add(element.text)
            else:
                if event == "end" and not _is_furniture(element):
                    self._close(element)
                self._add(element.tail)
        self._end_block()

    def _open(self, element: etree._Element) -> None:
        match element.tag:
            case "br":
                self._words.append("\n")
            case "ul" | "ol":
                self._end_block()
                self._markers.append(_markers(element))
            case "li" if self._markers:
                self._end_block()
                self._marker = _INDENT * len(self._markers) + next(self._markers[-1])
            case "tr":
                self._end_block()
                self._in_row = not _is_layout(element)
            case "td" | "th":
                self._words.append(_CELL if self._in_row else "\n")
            case tag if tag in _BLOCKS:
                self._break()
        self._count(element, 1)

    def _close(self, element: etree._Element) -> None:
        match element.tag:
            case "ul" | "ol":
                self._end_block()
                self._markers.pop()
                self._marker = ""
            case "tr":
                self._end_block("row" if self._in_row else "")
                self._in_row = False
            case tag if tag in _BLOCKS:
                self._break()
        self._count(element, -1)

    def _count(self, element: etree._Element, number: int) -> None:
        """Keep count of the elements around the words that change how they are written."""
        if element.tag in {"a", "pre", "sup"}:
            self._within[element.tag] += number
        elif element.tag in _HEADINGS:
            self._within["heading"] += number

    def _add(self, words: str | None) -> None:
        if not words:
            return
        if self._within["sup"] and _RAISABLE.fullmatch(words):
            words = words.strip(" []").translate(_RAISED)
        written = words if self._within["pre"] else _SPACES.sub(" ", words)
        self._words.append(written)
        if self._within["a"]:
            self._linked += len(written)

    def _break(self) -> None:
        """End a block; within a row of a table, paragraphs stay on its line."""
        if self._in_row:
            self._words.append(" ")
        else:
            self._end_block()

    def _end_block(self, kind: Kind = "") -> None:
        written = (" ".join(line.split()) for line in "".join(self._words).splitlines())
        lines = [line.strip(_CELL) if kind else line for line in written if line.strip(_CELL)]
        linked = self._linked
        self._words.clear()
        self._linked = 0
        if not lines:
            return
        indent = " " * len(self._marker) or _INDENT * 2 * bool(self._markers)
        lines[0] = (self._marker or indent) + lines[0]
        kind = "item" if self._marker else kind
        if self.pieces:
            self._put("\n" if kind and kind == self._last_kind else "\n\n")
        start = self._length
        self._put(f"\n{indent}".join(lines))
        self.written.append(Written(start, self._length, kind or self._of_heading(), linked))
        self._marker, self._last_kind = "", kind

    def _of_heading(self) -> Kind:
        return "heading" if self._within["heading"] else ""

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self._length += len(piece)


def _markers(element: etree._Element) -> Iterator[str]:
    return repeat("\N{BULLET} ") if element.tag == "ul" else (f"{number}. " for number in count(1))


def _is_furniture(element: etree._Element) -> bool:
    """Tell whether an element is part of the site around a page, or not shown at all."""
    return element.tag in _FURNITURE or "hidden" in element.attrib or element.get("aria-hidden") == "true"


def _is_layout(row: etree._Element) -> bool:
    """Tell whether a row of a table holds whole parts of a page, as old pages have it, rather than data."""
    tags = Counter(element.tag for element in row.iterdescendants())
    return any(tags[tag] for tag in _PARTS) or tags["p"] > tags["td"] + tags["th"]
