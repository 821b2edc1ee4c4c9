"""What people ask that the claims answer, and the facts on which an answer for one person depends."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from isthmus.terms import ClaimId, DisagreementId

__all__ = ["Facet", "Facets"]


@dataclass(frozen=True)
class Facet:
    """One thing that people ask, in the ways they put it, and the claims that answer it.

    `claims` answer it as a whole; those of `also` stand near it. `point` is the disagreement that is about exactly this.
    `depends` names the facts without which only what holds anyway can be said to one person.
    """

    id: str
    claims: tuple[ClaimId, ...]
    asks: tuple[str, ...]
    also: tuple[ClaimId, ...] = ()
    point: DisagreementId | None = None
    depends: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facets:
    """All that people ask about a condition.

    `personal` are words that show that one person is asked about, not people in general. `facts` leads from the name of
    a fact to the question that asks for it: the first asks for all danger signs at once, and each other is a case feature.
    `reason` says why such questions come back.
    """

    rows: tuple[Facet, ...] = ()
    personal: frozenset[str] = frozenset()
    facts: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
