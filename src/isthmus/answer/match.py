"""Finds what is asked among the questions that the claims are known to answer."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, islice
from operator import mul

from isthmus.answer.sparse import SparseIndex
from isthmus.answer.traits import Traits
from isthmus.claims import Facet, plain_words
from isthmus.search import of_best

__all__ = ["Match", "Matcher"]

_SENTENCE = re.compile(r"(?<=[.?!])\s+|\n+")
_PART = re.compile(r"[,:;]\s|\b(?:and|but|with)\b|\s-\s")
_FEWEST_WORDS = 3
_NEAREST = 2
_PLAIN_MATCH = 8.0
_ABOUT_ONE = 1.05
_IN_GENERAL = 0.8
_MOSTLY = 0.75
_TOLD = 0.7
_MISSED = 0.1
_COLOUR = 0.03
_COUNTS = (1.0, 0.7, 1.5, 0.7)
"""How much each way to be alike counts: by concepts, by letters, by its best part, by the nearest ways to ask."""


@dataclass(frozen=True)
class Match:
    """Something that people ask, and how much a question sounds like it, from 0 to 1, where 1 is the most alike.

    `strength` says how much they have in common, in concepts of the rarest kind, and `least` how alike they are in the
    way in which they are least so, from 0 to 1: what sounds alike in every way is rarely a chance likeness.
    """

    facet: Facet
    score: float
    strength: float = 0.0
    least: float = 0.0

    def scored(self, score: float) -> "Match":
        """The same match with another score."""
        return Match(self.facet, score, self.strength, self.least)


class Matcher:
    """All that people ask, each thing as one text of all the ways to put it, indexed once.

    A question is held against it whole, by its concepts and by its letters, part by part, since one sentence often asks
    two things, and against each single way to put it, of which the two nearest speak; its best part counts most.
    """

    def __init__(self, rows: Sequence[Facet], traits: Traits, personal: frozenset[str] = frozenset()) -> None:
        asks = [ask for row in rows for ask in row.asks]
        by_ask, spelt = traits.both(asks)
        concepts, letters = iter(by_ask), iter(spelt)
        self._rows = rows
        self._traits = traits
        self._personal = personal
        told = [_counted(concepts, len(row.asks)) for row in rows]
        self._told = {row.id: frozenset(held) for row, held in zip(rows, told, strict=True)}
        self._meant = {row.id: _mostly(held, len(row.asks)) for row, held in zip(rows, told, strict=True)}
        self._by_concepts = SparseIndex(told, traits.weight)
        self._by_letters = SparseIndex([_counted(letters, len(row.asks)) for row in rows])
        self._by_ask = SparseIndex(list(map(Counter, by_ask)), traits.weight)
        self._asked = frozenset(map(tuple, by_ask))
        self._ends = list(accumulate(len(row.asks) for row in rows))
        self._cores = [traits.core(held, len(row.asks)) for row, held in zip(rows, told, strict=True)]
        self._for_one = {at: self._told[row.id] for at, row in enumerate(rows) if row.depends}

    def matches(self, question: str) -> list[Match]:
        """Rate everything that people ask, in the order in which it is kept."""
        parts = _parts(question)
        concepts, *of_parts = self._traits.concepts([question, *parts])
        (letters,) = self._traits.letters([question])
        strengths = self._by_concepts.rank(concepts)
        ways = (
            of_best(strengths),
            of_best(self._by_letters.rank(letters)),
            self._best_part(zip(of_parts, parts.values(), strict=True)),
            of_best(self._nearest_asks(concepts)),
        )
        rates, least = [sum(map(mul, _COUNTS, rates)) for rates in zip(*ways, strict=True)], list(map(min, *ways))
        said = set(concepts)
        rates = [
            rate * (1 - _MISSED * self._missing(core, said)) for rate, core in zip(rates, self._cores, strict=True)
        ]
        for at, share in self._asked_for_one(question).items():
            rates[at] *= share
        rarest = max(self.rarities.values(), default=1.0)
        in_common = [strength / rarest for strength in strengths]
        return [Match(*found) for found in zip(self._rows, of_best(rates), in_common, least, strict=True)]

    def knows(self, question: str) -> bool:
        """Whether a question is word for word one that is known to be asked, but for words that mean the same."""
        (concepts,) = self._traits.concepts([question])
        return bool(concepts) and tuple(concepts) in self._asked

    def speaks_of(self, facet: Facet) -> frozenset[str]:
        """Tell the concepts that any way to ask it holds."""
        return self._told[facet.id]

    def means(self, facet: Facet) -> frozenset[str]:
        """Tell the concepts of the ways to ask it, without those that colour the story of one in thirty at most."""
        return self._meant[facet.id]

    @cached_property
    def rarities(self) -> dict[str, float]:
        """How rare each concept is among all that people ask."""
        return self._by_concepts.rarities

    def _missing(self, core: frozenset[str], said: Collection[str]) -> float:
        """Tell the share, rare ones counting more, of what most ways to ask a facet hold and a question does not say."""
        whole = sum(self.rarities[key] for key in core)
        return sum(self.rarities[key] for key in core if key not in said) / whole if whole else 0.0

    def _asked_for_one(self, question: str) -> dict[int, float]:
        """Tell what to make of the rows whose answer depends on facts: they are asked of one person, and of no more.

        "Do I need to fast?" is about one person too, but no row that leaves fasting out is what it asks.
        """
        asking = " ".join(sentence for sentence in _SENTENCE.split(question) if sentence.endswith("?")) or question
        narrowing = self._traits.narrowing(asking) & self.rarities.keys()
        whole = sum(self.rarities[key] for key in narrowing)
        of_one = bool(self._personal.intersection(plain_words(question)))
        shares = {at: sum(self.rarities[key] for key in narrowing & held) for at, held in self._for_one.items()}
        return {at: _ABOUT_ONE if of_one and share >= _MOSTLY * whole else _IN_GENERAL for at, share in shares.items()}

    def _nearest_asks(self, concepts: Sequence[str]) -> list[float]:
        """Rate each row by the two of its ways to ask that are most like the question."""
        scores = self._by_ask.rank(concepts)
        starts = (0, *self._ends)
        return [sum(sorted(scores[start:end])[-_NEAREST:]) for start, end in zip(starts, self._ends, strict=False)]

    def _best_part(self, parts: Iterable[tuple[Sequence[str], float]]) -> list[float]:
        """Rate each row by the part of the question that is most like it; a part that says little counts little."""
        best = [0.0] * len(self._rows)
        for part, weight in parts:
            scores = self._by_concepts.rank(part)
            counts = weight * min(1.0, max(scores, default=0.0) / _PLAIN_MATCH)
            best = [max(one, other * counts) for one, other in zip(best, of_best(scores), strict=True)]
        return best


def _counted(traits: "Iterator[Sequence[str]] | Iterator[set[str]]", asks: int) -> Counter[str]:
    """Count in how many of the next few asks each trait stands."""
    return Counter(chain.from_iterable(map(set, islice(traits, asks))))


def _mostly(held: Counter[str], asks: int) -> frozenset[str]:
    return frozenset(trait for trait, count in held.items() if count > _COLOUR * asks)


def _parts(question: str) -> dict[str, float]:
    """Take a question apart at its sentences, and these at their commas and where they go on.

    Each part has its weight: where a sentence asks, what the others tell counts less.
    """
    sentences = [sentence for sentence in _SENTENCE.split(question) if sentence.strip()]
    asks = any(sentence.endswith("?") for sentence in sentences)
    weighed: dict[str, float] = {}
    for sentence in sentences:
        weight = 1.0 if sentence.endswith("?") or not asks else _TOLD
        parts = (part for part in _PART.split(sentence) if len(part.split()) >= _FEWEST_WORDS)
        weighed |= dict.fromkeys((sentence, *parts), weight)
    return weighed
