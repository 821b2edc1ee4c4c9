"""A statement and what it cites, each read once, and the places in the one that speak of a place in the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from isthmus.answer.verify.frames import Frames
from isthmus.answer.verify.marks import Mark, marks_in
from isthmus.answer.verify.places import Surroundings, likeness
from isthmus.answer.verify.tokens import read_text

__all__ = ["Objection", "Pair", "family"]

_CLEARLY = 1.3
_AS_ITSELF = 0.75
_LIKE_ENOUGH = 0.25
_BORNE_OUT = frozenset({"number", "range", "name", "level", "extent", "side", "population"})


@dataclass(frozen=True)
class Objection:
    """Something a statement says that what it cites does not: of what kind, in which words, and why."""

    kind: str
    said: str
    why: str


class Read:
    """A text that is cited, read once however many statements cite it."""

    def __init__(self, text: str) -> None:
        self.text = read_text(text)
        self.marks = marks_in(self.text, cited=True)
        self.near = Surroundings(self.text)
        self.frames = {parted: Frames(self.text, parted=parted) for parted in (True, False)}


_read = lru_cache(maxsize=256)(Read)


class Pair:
    """A statement, all that it cites, and what stands beside that and bears it out too."""

    def __init__(self, statement: str, cited: str, beside: str) -> None:
        source, more = _read(cited), _read(beside)
        self.said, self.cited, self.beside = read_text(statement), source.text, more.text
        self.held, self.held_beside = source.marks, more.marks
        self.frames = source.frames
        self._near_said, self._near_cited = Surroundings(self.said), source.near

    def is_beside(self, mark: Mark) -> bool:
        """Tell whether a mark is borne out by what stands beside: no direction is, as in the title of a source."""
        return family(mark) in _BORNE_OUT and any(
            family(held) == family(mark) and held.meanings & mark.meanings for held in self.held_beside
        )

    def speaks_from(self, at: int, others: Sequence[int], same: Sequence[int], *, beside: bool = False) -> bool:
        """Tell whether a place of the statement is clearly more like one of the others than like any of the same.

        Args:
            at: The place in the statement.
            others: Places in what is cited that say otherwise.
            same: Places in what is cited that say the same.
            beside: It is borne out beside too, so that only a place which is the very same speaks against it.
        """
        other, one = self.likest(at, others), self.likest(at, same)
        itself = other >= _AS_ITSELF * self.whole(at)
        return other > one * (1.0 if itself else _CLEARLY) and (itself or not beside)

    def contradicts(self, at: int, others: Sequence[int]) -> bool:
        """Tell whether what is cited says the contrary at a place like this one."""
        return bool(others) and self.likest(at, others) >= _LIKE_ENOUGH * self.whole(at)

    def likest(self, at: int, places: Sequence[int]) -> float:
        """Rate the likeness of a place of the statement to the likest of some places in what is cited."""
        here = self._near_said.of(at)
        return max((likeness(here, self._near_cited.of(place)) for place in places), default=0.0)

    def whole(self, at: int) -> float:
        """Rate the likeness of a place of the statement to itself, which is the most there is."""
        here = self._near_said.of(at)
        return likeness(here, here)


def family(mark: Mark) -> str:
    """Name the kind of a mark; amounts of all units are one family, in which only those of one unit are rivals."""
    return mark.kind.partition(" ")[0]
