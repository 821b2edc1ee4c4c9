"""The claims of a condition, weighed by what people ask that they answer; indexed once and asked many times."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.figures import without_figures
from isthmus.answer.hear import leans_elsewhere
from isthmus.answer.keys import keys_of
from isthmus.answer.match import Match, Matcher
from isthmus.answer.scope import Vocabulary
from isthmus.answer.traits import Traits
from isthmus.answer.weigh import ClaimTexts, Signs, signs
from isthmus.claims import Evidence, Facet, Part, Words
from isthmus.search import Thesaurus, of_best, stems
from isthmus.terms import ClaimId, DisagreementId, TopicId

__all__ = ["ClaimShelf", "Weighed"]

_ON_TOPIC = 1.05


@dataclass(frozen=True)
class Weighed:
    """What a question was found to ask, best first, and what speaks for each claim."""

    matches: tuple[Match, ...]
    signs: Mapping[ClaimId, Signs]

    @property
    def strength(self) -> float:
        """How much the question has in common with the known question that is most like it."""
        return max((match.strength for match in self.matches), default=0.0)


class ClaimShelf:
    """The claims of a condition, weighed by what people ask that they answer and by their own words."""

    def __init__(self, evidence: Evidence, thesaurus: Thesaurus) -> None:
        claims = list(evidence.claims.values())
        traits = Traits(thesaurus, evidence.lexicon.condition.words[0])
        self._lexicon = evidence.lexicon
        self._guard = evidence.guard
        self._asking = evidence.asking
        rows = evidence.facets.rows or _in_their_own_words(evidence)
        self._topics = {claim.id: claim.topic for claim in claims}
        self._sides = {claim.id: claim.disagreements for claim in claims}
        self._matcher = Matcher(rows, traits, evidence.facets.personal)
        self._texts = ClaimTexts(claims, traits)
        self._speaks_of = {claim.id: keys_of(claim.text, thesaurus) for claim in claims}

    def weigh(self, question: str, topics: Collection[TopicId] = ()) -> Weighed:
        """Find what a question asks, and weigh every claim for it; what is on one of its topics counts a little more."""
        meant = self._plain(question)
        found = self._matcher.matches(meant)
        scores = of_best([match.score * self._favour(match.facet, topics) for match in found])
        rescored = (match.scored(score) for match, score in zip(found, scores, strict=True))
        matches = sorted(rescored, key=lambda match: (-match.score, match.facet.id))
        return Weighed(tuple(matches), signs(matches, self._texts.like(meant)))

    def knows(self, question: str) -> bool:
        """Whether a question is just one that people are known to ask."""
        return self._matcher.knows(self._plain(question))

    def leans_elsewhere(self, words: Words) -> float:
        """Tell how much more than most a question sounds as if it were about something else, in log-odds."""
        return leans_elsewhere(words, self._guard)

    def _plain(self, question: str) -> str:
        return without_figures(self._lexicon.spelling.corrected(question), self._asking)

    def _favour(self, facet: Facet, topics: Collection[TopicId]) -> float:
        return _ON_TOPIC if any(self._topics.get(claim) in topics for claim in facet.claims) else 1.0

    def meant(self, facets: Iterable[Facet], claims: Iterable[ClaimId]) -> frozenset[str]:
        """Collect the keys of what some facets are about, rather than of any story about them, and some claims speak of."""
        return self._spoken_of(map(self._matcher.means, facets), claims)

    def told(self, facets: Iterable[Facet], claims: Iterable[ClaimId]) -> frozenset[str]:
        """Collect the keys of what some facets and some claims speak of."""
        return self._spoken_of(map(self._matcher.speaks_of, facets), claims)

    def _spoken_of(self, asked: Iterable[frozenset[str]], claims: Iterable[ClaimId]) -> frozenset[str]:
        return frozenset().union(*asked, *map(self._speaks_of.__getitem__, claims))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What claims or known questions speak of; a concept in claims alone is the rarest."""
        asked = self._matcher.rarities
        rarest = max(asked.values(), default=1.0)
        rarity = dict.fromkeys((key for keys in self._speaks_of.values() for key in keys), rarest) | asked
        everyday = frozenset(stems(" ".join(sorted(self._lexicon.everyday))))
        return Vocabulary(rarity, frozenset(self._lexicon.people), everyday, self._asking.follow_ups.things)

    @property
    def tried(self) -> Part:
        """The ways to ask whether something that was named before does any good."""
        return self._asking.follow_ups.tried

    def sides(self, claim: ClaimId) -> Collection[DisagreementId]:
        """Tell the disagreements in which a claim takes a side."""
        return self._sides[claim]


def _in_their_own_words(evidence: Evidence) -> tuple[Facet, ...]:
    """Where nobody wrote down what people ask, each claim is asked for by its topic's question and its own text."""
    topics = {topic.id: topic.ask for topic in evidence.lexicon.topics}
    return tuple(Facet(claim.id, (claim.id,), (topics[claim.topic], claim.text)) for claim in evidence.claims.values())
