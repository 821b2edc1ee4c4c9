"""Pages that quote: a page of search results, or of passages from elsewhere, is as many sources as it quotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from isthmus.corpus.reading import Reading, address_from

__all__ = ["with_quoted"]

_RUN = re.compile(r"[^\s][^\r\n]*(?:\r?\n[^\S\r\n]*[^\s][^\r\n]*)*")
_LINE = re.compile(r"\S[^\r\n]*")
_SEPARATOR = re.compile(r" (?:\||[-\N{EN DASH}\N{EM DASH}\N{MIDDLE DOT}]) ")
_BAR = re.compile(r" \| ")
_STOPPED = re.compile(r"(?:[.!?\N{HORIZONTAL ELLIPSIS}][\"')\]\N{RIGHT DOUBLE QUOTATION MARK}]*|[.!?]\s?\d{1,2})\Z")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?(?: [\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}>] \S*)*\Z"
)
_MOST_WORDS_OF_A_TITLE, _LONGEST_TITLE = 18, 140
_MOST_WORDS_OF_A_PUBLISHER = 7
_SHORTEST_QUOTE = 60
_FEWEST_QUOTES = 2
_LONGEST_PAGE = 200_000  # a longer text is a book, not a page of results


@dataclass(frozen=True)
class _Quote:
    """Characters `start` to `end` of a page, quoted from what the line `title` names; `whole` takes in that line.

    `url` is the address above it, as it is written.
    """

    start: int
    end: int
    title: str
    whole: tuple[int, int]
    url: str | None = None


def with_quoted(reading: Reading) -> Reading:
    """Take the sources that a page quotes out of it, each as a document of its own; any other page stays as it is.

    A quote is a run of sentences with a line under it, or an address and a line above it, that names a title and whose
    it is, as "A title | A publisher". One alone may be chance; a page of results has several, and little else.
    """
    if len(reading.text) > _LONGEST_PAGE:
        return reading
    runs = [found.span() for found in _RUN.finditer(reading.text)]
    for find in (_with_a_line_below, _with_lines_above, _with_runs_above, _alternating):
        quotes = list(find(reading.text, runs))
        if _is_page_of_quotes(quotes, runs):
            parts = tuple(_part(quote, reading) for quote in quotes)
            return replace(reading, parts=parts, furniture=_joined([*reading.furniture, *(q.whole for q in quotes)]))
    return reading


def _with_a_line_below(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[_Quote]:
    for start, end in runs:
        *said, title = (found.span() for found in _LINE.finditer(text, start, end))
        if said and _is_quote(text, start, said[-1][1]) and _is_title(text[title[0] : title[1]].rstrip()):
            yield _Quote(start, said[-1][1], text[title[0] : title[1]].strip(), (start, end))


def _with_lines_above(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[_Quote]:
    """Find results that begin with a title and an address, in either order."""
    for start, end in runs:
        lines = [found.span() for found in _LINE.finditer(text, start, end)]
        if len(lines) < 3:  # noqa: PLR2004 - a title, an address and what is quoted
            continue
        yield from _result(text, lines[:2], (lines[2][0], end))


def _with_runs_above(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[_Quote]:
    """Find results whose title, address and words stand apart, as the blocks of a web page do."""
    for one, other, said in zip(runs, runs[1:], runs[2:], strict=False):
        yield from _result(text, [one, other], said)


def _result(text: str, above: Sequence[tuple[int, int]], said: tuple[int, int]) -> Iterator[_Quote]:
    lines = [text[start:end].strip() for start, end in above]
    addresses = [line for line in lines if _ADDRESS.match(line)]
    title = next((line for line in lines if line not in addresses), "")
    if len(addresses) == 1 and "\n" not in title and _is_title(title) and _is_quote(text, *said):
        yield _Quote(*said, title, (above[0][0], said[1]), addresses[0].split(" ", 1)[0])


def _alternating(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[_Quote]:
    """Find quotes that stand apart from the line below them; the page then ends in such a line."""
    if not runs or not _names_a_publisher(text[slice(*runs[-1])]):
        return
    for said, title in pairwise(runs):
        line = text[slice(*title)].strip()
        if _names_a_publisher(line) and _is_quote(text, *said):
            yield _Quote(*said, line, (said[0], title[1]))


def _is_page_of_quotes(quotes: Sequence[_Quote], runs: Sequence[tuple[int, int]]) -> bool:
    if sum(_names_a_publisher(quote.title) or quote.url is not None for quote in quotes) < _FEWEST_QUOTES:
        return False
    covered = {run for run in runs for quote in quotes if quote.whole[0] <= run[0] and run[1] <= quote.whole[1]}
    others = [run for run in runs if run not in covered and run[1] - run[0] >= _SHORTEST_QUOTE]
    return len(others) <= len(quotes)


def _is_quote(text: str, start: int, end: int) -> bool:
    said = text[start:end].rstrip()
    return len(said) >= _SHORTEST_QUOTE and _STOPPED.search(said) is not None


def _is_title(line: str) -> bool:
    if not line or len(line) > _LONGEST_TITLE or len(line.split()) > _MOST_WORDS_OF_A_TITLE:
        return False
    return not line[0].islower() and line[0].isalnum() and not _STOPPED.search(line) and line[-1] not in ":;,"


def _names_a_publisher(line: str) -> bool:
    if not _is_title(line) or "\n" in line:
        return False
    title, publisher = _parted(line)
    if not title or publisher is None:
        return False
    return publisher[0].isupper() and len(publisher.split()) <= _MOST_WORDS_OF_A_PUBLISHER


def _parted(line: str) -> tuple[str, str | None]:
    """Part a line into a title and whose it is: "Rest - A clinic - A group" has the last two."""
    title, _, publisher = _with_bars(line).partition("\0")
    return title.strip(), publisher.replace("\0", " - ").strip() or None


def _with_bars(line: str) -> str:
    return (_BAR if _BAR.search(line) else _SEPARATOR).sub("\0", line)


def _part(quote: _Quote, page: Reading) -> Reading:
    title, publisher = _parted(quote.title)
    text, url = page.text[quote.start : quote.end].rstrip(), address_from(quote.url or "")
    return Reading(title, text, page.media_type, publisher=publisher, url=url)


def _joined(stretches: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Put stretches in order and join those that overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
