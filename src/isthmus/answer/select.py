"""Chooses the claims that answer what is asked, nothing off the point, or nothing at all."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from isthmus.answer.claim_shelf import ClaimShelf, Weighed
from isthmus.answer.match import Match
from isthmus.answer.question import Asked
from isthmus.answer.scope import Fit, asks_elsewhere, enough, fit
from isthmus.answer.weigh import chance
from isthmus.claims import Facet
from isthmus.search import Thesaurus
from isthmus.terms import ClaimId, DisagreementId

__all__ = ["ClaimChoice", "choose_claims", "near_best"]

_MOST_CLAIMS = 8
_NEAR_ENOUGH = 0.12
_AS_GOOD = 0.97
_MOST_SIDES = 0.5
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
    `familiar` whether it asks what a term means, or just what is known to be asked. Of several questions, `answers` names
    the one that each claim answers.
    """

    claims: tuple[ClaimId, ...]
    points: tuple[DisagreementId, ...]
    depends: tuple[str, ...]
    fit: Fit
    elsewhere: bool
    familiar: bool = False
    answers: Mapping[ClaimId, str] = field(default_factory=dict)

    @property
    def sufficient(self) -> bool:
        """Whether they answer the question at all."""
        return bool(self.claims) and not self.elsewhere and (self.familiar or enough(self.fit))


def choose_claims(asked: Asked, shelf: ClaimShelf, thesaurus: Thesaurus, known: Collection[str] = ()) -> ClaimChoice:
    """Choose the claims that answer a question.

    Args:
        asked: The question.
        shelf: The claims.
        thesaurus: The words that mean the same.
        known: The case features that the question tells; what depends on them all needs no asking back.
    """
    told = shelf.premises(asked.text, [*asked.before, *asked.leans_on], known, leaning=bool(asked.leans_on))
    led = _chosen(asked, asked.lead, shelf, thesaurus, told) if asked.lead else None
    whole = " ".join([*asked.leans_on, asked.text])
    chosen = led if led and led.sufficient else _chosen(asked, whole, shelf, thesaurus, told)
    return replace(chosen, depends=tuple(fact for fact in chosen.depends if fact not in known))


def _chosen(asked: Asked, text: str, shelf: ClaimShelf, thesaurus: Thesaurus, given: Collection[str]) -> ClaimChoice:
    """Choose the claims by one text: what a long story leads to where that is enough, or all of it."""
    weighed = shelf.weigh(text, asked.topics, given)
    chances = _chances(weighed)
    parts = {part.text: _chances(shelf.weigh(part.text, part.topics, given)) for part in asked.parts}
    for of_part in parts.values():
        chances = {claim: max(best_yet, of_part[claim]) for claim, best_yet in chances.items()}
    if len(asked.concepts) == 1:  # what a term means is asked, and it rests on these
        chances |= {claim: 1.0 for claim in asked.meanings if claim in chances}
    others = shelf.of_others(asked)
    chosen = near_best({claim: chance for claim, chance in chances.items() if claim not in others})
    told = shelf.told(_near(weighed), chosen)
    close = [match for match in weighed.matches if match.score >= _AS_GOOD]
    asked_for = [match.facet for match in close]
    sides = [shelf.sides(claim) for claim in chosen]
    return ClaimChoice(
        claims=tuple(chosen),
        points=tuple(dict.fromkeys(_points(close, chosen, sides))),
        depends=asked_for[0].depends if asked_for else (),
        fit=fit(asked, weighed.strength, told, shelf.vocabulary, shelf.leans_elsewhere(asked.words)),
        elsewhere=_is_closed(asked, weighed, shelf, given)
        or asks_elsewhere(asked, thesaurus, shelf.meant(_near(weighed)[:1], chosen), shelf.tried, weighed.strength),
        familiar=(len(asked.concepts) == 1 and bool(asked.meanings)) or shelf.knows(text),
        answers={claim: max(parts, key=lambda part: parts[part][claim]) for claim in chosen if parts},
    )


def _is_closed(asked: Asked, weighed: Weighed, shelf: ClaimShelf, told: Collection[str]) -> bool:
    """Whether what is asked is only answered where a premise is told that is not.

    "Can I drive with a slip?" is most like asking when one may drive after an operation, and of driving nothing that is left
    speaks. What is only asked of grown-ups is none of it where a child is told of.
    """
    every = {concept.key for concept in asked.concepts} - shelf.vocabulary.people
    keys = every - shelf.vocabulary.everyday or every
    nearer = [match.facet for match in weighed.closed if match.score >= 1]
    nearer = [facet for facet in nearer if not shelf.is_asked_of_others(facet, told)]
    return bool(keys & shelf.meant(nearer, ()) - shelf.meant(_near(weighed)[:1], ()))


def _chances(weighed: Weighed) -> dict[ClaimId, float]:
    return {claim: chance(found) for claim, found in weighed.signs.items()}


def _points(
    close: Sequence[Match], chosen: Sequence[ClaimId], sides: Sequence[Collection[DisagreementId]]
) -> Iterator[DisagreementId]:
    """Tell on which points an answer turns: that of the best match, or of a close one that the chosen claims fight over.

    That of the best match is not asked for where the best claim answers what is matched as well and has no point.
    """
    others = (match for match in close if not match.facet.point)
    if close and close[0].facet.point and any(claim in match.facet.claims for match in others for claim in chosen[:1]):
        return
    for at, point in enumerate(match.facet.point for match in close):
        fought = sum(point in side for side in sides) >= _MOST_SIDES * len(sides) and sides and point in sides[0]
        if point and (at == 0 or fought):
            yield point


def _near(weighed: Weighed) -> list[Facet]:
    return [match.facet for match in weighed.matches[:_FEW_MATCHES] if match.score >= _NEAR_MATCH]
