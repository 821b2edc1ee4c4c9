"""Which blocks of a web page are its main text, as jusText tells it from their length, their words and their links."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from justext import core, get_stoplist
from justext.paragraph import Paragraph

from isthmus.corpus.furniture import is_label_of_sellers
from isthmus.corpus.page_text import Written

__all__ = ["boilerplate"]

_MOST_BLOCKS = 10_000
_MOST_LINKED = 0.5
# jusText asks for many small words, which a clinical list in a paragraph does not have.
_FEWEST_SMALL_WORDS, _ENOUGH_SMALL_WORDS = 0.12, 0.25
_SHORT, _NEAR_GOOD, _GOOD, _BAD = "short", "neargood", "good", "bad"  # as jusText calls them
_ENGLISH = "English"
_STOPPED = re.compile(r"""[.!?]["'\N{RIGHT DOUBLE QUOTATION MARK})\]]*\Z""")


def boilerplate(text: str, blocks: Sequence[Written]) -> tuple[tuple[int, int], ...]:
    """Find the blocks of a page that are menus, teasers and lists of links rather than its main text.

    A short line is kept where no links stand between it and main text, because the items of a clinical list are as short
    as those of a menu; so is an answer: a sentence without a link, right below a heading, before the main text ends. A
    page on which jusText finds no main text is judged by links alone. What stands below "Advertisement" is left out.

    Args:
        text: The text of the page.
        blocks: Its blocks, in order.

    Returns:
        The stretches of the text to leave out, in characters, in order.
    """
    judged = _judge(text, blocks) if len(blocks) <= _MOST_BLOCKS else []
    sold = frozenset(_sold(text, blocks))
    if not any(judged):
        linked = sold.union(filter(_is_linked, blocks))
        heads = _heads_of_the_rest(blocks, linked)
        return tuple((block.start, block.end) for block in blocks if block in linked and block not in heads)
    kept = _answers(text, blocks, judged)
    left_out = [block for block in _left_out(blocks, judged) if block not in kept - sold]
    left_out = sorted({*left_out, *sold}, key=lambda block: block.start)
    heads = _heads_of_the_rest(blocks, frozenset(left_out))
    return tuple((block.start, block.end) for block in left_out if block not in heads)


def _sold(text: str, blocks: Sequence[Written]) -> Iterator[Written]:
    """Find what stands right below a line that only tells that it was paid for."""
    for label, below in pairwise(blocks):
        if is_label_of_sellers(text[label.start : label.end]) and below.kind != "heading":
            yield below


def _heads_of_the_rest(blocks: Sequence[Written], left_out: AbstractSet[Written]) -> frozenset[Written]:
    """Find the headings right above what is kept, or above each other there: a heading goes with what it heads."""
    heads, kept = set[Written](), False
    for block in reversed(blocks):
        if block.kind != "heading":
            kept = block not in left_out
        elif kept:
            heads.add(block)
    return frozenset(heads)


def _left_out(blocks: Sequence[Written], judged: Sequence[bool]) -> Iterator[Written]:
    down = _joined_to_main_text(blocks, judged)
    up = reversed(_joined_to_main_text(blocks[::-1], judged[::-1]))
    for block, good, below, above in zip(blocks, judged, down, up, strict=True):
        if not (good or below or above):
            yield block


def _answers(text: str, blocks: Sequence[Written], judged: Sequence[bool]) -> frozenset[Written]:
    """Find each sentence right below a heading, and the heading, up to where the main text ends."""
    last = max(at for at, good in enumerate(judged) if good)
    return frozenset(
        block
        for heading, below in pairwise(blocks[: last + 1])
        if heading.kind == "heading" and not heading.linked and _is_answer(text, below)
        for block in (heading, below)
    )


def _is_answer(text: str, block: Written) -> bool:
    return not (block.kind or block.linked) and _STOPPED.search(text[block.start : block.end]) is not None


def _joined_to_main_text(blocks: Sequence[Written], judged: Sequence[bool]) -> list[bool]:
    """Tell of each block whether main text comes before it, with no links between them."""
    told, joined = [], False
    for block, good in zip(blocks, judged, strict=True):
        joined = (joined or good) and not _is_linked(block)
        told.append(joined)
    return told


def _is_linked(block: Written) -> bool:
    return block.linked > _MOST_LINKED * (block.end - block.start)


def _judge(text: str, blocks: Sequence[Written]) -> list[bool]:
    """Tell of each block whether jusText takes it for main text."""
    paragraphs = []
    for block in blocks:
        path = core.PathInfo().append("h2" if block.kind == "heading" else "p")
        paragraph = Paragraph(path)
        paragraph.append_text(text[block.start : block.end])
        paragraph.chars_count_in_links = block.linked
        paragraphs.append(paragraph)
    core.classify_paragraphs(
        paragraphs, get_stoplist(_ENGLISH), stopwords_low=_FEWEST_SMALL_WORDS, stopwords_high=_ENOUGH_SMALL_WORDS
    )
    heads = [paragraph.heading for paragraph in paragraphs]
    return _revised(
        [paragraph.cf_class for paragraph in paragraphs], heads, [len(paragraph) for paragraph in paragraphs]
    )


def _revised(kinds: Sequence[str], heads: Sequence[bool], lengths: Sequence[int]) -> list[bool]:
    """Judge blocks by those around them, as jusText does, which looks for the neighbours of each anew.

    Args:
        kinds: What jusText takes each block for by itself.
        heads: Whether it is a heading.
        lengths: Its characters.

    Returns:
        Whether it is main text.

    Source:
        `justext.core.revise_paragraph_classification`, whose time grows with the square of the number of blocks.
    """
    around = zip(_nearest(kinds), reversed(_nearest(kinds[::-1])), strict=True)
    long = [_of_short(*two) if kind == _SHORT else kind for kind, two in zip(kinds, around, strict=True)]
    before = _BAD
    firm = []
    for kind, (after, _) in zip(long, reversed(_nearest(long[::-1])), strict=True):
        before = (_GOOD if _GOOD in {before, after} else _BAD) if kind == _NEAR_GOOD else kind
        firm.append(before)
    return [
        kind == _GOOD or (heads[at] and kinds[at] != _BAD and _comes_soon(firm, lengths, at + 1))
        for at, kind in enumerate(firm)
    ]


def _nearest(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Give for each block the nearest before it that is good or bad, and the nearest that is so or nearly good."""
    found, firm, near = [], _BAD, _BAD
    for kind in kinds:
        found.append((firm, near))
        firm = kind if kind in {_GOOD, _BAD} else firm
        near = kind if kind != _SHORT else near
    return found


def _of_short(before: tuple[str, str], after: tuple[str, str]) -> str:
    """Judge a short block by the nearest on both sides."""
    if before[0] == after[0]:
        return before[0]
    return _GOOD if (_BAD, _NEAR_GOOD) in {before, after} else _BAD


def _comes_soon(kinds: Sequence[str], lengths: Sequence[int], at: int) -> bool:
    """Whether a good block comes within a few lines."""
    distance = 0
    while at < len(kinds) and distance <= core.MAX_HEADING_DISTANCE_DEFAULT:
        if kinds[at] == _GOOD:
            return True
        distance += lengths[at]
        at += 1
    return False
