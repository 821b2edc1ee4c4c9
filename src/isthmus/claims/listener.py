"""A listener for danger: it judges by the words of a message how likely somebody is in danger, and whether it can wait.

Watches hold what somebody thought of; a listener was taught by messages, and hears what nobody thought of as well.
"""

import math
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Literal

from isthmus.claims.wording import Part

__all__ = ["Listener", "Scale", "Urgency", "share_of_each"]

Urgency = Literal["emergency", "send_to_care"]
"""What is done with somebody in danger: sent to hospital now, or to a clinician within days."""

_EVEN = 0.5
_FEW = 9
"""Signs of a message of five words; a shorter one says too little to weigh each of them more."""


def share_of_each(signs: Collection[str]) -> float:
    """Tell what each sign of a message counts: less where there are many, so that no message alarms by its length."""
    return 1 / math.sqrt(max(_FEW, len(signs)))


@dataclass(frozen=True)
class Scale:
    """Weighs two answers to one question against each other: what each sign in a message adds, in log-odds.

    Source:
        Logistic regression; Cox, Journal of the Royal Statistical Society B 1958, 20(2):215.
    """

    start: float
    weights: Mapping[str, float]

    def chance(self, signs: AbstractSet[str]) -> float:
        """Judge how likely the first answer is, from 0 to 1."""
        known = sorted(self.weights.keys() & signs)  # in one order: sums of fractions depend on it
        lean = sum(map(self.weights.__getitem__, known))
        return 1 / (1 + math.exp(-self.start - lean * share_of_each(signs)))


@dataclass(frozen=True)
class Listener:
    """Hears danger in a message by its signs, which are its stems and which of the named `sets` of words stand in it.

    `danger` weighs danger against none, and `haste` an emergency against what can wait for days. Danger is heard from
    the chance `bar` on.
    """

    bar: float
    danger: Scale
    haste: Scale
    sets: Mapping[str, Part] = field(default_factory=dict)

    def hears(self, signs: AbstractSet[str]) -> Urgency | None:
        """Tell whether a message is an emergency, or can wait for days; None where no danger is heard."""
        if self.danger.chance(signs) < self.bar:
            return None
        return "emergency" if self.haste.chance(signs) >= _EVEN else "send_to_care"
