"""How far the lines above a sentence say that it gives the kind of answer that is asked for."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

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
    def asks_amount(self) -> bool:
        """Whether an amount or a time is asked for, which a sentence tells whatever it stands under."""
        said = f" {' '.join(plain_words(self.query.text))} "
        return any(f" {row} " in said for row in _asking_amounts())

    def names_kind(self, rows: Iterable[tuple[str, ...]]) -> bool:
        """Whether something that is looked for only names the kind of answer, as `diagnosed` does."""
        return any(self.cues.issuperset(row) for row in rows)

    def rate(self, lines: Iterable[str]) -> int:
        """Rate the lines above a sentence, the nearest first, by the nearest that tells a kind of answer.

        Returns:
            3 where it tells what is asked for and none further up tells something else, 2 where one does, 1 where it
            tells something else beside, 0 otherwise.
        """
        asked = frozenset[str]() if self.asks_amount else frozenset(self.query.kinds)
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


@cache
def _asking_amounts() -> tuple[str, ...]:
    told = tomllib.loads(Path(__file__).with_name("documents.toml").read_text(encoding="utf-8"))
    return tuple(told["asking_amounts"])
