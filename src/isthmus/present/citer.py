"""Sentences of a plan with their sources beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from isthmus.claims import Evidence
from isthmus.pathway import Sentence
from isthmus.present.sources import Bibliography, Sourced, cite
from isthmus.terms import ClaimId

__all__ = ["Citer"]


@dataclass(frozen=True)
class Citer:
    """Puts the marks of its claims beside a sentence, by the numbers of one page."""

    shelf: Bibliography
    evidence: Evidence

    def text(self, text: str, claims: Iterable[ClaimId]) -> Sourced:
        """Cite claims beside some words."""
        return Sourced(text, self.shelf.marks(citation for _, citation in cite(claims, self.evidence)))

    def one(self, sentence: Sentence) -> Sourced:
        """Cite a sentence of the wording."""
        return self.text(sentence.text, sentence.claims)

    def all(self, sentences: Iterable[Sentence]) -> tuple[Sourced, ...]:
        """Cite sentences, in their order."""
        return tuple(map(self.one, sentences))
