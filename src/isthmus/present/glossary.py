"""Terms of a condition where they stand in a text, each with what it means: for a page that tells it on the spot."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from isthmus.guide import Register, Term, any_form

__all__ = ["Glossary", "Piece", "glossary_of"]


@dataclass(frozen=True)
class Piece:
    """A part of a text; `means` explains it when it is a term that the text uses for the first time."""

    text: str
    means: str | None = None


class Glossary:
    """The terms of a condition in one register.

    Args:
        terms: Where two are written alike, the first is meant.
        register: Plain or clinical.
    """

    def __init__(self, terms: Iterable[Term], register: Register) -> None:
        self._means: dict[str, str] = {}
        for term in terms:
            for form in term.written():
                self._means.setdefault(_key(form), term.in_register(register))
        self._pattern = re.compile(rf"(?<![\w-])({any_form(self._means)})(?![\w-])" if self._means else r"(?!)")
        self._taken_apart = lru_cache(maxsize=4_096)(self._take_apart)  # pages say the same sentences again and again

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Take a text apart at its terms; the pieces together are the text, to the letter."""
        return self._taken_apart(text)

    def _take_apart(self, text: str) -> tuple[Piece, ...]:
        return tuple(piece for piece in self._pieces(text) if piece.text)

    def _pieces(self, text: str) -> Iterator[Piece]:
        told, done = set(), 0
        for found in self._pattern.finditer(text):
            means = self._means[_key(found[1])]
            if means not in told:
                told.add(means)
                yield Piece(text[done : found.start()])
                yield Piece(found[1], means)
                done = found.end()
        yield Piece(text[done:])


@lru_cache(maxsize=8)
def glossary_of(terms: tuple[Term, ...], register: Register) -> Glossary:
    """Make the glossary of a condition in one register, once for all pages that speak in it."""
    return Glossary(terms, register)


def _key(form: str) -> str:
    """Capitals are an abbreviation; other forms are one in capitals and small letters."""
    return form if form.isupper() else form.lower()
