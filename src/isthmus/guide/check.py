"""Everything that must hold of the words of a condition, in one look: their basis, their language, how hard they read."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from isthmus.claims import is_english
from isthmus.errors import Fault, MissingLibrary
from isthmus.guide.book import GuideBook
from isthmus.guide.check_basis import Grounds, check_basis
from isthmus.guide.check_drawn import check_drawn
from isthmus.guide.check_plain import check_plain
from isthmus.guide.frequency import check_frequencies
from isthmus.guide.house_words import check_words
from isthmus.guide.load import Words
from isthmus.guide.model import Audience
from isthmus.guide.reach import check_orphans, check_references
from isthmus.guide.reading_level import (
    ReadingLevel,
    SyllableCounter,
    count_syllables,
    reading_level,
    sentences_of,
    words_of,
)
from isthmus.guide.spelling import check_spelling
from isthmus.guide.writing import Written
from isthmus.terms import ActionId, AudienceId, ClaimId

__all__ = ["Findings", "Grounds", "Level", "check_book"]

T = TypeVar("T")

_PLAIN = "plain"
_STRICTEST = AudienceId("patient")
"""What is written once for all plain readers must suit the one who reads the least."""


@dataclass(frozen=True)
class Level:
    """How hard one part of a file is to read for one reader, and the highest grade allowed; None is no limit."""

    file: str
    reader: str
    part: str
    level: ReadingLevel
    limit: int | None

    def is_over(self) -> bool:
        """Tell whether it is harder than allowed; terms of the glossary are not counted."""
        return self.limit is not None and self.level.without_terms > self.limit


@dataclass(frozen=True)
class Findings:
    """What was found: faults to mend, the reading levels, and checks that were left out with what is missing for them."""

    faults: tuple[Fault, ...]
    levels: tuple[Level, ...]
    left_out: tuple[str, ...]
    sentences: int


def check_book(
    words: Words, grounds: Grounds, *, actions: Collection[ActionId], cited: Collection[ClaimId]
) -> Findings:
    """Check all words of a condition.

    Args:
        words: The words.
        grounds: What sentences may stand on.
        actions: The actions of the pathway.
        cited: The claims that the pathway itself cites.

    Returns:
        Every fault with its file and line. Where the library for a check is not installed, that check is left out and
        named.
    """
    faults = [
        *check_basis(words.written, grounds),
        *check_words(words.written, words.rules),
        *check_frequencies(words.written),
        *check_references(words.references, grounds.basis, actions, words.book.procedures),
        *check_drawn(words.references, grounds.basis),
        *check_plain(words.written, grounds.basis.claims, grounds.lexicon, grounds.objections),
        *check_orphans(words.written, grounds.basis, cited, words.book.terms),
        *_long_sentences(words),
        *_misspelt(words),
    ]
    left_out: list[str] = []
    levels: tuple[Level, ...] = ()
    if (syllables := _if_there(count_syllables, left_out)) is not None:
        levels = tuple(_levels(words, syllables))
        faults += map(_too_hard, filter(Level.is_over, levels))
    sentences = sum(text.kind == "sentence" for text in words.written)
    return Findings(tuple(dict.fromkeys(faults)), levels, tuple(left_out), sentences)


def _if_there(find: Callable[[], T], left_out: list[str]) -> T | None:
    try:
        return find()
    except MissingLibrary as error:
        left_out.append(str(error))
        return None


def _long_sentences(words: Words) -> Iterator[Fault]:
    for text in words.written:
        longest = _audience(text, words.book).longest_sentence if text.register == _PLAIN else None
        for sentence in sentences_of(text.text) if longest is not None and text.kind == "sentence" else ():
            if (count := len(words_of(sentence))) > (longest or 0):
                what = f"A sentence has {count} words; at most {longest} are allowed here."
                yield Fault(text.where, what, "Make two of it.")


def _audience(text: Written, book: GuideBook) -> Audience:
    return book.audiences[AudienceId(text.audience) if text.audience else _STRICTEST]


def _levels(words: Words, syllables: SyllableCounter) -> Iterator[Level]:
    terms = [form for term in words.book.terms for form in term.written()]
    parts: dict[tuple[str, str, str], list[Written]] = {}
    for text in words.written:
        if text.kind != "title":
            parts.setdefault((text.file, text.audience or text.register, text.part), []).append(text)
    for (file, reader, part), texts in parts.items():
        limit = _audience(texts[0], words.book).grade if texts[0].register == _PLAIN else None
        level = reading_level([text.text for text in texts], terms, syllables)
        yield Level(file, reader, part, level, limit)


def _too_hard(level: Level) -> Fault:
    part = f"`{level.part}`" if level.part else "It"
    what = f"{part} reads at grade {level.level.without_terms} for {level.reader}; the limit is {level.limit}."
    return Fault(level.file, what, "Use shorter words and sentences.")


def _misspelt(words: Words) -> Iterable[Fault]:
    forms = [form for term in words.book.terms for form in term.written()]
    ours = {part for form in forms for part in form.lower().replace("-", " ").split()}
    return check_spelling(words.written, words.known | ours, is_english, words.british)
