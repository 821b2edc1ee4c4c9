"""Wordings: patterns of plain words that a text may hold, in any order, within a few sentences.

A wording is one or more parts, joined by ` + `; a part after ` - ` must occur nowhere. In a part:

    numb|tingling       either
    pass urine          these words, one after the other
    weak*               a word that begins so
    <leg>               any entry of the set `leg`
    (my|his|) leg       a choice within a row of words; an empty choice may be left out
    0..17               a whole number in that range
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Denials", "Part", "Span", "Wording", "WordingFault", "WordingReader", "Words", "plain_words"]

Span = tuple[int, int]
"""The position of a first word, and the one after the last."""

_WITHIN_SENTENCES = 3
_SENTENCE_END = re.compile(r"[.?!;]+(?=\s|$)|\n+")
_APOSTROPHE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")
_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"<[a-z0-9-]+>|[()|]|[^\s()|<>]+")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")


class WordingFault(ValueError):
    """A wording that cannot be read; the message says why, in plain words."""


def plain_words(text: str) -> list[str]:
    """Reduce a text to its words: small letters, no accents, no apostrophes, hyphens as breaks.

    >>> plain_words("I can't feel my X-ray\N{RIGHT SINGLE QUOTATION MARK}s table")
    ['i', 'cant', 'feel', 'my', 'x', 'rays', 'table']
    """
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
            spans = {(at, end) for at in range(len(text.words)) for end in self._ends(text, at) if end > at}
            text.spans_of[self] = sorted(spans)
        return text.spans_of[self]

    def _ends(self, text: Words, start: int) -> set[int]:
        """Find where it may end when it begins at `start`."""
        ends = {start} if self.may_be_empty else set()
        if start < len(text.words):
            exact, patterns = self._by_first
            word = text.words[start]
            rows = [*exact.get(word, ()), *(row for first, row in patterns if _fits(first, word))]
            ends.update(end for row in rows for end in _ends_of(row, text, start))
        return ends

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
            ends = {end for at in ends for end in item._ends(text, at)}  # noqa: SLF001 - choices within a choice
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


class WordingReader:
    """Reads wordings, and remembers the named sets that they use."""

    def __init__(self) -> None:
        self._sets: dict[str, Part] = {}
        self._parts: dict[str, Part] = {}

    def define(self, name: str, entries: Sequence[str]) -> None:
        """Name a set, whose entries may use the sets before it.

        Raises:
            WordingFault: An entry is not written as the head of this file says.
        """
        self._sets[name] = Part(tuple(row for entry in entries for row in self._part(entry).rows))

    def read(self, text: str) -> Wording:
        """Read a wording.

        Raises:
            WordingFault: It is not written as the head of this file says, or uses a set that is not there.
        """
        parts: dict[str, list[Part]] = {"+": [], "-": []}
        sign = "+"
        for piece in re.split(r"(?:^|\s)([+-])\s", text):
            if piece in parts:
                sign = piece
            elif piece.strip():
                parts[sign].append(self._part(piece.strip()))
        if not parts["+"]:
            raise WordingFault("it names nothing that must occur")
        return Wording(text, tuple(parts["+"]), tuple(parts["-"]))

    def _part(self, text: str) -> Part:
        if text not in self._parts:
            self._parts[text] = self._parse(text)
        return self._parts[text]

    def _parse(self, text: str) -> Part:
        tokens = _TOKEN.findall(text)
        if "".join(tokens) != re.sub(r"\s", "", text):
            raise WordingFault(f"`{text}` cannot be read")
        part = self._choice(tokens)
        if tokens:
            raise WordingFault(f"`{text}` has a bracket too many")
        if part.may_be_empty:
            raise WordingFault(f"`{text}` allows no words at all")
        return part

    def _choice(self, tokens: list[str]) -> Part:
        """Take choices off the front of `tokens`, up to a closing bracket or the end."""
        rows: list[list[str | Part]] = [[]]
        while tokens and tokens[0] != ")":
            match tokens.pop(0):
                case "|":
                    rows.append([])
                case "(":
                    rows[-1].append(self._choice(tokens))
                    if not tokens:
                        raise WordingFault("a bracket is not closed")
                    tokens.pop(0)
                case token:
                    rows[-1].extend(self._items(token))
        return Part(tuple(map(tuple, rows)))

    def _items(self, token: str) -> Sequence[str | Part]:
        if token.startswith("<"):
            if token[1:-1] not in self._sets:
                raise WordingFault(f"there is no set `{token[1:-1]}` before it")
            return [self._sets[token[1:-1]]]
        if _RANGE.fullmatch(token):
            return [token]
        words = plain_words(token)
        if not words:
            raise WordingFault(f"`{token}` is no word")
        return [*words[:-1], words[-1] + "*"] if token.endswith("*") else words


def _fits(pattern: str, word: str) -> bool:
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    if ".." not in pattern:
        return pattern == word
    ends = _RANGE.fullmatch(pattern)
    # A word of more digits than the range has is no number in it, and could be too long to read as one.
    return ends is not None and word.isdecimal() and len(word) <= len(ends[2]) and int(ends[1]) <= int(word) <= int(ends[2])


def _within(first: int, sentence: int) -> bool:
    return first <= sentence < first + _WITHIN_SENTENCES
