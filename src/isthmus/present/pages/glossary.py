"""The glossary as a page: every term in the reader's register, the other ways to write it, and what it rests on."""

from dataclasses import dataclass

from isthmus.condition import Handbook
from isthmus.guide import Term
from isthmus.terms import ClaimId

__all__ = ["GlossaryPage", "Meaning", "glossary_page"]


@dataclass(frozen=True)
class Meaning:
    """A term, what it means, how else it is written, and the claims behind its meaning."""

    term: str
    means: str
    also: tuple[str, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """All terms by their first letters, in the order of the alphabet."""

    condition: str
    reader: str
    letters: tuple[tuple[str, tuple[Meaning, ...]], ...]


def glossary_page(handbook: Handbook, audience: str) -> GlossaryPage:
    """Tell every term in a reader's register.

    Raises:
        UnknownName: There is no such audience.
    """
    reader = handbook.book.audience(audience)
    letters: dict[str, list[Meaning]] = {}
    for term in sorted(handbook.book.terms, key=lambda term: term.term.lower()):
        letters.setdefault(term.term[0].upper(), []).append(_meaning(term, term.in_register(reader.register)))
    return GlossaryPage(handbook.title, reader.title, tuple((letter, tuple(told)) for letter, told in letters.items()))


def _meaning(term: Term, means: str) -> Meaning:
    also = dict.fromkeys(way for way in term.written() if way != term.term)
    return Meaning(term.term, means, tuple(also), term.claims)
