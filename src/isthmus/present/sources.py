"""The sources of a page: each has one number, stands beside every sentence it carries, and is listed once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten

from isthmus.answer import Citation
from isthmus.claims import Basis, Evidence
from isthmus.terms import ClaimId, SourceId

__all__ = ["Bibliography", "Cited", "Listed", "Mark", "Quote", "Sourced", "cite", "cite_source", "list_sources"]

_LONGEST_LABEL = 40
"""Of a source without author and publisher, in characters of its title."""


@dataclass(frozen=True)
class Mark:
    """A source as it stands beside a sentence: its number on this page, and who and when."""

    number: int
    label: str


@dataclass(frozen=True)
class Sourced:
    """A sentence with the marks of the sources it rests on; none for a safety notice.

    `lead_in` is the line of its document that it completes, without which it would say more than its author did;
    `written_by` names the language model that wrote it, if one did.
    """

    text: str
    marks: tuple[Mark, ...]
    lead_in: str | None = None
    written_by: str | None = None


@dataclass(frozen=True)
class Quote:
    """The words a source was cited for: a claim's, or those at bytes `start` to `end` of a document.

    `told_at` is the number of an earlier source in the list that was cited for the same words.
    """

    text: str
    claim: ClaimId | None
    document: str | None
    start: int | None
    end: int | None
    told_at: int | None = None


@dataclass(frozen=True)
class Listed:
    """A source in the list of a page, with all that the page took from it.

    `url` is set only for addresses of the web, so that it can be linked without harm; `read` says how much of the
    source was read, where that is known; `same_as` is the number of an earlier source with which it is one witness.
    """

    number: int
    title: str
    published: str
    url: str | None
    read: str | None
    quotes: tuple[Quote, ...]
    same_as: int | None = None


@dataclass(frozen=True)
class Bibliography:
    """The sources of one page in the order in which a reader meets them."""

    listed: tuple[Listed, ...]
    labels: Mapping[SourceId, Mark]

    def marks(self, citations: Iterable[Citation]) -> tuple[Mark, ...]:
        """Find the marks of a sentence's citations, each source once."""
        return tuple(dict.fromkeys(self.labels[citation.source] for citation in citations))


Cited = tuple[ClaimId | None, Citation]
"""A citation, and the claim it was made for."""


def cite(claims: Iterable[ClaimId], evidence: Basis | Evidence) -> tuple[Cited, ...]:
    """Cite the sources of some claims.

    A claim that is not on file carries no source, and so is left out rather than shown without one.
    """
    known = (evidence.claims[claim] for claim in claims if claim in evidence.claims)
    return tuple((claim.id, cite_source(source, claim.text, evidence)) for claim in known for source in claim.sources)


def cite_source(source: SourceId, words: str, evidence: Basis | Evidence) -> Citation:
    """Cite a source of the knowledge base for some words of ours."""
    known = evidence.sources[source]
    return Citation(source, known.title, known.publisher, known.year, known.url, None, None, None, words)


def list_sources(cited: Iterable[Cited], evidence: Basis | Evidence) -> Bibliography:
    """Number the sources of a page, and gather what was taken from each.

    Args:
        cited: Every citation of the page, in reading order.
        evidence: Where more is known of some of them, such as authors and how much was read.
    """
    citations: dict[SourceId, Citation] = {}
    quotes: dict[SourceId, dict[Quote, None]] = {}
    for claim, citation in cited:
        citations.setdefault(citation.source, citation)
        quote = Quote(citation.quote, claim, citation.document, citation.start, citation.end)
        quotes.setdefault(citation.source, {})[quote] = None
    numbers = {source: number for number, source in enumerate(citations, start=1)}
    told = _first_told(quotes, numbers)
    listed = tuple(
        _listed(
            numbers[source], citation, tuple(_told(quote, numbers[source], told) for quote in quotes[source]), evidence
        )
        for source, citation in citations.items()
    )
    labels = {source: Mark(numbers[source], _label(citation, evidence)) for source, citation in citations.items()}
    same = _one_witness(numbers, evidence)
    return Bibliography(tuple(replace(item, same_as=same.get(item.number)) for item in listed), labels)


def _one_witness(numbers: Mapping[SourceId, int], evidence: Basis | Evidence) -> Mapping[int, int]:
    """Find sources that share text, a maker or patients with an earlier one, so that agreement is not counted twice."""
    first: dict[str, int] = {}
    same: dict[int, int] = {}
    for source, number in numbers.items():
        known = evidence.sources.get(source)
        if (
            known is not None
            and known.independence is not None
            and first.setdefault(known.independence, number) != number
        ):
            same[number] = first[known.independence]
    return same


def _first_told(
    quotes: Mapping[SourceId, Iterable[Quote]], numbers: Mapping[SourceId, int]
) -> Mapping[ClaimId | None, int]:
    """Find the source at which each claim is quoted first."""
    told: dict[ClaimId | None, int] = {}
    for source, words in quotes.items():
        for quote in words:
            told.setdefault(quote.claim, numbers[source])
    return told


def _told(quote: Quote, number: int, told: Mapping[ClaimId | None, int]) -> Quote:
    """Say a claim's words once a page; later sources of the same claim point to the first."""
    again = quote.claim is not None and told[quote.claim] != number
    return replace(quote, told_at=told[quote.claim]) if again else quote


def _listed(number: int, citation: Citation, quotes: tuple[Quote, ...], evidence: Basis | Evidence) -> Listed:
    known = evidence.sources.get(citation.source)
    authors = known.authors if known else None
    parts = (authors, citation.publisher, str(citation.year) if citation.year else None)
    url = citation.url if citation.url and citation.url.startswith(("https://", "http://")) else None
    # A publisher often ends in the year already; we do not say it twice.
    published = ". ".join(dict.fromkeys(part.rstrip(".") for part in parts if part))
    return Listed(number, citation.title, published, url, known.extent if known else None, quotes)


def _label(citation: Citation, evidence: Basis | Evidence) -> str:
    known = evidence.sources.get(citation.source)
    author = re.sub(r"(?<=\w)\s+[A-Z]{1,3}$", "", _first_name(known.authors if known else None))
    who = author or _first_name(citation.publisher) or shorten(citation.title, _LONGEST_LABEL, placeholder="…")
    return f"{who}, {citation.year}" if citation.year else who


def _first_name(names: str | None) -> str:
    """Take the first author with initials, or a journal without its volume and pages."""
    return re.split(r"[,;:(]|\d|\bet al\b", names or "", maxsplit=1)[0].strip()
