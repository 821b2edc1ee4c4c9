"""A text as plain words, with its sentences and the breaks within them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

__all__ = ["ANY_NUMBER", "Span", "Words", "plain_words"]

Span = tuple[int, int]
"""The position of a first word, and the one after the last."""

ANY_NUMBER = "0..9"
"""In the openings of a text: a word that begins with a figure."""

_AT_HAND = 8192
"""Of how many words is remembered how they begin."""

_SENTENCE_END = re.compile(r"[.?!;]+(?=\s|$)|\n+")
_BREAK = re.compile(r"((?<!\d),|,(?!\d)|[:()\[\]\N{EN DASH}\N{EM DASH}]|\s[-+]+\s)")
_APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")
_WORD = re.compile(r"[^\W_]+")


def plain_words(text: str) -> list[str]:
    """Reduce a text to its words: small letters, no accents, no apostrophes, hyphens as breaks.

    >>> plain_words("I can't feel my X-ray\N{RIGHT SINGLE QUOTATION MARK}s table")
    ['i', 'cant', 'feel', 'my', 'x', 'rays', 'table']
    """
    if text.isascii():  # most of a lexicon is: it has no accents to take off
        return _WORD.findall(_APOSTROPHE.sub("", text.lower()))
    folded = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in folded if unicodedata.category(c) not in {"Cf", "Mn"})
    return _WORD.findall(_APOSTROPHE.sub("", kept))


@dataclass(frozen=True)
class Words:
    """A text as plain words, each with the number of its sentence.

    `breaks` are where a clause begins, or the text ends; `commas` are those of them where only a comma stands.
    """

    words: tuple[str, ...]
    sentences: tuple[int, ...]
    breaks: frozenset[int] = frozenset()
    commas: frozenset[int] = frozenset()

    @classmethod
    def of(cls, text: str) -> "Words":
        """Read a text."""
        words: list[str] = []
        sentences: list[int] = []
        signs: dict[int, str] = {}
        for number, sentence in enumerate(_SENTENCE_END.split(text)):
            sign = "."
            for piece in _BREAK.split(sentence):
                if _BREAK.fullmatch(piece):
                    sign += piece
                    continue
                signs[len(words)] = signs.get(len(words), "") + sign
                words += plain_words(piece)
                sign = ""
            sentences += [number] * (len(words) - len(sentences))
        signs[len(words)] = "."
        commas = (at for at, sign in signs.items() if sign == ",")
        return cls(tuple(words), tuple(sentences), frozenset(signs), frozenset(commas))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word, []).append(at)
        return places

    @cached_property
    def openings(self) -> dict[str, list[int]]:
        """Where a pattern may begin: at each word, at each beginning of one, written `begin*`, and at any number."""
        openings = dict(self.places)
        for word, places in self.places.items():
            for opening in _openings_of(word):
                openings.setdefault(opening, []).extend(places)
        return openings

    @cached_property
    def ends_of(self) -> dict[object, dict[int, list[int]]]:
        """Where each pattern that was sought may end, by where it begins."""
        return {}

    @cached_property
    def spans_of(self) -> dict[object, list[Span]]:
        """Where each pattern that was sought stands, since many wordings share a part."""
        return {}


@lru_cache(maxsize=_AT_HAND)
def _openings_of(word: str) -> tuple[str, ...]:
    beginnings = [f"{word[:length]}*" for length in range(1, len(word) + 1)]
    return (*beginnings, ANY_NUMBER) if word[0].isdecimal() else tuple(beginnings)
