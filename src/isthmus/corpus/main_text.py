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
    core.revise_paragraph_classification(paragraphs)
    return [not paragraph.is_boilerplate for paragraph in paragraphs]
