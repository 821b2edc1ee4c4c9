"""How far a sentence, or the lines above it, give the kind of answer that is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.document_words import document_words
from isthmus.claims import plain_words
from isthmus.search import Query, Thesaurus, stems

__all__ = ["Bearing"]

_THROUGHOUT, _NEAREST, _AMONG_OTHERS, _NOT_TOLD = 3, 2, 1, 0
_DOUBT, _LITTLE_DOUBT = 15, 5
"""How doubtful a passage, and a sentence that names the kind, may be as the kind of answer that is asked for."""
_DEFINITION = "definition"
_OPENINGS = frozenset(stems("what which how why"))
_OPENINGS_AROUND = frozenset([("how", "is"), ("how", "are"), ("how", "was"), ("how", "were")])


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

    @property
    def hints_at_a_kind(self) -> bool:
        """Whether words that need not stand in an answer name its kind, other than a definition or an amount."""
        return bool(self.query.hints) and not self.amount and _DEFINITION not in self.query.kinds

    @cached_property
    def is_for_a_kind(self) -> bool:
        """Whether nothing but a kind of answer is asked for of a subject, as in `What treats it?` and `How is it treated?`.

        A kind may also be named beside what is asked, as in `Does a brace help recovery?`.
        """
        said = stems(self.query.text)
        named = [at for at, stem in enumerate(said) if stem in self.query.hints]
        subject = [at for at, stem in enumerate(said) if any(stem in rows[0] for rows in self.query.wanted)]
        if not (self.hints_at_a_kind and subject and said[0] in _OPENINGS):
            return False
        at_the_end = named[-1] == len(said) - 1 and said[:2] in _OPENINGS_AROUND
        return named[0] < subject[0] or at_the_end

    def is_given_in(self, passage: str) -> bool:
        """Whether a passage reads like the kind of answer that is asked for."""
        return self.query.doubt(passage) <= _DOUBT

    def is_named_in(self, sentence: str) -> bool:
        """Whether a sentence names the kind of answer that is asked for, as `treatment` does, and clearly reads like it."""
        names = not self._kinds_of(sentence).isdisjoint(self.query.kinds)
        return names and self.query.doubt(sentence) <= _LITTLE_DOUBT

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
