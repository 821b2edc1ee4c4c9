"""Whether a statement in other words says only what its source says, as far as that can be told from its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isthmus.answer.verify.frames import Frames
from isthmus.answer.verify.marks import Mark, marks_in
from isthmus.answer.verify.places import Surroundings, likeness
from isthmus.answer.verify.polarity import denied_in, is_matter, negators_in, softened_in
from isthmus.answer.verify.tokens import Text, read_text
from isthmus.answer.verify.words import WEAK_NEGATORS

__all__ = ["Objection", "supports"]

_CLEARLY = 1.3
_AS_ITSELF = 0.75
_LIKE_ENOUGH = 0.4
_SHARED_WORDS = 0.25


@dataclass(frozen=True)
class Objection:
    """Something a statement says that what it cites does not: of what kind, in which words, and why."""

    kind: str
    said: str
    why: str


def supports(statement: str, cited: str, beside: str = "") -> tuple[Objection, ...]:
    """Hold a statement against the text it cites.

    Every number, unit, bound, side, level, grade, direction, population and universal word has to stand there too, at
    a place that speaks of the same; what is denied has to be denied there, and what is only possible has to be no more.
    Whether the rest of a sentence follows from its source cannot be told this way.

    Args:
        statement: What is about to be said.
        cited: All that it cites, as one text.
        beside: What stands beside that and bears it out too, such as the figures of a claim or the year of its source;
            nothing is taken to be denied or left open there.

    Returns:
        What speaks against it; nothing when it holds.

    >>> [objection.kind for objection in supports("It heals in 6 months.", "It heals in 6 weeks.")]
    ['number']
    """
    weighing = _Weighing(read_text(statement), read_text(cited), read_text(beside))
    return tuple(dict.fromkeys(weighing.objections()))


def _family(mark: Mark) -> str:
    """Name the kind of a mark; amounts of all units are one family, in which only those of one unit are rivals."""
    return mark.kind.partition(" ")[0]


class _Weighing:
    """A statement and what it cites, each read once."""

    def __init__(self, said: Text, cited: Text, beside: Text) -> None:
        self.said, self.cited, self.beside = said, cited, beside
        self.near_said, self.near_cited = Surroundings(said), Surroundings(cited)
        self.held = marks_in(cited, cited=True)
        self.borne_out = frozenset((_family(mark), meaning) for mark in marks_in(beside, cited=True) for meaning in mark.meanings)

    def objections(self) -> Iterator[Objection]:
        for mark in marks_in(self.said):
            yield from self._of_mark(mark)
        yield from self._of_slips()
        yield from self._of_polarity()
        yield from self._of_words()

    def _of_mark(self, mark: Mark) -> Iterator[Objection]:
        same = [held.at for held in self.held if _family(held) == _family(mark) and held.meanings & mark.meanings]
        others = [held.at for held in self.held if held.kind == mark.kind and not held.meanings & mark.meanings]
        beside = any((_family(mark), meaning) in self.borne_out for meaning in mark.meanings)
        if (same or beside) and self._speaks_from(mark.at, others, same, beside=beside):
            why = f"What is cited says otherwise than `{mark.written}` at the place this speaks of."
            yield Objection(_family(mark), mark.written, why)
        elif not (same or beside) and (not mark.loose or self._contradicts(mark.at, others)):
            yield Objection(_family(mark), mark.written, f"`{mark.written}` is said nowhere in what is cited.")

    def _contradicts(self, at: int, others: Sequence[int]) -> bool:
        """Tell whether what is cited says the contrary at a place like this one."""
        here = self.near_said.of(at)
        enough = _LIKE_ENOUGH * likeness(here, here)
        return any(likeness(here, self.near_cited.of(other)) >= enough for other in others)

    def _speaks_from(self, at: int, others: Sequence[int], same: Sequence[int], *, beside: bool = False) -> bool:
        """Tell whether a place of the statement is clearly more like one of the others than like any of the same."""
        here = self.near_said.of(at)
        best_other = max((likeness(here, self.near_cited.of(other)) for other in others), default=0.0)
        best_same = max((likeness(here, self.near_cited.of(one)) for one in same), default=0.0)
        itself = best_other >= _AS_ITSELF * likeness(here, here)
        return best_other > best_same * (1.0 if itself else _CLEARLY) and (itself or not beside)

    def _of_slips(self) -> Iterator[Objection]:
        for slip in Frames(self.said).slips_from(Frames(self.cited)):
            said, held = (f"`{word}`" if word else "nothing" for word in (slip.said, slip.held))
            yield Objection("wording", slip.said or slip.held, f"Between the same words, what is cited has {held} and this {said}.")

    def _of_polarity(self) -> Iterator[Objection]:
        ours, theirs = negators_in(self.said), negators_in(self.cited)
        near = any(token.text in WEAK_NEGATORS for text in (self.cited, self.beside) for token in text.tokens)
        if ours and not theirs and not near and not negators_in(self.beside):
            yield Objection("negation", self.said.word(ours[0]), "Nothing that is cited denies anything.")
        (denied, maybe), (held, maybe_held) = denied_in(self.said), denied_in(self.cited)
        for at, token in enumerate(self.said.tokens):
            if at in maybe or not is_matter(token.text):
                continue
            alike = [n for n, other in enumerate(self.cited.tokens) if other.stem == token.stem]
            contrary = [n for n in alike if (n in held and at not in denied) or (at in denied and n not in held | maybe_held)]
            same = [n for n in alike if n not in contrary]
            if contrary and (not same or self._speaks_from(at, contrary, same)):
                how = "is not denied" if at in denied else "is denied"
                yield Objection("negation", token.text, f"`{token.text}` {how} in what is cited.")

    def _hardened(self) -> Iterator[Objection]:
        """Find words that are only possible in what is cited and plainly said here."""
        soft, ours = softened_in(self.cited), softened_in(self.said)
        for at, token in enumerate(self.said.tokens):
            if at in ours or not is_matter(token.text):
                continue
            alike = [n for n, other in enumerate(self.cited.tokens) if other.stem == token.stem]
            if alike and all(n in soft for n in alike):
                yield Objection("modality", token.text, f"`{token.text}` is only possible in what is cited.")

    def _of_words(self) -> Iterator[Objection]:
        words = {token.stem for token in self.said.tokens if is_matter(token.text)}
        shared = words.intersection(token.stem for text in (self.cited, self.beside) for token in text.tokens)
        if words and len(shared) < _SHARED_WORDS * len(words):
            yield Objection("words", "", "Most of its words stand nowhere in what is cited.")


