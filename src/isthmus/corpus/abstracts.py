"""Abstracts as PubMed saves them, one below the other: each is an article of its own, with its journal, title and authors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from isthmus.corpus.reading import on_one_line

__all__ = ["Abstract", "abstracts_in"]

_HEAD = re.compile(r"^\d{1,5}\. (?P<journal>[^\r\n.][^\r\n]{0,120}?)\. (?P<year>(?:19|20)\d\d)\b[^\r\n]*", re.MULTILINE)
_BETWEEN = re.compile(r"\n\r?\n\Z")
_NUMBER = re.compile(r"^PMID: \d+", re.MULTILINE)
_DOI = re.compile(r"\bdoi: ?(10\.\d{4,9}/[^\s;,]+[^\s;,.])", re.IGNORECASE)
_RUN = re.compile(r"\S[^\r\n]*(?:\r?\n[^\S\r\n]*\S[^\r\n]*)*")
_AUTHOR = re.compile(r"(?P<name>[^\W\d_][\w' -]*? [A-Z]{1,4}(?: (?:Jr|Sr|2nd|3rd))?)(?:\(\d+\))*(?:, |\.\s*\Z|,?\s*\Z)")
_ADDRESSES = re.compile(r"(?:author information|collaborators):", re.IGNORECASE)
_NOTES = re.compile(
    r"(?:copyright\b|\N{COPYRIGHT SIGN}|doi:|pmid:|pmcid:|conflict of interest|publication types?:|mesh terms?:|comment (?:in|on)\b"
    r"|erratum (?:in|for)\b|retraction (?:in|of)\b|update (?:in|of)\b|retracted and republished|expression of concern)",
    re.IGNORECASE,
)
_RETRACTED = re.compile(r"^(?:retraction in\b|retracted:)|\[retracted\b", re.MULTILINE | re.IGNORECASE)
_MARK = "Retracted: "
_WHERE_AUTHORS_STAND = 2


@dataclass(frozen=True)
class Abstract:
    """One article of a file: its title, what it says of itself, its text, and the furniture in that, in characters."""

    title: str
    journal: str
    year: int
    authors: tuple[str, ...]
    url: str | None
    text: str
    furniture: tuple[tuple[int, int], ...]


class _Part(NamedTuple):
    """A paragraph of an article."""

    words: str
    start: int
    end: int


def abstracts_in(text: str) -> list[Abstract]:
    """Take the articles out of a file of abstracts; a text of any other kind holds none."""
    first = _HEAD.match(text, len(text) - len(text.lstrip()))
    if first is None:
        return []
    heads = [
        first,
        *(
            found
            for found in _HEAD.finditer(text, first.end())
            if _BETWEEN.search(text, found.start() - 4, found.start())
        ),
    ]
    ends = [found.start() for found in heads[1:]] + [len(text)]
    pieces = [(found, text[found.start() : end]) for found, end in zip(heads, ends, strict=True)]
    return (
        [_abstract(found, piece) for found, piece in pieces]
        if all(_NUMBER.search(piece) for _, piece in pieces)
        else []
    )


def _abstract(head: re.Match[str], text: str) -> Abstract:
    first, *rest = [_Part(on_one_line(found[0]), *found.span()) for found in _RUN.finditer(text)]
    title = rest[0].words.rstrip(".") if rest else ""
    if _RETRACTED.search(text) and not title.lower().startswith(_MARK.strip().lower()):
        title = _MARK + title
    doi = _DOI.search(first.words) or _DOI.search(text)
    return Abstract(
        title,
        head["journal"],
        int(head["year"]),
        _authors(rest[1].words) if len(rest) > 1 else (),
        f"https://doi.org/{doi[1]}" if doi else None,
        text,
        tuple((part.start, part.end) for part in _beside(first, rest)),
    )


def _beside(first: _Part, rest: Sequence[_Part]) -> Iterator[_Part]:
    """Give the paragraphs that say nothing of the subject: the journal, the authors, where they work, and notes."""
    yield first
    for number, part in enumerate(rest, start=1):
        stands = number == _WHERE_AUTHORS_STAND and bool(_authors(part.words))
        if stands or _ADDRESSES.match(part.words) or _NOTES.match(part.words):
            yield part


def _authors(words: str) -> tuple[str, ...]:
    """Read a list of authors, which holds nothing else."""
    names: list[str] = []
    at = 0
    while found := _AUTHOR.match(words, at):
        names.append(found["name"])
        at = found.end()
    return tuple(names) if at == len(words) else ()
