"""The passages that were found for a question, with what is known of their documents; of copies, one is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from isthmus.answer.document_words import document_words
from isthmus.corpus import About, DocumentId, Passage

__all__ = ["Found"]


@dataclass(frozen=True)
class Found:
    """Passages that were found, each with its rank from 0 to 1, what is known of their documents, and the copies."""

    passages: Sequence[tuple[Passage, float]]
    abouts: Mapping[DocumentId, About]
    copies: Mapping[str, Sequence[DocumentId]]

    @classmethod
    def of(cls, hits: Sequence[tuple[Passage, float]], abouts: Mapping[DocumentId, About]) -> "Found":
        """Keep of documents that are copies of each other the one of the strongest kind, of the latest year, that ranks best."""
        groups: dict[str, list[DocumentId]] = {}
        for key, about in abouts.items():
            groups.setdefault(about.group or key, []).append(key)
        kept = {min(own, key=lambda key: _turn(abouts[key])) for own in groups.values()}
        top = hits[0][1] if hits else 1.0
        rows = [(passage, score / (top or 1.0)) for passage, score in hits if passage.document in kept]
        return cls(rows, abouts, groups)

    @property
    def in_order(self) -> list[Passage]:
        """The passages, document by document, each from its start."""
        first: dict[DocumentId, int] = {}
        for at, (passage, _) in enumerate(self.passages):
            first.setdefault(passage.document, at)
        return sorted((passage for passage, _ in self.passages), key=lambda one: (first[one.document], one.start))


def _turn(about: About) -> tuple[int, int]:
    return document_words().turn(about), -(about.year or 0)
