"""The claims of a condition, weighed by what people ask that they answer; indexed once and asked many times."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.figures import without_figures
from isthmus.answer.hear import leans_elsewhere
from isthmus.answer.keys import keys_of
from isthmus.answer.match import Match, Matcher
from isthmus.answer.premises import premises_told
from isthmus.answer.question import Asked
from isthmus.answer.scope import Vocabulary
from isthmus.answer.traits import Traits
from isthmus.answer.weigh import ClaimTexts, Signs, signs
from isthmus.claims import Evidence, Facet, Part, Words
from isthmus.search import Thesaurus, stems
from isthmus.terms import ClaimId, DisagreementId, TopicId

__all__ = ["ClaimShelf", "Weighed"]

_ON_TOPIC = 1.05


@dataclass(frozen=True)
class Weighed:
    """What a question was found to ask, best first, and what speaks for each claim.

    `closed` is what it only sounds like, best first: a premise of that is not told, and its score is beside those of the
    others.
    """

    matches: tuple[Match, ...]
    signs: Mapping[ClaimId, Signs]
    closed: tuple[Match, ...] = ()

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
        self._premises = evidence.facets.premises
        self._of_some = evidence.facets.of_some
        self._topics = {claim.id: claim.topic for claim in claims}
        self._sides = {claim.id: claim.disagreements for claim in claims}
        self._matcher = Matcher(rows, traits, evidence.facets.personal)
        self._texts = ClaimTexts(claims, traits)
        self._speaks_of = {claim.id: keys_of(claim.text, thesaurus) for claim in claims}

    def weigh(self, question: str, topics: Collection[TopicId] = (), told: Collection[str] | None = None) -> Weighed:
        """Find what a question asks, and weigh every claim for it.

        Args:
            question: In anybody's words.
            topics: Its topics; what is on one of them counts a little more.
            told: The premises that are told; left out, those that the question tells by itself.
        """
        meant = self._plain(question)
        given = self.premises(question) if told is None else told
        favoured = {claim for claim, topic in self._topics.items() if topic in topics}
        found = [
            match if favoured.isdisjoint(match.facet.claims) else match.scored(match.score * _ON_TOPIC)
            for match in self._matcher.matches(meant)
        ]
        best = max((match.score for match in found if _is_open(match, given)), default=0.0) or 1.0
        rescored = (match.scored(match.score / best) for match in found)
        ordered = sorted(rescored, key=lambda match: (-match.score, match.facet.id))
        matches = tuple(match for match in ordered if _is_open(match, given))
        closed = tuple(match for match in ordered if not _is_open(match, given))
        return Weighed(matches, signs(matches, self._texts.like(meant)), closed)

    def premises(
        self, question: str, before: Iterable[str] = (), facts: Collection[str] = (), *, leaning: bool = False
    ) -> frozenset[str]:
        """Name the premises that a question tells, or the conversation before it; see `premises_told`."""
        words, *earlier = (Words.of(self._lexicon.spelling.corrected(text)) for text in (question, *before))
        return premises_told(words, earlier, facts, self._premises, leaning=leaning)

    def is_asked_of_others(self, facet: Facet, told: Collection[str]) -> bool:
        """Whether something is only asked of other people than those who are told of, as of grown-ups where a child is."""
        whom = {name for name, premise in self._premises.items() if premise.of_whom}
        of_whom, told_of = whom.intersection(facet.given), whom.intersection(told)
        return bool(of_whom and told_of) and of_whom.isdisjoint(told_of)

    def of_others(self, asked: Asked) -> frozenset[ClaimId]:
        """Name the claims on people of whom the patient of a question is none, where it does not speak of such people."""
        known = {fact.feature: fact.value for fact in asked.facts}
        named = {concept.key for concept in asked.concepts}
        rows = (row for row in self._of_some if row.named not in named and row.leaves_out(known.get(row.feature)))
        return frozenset().union(*(row.claims for row in rows))

    def knows(self, question: str) -> bool:
        """Whether a question is just one that people are known to ask."""
        return self._matcher.knows(self._plain(question))

    def leans_elsewhere(self, words: Words) -> float:
        """Tell how much more than most a question sounds as if it were about something else, in log-odds."""
        return leans_elsewhere(words, self._guard)

    def _plain(self, question: str) -> str:
        return without_figures(self._lexicon.spelling.corrected(question), self._asking)

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


def _is_open(match: Match, told: Collection[str]) -> bool:
    return set(match.facet.given).issubset(told)


def _in_their_own_words(evidence: Evidence) -> tuple[Facet, ...]:
    """Where nobody wrote down what people ask, each claim is asked for by its topic's question and its own text."""
    topics = {topic.id: topic.ask for topic in evidence.lexicon.topics}
    return tuple(Facet(claim.id, (claim.id,), (topics[claim.topic], claim.text)) for claim in evidence.claims.values())
