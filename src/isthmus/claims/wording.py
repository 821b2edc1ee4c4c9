"""Wordings: patterns of plain words that a text may hold, in any order, within a few sentences."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Denials", "Part", "Row", "Span", "Wording", "Words", "plain_words"]

Span = tuple[int, int]
"""The position of a first word, and the one after the last."""

_WITHIN_SENTENCES = 3
_SENTENCE_END = re.compile(r"[.?!;]+(?=\s|$)|\n+")
_APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")
_WORD = re.compile(r"[^\W_]+")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")


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
    """A text as plain words, each with the number of its sentence."""

    words: tuple[str, ...]
    sentences: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Words":
        """Read a text."""
        rows = [(word, number) for number, part in enumerate(_SENTENCE_END.split(text)) for word in plain_words(part)]
        return cls(tuple(word for word, _ in rows), tuple(number for _, number in rows))

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        places: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            places.setdefault(word, []).append(at)
        return places

    @cached_property
    def spans_of(self) -> "dict[Part, list[Span]]":
        """What was already found, since many wordings share a part."""
        return {}


@dataclass(frozen=True, eq=False)
class Part:
    """A choice of rows, any of which may stand in a text: a row is words and further choices, one after the other."""

    rows: "tuple[tuple[str | Part, ...], ...]"

    @cached_property
    def may_be_empty(self) -> bool:
        """Whether it may be left out."""
        return any(all(isinstance(item, Part) and item.may_be_empty for item in row) for row in self.rows)

    def spans_in(self, text: Words) -> list[Span]:
        """Find everywhere it stands."""
        if self not in text.spans_of:
            found = ((self._rows_from(word), places) for word, places in text.places.items())
            ends = {
                (at, end) for rows, places in found for row in rows for at in places for end in _ends_of(row, text, at)
            }
            text.spans_of[self] = sorted(ends)
        return text.spans_of[self]

    def ends(self, text: Words, start: int) -> set[int]:
        """Find where it may end when it begins at `start`; right there, when it may be left out."""
        ends = {start} if self.may_be_empty else set()
        if start < len(text.words):
            ends.update(end for row in self._rows_from(text.words[start]) for end in _ends_of(row, text, start))
        return ends

    def _rows_from(self, word: str) -> "list[Row]":
        exact, patterns = self._by_first
        return [*exact.get(word, ()), *(row for first, row in patterns if _fits(first, word))]

    @cached_property
    def _by_first(self) -> "tuple[dict[str, list[Row]], list[tuple[str, Row]]]":
        exact: dict[str, list[Row]] = {}
        patterns: list[tuple[str, Row]] = []
        for row in self.rows:
            for first in _firsts(row):
                if first.endswith("*") or ".." in first:
                    patterns.append((first, row))
                else:
                    exact.setdefault(first, []).append(row)
        return exact, patterns


Row = tuple[str | Part, ...]
"""Words and choices, one after the other; a last `*` in a word stands for any ending, `a..b` for a number."""


def _ends_of(row: Row, text: Words, start: int) -> set[int]:
    ends = {start}
    for item in row:
        if isinstance(item, Part):
            ends = {end for at in ends for end in item.ends(text, at)}
        else:
            ends = {at + 1 for at in ends if at < len(text.words) and _fits(item, text.words[at])}
    return ends


def _firsts(row: Row) -> set[str]:
    """Collect the words with which a row may begin."""
    firsts: set[str] = set()
    for item in row:
        if isinstance(item, str):
            return firsts | {item}
        firsts = firsts.union(*map(_firsts, item.rows))
        if not item.may_be_empty:
            break
    return firsts


@dataclass(frozen=True)
class Denials:
    """Words that deny what follows them, as in `no fever`, and those that may stand between."""

    words: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()

    def hold_before(self, text: Words, at: int) -> bool:
        """Say whether what stands at a position is denied by the words right before it."""
        before = at - 1
        while before >= 0 and text.words[before] in self.between and text.words[before] not in self.words:
            before -= 1
        return before >= 0 and text.words[before] in self.words


NOTHING_DENIES = Denials()


@dataclass(frozen=True)
class Wording:
    """A pattern of words: every part of `parts` occurs within three sentences, in any order, and `never` nowhere."""

    text: str
    parts: tuple[Part, ...]
    never: tuple[Part, ...] = ()

    def found_in(self, text: Words, denials: Denials = NOTHING_DENIES) -> frozenset[int]:
        """Find the positions of the words that make the pattern; none when it does not occur."""
        if any(part.spans_in(text) for part in self.never):
            return frozenset()
        found: list[list[Span]] = []
        for part in self.parts:
            spans = [span for span in part.spans_in(text) if not denials.hold_before(text, span[0])]
            if not spans:
                return frozenset()
            found.append(spans)
        return _near_each_other(text, found)


def _near_each_other(text: Words, found: Sequence[Sequence[Span]]) -> frozenset[int]:
    for first in sorted({text.sentences[start] for spans in found for start, _ in spans}):
        near = [[span for span in spans if _within(first, text.sentences[span[0]])] for spans in found]
        if all(near):
            return frozenset(at for spans in near for start, end in spans for at in range(start, end))
    return frozenset()


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if ".." not in pattern:
        return pattern == word
    ends = _RANGE.fullmatch(pattern)
    # A word of more digits than the range has is no number in it, and could be too long to read as one.
    return (
        ends is not None
        and word.isdecimal()
        and len(word) <= len(ends[2])
        and int(ends[1]) <= int(word) <= int(ends[2])
    )


def _within(first: int, sentence: int) -> bool:
    return first <= sentence < first + _WITHIN_SENTENCES
