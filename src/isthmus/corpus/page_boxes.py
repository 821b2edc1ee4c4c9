"""Which elements of a web page hold, below a heading of their own, what it stands over: it ends with them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from isthmus.corpus.page_shown import HEADINGS

__all__ = ["Extent", "PageBlock", "boxes_of"]

# What is one thing among others, so that nothing said in it goes on behind it; and what may as well be a row of a page.
_THINGS = frozenset(["aside", "blockquote", "dd", "dl", "fieldset", "figcaption", "figure", "li"])
_WRAPPERS = frozenset(["article", "center", "div", "section", "table", "tbody", "td", "th", "tr"])
_MOST_LINES_OF_A_TITLE = 2
_OUTERMOST = HEADINGS["h1"]
_LEVELS = frozenset(HEADINGS.values())


class Extent(NamedTuple):
    """Where the blocks of an element lie: the number of its first and of the first behind it; and the next element around it."""

    start: int
    end: int
    above: etree._Element | None


class PageBlock(NamedTuple):
    """A block as far as boxes are told by it: the level of a heading, how many lines it has, and whether the first is short."""

    level: int | None
    lines: int
    is_short: bool

    @property
    def is_like_a_heading(self) -> bool:
        """Whether it is a heading, or a line that looks like one."""
        return self.level is not None or (self.is_short and self.lines == 1)


def boxes_of(extents: Mapping[etree._Element, Extent], blocks: Sequence[PageBlock]) -> Iterator[tuple[int, int]]:
    """Find the runs of blocks, each the contents of an element, with which the headings among them end.

    An item or a quotation ends what stands in it. A wrapper does so if it begins with a heading and holds what that stands over,
    unless it is the beginning of a larger one, which it then heads, or its section goes on behind it: in more wrappers of
    its kind without a heading, or under headings of a deeper level. A line that only looks like a heading, or leads in, is ended by a
    wrapper that stands amid running text. One that holds its heading alone is no box, for many pages set each heading apart
    from its text; nor is one behind which a heading ends all that stands in it anyway.

    Args:
        extents: Where the blocks of each element lie; nothing of elements that hold none.
        blocks: The blocks of the page, in order.
    """
    page = _Page(extents, blocks)
    closed_from = _closed_from(blocks)
    begun = set[int]()
    for element, extent in sorted(extents.items(), key=lambda item: item[1].start, reverse=True):
        end = page.end_of_box(element)
        if end is not None and (end in begun or closed_from[end] > extent.start):
            begun.add(extent.start)
            yield extent.start, end


def _closed_from(blocks: Sequence[PageBlock]) -> list[int]:
    """Tell of each block, and of the end of the page, from which block on it ends all headings that stand before it."""
    told: list[int] = []
    higher: list[tuple[int, int]] = []
    for number, block in enumerate(blocks):
        if block.level not in _LEVELS:
            told.append(number)
        else:
            while higher and higher[-1][0] >= block.level:
                higher.pop()
            told.append(higher[-1][1] + 1 if higher else 0)
        if block.level is not None:
            higher.append((block.level, number))
    return [*told, 0]


class _Page:
    """The elements of a page with their blocks."""

    def __init__(self, extents: Mapping[etree._Element, Extent], blocks: Sequence[PageBlock]) -> None:
        self._extents = extents
        self._blocks = blocks
        self._headings_before = [0, *accumulate(block.level is not None for block in blocks)]
        self._like_headings_before = [0, *accumulate(block.is_like_a_heading for block in blocks)]
        self._next_level = [0] * (len(blocks) + 1)
        self._section_ends = [len(blocks)] * len(blocks)
        below: list[int] = []
        for number, block in reversed(list(enumerate(blocks))):
            self._next_level[number] = self._next_level[number + 1]
            if block.level in _LEVELS:
                self._next_level[number] = block.level
                while below and self._next_level[below[-1]] > block.level:
                    below.pop()
                self._section_ends[number] = below[-1] if below else len(blocks)
                below.append(number)

    def end_of_box(self, element: etree._Element) -> int | None:
        """Give the number of the first block behind what is to end with an element; none if nothing is."""
        start, end, _ = self._extents[element]
        if self._blocks[end - 1].level is not None:  # over what stands behind it
            return None
        if element.tag in _THINGS:
            return end if end - start > 1 or self._blocks[start].lines > 1 else None
        if element.tag not in _WRAPPERS:
            return None
        if self._blocks[start].level is not None:
            return self._end_of_section(element) if self._holds_a_section(element) else None
        return end if self._is_titled(start, end) and self._stands_amid_text(element) else None

    def _holds_a_section(self, element: etree._Element) -> bool:
        """Whether a heading stands at the beginning of an element and not of a larger one, and no deeper one behind it."""
        start, end, above = self._extents[element]
        level = self._blocks[start].level
        if level not in _LEVELS - {_OUTERMOST} or self._next_level[end] > level:
            return False
        return not self._begins(above, start) or self._section_ends[start] == end

    def _begins(self, element: etree._Element | None, start: int) -> bool:
        return element is None or self._extents[element].start == start

    def _is_titled(self, start: int, end: int) -> bool:
        """Whether blocks begin with a line like a heading, and hold what it stands over."""
        first = self._blocks[start]
        more = end - start - 1 - (self._like_headings_before[end] - self._like_headings_before[start + 1])
        return first.is_short and (first.lines > _MOST_LINES_OF_A_TITLE or more > 0)

    def _stands_amid_text(self, element: etree._Element) -> bool:
        """Whether an element is no beginning of a larger one, and what follows is no other wrapper, unless it has a heading of its own."""
        start, end, above = self._extents[element]
        if self._begins(above, start):
            return False
        following = self._following(self._last_in(element))
        return following is None or following.tag not in _WRAPPERS or self._blocks[end].level is not None

    def _end_of_section(self, element: etree._Element) -> int | None:
        """Give where the section that an element begins ends: with it, or with the last of its kind that goes on with it."""
        start, end, _ = self._extents[element]
        holder = self._last_in(element)
        following = self._following(holder)
        while following is not None and _is_of_a_kind(holder, following) and self._blocks[end].level is None:
            behind = self._extents[following].end
            if holder is not element or self._section_ends[start] < behind:
                return None
            end, following = behind, self._following(following)
        return end

    def _last_in(self, element: etree._Element) -> etree._Element:
        """Give the outermost element that ends with one and has no other heading before it."""
        start, end, above = self._extents[element]
        holder = element
        while above is not None and above.tag in _WRAPPERS and self._extents[above].end == end:
            if self._headings_in(self._extents[above].start, start):
                break
            holder, above = above, self._extents[above].above
        return holder

    def _headings_in(self, start: int, end: int) -> int:
        return self._headings_before[end] - self._headings_before[start]

    def _following(self, element: etree._Element) -> etree._Element | None:
        """Give the element beside another that holds the next block; none where bare text does, or nothing."""
        after = next((one for one in element.itersiblings() if one in self._extents), None)
        return after if after is not None and self._begins(after, self._extents[element].end) else None


def _is_of_a_kind(one: etree._Element, other: etree._Element) -> bool:
    """Whether two elements look alike: the same tag, with a class in common, or with none and the same style."""
    names, others = ((element.get("class") or "").split() for element in (one, other))
    if names or others:
        return one.tag == other.tag and not set(names).isdisjoint(others)
    return one.tag == other.tag and one.get("style") == other.get("style")
