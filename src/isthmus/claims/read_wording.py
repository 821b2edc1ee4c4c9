"""Reads wordings from knowledge files.

A wording is one or more parts. Those joined by ` & ` stand in one sentence, those joined by ` + ` near each other; a part
after ` - ` must occur nowhere. In a part:

    numb|tingling       either
    pass urine          these words, one after the other
    weak*               a word that begins so
    <leg>               any entry of the set `leg`
    (my|his|) leg       a choice within a row of words; an empty choice may be left out
    0..17           a whole number in that range
    0..17yo         such a number with letters after it
    ^ is it         words with which a sentence or a clause begins
    no ^            words with which one ends
"""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from isthmus.claims.wording import CLAUSE, Part, Wording
from isthmus.claims.words import plain_words

__all__ = ["WordingFault", "WordingReader"]

_TOKEN = re.compile(r"<[a-z0-9-]+>|[()|]|[^\s()|<>]+")
_RANGE = re.compile(r"\d+\.\.\d+[a-z]*")
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_EMPTY = re.compile(r"(?:^|[(|])\s*(?:[|)]|$)")
"""A choice with nothing in it, without which no part can be left out."""


class WordingFault(ValueError):
    """A wording that cannot be read; the message says why, in plain words."""


class WordingReader:
    """Reads wordings; remembers the named sets that they use, and all words in them."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self._sets: dict[str, Part] = {}
        self._unlisted: set[str] = set()
        self._parts: dict[str, Part] = {}

    @property
    def sets(self) -> Mapping[str, Part]:
        """The named sets that are listed, by their names."""
        return MappingProxyType({name: part for name, part in self._sets.items() if name not in self._unlisted})

    def define(self, name: str, entries: Sequence[str], *, listed: bool = True) -> None:
        """Name a set, whose entries may use the sets before it; one that is not listed can only be used in wordings.

        Raises:
            WordingFault: An entry is not written as the head of this file says.
        """
        self._sets[name] = self.choice(entries)
        if not listed:
            self._unlisted.add(name)

    def read(self, text: str) -> Wording:
        """Read a wording.

        Raises:
            WordingFault: It is not written as the head of this file says, or uses a set that is not there.
        """
        groups: list[list[Part]] = []
        never: list[Part] = []
        sign = "+"
        for at, piece in enumerate(re.split(r"(?:^|\s)([+&-])\s", text)):
            if at % 2:
                sign = piece
            elif piece.strip():
                part = self._part(piece.strip())
                if sign == "-":
                    never.append(part)
                elif sign == "&" and groups:
                    groups[-1].append(part)
                else:
                    groups.append([part])
        if not groups:
            raise WordingFault("it names nothing that must occur")
        return Wording(text, tuple(map(tuple, groups)), tuple(never))

    def choice(self, texts: Sequence[str]) -> Part:
        """Read parts any of which may stand in a text.

        Raises:
            WordingFault: One is not written as the head of this file says, or uses a set that is not there.
        """
        return Part(tuple(row for text in texts for row in self._part(text).rows))

    def _part(self, text: str) -> Part:
        if text not in self._parts:
            self._parts[text] = self._parse(text)
        return self._parts[text]

    def _parse(self, text: str) -> Part:
        if _PLAIN.fullmatch(text):  # most are, and need not be taken apart
            words = text.split()
            self.words.update(words)
            return Part((tuple(words),))
        tokens = _TOKEN.findall(text)
        if "".join(tokens) != re.sub(r"\s", "", text):
            raise WordingFault(f"`{text}` cannot be read")
        tokens.reverse()
        part = self._choice(tokens)
        if tokens:
            raise WordingFault(f"`{text}` has a bracket too many")
        if _EMPTY.search(text) and part.wordless:
            raise WordingFault(f"`{text}` allows no words at all")
        return part

    def _choice(self, tokens: list[str]) -> Part:
        """Take choices off the end of `tokens`, which stand backwards, up to a closing bracket or the last."""
        rows: list[list[str | Part]] = [[]]
        while tokens and tokens[-1] != ")":
            piece = tokens.pop()
            if piece in self.words:  # known to be plain
                rows[-1].append(piece)
            elif piece == "|":
                rows.append([])
            elif piece == "(":
                rows[-1].append(self._choice(tokens))
                if not tokens:
                    raise WordingFault("a bracket is not closed")
                tokens.pop()
            else:
                rows[-1].extend(self._items(piece))
        return Part(tuple(map(tuple, rows)))

    def _items(self, token: str) -> Sequence[str | Part]:
        if _PLAIN.fullmatch(token):
            self.words.add(token)
            return [token]
        if token.startswith("<"):
            if token[1:-1] not in self._sets:
                raise WordingFault(f"there is no set `{token[1:-1]}` before it")
            return [self._sets[token[1:-1]]]
        if token == CLAUSE or _RANGE.fullmatch(token):
            return [token]
        words = plain_words(token)
        if not words:
            raise WordingFault(f"`{token}` is no word")
        if token.endswith("*"):
            return [*words[:-1], words[-1] + "*"]
        self.words.update(words)
        return words
