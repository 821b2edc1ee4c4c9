"""Chooses what to say: what covers the question best, nothing twice, nothing off the point, or nothing at all."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from isthmus.answer.evidence import Candidate, ClaimShelf, Weighed
from isthmus.answer.question import Asked
from isthmus.answer.scope import Fit, asks_elsewhere, enough, fit
from isthmus.answer.weigh import chance
from isthmus.claims import Facet
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["Choice", "ClaimChoice", "choose", "choose_claims", "near_best", "unlike"]

# How a candidate is rated and how many are taken. `tests/benchmark/questions.py` shows what these give together; they
# were chosen by its questions as a whole, none for a single one, so its scores flatter them a little.
_MOST_STATEMENTS = 6
_RANK_SHARE = 0.8
_TOPIC_SHARE = 0.6
_POINT_SHARE = 0.5
_MEANING_SHARE = 0.2
_IN_PASSING = 0.5
_NEAR_THE_BEST = 0.8
_NEAR_ON_POINT = 0.5
_NEAR_ON_TOPIC = 0.7
_FEW = 3
_ENOUGH_COVERED = 0.5
_SAME_WORDS = 0.6


_MOST_CLAIMS = 8
_NEAR_ENOUGH = 0.2
_ALSO_ASKED = 0.92
_FEW_MATCHES = 6
_NEAR_MATCH = 0.5


def near_best(chances: Mapping[ClaimId, float]) -> list[ClaimId]:
    """Take the claims whose chance to belong in the answer is near that of the best, best first."""
    best = max(chances.values(), default=0.0)
    near = [claim for claim, chance in chances.items() if chance >= best * _NEAR_ENOUGH]
    return sorted(near, key=lambda claim: (-chances[claim], claim))[:_MOST_CLAIMS]


@dataclass(frozen=True)
class ClaimChoice:
    """The claims that were chosen, best first, and what they answer.

    `points` are the disagreements that are asked for, and `depends` the facts without which only what holds anyway can
    be said. `fit` tells how well the question fits what is known, `elsewhere` whether it asks about something else, and
    `meant` whether it asks what a term means. Of several questions, `answers` names the one that each claim answers.
    """

    claims: tuple[ClaimId, ...]
    points: tuple[DisagreementId, ...]
    depends: tuple[str, ...]
    fit: Fit
    elsewhere: bool
    meant: bool = False
    answers: Mapping[ClaimId, str] = field(default_factory=dict)

    @property
    def sufficient(self) -> bool:
        """Whether they answer the question at all."""
        return bool(self.claims) and not self.elsewhere and (self.meant or enough(self.fit))


def choose_claims(asked: Asked, shelf: ClaimShelf, thesaurus: Thesaurus, known: Collection[str] = ()) -> ClaimChoice:
    """Choose the claims that answer a question.

    Args:
        asked: The question.
        shelf: The claims.
        thesaurus: The words that mean the same.
        known: The case features that the question tells; what depends on them all needs no asking back.
    """
    weighed = shelf.weigh(" ".join([*asked.leans_on, asked.text]))
    chances = _chances(weighed)
    parts = {part.text: _chances(shelf.weigh(part.text)) for part in asked.parts}
    for of_part in parts.values():
        chances = {claim: max(best_yet, of_part[claim]) for claim, best_yet in chances.items()}
    if len(asked.concepts) == 1:  # what a term means is asked, and it rests on these
        chances |= {claim: 1.0 for claim in asked.meanings if claim in chances}
    chosen = near_best(chances)
    told = shelf.told(_near(weighed), chosen)
    asked_for = [match.facet for match in weighed.matches if match.score >= _ALSO_ASKED]
    return ClaimChoice(
        claims=tuple(chosen),
        points=tuple(dict.fromkeys(facet.point for facet in asked_for if facet.point)),
        depends=tuple(fact for fact in asked_for[0].depends if fact not in known) if asked_for else (),
        fit=fit(asked, weighed.strength, told, shelf.vocabulary),
        elsewhere=asks_elsewhere(asked, thesaurus, told),
        meant=len(asked.concepts) == 1 and bool(asked.meanings),
        answers={claim: max(parts, key=lambda part: parts[part][claim]) for claim in chosen if parts},
    )


def _chances(weighed: Weighed) -> dict[ClaimId, float]:
    return {claim: chance(found) for claim, found in weighed.signs.items()}


def _near(weighed: Weighed) -> list[Facet]:
    return [match.facet for match in weighed.matches[:_FEW_MATCHES] if match.score >= _NEAR_MATCH]


@dataclass(frozen=True)
class Choice:
    """What was chosen, best first, and whether it covers enough of what was asked to be an answer."""

    candidates: tuple[Candidate, ...]
    sufficient: bool


def choose(asked: Asked, candidates: Sequence[Candidate], on_point: frozenset[str], people: frozenset[str]) -> Choice:
    """Choose the few candidates that answer a question.

    A candidate covers the share of the question's narrowing words, weighted by rarity, that it speaks of. Words that no
    candidate holds are the rarest of all, so a question about something unknown stays uncovered. It is answered when
    one candidate covers enough of it by itself: two halves from two places do not make an answer.

    Args:
        asked: The question.
        candidates: What was found for it.
        on_point: Ids of the candidates that take a side on a point that is asked.
        people: Keys for who is treated, which alone are no answer.
    """
    scale = _Scale.of(asked, candidates, on_point)
    rated = sorted(((scale.rate(c), c) for c in candidates), key=lambda row: (-row[0], row[1].id))
    chosen = tuple(_best(rated, asked, on_point))
    return Choice(chosen, sufficient=any(scale.covers_enough(c, people) for c in chosen))


def unlike(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Drop what says nearly the same as something before it."""
    kept: list[Candidate] = []
    for candidate in candidates:
        if not any(_alike(candidate, other) for other in kept):
            kept.append(candidate)
    return kept


