"""The guide as a page: its chapters in one reader's words, the sources as footnotes, and where the words stand."""

from dataclasses import dataclass
from datetime import date

from isthmus.claims import Basis
from isthmus.condition import Handbook
from isthmus.guide import Chapter
from isthmus.present.sources import Bibliography, Listed, list_sources
from isthmus.present.told import Defined, Standing, Told, cited_by, standing, tell, terms_in

__all__ = ["ChapterTold", "GuidePage", "guide_page"]


@dataclass(frozen=True)
class ChapterTold:
    """A chapter, sentence by sentence."""

    id: str
    title: str
    sentences: tuple[Told, ...]


@dataclass(frozen=True)
class GuidePage:
    """Everything the guide says to one audience: the chapters asked for, the safety notice, and what it rests on."""

    condition: str
    audience: str
    reader: str
    safety: tuple[Told, ...]
    chapters: tuple[ChapterTold, ...]
    terms: tuple[Defined, ...]
    sources: tuple[Listed, ...]
    review: Standing
    notice: str


def guide_page(handbook: Handbook, audience: str, *, today: date, chapter: str | None = None) -> GuidePage:
    """Say the guide, or one chapter of it.

    Args:
        handbook: What readers are told of the condition.
        audience: Whose words to use.
        today: The reader's day, on which a review may be overdue.
        chapter: The one chapter to say; None says all.

    Raises:
        UnknownName: There is no such audience or chapter.
    """
    book, basis = handbook.book, handbook.basis
    reader = book.audience(audience)
    guide = book.guides[reader.id]
    chapters = guide.chapters if chapter is None else (book.chapter(chapter, reader),)
    safety = book.editorial.safety.get(reader.id, ())
    said = [sentence for part in chapters for sentence in part.says]
    shelf = list_sources(cited_by([*safety, *said], basis), basis)
    return GuidePage(
        condition=handbook.title,
        audience=reader.id,
        reader=reader.title,
        safety=tuple(tell(sentence, shelf, basis) for sentence in safety),
        chapters=tuple(_chapter(part, shelf, basis) for part in chapters),
        terms=terms_in((sentence.text for sentence in said), book.terms, reader),
        sources=shelf.listed,
        review=standing(guide.review, book, today),
        notice=handbook.notice,
    )


def _chapter(chapter: Chapter, shelf: Bibliography, basis: Basis) -> ChapterTold:
    return ChapterTold(chapter.id, chapter.title, tuple(tell(sentence, shelf, basis) for sentence in chapter.says))
