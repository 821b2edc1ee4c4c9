"""The guide as a page: its chapters in one reader's words, the sources as footnotes, and where the words stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from isthmus.claims import Basis, Evidence
from isthmus.condition import Handbook
from isthmus.guide import Audience, Chapter, ChapterTitle, GuideBook
from isthmus.present.drawings import DrawingTold, drawings_in_chapter
from isthmus.present.glossary import glossary_of
from isthmus.present.illustrated import Shown, illustrate
from isthmus.present.notes import Block, annotate
from isthmus.present.paragraphs import paragraphs
from isthmus.present.sources import Bibliography, Listed, list_sources
from isthmus.present.told import Defined, Standing, Told, cited_by, standing, tell, terms_in

__all__ = [
    "ChapterPage",
    "ChapterTold",
    "ContentsPage",
    "GuidePage",
    "Opening",
    "chapter_page",
    "contents_page",
    "guide_page",
    "opening_of",
]


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


@dataclass(frozen=True)
class ChapterPage:
    """One chapter as a page of its own, between the chapters before and after it, each by its title for this reader.

    A chapter of signs has one sentence a block, to be shown as a list; of any other a block is a paragraph.
    """

    condition: str
    reader: str
    chapter: ChapterTitle
    blocks: tuple[Block, ...]
    drawings: tuple[Shown, ...]
    terms: tuple[Defined, ...]
    contents: tuple[ChapterTitle, ...]
    before: ChapterTitle | None
    after: ChapterTitle | None
    sources: int
    review: Standing


@dataclass(frozen=True)
class Opening:
    """The first words of the guide to a reader, and what they are told before anything else, a sentence a block.

    `drawing` is the first of the first chapter, where it has one, and `caption` what stands below it.
    """

    lead: Block
    safety: tuple[Block, ...]
    drawing: DrawingTold | None
    caption: Block


@dataclass(frozen=True)
class ContentsPage:
    """The way into the guide: how it begins, its chapters, and how many terms its glossary tells."""

    condition: str
    reader: str
    opening: Opening
    contents: tuple[ChapterTitle, ...]
    terms: int
    review: Standing


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


def chapter_page(handbook: Handbook, evidence: Evidence, audience: str, *, today: date, chapter: str) -> ChapterPage:
    """Say one chapter with a note behind every sentence.

    Args:
        handbook: What readers are told of the condition.
        evidence: What that rests on, with who disagrees.
        audience: Whose words to use.
        today: The reader's day, on which a review may be overdue.
        chapter: The chapter.

    Raises:
        UnknownName: There is no such audience or chapter.
    """
    page = guide_page(handbook, audience, today=today, chapter=chapter)
    reader = handbook.book.audience(audience)
    (told,) = page.chapters
    contents = _contents(handbook.book, reader)
    at = next(place for place, each in enumerate(contents) if each.id == chapter)
    parts = _lines(told.sentences) if contents[at].signs else paragraphs(told.sentences, evidence.claims)
    glossary = glossary_of(handbook.book.terms, reader.register)
    blocks, drawings = illustrate(parts, drawings_in_chapter(handbook, audience, chapter), evidence, glossary)
    return ChapterPage(
        condition=page.condition,
        reader=page.reader,
        chapter=contents[at],
        blocks=blocks,
        drawings=drawings,
        terms=page.terms,
        contents=contents,
        before=contents[at - 1] if at else None,
        after=contents[at + 1] if at + 1 < len(contents) else None,
        sources=len({mark.number for sentence in told.sentences for mark in sentence.marks}),
        review=page.review,
    )


def opening_of(handbook: Handbook, evidence: Evidence, audience: str, *, today: date) -> Opening:
    """Say the first words of the guide, and what cannot wait.

    Raises:
        UnknownName: There is no such audience.
    """
    reader, chapter = handbook.book.audience(audience), handbook.book.chapters[0].id
    page = guide_page(handbook, audience, today=today, chapter=chapter)
    first = paragraphs(page.chapters[0].sentences, evidence.claims)[0]
    drawn = [each for place in drawings_in_chapter(handbook, audience, chapter).values() for each in place]
    drawing = drawn[0] if drawn else None
    parts = [first, drawing.caption if drawing else (), *_lines(page.safety)]
    lead, caption, *safety = annotate(parts, evidence, glossary_of(handbook.book.terms, reader.register))
    return Opening(lead, tuple(safety), drawing, caption)


def contents_page(handbook: Handbook, evidence: Evidence, audience: str, *, today: date) -> ContentsPage:
    """List the chapters in a reader's words.

    Raises:
        UnknownName: There is no such audience.
    """
    reader = handbook.book.audience(audience)
    return ContentsPage(
        condition=handbook.title,
        reader=reader.title,
        opening=opening_of(handbook, evidence, audience, today=today),
        contents=_contents(handbook.book, reader),
        terms=len(handbook.book.terms),
        review=standing(handbook.book.guides[reader.id].review, handbook.book, today),
    )


def _contents(book: GuideBook, reader: Audience) -> tuple[ChapterTitle, ...]:
    """List the chapters by their titles in a reader's words."""
    signs = {chapter.id: chapter.signs for chapter in book.chapters}
    return tuple(ChapterTitle(each.id, each.title, signs[each.id]) for each in book.guides[reader.id].chapters)


def _chapter(chapter: Chapter, shelf: Bibliography, basis: Basis) -> ChapterTold:
    return ChapterTold(chapter.id, chapter.title, tuple(tell(sentence, shelf, basis) for sentence in chapter.says))


def _lines(sentences: Sequence[Told]) -> tuple[tuple[Told, ...], ...]:
    return tuple((sentence,) for sentence in sentences)
