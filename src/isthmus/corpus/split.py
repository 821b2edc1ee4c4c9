"""Takes a document apart into passages and sentences, each at exact bytes of its text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from isthmus.corpus.blocks import Block, read_blocks
from isthmus.corpus.document import Document, Passage, PassageId, Sentence
from isthmus.corpus.furniture import Sign, is_addressed_to_visitors, is_back_matter, signs_in, without_tags
from isthmus.corpus.heads import Heads, Path, is_open
from isthmus.corpus.listed import with_lists
from isthmus.corpus.marks import forbids
from isthmus.corpus.notes import is_limited, limits_in
from isthmus.corpus.reading import PART
from isthmus.corpus.ruler import Ruler
from isthmus.corpus.sentences import sentence_spans, without_references

__all__ = ["split"]

_MOST_SENTENCES_OF_A_PASSAGE = 12
_LONGEST_WHOLE_ITEM = 300
_LONGEST_SENTENCE = 2_000
_OPEN_ENDS = (":", ",", ";")
_LONGEST_END = 8
# A text that gives the numbers of its references behind full stops: "It heals. 1, 2".
_CITES = re.compile(r"\.(?<=[a-z)]\.) ?\d{1,2}(?:, ?\d{1,2})*(?=\s+[A-Z]|\s*$)", re.MULTILINE)
_HEADING_MARK = re.compile(r"\A#{1,6} |(?: \{[#.:][^{}]*\})?(?: #+)?\Z")  # of Markdown, before it and behind it
_ADMONITION = re.compile(r"""(?:!!!|\?\?\?)\+?[ \w]*"(.*)"\Z""")  # with its title
_LONGEST_PAGE_TOP = 200  # characters between the end of a page and its text: its running lines
_LONGEST_SHORT_TEXT = 20_000
_CAPTION = re.compile(r"(?:box|chart|fig(?:ure)?|table)\b\W{0,3}\d", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:\.\.|\N{HORIZONTAL ELLIPSIS})\W*\Z")


class _Span(NamedTuple):
    """A sentence in characters, the line it completes, and the lines that lead to that one, the nearest first."""

    start: int
    end: int
    lead_in: str | None = None
    outer: tuple[str, ...] = ()


class _Part(NamedTuple):
    """A stretch of text, in characters, that is ranked as one passage, and the lines before it that lead to it."""

    start: int
    end: int
    spans: Sequence[_Span]
    led_by: tuple[str, ...]


def split(
    document: Document, furniture: Sequence[tuple[int, int]] = (), headings: Sequence[tuple[int, int]] = ()
) -> tuple[Passage, ...]:
    """Take a document apart.

    A passage is a paragraph, or a list with the line that leads into it. A sentence is quoted only when it is whole:
    one that is cut off, that only announces what follows, that speaks to the visitors of a page, or that a note at the foot
    of the text limits, is none.

    Args:
        document: The document as it is stored.
        furniture: Stretches of its text, in characters, that its reader knows to be furniture.
        headings: Where its headings begin, in characters, in order, each with its level, as far as its reader knows.

    Returns:
        The passages that hold a sentence, in order.
    """
    scribe, text = _Scribe(document), document.text
    known = [at for at, level in headings if level >= PART]
    blocks = list(_with_cuts(with_lists(read_blocks(text, furniture, known), text, known), text))
    cites = _CITES.search(text) is not None
    signs, limits = signs_in(text), limits_in(text)
    return tuple(
        scribe.passage(path, part)
        for path, lead_in, group in _groups(blocks, text, headings)
        for part in _parts(group, _without_limits(_spans(group, lead_in, text, signs, cites=cites), limits))
    )


def _without_limits(spans: Iterator[_Span], limits: Sequence[int]) -> list[_Span]:
    return [span for span in spans if not (limits and is_limited(limits, span.start, span.end))]


def _with_cuts(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """Mark each paragraph that may begin in the middle of a sentence: one before the end of a page or a caption lacks its end."""
    last: Block | None = None
    interrupted = False
    for block in blocks:
        if _CAPTION.match(text, block.body, block.end):
            interrupted = True
        elif block.kind == "paragraph":
            parted = last and (interrupted or "\f" in text[last.end : block.start])
            cut = last and parted and _lacks_its_end(last, text)
            goes_on = cut or _goes_on_from_another_page(text, block.body)
            yield replace(block, goes_on=True) if goes_on else block
            last, interrupted = block, False
            continue
        elif block.kind != "label":
            last = None
        yield block


def _lacks_its_end(paragraph: Block, text: str) -> bool:
    found = list(sentence_spans(text, paragraph.body, paragraph.end))
    return any(not stopped and text[end - 1] != ":" for _, end, stopped in found[-1:])


def _groups(
    blocks: Sequence[Block], text: str, levels: Sequence[tuple[int, int]]
) -> Iterator[tuple[Path, str | None, list[Block]]]:
    """Keep a list together with the line that leads into it, and everything else apart, each under its heads.

    Yields:
        The lines over a group, the line that its first item completes from before the group, and the group.
    """
    heads = Heads(levels)
    matters = True
    over: tuple[Path, str | None] = Path(None, ()), None
    group: list[Block] = []
    for block in blocks:
        if group and not (block.kind == "item" and is_open(group[-1], text)):
            yield *over, group
            heads.leave(group, text)
            group = []
        if block.kind == "heading":
            heading = _words_of(block, text)
            heads.open(block, heading)
            matters = not is_back_matter(heading)
        elif block.kind != "label" and matters:
            over = over if group else heads.over(block)
            group.append(block)
    if group:
        yield *over, group


def _words_of(heading: Block, text: str) -> str:
    """Write a heading on one line, without the marks of Markdown and the tags that may stand around it there."""
    words = " ".join(text[heading.body : heading.end].split())
    admonition = _ADMONITION.match(words)
    return admonition[1] if admonition else without_tags(_HEADING_MARK.sub("", words)).strip()


def _spans(
    group: Sequence[Block], lead_in: str | None, text: str, signs: Sequence[Sign], *, cites: bool
) -> Iterator[_Span]:
    if len(text) > _LONGEST_SHORT_TEXT:  # which holds nearly every sign somewhere
        signs = signs_in(text[group[0].start : group[-1].end])
    above = [(-1, lead_in)] if lead_in else []
    for block in group:
        if block.kind == "paragraph":
            of_paragraph = list(_paragraph_spans(block, text))
            whole = of_paragraph[:-1] if len(group) > 1 else of_paragraph  # the last leads into the list
            yield from (span for span in whole if _is_quotable(text[span.start : span.end], signs))
            above = [(-1, text[span.start : span.end]) for span in of_paragraph[-1:]]
            continue
        while above and above[-1][0] >= block.indent:
            above.pop()
        lines = tuple(line for _, line in reversed(above))
        words = text[block.body : block.end]
        above.append((block.indent, words))
        led = (lines[0] if lines else None, lines[1:])
        if block.mark == "cross" and not forbids(words):
            continue
        spans = (_Span(span.start, span.end, *led) for span in _item_spans(block, text, cites=cites))
        yield from (span for span in spans if _is_quotable(text[span.start : span.end], signs))


def _paragraph_spans(block: Block, text: str) -> Iterator[_Span]:
    """Find the sentences; words behind the last full stop are a sentence only where they are the whole paragraph."""
    found = list(sentence_spans(text, block.body, block.end))
    if block.goes_on:
        found = found[1:]
    for start, end, stopped in found:
        if stopped or len(found) == 1 or text[end - 1] == ":":
            yield _Span(start, end)


def _goes_on_from_another_page(text: str, start: int) -> bool:
    """Tell whether a paragraph begins in the middle of a sentence, at the top of a page."""
    return text[start].islower() and "\f" in text[max(0, start - _LONGEST_PAGE_TOP) : start]


def _item_spans(block: Block, text: str, *, cites: bool) -> Iterator[_Span]:
    """Keep an item whole, because its sentences lean on each other, unless it is as long as a paragraph."""
    if block.end - block.body <= _LONGEST_WHOLE_ITEM:
        yield _Span(block.body, without_references(text, block.body, block.end) if cites else block.end)
    else:
        yield from (_Span(start, end) for start, end, _ in sentence_spans(text, block.body, block.end))


def _is_quotable(words: str, signs: Sequence[Sign]) -> bool:
    if len(words) > _LONGEST_SENTENCE or words.endswith(_OPEN_ENDS) or not any(map(str.isalpha, words)):
        return False
    return not (_CUT_OFF.search(words[-_LONGEST_END:]) or is_addressed_to_visitors(words, signs))


def _parts(group: Sequence[Block], spans: Sequence[_Span]) -> Iterator[_Part]:
    """Cut what is too long to be ranked as one passage."""
    starts = range(0, len(spans), _MOST_SENTENCES_OF_A_PASSAGE)
    for at in starts:
        part = spans[at : at + _MOST_SENTENCES_OF_A_PASSAGE]
        start = group[0].start if at == 0 else part[0].start
        end = group[-1].end if at == starts[-1] else part[-1].end
        yield _Part(start, end, part, part[0].outer if at else ())


class _Scribe:
    """Writes passages of one document, turning characters into bytes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._ruler = Ruler(document.text)

    def passage(self, path: Path, part: _Part) -> Passage:
        start = self._ruler.at(part.start)
        return Passage(
            id=PassageId(f"{self._document.id}@{start}"),
            document=self._document.id,
            start=start,
            end=self._ruler.at(part.end),
            text=self._document.text[part.start : part.end],
            heading=path.heading,
            sentences=tuple(self._sentence(span) for span in part.spans),
            above=(*part.led_by, *path.above),
        )

    def _sentence(self, span: _Span) -> Sentence:
        start, end = self._ruler.at(span.start), self._ruler.at(span.end)
        return Sentence(self._document.id, start, end, self._document.text[span.start : span.end], span.lead_in)
