"""A text as sentences of words, each word with the place where it stands, and its numbers read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from isthmus.claims import Numbers, Words, plain_words

__all__ = ["Sentence", "Token", "sentences_of"]

_PIECE = re.compile(
    r"""
      (?P<number>\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?)
    | (?P<word>[^\W\d_]\w*(?:['\u2019\u02bc`][^\W\d_]+)*)
    | (?P<percent>%)
    | (?P<both>(?<=\s)&(?=\s))
    | (?P<end>[.?!]+(?=\s|$|["'\u201d)])|;)
    | (?P<dash>(?<=\d)\s?[-\u2013]\s?(?=\d))
    | (?P<share>(?<=\d)\s?/\s?(?=\d))
    | (?P<pause>(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])|[,:()\[\]\u2013\u2014\u2026]|(?<=\s)-+(?=\s))
    """,
    re.VERBOSE,
)
_OWNER = re.compile("['\u2019\u02bc`]s$")
_SHORT = frozenset(["he", "she", "it", "that", "what", "who", "how", "where", "when", "there", "let", "here"])
_WRITTEN_OUT = {"percent": ("percent",), "both": ("and",), "dash": ("to",), "share": ("out", "of")}
_HALF = Decimal("0.5")


@dataclass(frozen=True)
class Token:
    """A word, its value where it is a number, where it stands, and the pause after which it does.

    A number is written as its whole part, so that wordings can ask for a range; `value` is exact. `start` and `end` are
    characters of the text. `phrase` counts the pauses of the sentence before it. `owns` is whether `'s` stood at its end.
    """

    word: str
    start: int
    end: int
    phrase: int
    value: Decimal | None = None
    owns: bool = False


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text; `asks` is whether it ends with a question mark."""

    text: str
    tokens: tuple[Token, ...]
    asks: bool

    @cached_property
    def words(self) -> Words:
        """Its words, as wordings look at them."""
        size = len(self.tokens)
        pauses = (at for at in range(1, size) if self.tokens[at].phrase != self.tokens[at - 1].phrase)
        return Words(tuple(token.word for token in self.tokens), (0,) * size, frozenset({0, size, *pauses}))

    def said(self, start: int, end: int) -> str:
        """Give what was said from one word up to another."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]


def sentences_of(text: str, numbers: Numbers) -> tuple[Sentence, ...]:
    """Take a text apart; what holds no word is no sentence.

    Numbers in words are read, and so are `a week`, `half a year`, `a year and a half` and `grade II`.
    """
    found: list[Sentence] = []
    tokens: list[Token] = []
    phrase = 0
    for piece in _PIECE.finditer(text):
        match piece.lastgroup:
            case "end":
                found.append(Sentence(text, tuple(_counted(tokens, numbers)), "?" in piece.group()))
                tokens, phrase = [], 0
            case "pause":
                phrase += 1
            case _:
                tokens += _tokens(piece, phrase)
    found.append(Sentence(text, tuple(_counted(tokens, numbers)), asks=False))
    return tuple(sentence for sentence in found if sentence.tokens)


def _tokens(piece: re.Match[str], phrase: int) -> Iterator[Token]:
    start, end, kind = piece.start(), piece.end(), str(piece.lastgroup)
    if kind == "number":
        value = Decimal(piece.group().replace(",", ""))
        yield Token(str(int(value)), start, end, phrase, value)
        return
    bare = _without_owner(piece.group())
    for word in _WRITTEN_OUT.get(kind) or plain_words(bare):
        yield Token(word, start, end, phrase, owns=bare != piece.group())


def _without_owner(word: str) -> str:
    """Take `'s` off a word: `my son's pain` speaks of a son, and `he's` keeps what it is short for."""
    bare = _OWNER.sub("", word)
    return word if bare.lower() in _SHORT else bare


def _counted(tokens: Sequence[Token], numbers: Numbers) -> list[Token]:
    return _with_halves(list(_with_numbers(tokens, numbers)), numbers)


def _with_numbers(tokens: Sequence[Token], numbers: Numbers) -> Iterator[Token]:
    at = 0
    while at < len(tokens):
        value, length = _number_at(tokens, at, numbers)
        if value is None:
            yield tokens[at]
        else:
            yield replace(tokens[at], word=str(int(value)), value=value, end=tokens[at + length - 1].end)
        at += length


def _number_at(tokens: Sequence[Token], at: int, numbers: Numbers) -> tuple[Decimal | None, int]:
    """Read the number that begins at a word, and of how many words it is."""
    words = [token.word for token in tokens[at : at + 3]]
    word, following = words[0], words[1] if len(words) > 1 else ""
    graded = at > 0 and tokens[at - 1].word in {"grade", "grades", "meyerding"}
    if word in numbers.tens:
        more = numbers.units.get(following, 0)
        return Decimal(numbers.tens[word] + more), 2 if more else 1
    if word == "half" and following in {"a", "an"} and words[-1] in numbers.times:
        return _HALF, 2
    return _one_word(word, numbers, counts=following in numbers.times, graded=graded), 1


def _one_word(word: str, numbers: Numbers, *, counts: bool, graded: bool) -> Decimal | None:
    """Read one word as a number; `a` is one before a time, and `one` there or as a grade."""
    if word in {"a", "an"}:
        return Decimal(1) if counts else None
    if word == "one" and not (counts or graded):
        return None
    known = {**numbers.grades, **numbers.units} if graded else numbers.units
    return Decimal(known[word]) if word in known else None


def _with_halves(tokens: list[Token], numbers: Numbers) -> list[Token]:
    """Add the half of `a year and a half` and of `six and a half months` to its number."""
    words = [token.word for token in tokens]
    for at in range(len(tokens) - 2, 0, -1):
        if words[at : at + 3] != ["and", "a", "half"]:
            continue
        number = at - 2 if words[at - 1] in numbers.times and at > 1 else at - 1
        value = tokens[number].value
        if value is not None:
            tokens[number] = replace(tokens[number], value=value + _HALF)
            del tokens[at : at + 3]
    return tokens
