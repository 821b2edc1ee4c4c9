"""A question held against sentences: which of its words each one holds, and how nearly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean, pstdev

from isthmus.search.asking import Question
from isthmus.search.counted import Counted, saturated

__all__ = ["Column", "Held", "of_best", "ranks_in", "standing_in"]

Column = list[float]
"""One number for each sentence, in order."""


@dataclass(frozen=True)
class Held:
    """A question held against sentences: which of its words each one holds."""

    question: Question
    counted: Counted

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The question's words that any sentence holds."""
        return tuple(term for term in self.question.terms if term in self.counted.places)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        """What each of the question's words weighs here."""
        places, rarity = self.counted.places, self.counted.rarity
        return {term: rarity(len(places[term])) for term in {*self.known, *self.question.said} if term in places}

    @cached_property
    def total(self) -> float:
        """What the words that any sentence holds weigh together."""
        return sum(self.rarity[term] for term in self.known) or 1.0

    @cached_property
    def of_sentence(self) -> list[set[str]]:
        """The question's words that each sentence holds."""
        rows: list[set[str]] = [set() for _ in self.counted.sentences]
        for term in self.known:
            for at in self.counted.places[term]:
                rows[at].add(term)
        return rows

    @cached_property
    def rank_score(self) -> Column:
        """BM25 of each sentence over all words of the question, as a share of the best."""
        scores = [0.0] * len(self.counted)
        for stem in dict.fromkeys(self.question.said):
            for at, count in self.counted.places.get(stem, {}).items():
                weight = saturated(count, self.counted.length[at], self.counted.mean_length)
                scores[at] += self.rarity[stem] * weight
        return of_best(scores)

    @cached_property
    def covered(self) -> Column:
        """Share of the question that each sentence covers, rare words counting more."""
        return [self.share(terms) for terms in self.of_sentence]

    @cached_property
    def likeness(self) -> list[tuple[float, Mapping[int, float]]]:
        """For each word of the question, its weight and how nearly each sentence that may hold it does."""
        rows = [self._near(term) for term in self.question.terms]
        return [(self.counted.rarity(len(near)) if near else 0.0, near) for near in rows]

    def _near(self, term: str) -> Mapping[int, float]:
        near: dict[int, float] = {}
        for other, alike in self.counted.written_like(term).items():
            for at in self.counted.places[other]:
                near[at] = max(near.get(at, 0.0), alike)
        return {**near, **dict.fromkeys(self.counted.places.get(term, ()), 1.0)}

    @cached_property
    def nearly_covered(self) -> Column:
        """As `covered`, where a word that is spelled much alike counts in part."""
        return self.softly_covered(())

    def softly_covered(self, around: Sequence[tuple[int, float]]) -> Column:
        """Share of the question that a sentence covers, counting its neighbours for as much as `around` says."""
        covered = [0.0] * len(self.counted)
        for weight, near in self.likeness:
            best = dict(near)
            for step, share in around:
                for at, alike in near.items():
                    low, high = self.counted.document[at]
                    if low <= at - step < high:
                        best[at - step] = max(best.get(at - step, 0.0), share * alike)
            for at, alike in best.items():
                covered[at] += weight * alike
        total = sum(weight for weight, _ in self.likeness) or 1.0
        return [one / total for one in covered]

    def share(self, terms: Iterable[str]) -> float:
        """Weigh some of the question's words against all of them that are known here."""
        return sum(self.rarity[term] for term in terms) / self.total


def of_best(column: Column) -> Column:
    """Give each number as a share of the highest; where none is above 0, all are 0."""
    best = max(column, default=0.0)
    return [one / best for one in column] if best > 0 else [0.0] * len(column)


def ranks_in(column: Column) -> list[int]:
    """Rank the numbers of a column, the highest first, from 0; equal ones in their order."""
    ranks = [0] * len(column)
    for rank, at in enumerate(sorted(range(len(column)), key=lambda at: -column[at])):
        ranks[at] = rank
    return ranks


def standing_in(column: Column) -> Column:
    """Tell how far each number stands out from the mean, in standard deviations; where all are alike, all are 0."""
    if not column:
        return []
    mean, spread = fmean(column), pstdev(column)
    return [(one - mean) / spread if spread else 0.0 for one in column]
