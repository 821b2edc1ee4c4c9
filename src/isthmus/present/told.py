"""Sentences of the guide as they are shown: each with its claims and the marks of its sources."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from isthmus.claims import Basis
from isthmus.guide import About, Audience, GuideBook, Review, Sentence, Term
from isthmus.present.sources import Bibliography, Cited, Mark, cite
from isthmus.terms import ClaimId, long_date

__all__ = ["Defined", "Reviewed", "Standing", "Told", "cited_by", "page_as_json", "standing", "tell", "terms_in"]


@dataclass(frozen=True)
class Reviewed:
    """Where a sentence stands: its review, and the days on which its file changed and is due to be looked at again."""

    status: str
    changed: date
    next: date


@dataclass(frozen=True)
class Told:
    """A sentence, the claims it rests on and the marks of their sources; without claims, why it needs none."""

    text: str
    claims: tuple[ClaimId, ...]
    marks: tuple[Mark, ...]
    about: About | None
    review: Reviewed | None = None


@dataclass(frozen=True)
class Standing:
    """Where words stand: their review, and the days on which they changed and are due to be looked at again."""

    status: str
    says: str
    by: str
    changed: date
    next: date
    overdue: bool

    def line(self) -> str:
        """Say it in one line."""
        due = f"{'overdue since' if self.overdue else 'next review by'} {long_date(self.next)}"
        return f"{self.status}, changed {long_date(self.changed)} by {self.by}, {due}"


@dataclass(frozen=True)
class Defined:
    """A term that the page uses, and what it means."""

    term: str
    means: str


def cited_by(sentences: Iterable[Sentence], basis: Basis) -> Iterator[Cited]:
    """Cite the sources of sentences, in reading order."""
    for sentence in sentences:
        yield from cite(sentence.claims, basis)


def tell(sentence: Sentence, shelf: Bibliography, basis: Basis) -> Told:
    """Say a sentence with its marks."""
    marks = shelf.marks(citation for _, citation in cite(sentence.claims, basis))
    return Told(sentence.text, sentence.claims, marks, sentence.about, _reviewed(sentence.review))


def _reviewed(review: Review | None) -> Reviewed | None:
    return Reviewed(review.status, review.changed, review.next) if review else None


def standing(review: Review, book: GuideBook, today: date) -> Standing:
    """Say where words stand on a day."""
    says = book.editorial.statuses.get(review.status, review.status)
    return Standing(review.status, says, review.by, review.changed, review.next, overdue=review.next < today)


def terms_in(texts: Iterable[str], terms: Iterable[Term], audience: Audience) -> tuple[Defined, ...]:
    """Find the terms of the glossary that some texts use, in the order of the glossary."""
    words = " ".join(texts)
    small = words.lower()  # a plain look costs a tenth of a pattern, and rules out most terms
    near = (term for term in terms if any(form.lower() in small for form in term.written()))
    used = (term for term in near if term.pattern.search(words))
    return tuple(Defined(term.term, term.in_register(audience.register)) for term in used)


def page_as_json(page: object) -> object:
    """Give a page as JSON: its fields by their names, dates as 2026-11-21."""
    if is_dataclass(page) and not isinstance(page, type):
        return {field.name: page_as_json(getattr(page, field.name)) for field in fields(page)}
    if isinstance(page, list | tuple):
        return [page_as_json(item) for item in page]
    return page.isoformat() if isinstance(page, date) else page
