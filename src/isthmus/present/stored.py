"""A stored text in pieces that a page can show: pages of bounded size, marked spans, and a span in its context."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from isthmus.corpus import Leaf, Span, joined, without_orders

__all__ = ["Run", "Setting", "page_at", "page_count", "page_span", "runs", "setting"]

_PAGE = 24_000
"""Bytes: with its marks, such a page weighs less than 40 kB even where it does not compress."""

_STRETCH = 2_000
"""How far a page goes on, in bytes, to end with a line."""

_AROUND = 180
"""How much is shown on each side of a cited span, in bytes."""

Kind = Literal["said", "heading", "quiet"]
"""What a stretch is: what its author says, a heading, or furniture of the page."""


@dataclass(frozen=True)
class Run:
    """A stretch of one kind; `mark` is the first byte of the marked span it lies in, `opens` whether that begins here."""

    text: str
    kind: Kind
    mark: int | None = None
    opens: bool = False


@dataclass(frozen=True)
class Setting:
    """What stands before and after a span; an ellipsis shows where it is cut off."""

    before: str
    after: str


def page_count(text: bytes) -> int:
    """Count the pages of a text; an empty one has one."""
    return max(1, -(-len(text) // _PAGE))


def page_at(text: bytes, at: int) -> int:
    """Find the page on which a byte stands, counted from 1."""
    number = min(at // _PAGE + 1, page_count(text))
    return number - 1 if number > 1 and at < page_span(text, number)[0] else number


def page_span(text: bytes, number: int) -> Span:
    """Find the bytes of a page, counted from 1: it ends with a line if one ends nearby, and always between characters."""
    return _edge(text, (number - 1) * _PAGE), _edge(text, number * _PAGE)


def _edge(text: bytes, at: int) -> int:
    """Find the end of the line after a place, or the next character."""
    if at == 0 or at >= len(text):
        return min(at, len(text))
    line = text.find(b"\n", at, at + _STRETCH)
    return line + 1 if line >= 0 else _on(text, at)


def _on(text: bytes, at: int) -> int:
    """Go on to where a character begins."""
    while at < len(text) and text[at] & 0xC0 == 0x80:  # noqa: PLR2004 - the bits of UTF-8 within a character
        at += 1
    return at


def runs(text: bytes, part: Span, leaves: Sequence[Leaf], marks: Iterable[Span]) -> Iterator[Run]:
    """Take a part of a text to pieces, each of one kind and either marked or not; together they are the part.

    Args:
        text: The whole text.
        part: The bytes to show.
        leaves: Its passages, as the library gives them for this part.
        marks: Spans of the text to mark; what is marked twice is marked once.
    """
    told = joined(marks)
    edges = {*part, *(edge for span in told for edge in span)}
    for start, end, told_as in _kinds(text, part, leaves):
        kind = told_as if text[start:end].strip() else "said"
        cuts = sorted({start, end} | {edge for edge in edges if start < edge < end})
        for first, last in pairwise(cuts):
            mark = next((span for span in told if span[0] <= first < span[1]), None)
            yield Run(
                without_orders(text[first:last].decode()),
                kind,
                mark[0] if mark else None,
                opens=mark is not None and first == max(mark[0], part[0]),
            )


def _kinds(text: bytes, part: Span, leaves: Sequence[Leaf]) -> Iterator[tuple[int, int, Kind]]:
    """Tell passages from what lies between them."""
    at, end = part
    headings = {leaf.heading for leaf in leaves if leaf.heading}
    for leaf in leaves:
        yield from _between(text, at, max(at, leaf.start), headings)
        start, at = max(at, leaf.start), max(at, min(end, leaf.end))
        if start < at:
            yield start, at, "said"
    yield from _between(text, at, end, headings)


def _between(text: bytes, start: int, end: int, headings: set[str]) -> Iterator[tuple[int, int, Kind]]:
    """Tell headings from furniture, line by line; lines of one kind stay together, and an empty one goes with them."""
    opened: int = start
    kind: Kind = "quiet"
    for at, last in _lines(text, start, end):
        words = " ".join(text[at:last].decode().split()).lstrip("# ")
        here: Kind = "heading" if words in headings else "quiet"
        if words and here != kind:
            if opened < at:
                yield opened, at, kind
            opened, kind = at, here
    if opened < end:
        yield opened, end, kind


def _lines(text: bytes, start: int, end: int) -> Iterator[Span]:
    while start < end:
        found = text.find(b"\n", start, end)
        last = end if found < 0 else found + 1
        yield start, last
        start = last


def setting(text: bytes, span: Span) -> Setting:
    """Show what stands around a span, from word to word and within its lines."""
    start, end = span
    before = text[_on(text, max(0, start - _AROUND)) : start].decode()
    after = text[end : _on(text, min(len(text), end + _AROUND))].decode()
    return Setting(_from_word(before, whole=start <= _AROUND), _to_word(after, whole=end + _AROUND >= len(text)))


def _from_word(text: str, *, whole: bool) -> str:
    """Begin at the last line, or at the first whole word with an ellipsis."""
    _, line_ended, line = text.rpartition("\n\n")
    if whole or line_ended:
        return _in_one_line(line)
    return f"\N{HORIZONTAL ELLIPSIS}{_in_one_line(text.partition(' ')[2])}"


def _to_word(text: str, *, whole: bool) -> str:
    line, line_ended, _ = text.partition("\n\n")
    if whole or line_ended:
        return _in_one_line(line)
    return f"{_in_one_line(text.rpartition(' ')[0])}\N{HORIZONTAL ELLIPSIS}"


def _in_one_line(text: str) -> str:
    """Make one line of several, and keep the space at either end, which parts words from those of the span."""
    told = " ".join(without_orders(text).split())
    return f"{' ' if text[:1].isspace() else ''}{told}{' ' if told and text[-1:].isspace() else ''}"