@dataclass(frozen=True)
class _Scale:
    """How candidates are rated for one question: each of its concepts weighs more, the fewer candidates hold it."""

    asked: Asked
    weights: Mapping[str, float]
    on_point: frozenset[str]

    @classmethod
    def of(cls, asked: Asked, candidates: Sequence[Candidate], on_point: frozenset[str]) -> "_Scale":
        wanted = {concept.key for concept in asked.concepts or asked.names}
        holding = {key: sum(key in candidate.concepts for candidate in candidates) for key in wanted}
        weights = {key: math.log1p((len(candidates) + 1) / (count + 0.5)) for key, count in sorted(holding.items())}
        return cls(asked, weights, on_point)

    def rate(self, candidate: Candidate) -> float:
        total = sum(self.weights.values()) or 1.0
        said = sum(weight * self._says(candidate, key) for key, weight in self.weights.items()) / total
        topic, point = self._of_topic(candidate), candidate.id in self.on_point
        meaning = candidate.id in self.asked.meanings
        of_kind = _TOPIC_SHARE * topic + _POINT_SHARE * point + _MEANING_SHARE * meaning
        return said + _RANK_SHARE * candidate.score + of_kind

    def _of_topic(self, candidate: Candidate) -> float:
        """Rate how far a candidate belongs to a topic that is asked: a claim's is known, a sentence's shows in its words."""
        if candidate.topic is not None:
            return float(candidate.topic in self.asked.topics)
        shares = (len(words & candidate.words) / len(words) for words in self.asked.topics.values() if words)
        return max(shares, default=0.0)

    def _says(self, candidate: Candidate, key: str) -> float:
        """Rate how far a candidate speaks of a concept.

        A word that shows the topic, such as `symptoms`, is answered by what stands under that topic; any other word
        is answered by what holds it.
        """
        named = any(key == name.key for name in self.asked.names)
        of_topic = not named and any(key in keys for keys in self.asked.topics.values())
        if key in (candidate.context if of_topic else candidate.concepts):
            return 1.0
        return _IN_PASSING if key in self.covered_by(candidate) else 0.0

    def covered_by(self, candidate: Candidate) -> frozenset[str]:
        by_topic = self.asked.topics.get(candidate.topic, frozenset()) if candidate.topic else frozenset()
        return candidate.concepts | candidate.context | by_topic

    def covers_enough(self, candidate: Candidate, people: frozenset[str]) -> bool:
        """Whether a candidate answers the question: a question of no concepts is covered by its topic."""
        weights = {key: weight for key, weight in self.weights.items() if key not in people}
        if not weights:
            return candidate.topic in self.asked.topics
        covered = self.covered_by(candidate)
        share = sum(weight for key, weight in weights.items() if key in covered) / sum(weights.values())
        return share >= _ENOUGH_COVERED and self.asked.must <= covered


def _best(rated: Sequence[tuple[float, Candidate]], asked: Asked, on_point: frozenset[str]) -> list[Candidate]:
    """Take what is rated near the best; where that is little, more from the topics that are asked."""
    best = rated[0][0] if rated else 0.0
    if best <= 0.0:
        return []
    near = [c for rate, c in rated if rate >= best * (_NEAR_ON_POINT if c.id in on_point else _NEAR_THE_BEST)]
    more = [c for rate, c in rated if c not in near and c.topic in asked.topics and rate >= best * _NEAR_ON_TOPIC]
    chosen = unlike([*near, *more])
    return chosen[: max(_FEW, min(len(near), _MOST_STATEMENTS))]


def _alike(one: Candidate, other: Candidate) -> bool:
    union = one.concepts | other.concepts
    return bool(union) and len(one.concepts & other.concepts) / len(union) > _SAME_WORDS
