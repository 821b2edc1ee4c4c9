"""Reads a question as it was meant: abbreviations, misspellings that are known, and words that look like no other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from isthmus.claims.words import Words, plain_words

__all__ = ["Spelling", "edits_between"]

_LETTERS = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)*")
_SHORTEST = 4
_LONG = 10
_GUESSED = 6
_MOST_WORDS = 300
"""So many words of a text are looked at, so that a text of nonsense costs no more than a question."""


@dataclass(frozen=True)
class Spelling:
    """What to read in place of abbreviations, which count only in capitals as they are written, and of misspellings.

    Misspellings are in plain words, and may be written in any letters and with hyphens. `meant` are plain words that a
    question is listened to for: what is near one of them and is no word that is `known` is read as that word; what begins
    like one of `stems` keeps that beginning. People seldom get the first letter of a word wrong, so it has to be right, or second.
    """

    abbreviations: Mapping[str, str] = field(default_factory=dict)
    misspellings: Mapping[str, str] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()

    def corrected(self, text: str) -> str:
        """Read a text as it was meant.

        A text without small letters tells no abbreviation from a word, so its abbreviations stay.

        >>> Spelling({"RTP": "return to sport"}, {"siatica": "sciatica"}).corrected("Is RTP safe with Siatica?")
        'Is return to sport safe with sciatica?'
        >>> Spelling(meant=frozenset({"bladder"}), known=frozenset({"ladder"})).corrected("my blader on a ladder")
        'my bladder on a ladder'
        """
        spelt = self._wrong.sub(lambda found: self.misspellings[_joined(found.group())], text)
        meant = self._near_words(spelt)
        return meant if meant.isupper() else self._short.sub(lambda found: self.abbreviations[found.group()], meant)

    def guessed(self, words: Words) -> tuple[Words, frozenset[int]]:
        """Read the words of a corrected text that still look like no word as what they may stand for.

        Returns:
            The words so read, and the positions of those that were changed: guesses, to be believed only beside
            something that was said plainly.
        """
        read = list(words.words)
        for at, word in enumerate(read[:_MOST_WORDS]):
            if len(word) >= _GUESSED:
                read[at] = self._near(word, more=1) or word
        changed = frozenset(at for at, (one, other) in enumerate(zip(words.words, read, strict=True)) if one != other)
        return replace(words, words=tuple(read)), changed

    def _near_words(self, text: str) -> str:
        """Read what looks like no word as the word it is near."""
        if not self.meant:
            return text
        written = dict.fromkeys(_LETTERS.findall(text)[:_MOST_WORDS])
        read = {word: near for word in written if (near := self._near(word)) is not None}
        return _any_of(map(re.escape, read)).sub(lambda found: read[found.group()], text) if read else text

    def _near(self, written: str, *, more: int = 0) -> str | None:
        """Find the one word that something written must stand for, if it is no word itself."""
        word = "".join(plain_words(written))
        if len(word) < _SHORTEST or any(
            form in words for form in (word, word.removesuffix("s")) for words in (self.known, self.meant)
        ):
            return None
        most = (2 if len(word) >= _LONG else 1) + more
        letters, stem = _letters_of(word), next(filter(word.startswith, self.stems), "")
        found = (
            (edits_between(word, other, most), other[-1] != word[-1], other)
            for other, of_other in (*self._by_start.get(word[0], ()), *self._by_start.get(word[1::-1], ()))
            if abs(len(other) - len(word)) <= most
            and other.startswith(stem)
            and (letters ^ of_other).bit_count() <= 2 * most
        )
        near = min(found, default=(most + 1, True, ""))
        return near[-1] if near[0] <= most else None

    @cached_property
    def _by_start(self) -> dict[str, list[tuple[str, int]]]:
        """Sort what is listened for by its first letter, and by its first two."""
        by_start: dict[str, list[tuple[str, int]]] = {}
        for word in sorted(self.meant):
            if len(word) >= _SHORTEST:
                for start in (word[0], word[:2]):
                    by_start.setdefault(start, []).append((word, _letters_of(word)))
        return by_start

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
