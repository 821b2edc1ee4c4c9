"""Weighs each claim: how likely it is that a right answer to the question says it."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from heapq import nlargest
from operator import attrgetter, mul

from isthmus.answer.match import Match
from isthmus.answer.sparse import SparseIndex
from isthmus.answer.traits import Traits
from isthmus.claims import Claim
from isthmus.search import of_best
from isthmus.terms import ClaimId

__all__ = ["ClaimTexts", "Likeness", "Signs", "chance", "signs"]

Likeness = tuple[float, float]
"""How far the text of a claim is like a question: by its concepts, and by its letters."""

Rated = tuple[Iterable[ClaimId], float]
"""Some claims, and how well what they answer, or stand near, matches a question."""


@dataclass(frozen=True)
class Signs:
    """What speaks for a claim, each from 0 to 1.

    `own` is how well the best known question matches that it answers, and `near` how much better the best one does that
    it stands near; `close` is `own` where that is close to the best, and little elsewhere; `agreed` is how
    well one does in the way in which it matches least. `first` and `beside` say
    whether it answers the best match, or stands near it. `concepts` and `letters` are how far its own text is like the question.
    """

    own: float = 0.0
    near: float = 0.0
    first: float = 0.0
    beside: float = 0.0
    close: float = 0.0
    agreed: float = 0.0
    concepts: float = 0.0
    letters: float = 0.0


_STEEPNESS = 6
# Fitted by `tests/benchmark/learn_claims.py`, which also tells how they do on questions they were not fitted on.
_BASE = -10.26
_WEIGHTS = Signs(own=4.64, near=4.78, first=0.89, beside=1.03, close=1.59, agreed=3.41, concepts=1.84, letters=0.82)
_SIGNS_OF = attrgetter(*(sign.name for sign in fields(Signs)))
_WEIGHED = _SIGNS_OF(_WEIGHTS)


def chance(found: Signs) -> float:
    """Estimate from its signs, from 0 to 1, that a claim belongs in the answer."""
    lean = _BASE + sum(map(mul, _WEIGHED, _SIGNS_OF(found)))
    return 1 / (1 + math.exp(-lean))


class ClaimTexts:
    """The texts of the claims themselves, indexed once."""

    def __init__(self, claims: Iterable[Claim], traits: Traits) -> None:
        held = list(claims)
        texts = [claim.text for claim in held]
        self._ids = [claim.id for claim in held]
        self._traits = traits
        concepts, letters = traits.both(texts)
        self._by_concepts = SparseIndex(list(map(Counter, concepts)), traits.weight)
        self._by_letters = SparseIndex(list(map(Counter, letters)))

    def like(self, question: str) -> dict[ClaimId, Likeness]:
        """Rate how far each claim is like a question, where 1 is the most alike."""
        (concepts,), (letters,) = self._traits.both([question])
        by_concepts = of_best(self._by_concepts.rank(concepts))
        by_letters = of_best(self._by_letters.rank(letters))
        return dict(zip(self._ids, zip(by_concepts, by_letters, strict=True), strict=True))


def signs(matches: Sequence[Match], likeness: Mapping[ClaimId, Likeness]) -> dict[ClaimId, Signs]:
    """Collect what speaks for each claim."""
    best = nlargest(1, matches, key=lambda match: match.score)
    own, near = _best_for(_answered(matches)), _best_for(_neared(matches))
    first, beside = _best_for(_answered(best)), _best_for(_neared(best))
    agreed = _best_for((match.facet.claims, match.least) for match in matches)
    return {
        claim: Signs(
            own=own.get(claim, 0.0),
            near=max(0.0, near.get(claim, 0.0) - own.get(claim, 0.0)),
            first=first.get(claim, 0.0),
            beside=beside.get(claim, 0.0),
            close=own.get(claim, 0.0) ** _STEEPNESS,
            agreed=agreed.get(claim, 0.0),
            concepts=concepts,
            letters=letters,
        )
        for claim, (concepts, letters) in likeness.items()
    }


def _answered(matches: Iterable[Match]) -> Iterator[Rated]:
    return ((match.facet.claims, match.score) for match in matches)


def _neared(matches: Iterable[Match]) -> Iterator[Rated]:
    return ((match.facet.also, match.score) for match in matches)


def _best_for(rated: Iterable[Rated]) -> dict[ClaimId, float]:
    """Find the best rate that stands beside each claim."""
    best: dict[ClaimId, float] = {}
    for claims, rate in rated:
        for claim in claims:
            if rate > best.get(claim, 0.0):
                best[claim] = rate
    return best
