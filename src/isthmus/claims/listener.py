"""A listener: it judges by the words of a message as a whole what the message is.

Watches hold what somebody thought of; a listener was taught by messages, and hears what nobody thought of as well.
"""

import math
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from isthmus.claims.wording import Part

__all__ = ["ANSWERABLE", "ELSEWHERE", "Listener", "Scale", "share_of_each"]

ANSWERABLE = "answerable"
"""What a message is that may be answered."""
ELSEWHERE = "elsewhere"
"""What a message is that is about something else."""

_SURE = 6.0
"""Log-odds beyond which no more is learned from more."""
_ORDINARY = -4.0
"""How much a question that may be answered mostly leans elsewhere, in log-odds."""
_FEW = 9
"""Signs of a message of five words; a shorter one says too little to weigh each of them more."""

_BRIEF = 6
"""Words at most of a message that says too little for danger to be heard as in a longer one."""
_SHORT = 5
"""Words at most of a message that says too little for a request to be heard as in a longer one, such as `no pain now`."""
_LONG = 15
"""Words at least of a message that may mention something in passing, beside what it asks."""
_RATHER = 0.5
"""The chance from which a part of a message sounds more like a question that may be answered than like all else."""
_BARE = 4
"""Words at most of a bare reply, such as `I don't know yet`."""


def share_of_each(signs: Collection[str]) -> float:
    """Tell what each sign of a message counts: less where there are many, so that no message counts by its length."""
    return 1 / math.sqrt(max(_FEW, len(signs)))


@dataclass(frozen=True)
class Scale:
    """What speaks for one thing that a message may be: where it starts from, and what each sign in it adds."""

    start: float
    weights: Mapping[str, float]

    def lean(self, signs: AbstractSet[str]) -> float:
        """Tell how much speaks for it, as the logarithm of odds."""
        known = sorted(self.weights.keys() & signs)  # in one order: sums of fractions depend on it
        return self.start + share_of_each(signs) * sum(map(self.weights.__getitem__, known))


@dataclass(frozen=True)
class Listener:
    """Hears in a message what it is, by its signs: its stems, and which of the named `sets` of words stand in it.

    `scales` weigh against each other whatever a message may be: `answerable`, `elsewhere`, one of the `dangers`, or a
    request by the id of the watch that refuses it. Danger is heard from the chance `danger` on, the dangers taken
    together; what stands in `alone` with a bar of its own from there on; and a request, where none of these is heard,
    from the chance `request` on, each by itself. In a part of a message, which says less, danger is heard from the chance
    `part` on, and in a message of a few words, which says little, the dangers taken together from `brief` on, and a request
    from `brief_request` on; what stands in `alone` is heard in a bare reply as in a part. From the chance
    `surely_answerable` on a message that is not short sounds like nothing but a question that may be answered.

    Source:
        Multinomial logistic regression; Cox, Journal of the Royal Statistical Society B 1958, 20(2):215.
    """

    danger: float
    request: float
    part: float
    brief: float
    brief_request: float
    surely_answerable: float
    dangers: tuple[str, ...]
    alone: Mapping[str, float]
    scales: Mapping[str, Scale]
    sets: Mapping[str, Part] = field(default_factory=dict)

    def hears(self, signs: AbstractSet[str], words: int, *, part: bool = False) -> str | None:
        """Tell which danger or which request is heard in a message, or in a part of one; None where neither is.

        Args:
            signs: The signs in it.
            words: How many words it has, since a few say little.
            part: Whether it is a part of a message.
        """
        chances = self.chances(signs)
        return self._danger_in(chances, words, self.part if part else 0.0) or self._request_in(chances, words)

    def hears_a_question(self, signs: AbstractSet[str], words: int) -> bool:
        """Whether a message, by its signs, sounds like nothing but a question that may be answered.

        A message of a few words has no room for anything in passing.
        """
        return words >= _LONG and self.chances(signs)[ANSWERABLE] >= self.surely_answerable

    def hears_rather_a_question(self, signs: AbstractSet[str]) -> bool:
        """Whether a part of a message, by its signs, sounds more like a question that may be answered than like all else."""
        return self.chances(signs)[ANSWERABLE] >= _RATHER

    def _danger_in(self, chances: Mapping[str, float], words: int, least: float) -> str | None:
        plain = max(least, self.brief if words <= _BRIEF else self.danger)
        alone = self.part if words <= _BARE else 0.0
        together = sum(chances.get(danger, 0.0) for danger in self.dangers) >= plain
        dangers = [
            *(self.dangers if together else ()),
            *(name for name, bar in self.alone.items() if chances[name] >= max(least, bar, alone)),
        ]
        return max(dangers, key=lambda danger: chances.get(danger, 0.0), default=None)

    def _request_in(self, chances: Mapping[str, float], words: int) -> str | None:
        requests = chances.keys() - {*self.dangers, *self.alone, ANSWERABLE, ELSEWHERE}
        plain = self.brief_request if words <= _SHORT else self.request
        return max(sorted(name for name in requests if chances[name] >= plain), key=chances.__getitem__, default=None)

    def chances(self, signs: AbstractSet[str]) -> dict[str, float]:
        """Judge how likely a message is to be each thing that it may be; the chances add up to 1."""
        leans = {name: scale.lean(signs) for name, scale in self.scales.items()}
        highest = max(leans.values())
        odds = {name: math.exp(lean - highest) for name, lean in leans.items()}
        return {name: own / sum(odds.values()) for name, own in odds.items()}

    def leans_elsewhere(self, signs: AbstractSet[str]) -> float:
        """Tell how much more a message than most sounds as if it were about something else, from -2 to 10 in log-odds."""
        if ELSEWHERE not in self.scales:
            return 0.0
        lean = self.scales[ELSEWHERE].lean(signs) - self.scales[ANSWERABLE].lean(signs)
        return max(-_SURE, min(_SURE, lean)) - _ORDINARY
