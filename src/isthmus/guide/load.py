"""Reads the files of words into a guide book, and keeps each text with its place so that all can be checked."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import BaseModel

from isthmus.claims import Evidence
from isthmus.errors import Fault, nearest
from isthmus.guide import shapes
from isthmus.guide.book import GuideBook
from isthmus.guide.build import audience_of, choice_of, editorial_of, guide_of, procedure_of, term_of
from isthmus.guide.house_words import HouseRule
from isthmus.guide.load_drawings import check_drawings, read_drawings
from isthmus.guide.model import Audience, ChapterTitle, Term
from isthmus.guide.phrases import GuidePhrases
from isthmus.guide.writing import Reference, Written, references_in, written_in
from isthmus.located import Files, Located
from isthmus.terms import AudienceId, ClaimId

__all__ = ["Words", "load_guide_book", "load_phrases", "load_terms", "load_words", "read_rules"]

Shape = TypeVar("Shape", bound=BaseModel)
Built = TypeVar("Built")
Name = TypeVar("Name", bound=str)
Named = shapes.ProcedureFile | shapes.ChoiceFile

_BY_OTHERS = ("wording/en/*.yaml", "options.yaml", "timelines.yaml")
"""Files of words that belong to the pathway; their sentences are checked here like all others."""


@dataclass(frozen=True)
class Words:
    """Everything readers are told of a condition: as a book, and text by text with the place of each.

    `rules` are the house rules on words, `known` the words that a dictionary of English may lack, `british` the parts
    of words that are spelt otherwise in America.
    """

    book: GuideBook
    written: tuple[Written, ...]
    references: tuple[Reference, ...]
    rules: tuple[HouseRule, ...]
    known: frozenset[str]
    british: tuple[tuple[str, str], ...]


def load_guide_book(folder: Path) -> GuideBook:
    """Read the guide, procedures, choices and terms of a condition.

    Args:
        folder: The condition's folder, such as `knowledge/conditions/pars-defect`.

    Raises:
        KnowledgeError: The files have faults; each is listed with its file and line.
    """
    return _read_book(Files(folder.parent.parent), folder, others=())


def load_phrases(folder: Path, evidence: Evidence) -> Mapping[AudienceId, Mapping[ClaimId, str]]:
    """Read only how the guides say each claim by itself, which is all that an answer needs of them.

    Args:
        folder: The condition's folder; one without guides has no such words.
        evidence: The claims they tell.

    Raises:
        KnowledgeError: The guides have faults; each is listed with its file and line.
    """
    files = Files(folder.parent.parent)
    guides = [files.read(path, shapes.GuideFile) for path in sorted((folder / "guide" / "en").glob("*.yaml"))]
    readers = files.read(files.knowledge / "audiences.yaml", shapes.AudiencesFile) if guides else None
    files.refuse_faults()
    exact = {AudienceId(one.id) for one in readers[0].audiences if one.register_ == "clinical"} if readers else set()
    return GuidePhrases({AudienceId(file.audience): partial(guide_of, file) for file, _ in guides}, evidence, exact)


def load_terms(folder: Path) -> tuple[Term, ...]:
    """Read only the terms of the glossary, which is all that understanding a question needs.

    Args:
        folder: The condition's folder; one without a glossary has no terms.

    Raises:
        KnowledgeError: The glossary has faults; each is listed with its line.
    """
    path = folder / "glossary.yaml"
    if not path.exists():
        return ()
    files = Files(folder.parent.parent)
    glossary, _ = files.read(path, shapes.GlossaryFile)
    files.refuse_faults()
    return tuple(map(term_of, glossary.terms))


def load_words(folder: Path) -> Words:
    """Read all files of words of a condition.

    Args:
        folder: The condition's folder.

    Raises:
        KnowledgeError: The files have faults; each is listed with its file and line. What a sentence rests on is not
            looked at here.
    """
    files = Files(folder.parent.parent)
    house = _read_house(files)
    others = [path for pattern in _BY_OTHERS for path in sorted(folder.glob(pattern))]
    book = _read_book(files, folder, others)
    registers = {str(name): audience.register for name, audience in book.audiences.items()}
    return Words(
        book=book,
        written=tuple(text for document in files.documents for text in written_in(document, registers)),
        references=tuple(named for document in files.documents for named in references_in(document)),
        rules=_rules_of(house),
        known=frozenset(word.lower() for word in house.known),
        british=tuple(house.british.items()),
    )


def _read_book(files: Files, folder: Path, others: Iterable[Path]) -> GuideBook:
    """Read the book, and open `others` with it, so that the faults of all are told together."""
    readers, _ = files.read(files.knowledge / "audiences.yaml", shapes.AudiencesFile)
    files.refuse_faults()
    files.documents.clear()  # what was read so far holds no words for readers
    audiences = {AudienceId(shape.id): audience_of(shape) for shape in readers.audiences}
    chapters, _ = files.read(folder / "chapters.yaml", shapes.ChaptersFile)
    guides = [files.read(path, shapes.GuideFile) for path in sorted((folder / "guide" / "en").glob("*.yaml"))]
    procedures = [files.read(path, shapes.ProcedureFile) for path in sorted((folder / "procedures").glob("*.yaml"))]
    choices = [files.read(path, shapes.ChoiceFile) for path in sorted((folder / "choices").glob("*.yaml"))]
    glossary, _ = files.read(folder / "glossary.yaml", shapes.GlossaryFile)
    editorial, editorial_at = files.read(files.knowledge / "editorial.yaml", shapes.EditorialFile)
    drawings, drawn_at = read_drawings(files, folder)
    for path in others:
        files.open(path)
    files.refuse_faults()

    titles = tuple(ChapterTitle(chapter.id, chapter.title, chapter.signs) for chapter in chapters.chapters)
    files.faults += _guide_faults(guides, audiences, titles)
    files.faults += _editorial_faults(editorial, audiences, editorial_at)
    files.faults += _name_faults([*procedures, *choices])
    files.refuse_faults()
    book = GuideBook(
        audiences=MappingProxyType(audiences),
        chapters=titles,
        guides=_by(guides, guide_of, lambda guide: guide.audience),
        procedures=_by(procedures, procedure_of, lambda procedure: procedure.name),
        choices=_by(choices, choice_of, lambda choice: choice.name),
        terms=tuple(map(term_of, glossary.terms)),
        editorial=editorial_of(editorial),
        drawings=drawings,
    )
    files.faults += check_drawings(book, drawn_at)
    files.refuse_faults()
    return book


def read_rules(knowledge: Path) -> tuple[HouseRule, ...]:
    """Read the house rules on words of a knowledge folder.

    Raises:
        KnowledgeError: The file has faults; each is listed with its line.
    """
    files = Files(knowledge)
    house = _read_house(files)
    files.refuse_faults()
    return _rules_of(house)


def _read_house(files: Files) -> shapes.HouseWordsFile:
    house, _ = files.read(files.knowledge / "house_words.yaml", shapes.HouseWordsFile)
    return house


def _rules_of(house: shapes.HouseWordsFile) -> tuple[HouseRule, ...]:
    return tuple(
        HouseRule(
            id=rule.id,
            why=rule.why,
            remedy=rule.remedy,
            words=tuple(rule.words),
            near=tuple(rule.near),
            within=rule.within,
            unless=tuple(rule.unless),
            register=rule.for_,
        )
        for rule in house.rules
    )


def _guide_faults(
    guides: Sequence[tuple[shapes.GuideFile, Located]],
    audiences: Mapping[AudienceId, Audience],
    chapters: Sequence[ChapterTitle],
) -> Iterator[Fault]:
    """See that every audience has its guide, and every guide all chapters in their order."""
    wanted = [chapter.id for chapter in chapters]
    for file, at in guides:
        if file.audience not in audiences:
            remedy = nearest(file.audience, audiences, otherwise="Add it to audiences.yaml.")
            yield Fault(at.where(("audience",)), f"Audience `{file.audience}` does not exist.", remedy)
        yield from _chapter_faults([chapter.chapter for chapter in file.chapters], wanted, at)
    for name in sorted(set(audiences) - {file.audience for file, _ in guides}):
        yield Fault("audiences.yaml", f"Audience `{name}` has no guide.", "Write it.")


def _editorial_faults(
    file: shapes.EditorialFile, audiences: Mapping[AudienceId, Audience], at: Located
) -> Iterator[Fault]:
    """See that every audience is told what a day of a calendar is."""
    for name in sorted(set(audiences) - set(file.days)):
        yield Fault(at.where(("days",)), f"Audience `{name}` is not told what these days are.", "Write it.")


def _chapter_faults(given: Sequence[str], wanted: Sequence[str], at: Located) -> Iterator[Fault]:
    for chapter in wanted:
        if chapter not in given:
            yield Fault(at.where(("chapters",)), f"Chapter `{chapter}` is missing.", "Write it.")
    for position, chapter in enumerate(given):
        if chapter not in wanted:
            remedy = nearest(chapter, wanted, otherwise="Name one of chapters.yaml.")
            yield Fault(at.where(("chapters", position)), f"Chapter `{chapter}` does not exist.", remedy)
    if sorted(given) == sorted(wanted) and list(given) != list(wanted):
        yield Fault(at.where(("chapters",)), "The chapters stand in another order.", "Keep that of chapters.yaml.")


def _name_faults(files: Iterable[tuple[Named, Located]]) -> Iterator[Fault]:
    """See that a file is called after what it holds, so that everything can be found by its name."""
    for file, at in files:
        if file.name != Path(at.name).stem:
            yield Fault(at.where(("name",)), f"`{file.name}` is not the name of this file.", "Rename one of them.")


def _by(
    files: Iterable[tuple[Shape, Located]], build: Callable[[Shape], Built], name: Callable[[Built], Name]
) -> Mapping[Name, Built]:
    built = [build(file) for file, _ in files]
    return MappingProxyType({name(thing): thing for thing in built})
