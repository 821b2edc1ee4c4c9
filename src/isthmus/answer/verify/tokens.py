"""A text as the verifier reads it: its words in order, each with the clause and sentence it stands in."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from isthmus.search import stems

__all__ = ["Text", "Token", "read_text", "stem"]

_DASHES = re.compile(r"[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile("[\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}`]")
_GLUED = re.compile(
    r"(?<![A-Za-z\d])(\d+(?:[.,]\d+)*)(?=(?:[mk\u03bc]?g|mcg|[cmk]?m|[md]?[lL]|kPa|mmHg|[hsd]|min|wk|yr|mo|x)s?\b)"
)
_NOT = re.compile(r"\b(can)(?:not|'t)\b|\b(\w+)n't\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)'s\b|(?<=s)'(?=\s)")
_TOKEN = re.compile(
    r"""
      [A-Za-z]+\d\w*(?:-[A-Za-z]*\d+\b)?    # a name such as L5-S1
    | [A-Za-z]{2,}-\d+\b                    # or PD-12
    | \d+(?:[.,]\d+)*(?:[A-Za-z]\w*)?
    | (?:e\.g|i\.e|vs|etc)\.                # a full stop that ends no sentence
    | [^\W\d_]+(?:'[^\W\d_]+)*
    | [%<>=\u2264\u2265]
    | [^\s\w]
    """,
    re.VERBOSE,
)
_ENDS, _PARTS = frozenset(".?!;"), frozenset(",:()[]\u2022")


@dataclass(frozen=True)
class Token:
    """A word, number or sign in small letters, with its stem, its place in the text, its clause and its sentence."""

    text: str
    stem: str
    start: int
    clause: int
    sentence: int


@dataclass(frozen=True)
class Text:
    """A text made plain, and its tokens without the signs that only part them."""

    plain: str
    tokens: tuple[Token, ...]

    def word(self, at: int) -> str:
        """Give the word at a position; nothing beyond either end."""
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def follows(self, at: int, *words: str) -> bool:
        """Tell whether these words stand from a position on."""
        return all(self.word(at + step) == word for step, word in enumerate(words))


def read_text(text: str) -> Text:
    """Read a text: one way to write each dash, quotation mark and space, and a unit apart from its number."""
    shown = _APOSTROPHES.sub("'", _DASHES.sub("-", unicodedata.normalize("NFKC", text)))
    whole = _NOT.sub(lambda found: f"{found[1] or found[2]} not", shown)
    plain = _GLUED.sub(r"\1 ", _POSSESSIVE.sub("", whole))
    tokens: list[Token] = []
    clause = sentence = 0
    for found in _TOKEN.finditer(plain):
        written = found.group()
        if written in _ENDS and not plain[found.end() : found.end() + 1].isalnum():
            clause, sentence = clause + 1, sentence + 1
        elif written in _PARTS:
            clause += 1
        elif written[0].isalnum() or written in "%<>=\u2264\u2265":
            word = written.lower()
            tokens.append(Token(word, stem(word), found.start(), clause, sentence))
    return Text(plain, tuple(tokens))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Cut one word down to its stem.

    >>> stem("heals") == stem("healing")
    True
    """
    return "".join(stems(word)) or word
