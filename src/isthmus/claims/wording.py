"""Wordings: patterns of plain words that a text may hold, in any order, near each other."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from isthmus.claims.words import ANY_NUMBER, Span, Words

__all__ = ["CLAUSE", "NOWHERE", "Part", "Row", "Wording"]

CLAUSE = "^"
"""In a row: here a sentence or a clause begins or ends."""

_NO_PLACES: frozenset[int] = frozenset()
_WITHIN_SENTENCES = 3
_RANGE = re.compile(r"(\d+)\.\.(\d+)([a-z]*)")
_NUMBER = re.compile(r"(\d+)([a-z]*)")


@dataclass(frozen=True, eq=False)
class Part:
    """A choice of rows, any of which may stand in a text: a row is words and further choices, one after the other."""

    rows: "tuple[tuple[str | Part, ...], ...]"

    @cached_property
    def wordless(self) -> "tuple[Row, ...]":
        """The rows that may stand where no word does: empty ones, and ends of a clause."""
        return tuple(row for row in self.rows if all(map(_may_be_wordless, row)))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Words one of which stands wherever it does: of each row the longest, which are rarely said."""
        return frozenset().union(*map(_telling, self.rows))

    def spans_in(self, text: Words) -> list[Span]:
        """Find everywhere it stands."""
        spans = text.spans_of.get(self)
        if spans is None:
            # Most parts stand in most texts nowhere: whether a text holds any of their telling words is one look.
            absent = text.openings.keys().isdisjoint(self.telling)
            text.spans_of[self] = spans = [] if absent else self._found_in(text)
        return spans

    def ends(self, text: Words, start: int) -> set[int]:
        """Find where it may end when it begins at `start`; right there, when it may stand without a word."""
        if self not in text.ends_of:
            ends: dict[int, list[int]] = {}
            text.ends_of[self] = ends
            for at, end in self.spans_in(text):
                ends.setdefault(at, []).append(end)
        return set(text.ends_of[self].get(start, ())).union(*(_ends_of(row, text, start) for row in self.wordless))

    def _found_in(self, text: Words) -> list[Span]:
        shared = self._by_first.keys() & text.openings.keys()
        starts = ((row, at) for first in shared for row in self._by_first[first] for at in text.openings[first])
        return sorted({(at, end) for row, at in starts for end in _ends_of(row, text, at)})

    @cached_property
    def _by_first(self) -> "dict[str, list[Row]]":
        """Sort the rows by how they begin: a word, the beginning of a word, any number for a range of them."""
        rows: dict[str, list[Row]] = {}
        for row in self.rows:
            for first in _firsts(row):
                rows.setdefault(_opening(first), []).append(row)
        return rows


Row = tuple[str | Part, ...]
"""Words and choices, one after the other; a last `*` in a word stands for any ending, `a..b` for a number, `a..byo` for
one with letters."""


NOWHERE = Part(())
"""No words at all: it stands nowhere."""


@dataclass(frozen=True)
class Wording:
    """A pattern of words: each group occurs within three sentences of the others, in any order, and `never` nowhere.

    The parts of a group occur in one sentence.
    """

    text: str
    groups: tuple[tuple[Part, ...], ...]
    never: tuple[Part, ...] = ()

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every part that has to occur, as they are written."""
        return tuple(part for group in self.groups for part in group)

    @cached_property
    def _telling(self) -> tuple[frozenset[str], ...]:
        """The telling words of each part, the rarest first."""
        return tuple(sorted((part.telling for part in self.parts), key=_rarity, reverse=True))

    def found_in(self, text: Words, void: Collection[int] = ()) -> frozenset[int]:
        """Find the positions of the words that make the pattern; none when it does not occur.

        Args:
            text: What may hold it.
            void: Positions that do not count, such as those of what is denied.
        """
        openings = text.openings.keys()
        for telling in self._telling:
            if openings.isdisjoint(telling):
                return _NO_PLACES
        found: list[list[Span]] = []
        for group in self.groups:
            spans = _in_one_sentence(text, [_standing(part.spans_in(text), void) for part in group])
            if not spans:
                return frozenset()
            found.append(spans)
        if any(part.spans_in(text) for part in self.never):
            return frozenset()
        return _near_each_other(text, found)


def _standing(spans: list[Span], void: Collection[int]) -> list[Span]:
    return [span for span in spans if span[0] not in void and span[1] - 1 not in void] if void else spans


def _in_one_sentence(text: Words, found: Sequence[Sequence[Span]]) -> list[Span]:
    """Keep the spans of a group's parts that stand in a sentence with all its other parts."""
    if not all(found):
        return []
    shared = set.intersection(*({text.sentences[start] for start, _ in spans} for spans in found))
    return [span for spans in found for span in spans if text.sentences[span[0]] in shared]


def _near_each_other(text: Words, found: Sequence[Sequence[Span]]) -> frozenset[int]:
    for first in sorted({text.sentences[start] for spans in found for start, _ in spans}):
        near = [[span for span in spans if _within(first, text.sentences[span[0]])] for spans in found]
        if all(near):
            return frozenset(at for spans in near for start, end in spans for at in range(start, end))
    return frozenset()


def _within(first: int, sentence: int) -> bool:
    return first <= sentence < first + _WITHIN_SENTENCES


def _ends_of(row: Row, text: Words, start: int) -> set[int]:
    ends = {start}
    for item in row:
        if isinstance(item, Part):
            ends = {end for at in ends for end in item.ends(text, at)}
        elif item == CLAUSE:
            ends &= text.breaks
        else:
            ends = {at + 1 for at in ends if at < len(text.words) and _fits(item, text.words[at])}
    return ends


def _may_be_wordless(item: str | Part) -> bool:
    return item == CLAUSE or (isinstance(item, Part) and bool(item.wordless))


def _firsts(row: Row) -> set[str]:
    """Collect the words with which a row may begin."""
    firsts: set[str] = set()
    for item in row:
        if item == CLAUSE:
            continue
        if isinstance(item, str):
            return firsts | {item}
        firsts = firsts.union(*map(_firsts, item.rows))
        if not item.wordless:
            break
    return firsts


def _telling(row: Row) -> frozenset[str]:
    """Find words one of which stands wherever a row does: those of its most telling item, as longer words are rarer."""
    needed = (item for item in row if not _may_be_wordless(item))
    items = (item.telling if isinstance(item, Part) else frozenset({_opening(item)}) for item in needed)
    return max(items, key=_rarity, default=frozenset(map(_opening, _firsts(row))))


def _rarity(words: frozenset[str]) -> int:
    """Guess how rarely any of some words is said: as rarely as the shortest of them is long."""
    return min(map(len, words), default=0)


def _opening(word: str) -> str:
    """Write the beginning of a row as in the openings of a text."""
    return ANY_NUMBER if ".." in word else word


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if ".." not in pattern:
        return pattern == word
    ends, number = _RANGE.fullmatch(pattern), _NUMBER.fullmatch(word)
    # A word of more digits than the range has is no number in it, and could be too long to read as one.
    return (
        ends is not None
        and number is not None
        and number[2] == ends[3]
        and len(number[1]) <= len(ends[2])
        and int(ends[1]) <= int(number[1]) <= int(ends[2])
    )
