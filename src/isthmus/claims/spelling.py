"""Reads a question as it was meant: abbreviations, misspellings that are known, and words that look like no other."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from isthmus.claims.english import is_english
from isthmus.claims.given_names import GivenNames
from isthmus.claims.shorthand import Shorthand
from isthmus.claims.words import Words, plain_words

__all__ = ["Spelling", "edits_between"]

_LETTERS = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_SHORTEST = 4
_LONG = 10
_GUESSED = 6
_MOST_WORDS = 300
"""So many words of a text are looked at, so that a text of nonsense costs no more than a question."""

_AT_HAND = 4096
"""Of how many words is remembered what they stand for, since a question is read part by part and again."""

_ByStart = dict[str, list[tuple[str, int]]]
"""Words by their first letter, and by their first two, each with the set of its letters."""


@dataclass(frozen=True)
class Spelling:
    """What to read in place of abbreviations, which count only in capitals as they are written, and of misspellings.

    Misspellings are in plain words, and may be written in any letters and with hyphens. `meant` are plain words that a
    question is listened to for, and `asked` those that people ask with, each with how often they do: what is near one of
    them and is no word, neither one that is `known` nor one of English, is read as that word. People seldom get the first
    letter of a word wrong, so it has to be right, or second. `shorthand` is written out before all that, and the only one
    of whom a text tells by a given name is read as `he` or `she`.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    misspellings: Mapping[str, str] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()
    asked: Mapping[str, int] = field(default_factory=dict)
    known: frozenset[str] = frozenset()
    shorthand: Shorthand = field(default_factory=Shorthand)
    names: GivenNames = field(default_factory=GivenNames)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that means something here, and is a slip of no other."""
        return self.known.union(self.meant, self.asked)

    def corrected(self, text: str, *, keeps_names: bool = False) -> str:
        """Read a text as it was meant.

        A text without small letters tells no abbreviation from a word, so its abbreviations stay.

        Args:
            text: The text.
            keeps_names: Leave given names as they are, where another text tells of somebody else by one.

        >>> Spelling({"RTP": "return to sport"}, {"siatica": "sciatica"}).corrected("Is RTP safe with Siatica?")
        'Is return to sport safe with sciatica?'
        >>> Spelling(meant=frozenset({"bladder"}), known=frozenset({"ladder"})).corrected("my blader on a ladder")
        'my bladder on a ladder'
        """
        spelt = self._spelt(text if keeps_names else self.names.read(text))
        slips = self._slips(spelt)
        meant = _any_of(map(re.escape, slips)).sub(lambda found: slips[found.group()], spelt) if slips else spelt
        return meant if meant.isupper() else self._short.sub(lambda found: self.abbreviations[found.group()], meant)

    def slips(self, text: str) -> dict[str, str]:
        """Tell what in a text looks like no word, each with the word that it is read as.

        >>> Spelling(asked={"brace": 9}).slips("Does a barce help?")
        {'barce': 'brace'}
        """
        return self._slips(self._spelt(self.names.read(text)))

    def guessed(self, words: Words) -> tuple[Words, frozenset[int]]:
        """Read the words of a corrected text that still look like no word as what they may stand for.

        Returns:
            The words so read, and the positions of those that were changed: guesses, to be believed only beside
            something that was said plainly.
        """
        read = list(words.words)
        for at, word in enumerate(read[:_MOST_WORDS]):
            if len(word) >= _GUESSED and self._may_be_a_slip(word):
                read[at] = self._nearest(word, self._listened_for, _reach(word) + 1) or word
        changed = frozenset(at for at, (one, other) in enumerate(zip(words.words, read, strict=True)) if one != other)
        return replace(words, words=tuple(read)), changed

    def _spelt(self, text: str) -> str:
        """Write a text out, and put right what is known to be spelt wrong."""
        long = self.shorthand.written_out(text)
        return self._wrong.sub(lambda found: self.misspellings[_joined(found.group())], long)

    def _slips(self, text: str) -> dict[str, str]:
        written = dict.fromkeys(_LETTERS.findall(text)[:_MOST_WORDS]) if self.meant or self.asked else ()
        return {word: near for word in written if (near := self._stands_for(word)) is not None}

    @cached_property
    def _stands_for(self) -> Callable[[str], str | None]:
        return lru_cache(maxsize=_AT_HAND)(self._near)

    def _near(self, written: str) -> str | None:
        """Find the one word that something written must stand for, if it is no word itself."""
        word = "".join(plain_words(written))
        near = self._nearest(word, self._by_start, _reach(word)) if self._may_be_a_slip(word) else None
        return None if near is None or is_english(written.lower()) else near

    def _may_be_a_slip(self, word: str) -> bool:
        return len(word) >= _SHORTEST and self.words.isdisjoint((word, word.removesuffix("s")))

    def _nearest(self, word: str, among: _ByStart, reach: int) -> str | None:
        """Find the word that is the fewest edits away.

        Of several, one that lacks no more than the end of `-ing` comes first, then one of the same letters, then one with
        the same last, one that is listened for, and the most usual.
        """
        letters = _letters_of(word)
        found = (
            (
                edits,
                other != f"{word}g",
                letters != of_other,
                other[-1] != word[-1],
                other not in self.meant,
                -self.asked.get(other, 0),
                other,
            )
            for other, of_other in (*among.get(word[0], ()), *among.get(word[1::-1], ()))
            if abs(len(other) - len(word)) <= reach
            and (letters ^ of_other).bit_count() <= 2 * reach
            and (edits := edits_between(word, other, reach)) <= reach
        )
        nearest = min(found, default=None)
        return None if nearest is None or is_english(word) else nearest[-1]

    @cached_property
    def _by_start(self) -> _ByStart:
        return _sorted_by_start(self.meant.union(self.asked))

    @cached_property
    def _listened_for(self) -> _ByStart:
        return _sorted_by_start(self.meant)

    @cached_property
    def _wrong(self) -> re.Pattern[str]:
        return _any_of((r"[\W_]+".join(words.split()) for words in self.misspellings), re.IGNORECASE)

    @cached_property
    def _short(self) -> re.Pattern[str]:
        return _any_of(map(re.escape, self.abbreviations))


def edits_between(one: str, other: str, most: int) -> int:
    """Count the letters to add, drop, change or swap with a neighbour to make one word of another.

    Args:
        one: A word.
        other: Another.
        most: How far to count; what is further apart counts as one more.

    Source:
        The optimal string alignment distance: Damerau, Communications of the ACM 1964, doi:10.1145/363958.363994.

    >>> edits_between("grion", "groin", 2), edits_between("numness", "numbness", 2), edits_between("pain", "brace", 2)
    (1, 1, 3)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            edits = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if last and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                edits = min(edits, last[to - 2] + 1)
            row.append(edits)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def _reach(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _sorted_by_start(words: Iterable[str]) -> _ByStart:
    """Sort words by their first letter, and by their first two, each with its letters."""
    by_start: _ByStart = {}
    for word in sorted(words):
        if len(word) >= _SHORTEST:
            for start in (word[0], word[:2]):
                by_start.setdefault(start, []).append((word, _letters_of(word)))
    return by_start


def _letters_of(word: str) -> int:
    """Write the set of a word's letters as the bits of a number; one edit changes two of them at most."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 31)
    return bits


def _any_of(patterns: Iterable[str], flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Match any of some patterns as whole words, the longest first; of none, match nothing."""
    longest_first = sorted(patterns, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first) or '(?!)'})(?!\w)", flags)


def _joined(text: str) -> str:
    return " ".join(plain_words(text))
