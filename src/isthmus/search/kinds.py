"""Kinds of answer, such as symptoms or treatment: which a question asks for, and which a text gives."""

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from isthmus.search.stem import stems, written_plainly

__all__ = ["HIGHEST_LEVEL", "LEVEL", "Kinds", "features", "kinds"]

HIGHEST_LEVEL = 80
"""The level of a kind that a text gives for certain."""
LEVEL = 0.1
"""What one level is worth, in natural logarithms of likelihood."""

_FIRST_WORDS = 20
_MOST_CHARACTERS = 800
_BEGINNING = re.compile(r"([^\W_]{1,6})[^\W_]*")

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Kinds:
    """What is known of kinds of answer.

    `asked` are the rows of stems by which a question asks for each kind, in order of rank, the last only where no other
    is asked for, and none of the rows `unless` stands in it; `question_words` are stems that narrow nothing. `weights` are, for each feature of a text, its weight
    for each kind of `names`, by place; `start` is where each kind starts from.
    """

    asked: Mapping[str, tuple[Phrase, ...]]
    unless: tuple[Phrase, ...]
    question_words: frozenset[str]
    names: tuple[str, ...]
    start: tuple[float, ...]
    weights: Mapping[str, tuple[tuple[int, float], ...]]

    def asked_in(self, said: Sequence[str]) -> tuple[str, ...]:
        """Find the kinds of answer that a question asks for.

        Args:
            said: The stems of the question.

        Returns:
            The kinds, the one that outranks the others first; none where the question does not tell.

        >>> kinds().asked_in(stems("How is it treated?"))
        ('treatment',)
        >>> kinds().asked_in(stems("What is it?"))
        ('definition',)
        """
        *narrow, last = self.asked
        found = {
            kind for at, stem in enumerate(said) for row, kind in self._by_stem.get(stem, ()) if _is_at(said, at, row)
        }
        named = tuple(kind for kind in narrow if kind in found)
        barred = any(_is_at(said, at, row) for at in range(len(said)) for row in self.unless)
        return named or ((last,) if last in found and not barred else ())

    def cues(self, kind: str) -> frozenset[str]:
        """Collect the stems that ask for a kind."""
        return frozenset(stem for phrase in self.asked[kind] for stem in phrase)

    def levels(self, text: str) -> dict[str, int]:
        """Judge how far a text gives each kind of answer, from 0 for not at all to `HIGHEST_LEVEL`."""
        sums = list(self.start)
        for feature in sorted(self.weights.keys() & features(text)):  # in one order: sums of fractions depend on it
            for at, weight in self.weights[feature]:
                sums[at] += weight
        top = max(sums)
        total = top + math.log(sum(math.exp(one - top) for one in sums))
        return {
            name: max(0, HIGHEST_LEVEL + round((one - total) / LEVEL))
            for name, one in zip(self.names, sums, strict=True)
        }

    @cached_property
    def _by_stem(self) -> Mapping[str, list[tuple[Phrase, str]]]:
        rows: dict[str, list[tuple[Phrase, str]]] = {}
        for kind, phrases in self.asked.items():
            for phrase in phrases:
                rows.setdefault(phrase[0], []).append((phrase, kind))
        return rows


def _is_at(said: Sequence[str], at: int, row: Phrase) -> bool:
    return tuple(said[at : at + len(row)]) == row


def features(text: str) -> set[str]:
    """Take the beginnings of the words that a text starts with, and once more, marked with `^`, of its very first."""
    words = _BEGINNING.findall(written_plainly(text[:_MOST_CHARACTERS]).lower())
    return {*words, *[f"^{word}" for word in words[:_FIRST_WORDS]]}


@lru_cache(maxsize=1)
def kinds() -> Kinds:
    """Give the kinds of answer that isthmus knows.

    Source:
        `asked_kinds.json` is written by hand; `told_kinds.json` is learned by tests/benchmark/learn_kinds.py.
    """
    here = Path(__file__)
    asked = json.loads(here.with_name("asked_kinds.json").read_text(encoding="utf-8"))
    told = json.loads(here.with_name("told_kinds.json").read_text(encoding="utf-8"))
    rows = {**asked["kinds"], asked["otherwise"]["kind"]: asked["otherwise"]["asked"]}
    at = {name: place for place, name in enumerate(told["start"])}
    return Kinds(
        asked={kind: tuple(map(stems, phrases)) for kind, phrases in rows.items()},
        unless=tuple(map(stems, asked["otherwise"]["unless"])),
        question_words=frozenset(stems(asked["question_words"])),
        names=tuple(at),
        start=tuple(told["start"].values()),
        weights={
            feature: tuple((at[kind], weight) for kind, weight in row.items())
            for feature, row in told["weights"].items()
        },
    )
