"""What people ask that the claims answer, and the facts on which an answer for one person depends."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from isthmus.claims.wording import Wording
from isthmus.terms import ClaimId, DisagreementId, FeatureName

__all__ = ["Facet", "Facets", "OfSome", "Premise"]


@dataclass(frozen=True)
class Premise:
    """What has to be told before some things can be asked at all, such as that there is, or may be, an operation.

    It is told by any of its wordings, or by knowing any of its `facts`, which are case features. One `of_whom` says who is
    asked about; any other says what is done for them, and a question that goes on with one of these leaves those before it.
    """

    said: tuple[Wording, ...]
    facts: tuple[str, ...] = ()
    of_whom: bool = False


@dataclass(frozen=True)
class Facet:
    """One thing that people ask, in the ways they put it, and the claims that answer it.

    `claims` answer it as a whole; those of `also` stand near it. `point` is the disagreement that is about exactly this.
    `depends` names the facts without which only what holds anyway can be said to one person. `given` names the premises
    without which nobody asks it: "When may I drive?" asks for the time after an operation only where there was one.
    """

    id: str
    claims: tuple[ClaimId, ...]
    asks: tuple[str, ...]
    also: tuple[ClaimId, ...] = ()
    point: DisagreementId | None = None
    depends: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class OfSome:
    """Claims on people of whom some feature has one of some values, such as an age.

    They are not told to whoever is known to be none of these, unless the question speaks of them: `named` is the key of
    the words for them.
    """

    claims: frozenset[ClaimId]
    feature: FeatureName
    least: float | None
    most: float | None
    named: str

    def leaves_out(self, value: object) -> bool:
        """Whether somebody with a value of the feature is none of these; nobody is for a value that is no number."""
        if not isinstance(value, Decimal | int):
            return False
        below = self.least is not None and value < self.least
        return below or (self.most is not None and value > self.most)


@dataclass(frozen=True)
class Facets:
    """All that people ask about a condition.

    `personal` are words that show that one person is asked about, not people in general. `facts` leads from the name of
    a fact to the question that asks for it: the first asks for all danger signs at once, and each other is a case feature.
    `reason` says why such questions come back. `premises` are what some of it rests on, by their names, and
    `of_some` what is not told to everybody.
    """

    rows: tuple[Facet, ...] = ()
    personal: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    premises: Mapping[str, Premise] = field(default_factory=dict)
    of_some: tuple[OfSome, ...] = ()
