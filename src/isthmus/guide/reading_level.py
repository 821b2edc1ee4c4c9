"""How hard a text is to read, by Flesch and Kincaid, with and without the terms of the glossary."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from isthmus.errors import MissingLibrary
from isthmus.guide.forms import any_form

__all__ = ["ReadingLevel", "SyllableCounter", "count_syllables", "reading_level", "sentences_of", "words_of"]

_LETTERS = re.compile(r"[A-Za-z][A-Za-z'\u2019]*")
_SPOKEN = re.compile(r"[A-Za-z][\w'\u2019]*(?:-[\w'\u2019]+)*|\d[\d.,]*\w*(?:-[\w'\u2019]+)*")
_ABBREVIATION = re.compile(r"(?<=[.?!])\s+(?=[A-Z\d“\"'])")


class SyllableCounter(Protocol):
    """Counts the syllables of one word."""

    def __call__(self, word: str, /) -> int:
        """Count them."""


@dataclass(frozen=True)
class ReadingLevel:
    """The Flesch-Kincaid grade of a text, and what it would be if the terms of the glossary were not in it."""

    grade: Decimal
    without_terms: Decimal
    sentences: int
    longest: int


def count_syllables() -> SyllableCounter:
    """Take up the library that counts syllables.

    Raises:
        MissingLibrary: It is not installed.
    """
    try:
        import syllapy  # noqa: PLC0415 - an optional library of those who edit the words
    except ImportError as error:
        what = "It needs a library that is not installed."
        raise MissingLibrary(what, where="reading level", remedy="Run: pip install 'isthmus[editors]'.") from error
    return lambda word: max(1, int(syllapy.count(word)))


def sentences_of(text: str) -> list[str]:
    """Split a text at full stops, question marks and exclamation marks."""
    return [part for part in _ABBREVIATION.split(text.strip()) if _SPOKEN.search(part)]


def words_of(sentence: str) -> list[str]:
    """Split a sentence into words; a number is one word, and so is what hyphens join."""
    return _SPOKEN.findall(sentence)


def reading_level(texts: Iterable[str], terms: Sequence[str], syllables: SyllableCounter) -> ReadingLevel:
    """Work out the reading level of a chapter.

    Args:
        texts: Its sentences.
        terms: The terms of the glossary, in every way they are written.
        syllables: Counts the syllables of a word; a number counts as one.

    Source:
        Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75: 0.39 x words per sentence
        + 11.8 x syllables per word - 15.59.
    """
    sentences = [sentence for text in texts for sentence in sentences_of(text)]
    counted = [_count(words_of(sentence), syllables) for sentence in sentences]
    left_out = _pattern_of(terms)
    without = [_count(words_of(left_out.sub(" ", sentence)), syllables) for sentence in sentences]
    return ReadingLevel(
        grade=_grade(counted),
        without_terms=_grade([pair for pair in without if pair[0]]),
        sentences=len(sentences),
        longest=max((words for words, _ in counted), default=0),
    )


def _count(words: Sequence[str], syllables: SyllableCounter) -> tuple[int, int]:
    return len(words), sum(_syllables(word, syllables) for word in words)


def _syllables(word: str, syllables: SyllableCounter) -> int:
    """Count each part of a hyphenated word; a part with digits counts as one."""
    return sum(syllables(part) if _LETTERS.fullmatch(part) else 1 for part in word.split("-"))


def _grade(counted: Sequence[tuple[int, int]]) -> Decimal:
    words, spoken = sum(words for words, _ in counted), sum(said for _, said in counted)
    if not words:
        return Decimal("0.0")
    grade = Decimal("0.39") * words / len(counted) + Decimal("11.8") * spoken / words - Decimal("15.59")
    return grade.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _pattern_of(terms: Sequence[str]) -> re.Pattern[str]:
    """Match the terms of the glossary, in the singular and the plural."""
    return re.compile(rf"\b(?:{any_form(terms)})s?\b" if terms else r"(?!)")
