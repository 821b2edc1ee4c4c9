"""How far the lines above a sentence say that it gives the kind of answer that is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.document_words import document_words
from isthmus.claims import plain_words
from isthmus.search import Query, Thesaurus, stems

__all__ = ["Bearing"]

_THROUGHOUT, _NEAREST, _AMONG_OTHERS, _NOT_TOLD = 3, 2, 1, 0


@dataclass(frozen=True)
class Bearing:
    """A question as one for a kind of answer, such as symptoms; see `isthmus.search.Query.kinds`."""

    query: Query
    thesaurus: Thesaurus

    @cached_property
    def amount(self) -> frozenset[str]:
        """The stems that ask for an amount or a time, which a sentence tells whatever it stands under."""
        said = f" {' '.join(plain_words(self.query.text))} "
        return frozenset(stems(" ".join(row for row in document_words().asking_amounts if f" {row} " in said)))

    def names_kind(self, rows: Iterable[tuple[str, ...]]) -> bool:
        """Whether something that is looked for only names the kind of answer, as `diagnosed` does, or that an amount is asked for."""
        return any((self.cues | self.amount).issuperset(row) for row in rows)

    def rate(self, lines: Iterable[str]) -> int:
        """Rate the lines above a sentence, the nearest first, by the nearest that tells a kind of answer.

        Returns:
            3 where it tells what is asked for and none further up tells something else, 2 where one does, 1 where it
            tells something else beside, 0 otherwise.
        """
        asked = frozenset[str]() if self.amount else frozenset(self.query.kinds)
        nearest, *further = [*filter(None, map(self._kinds_of, lines)), frozenset[str]()]
        if not nearest & asked:
            return _NOT_TOLD
        if not nearest <= asked:
            return _AMONG_OTHERS
        return _NEAREST if any(told and not told & asked for told in further) else _THROUGHOUT

    @cached_property
    def cues(self) -> frozenset[str]:
        """The stems that by themselves ask for the kind of answer."""
        words = plain_words(self.query.text)
        return frozenset(stems(" ".join(word for word in words if self._kinds_of(word).intersection(self.query.kinds))))

    def _kinds_of(self, line: str) -> frozenset[str]:
        return frozenset(self.thesaurus.read(line).kinds)
