"""Ranks a few hundred short texts by traits in common, rare traits counting more, without an index on disk."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import chain

__all__ = ["SparseIndex"]

_SATURATION = 1.2
_LENGTH_SHARE = 0.5


class SparseIndex:
    """Okapi BM25 over any traits of a text: not its words alone, as a search backend reads them.

    Args:
        texts: For each text, how often it shows each trait.
        weight: What a trait counts beside its rarity.

    Source:
        Robertson and Zaragoza, Foundations and Trends in Information Retrieval 3(4), 2009, doi:10.1561/1500000019.
    """

    def __init__(self, texts: Sequence[Counter[str]], weight: Callable[[str], float] = lambda _: 1.0) -> None:
        self._texts = len(texts)
        self._weight = weight
        lengths = [sum(text.values()) for text in texts]
        mean = sum(lengths) / len(lengths) if any(lengths) else 1.0
        self._damping = [_SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / mean) for length in lengths]
        self._held: dict[str, list[tuple[int, float]]] = {}
        self._counted = texts

    def rank(self, traits: Iterable[str]) -> list[float]:
        """Score every text, in their order; 0 where it shares nothing."""
        scores = [0.0] * self._texts
        for trait in sorted(set(traits)):
            found = self._holding(trait)
            rarity = self._weight(trait) * self._rarity(len(found)) if found else 0.0
            for at, share in found:
                scores[at] += rarity * share
        return scores

    @cached_property
    def rarities(self) -> dict[str, float]:
        """How rare each trait is that any text shows."""
        return {trait: self._rarity(count) for trait, count in Counter(chain.from_iterable(self._counted)).items()}

    def _holding(self, trait: str) -> list[tuple[int, float]]:
        """Find the texts that show a trait, and how far each does, when it is first asked for: few of many thousands ever are."""
        if trait not in self._shown:
            return []  # what no text shows is not kept: there is no end to it
        held = self._held.get(trait)
        if held is None:
            held = [(at, self._share(at, text[trait])) for at, text in enumerate(self._counted) if trait in text]
            self._held[trait] = held
        return held

    @cached_property
    def _shown(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self._counted))

    def _share(self, at: int, count: int) -> float:
        return count * (_SATURATION + 1) / (count + self._damping[at])

    def _rarity(self, holding: int) -> float:
        return math.log((self._texts + 1) / (holding + 0.5))
