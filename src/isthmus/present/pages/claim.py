"""The page of a claim: the whole record behind a sentence, with its figures, its sources and who disagrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from isthmus.claims import Claim, Disagreement, Evidence, HowRead, count_independent
from isthmus.condition import Condition, Handbook
from isthmus.errors import UnknownName
from isthmus.guide import Audience, GuideBook, Heading
from isthmus.present.notes import FigureTold, figures_of
from isthmus.present.ranges import Split, draw
from isthmus.present.sources import Cited, Listed, cite, cite_source, list_sources
from isthmus.present.told import Standing, standing
from isthmus.terms import ClaimId, SourceId

__all__ = ["ClaimPage", "Differing", "Place", "SourceTold", "claim_page"]


@dataclass(frozen=True)
class SourceTold:
    """A source of the record, by its id, and how it was met; `cited` where the claim itself rests on it."""

    id: SourceId
    listed: Listed
    how: HowRead
    cited: bool


@dataclass(frozen=True)
class Differing:
    """A disagreement on one axis, and why the sources differ as far as we know."""

    split: Split
    why: str


@dataclass(frozen=True)
class Place:
    """Where a reader meets the claim: an address on this site, its title, and the sentences there."""

    address: str
    title: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class ClaimPage:
    """Everything that is on file about one claim; `witnesses` counts sources that share no text, maker or patients."""

    condition: str
    id: ClaimId
    topic: str
    says: str
    figures: tuple[FigureTold, ...]
    sources: tuple[SourceTold, ...]
    witnesses: int
    grade: str | None
    remark: str | None
    differing: tuple[Differing, ...]
    places: tuple[Place, ...]
    review: str
    review_says: str
    told: Standing


def claim_page(condition: Condition, handbook: Handbook, name: str, audience: str, *, today: date) -> ClaimPage:
    """Show the record of a claim.

    Args:
        condition: What is known; what is known from memory only is not in it, and so has no page.
        handbook: What readers are told of the same condition.
        name: The id of the claim.
        audience: In whose guide to look for the sentences that rest on it.
        today: The reader's day, on which a review may be overdue.

    Raises:
        UnknownName: There is no such audience, or no such claim that anybody may see.
    """
    evidence, book = condition.evidence, handbook.book
    claim = evidence.claims.get(ClaimId(name))
    if claim is None:
        raise UnknownName("There is no such claim.", where="claim", remedy="Follow a mark in the guide.")
    reader = book.audience(audience)
    points = [evidence.disagreements[point] for point in claim.disagreements]
    cited = [*cite([claim.id], evidence), *(each for point in points for each in _sides(point, evidence))]
    shelf = list_sources(cited, evidence)
    numbers = {mark.number: source for source, mark in shelf.labels.items()}
    return ClaimPage(
        condition=condition.title,
        id=claim.id,
        topic=next((topic.title for topic in evidence.lexicon.topics if topic.id == claim.topic), claim.topic),
        says=claim.text,
        figures=figures_of(claim),
        sources=tuple(_source(each, numbers[each.number], claim, evidence) for each in shelf.listed),
        witnesses=count_independent(evidence.sources[source] for source in claim.sources),
        grade=claim.source_grade,
        remark=claim.note,
        differing=tuple(Differing(draw(point, shelf), point.why) for point in points),
        places=tuple(_places(claim.id, book, reader)),
        review=condition.pathway.review_status,
        review_says=book.editorial.statuses.get(condition.pathway.review_status, ""),
        told=standing(book.guides[reader.id].review, book, today),
    )


def _sides(point: Disagreement, evidence: Evidence) -> Iterator[Cited]:
    """Cite what each side of a disagreement says."""
    for position in point.positions:
        for source in position.sources:
            yield None, cite_source(source, position.text, evidence)


def _source(listed: Listed, source: SourceId, claim: Claim, evidence: Evidence) -> SourceTold:
    return SourceTold(source, listed, evidence.sources[source].seen_as, cited=source in claim.sources)


def _places(claim: ClaimId, book: GuideBook, reader: Audience) -> Iterator[Place]:
    """Find where a reader is told the claim: in the guide, then in procedures, then in choices."""
    for chapter in book.guides[reader.id].chapters:
        told = tuple(sentence.text for sentence in chapter.says if claim in sentence.claims)
        yield from _place(f"/guide/{chapter.id}", chapter.title, told)
    for folder, pages in (("procedures", book.procedures.values()), ("choices", book.choices.values())):
        for page in pages:
            said = (spoken.in_register(reader.register) for spoken in page.spoken())
            told = tuple(sentence.text for sentence in said if claim in sentence.claims)
            yield from _place(f"/{folder}/{page.name}", _title(page.title, reader), told)


def _place(address: str, title: str, sentences: tuple[str, ...]) -> Iterator[Place]:
    if sentences:
        yield Place(address, title, sentences)


def _title(heading: Heading, reader: Audience) -> str:
    return heading.in_register(reader.register)
