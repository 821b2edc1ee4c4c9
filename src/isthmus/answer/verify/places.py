"""How alike two places in two texts are, by the words around them: where in its source does a statement speak from?"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import PLAIN_WORDS

__all__ = ["Surroundings", "likeness"]

_REACH = 12
_PLAIN_SHARE = 0.25
_OTHER_SIDE = 0.6
_FADING = 0.35


@dataclass(frozen=True)
class Surroundings:
    """The words around each place of a text, the nearer the weightier; those of its own sentence only."""

    text: Text

    @cached_property
    def _kept(self) -> dict[int, tuple[Mapping[str, float], Mapping[str, float]]]:
        return {}

    def of(self, at: int) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """Weigh the stems before a place, and those behind it."""
        if at not in self._kept:
            self._kept[at] = (self._side(at, -1), self._side(at, 1))
        return self._kept[at]

    def _side(self, at: int, step: int) -> Mapping[str, float]:
        tokens, weights = self.text.tokens, dict[str, float]()
        for distance in range(1, _REACH + 1):
            place = at + step * distance
            if not 0 <= place < len(tokens) or tokens[place].sentence != tokens[at].sentence:
                break
            token = tokens[place]
            weight = (_PLAIN_SHARE if token.text in PLAIN_WORDS else 1.0) / (1.0 + _FADING * (distance - 1))
            weights.setdefault(token.stem, weight)
        return weights


def likeness(
    one: tuple[Mapping[str, float], Mapping[str, float]], other: tuple[Mapping[str, float], Mapping[str, float]]
) -> float:
    """Rate how alike two places are: the weight of the words they share, less where these stand on the other side."""
    total = 0.0
    for side in (0, 1):
        for stem, weight in one[side].items():
            same = min(weight, other[side].get(stem, 0.0))
            across = _OTHER_SIDE * min(weight, other[1 - side].get(stem, 0.0))
            total += max(same, across)
    return total
