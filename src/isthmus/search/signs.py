"""What speaks for a sentence as the answer to a question: words in common, its neighbours, its place, its form."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from isthmus.search.asking import Question, cues
from isthmus.search.counted import Counted, saturated

__all__ = ["Column", "signs_of"]

Column = list[float]
"""One number for each sentence, in order."""

_BEFORE_AND_AFTER = ((-1, 0.8), (-2, 0.7), (-3, 0.6), (1, 0.6), (2, 0.5))
_CLOSE = ((-1, 0.5), (1, 0.3), (-2, 0.3))
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+ [A-Z][a-z]+")
_SHORT_FORM = re.compile(r"\(([A-Za-z][A-Za-z0-9-]{1,9})[);,]")
_EXACT = re.compile(r"[A-Za-z0-9][\w.-]*")
_ROOT = 5


def signs_of(question: Question, counted: Counted) -> Mapping[str, Column]:
    """Hold a question against sentences.

    Args:
        question: What is asked.
        counted: The sentences; at least one.

    Returns:
        For each sign a column of numbers, mostly from 0 to 1; always the same signs in the same order.
    """
    held = _Held(question, counted)
    return {**_of_words(held), **_of_neighbours(held), **_of_place(counted), **_of_form(question, counted)}


@dataclass(frozen=True)
class _Held:
    """A question held against sentences: which of its words each one holds."""

    question: Question
    counted: Counted

    @cached_property
    def known(self) -> tuple[str, ...]:
        """Give the question's words that any sentence holds."""
        return tuple(term for term in self.question.terms if term in self.counted.places)

    @cached_property
    def rarity(self) -> Mapping[str, float]:
        places, rarity = self.counted.places, self.counted.rarity
        return {term: rarity(len(places[term])) for term in {*self.known, *self.question.said} if term in places}

    @cached_property
    def total(self) -> float:
        return sum(self.rarity[term] for term in self.known) or 1.0

    @cached_property
    def of_sentence(self) -> list[set[str]]:
        rows: list[set[str]] = [set() for _ in self.counted.sentences]
        for term in self.known:
            for at in self.counted.places[term]:
                rows[at].add(term)
        return rows

    @cached_property
    def rank_score(self) -> Column:
        """Score each sentence by BM25 over all words of the question, as a share of the best."""
        scores = [0.0] * len(self.counted)
        for stem in dict.fromkeys(self.question.said):
            for at, count in self.counted.places.get(stem, {}).items():
                weight = saturated(count, self.counted.length[at], self.counted.mean_length)
                scores[at] += self.rarity[stem] * weight
        return _of_best(scores)

    @cached_property
    def covered(self) -> Column:
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


def _of_words(held: _Held) -> dict[str, Column]:
    question, counted = held.question, held.counted
    ranks = _ranks(held.rank_score)
    known = held.known
    pairs = {
        (one, other): held.rarity[one] * held.rarity[other] for i, one in enumerate(known) for other in known[i + 1 :]
    }
    gram_score, gram_share = _of_grams(held)
    best = max(held.nearly_covered) or 1.0
    return {
        "rank_score": held.rank_score,
        "first": [1 / (1 + rank) for rank in ranks],
        "rank": [math.log1p(rank) for rank in ranks],
        "covered": held.covered,
        "terms": [len(terms) / (len(known) or 1) for terms in held.of_sentence],
        "nearly_covered": held.nearly_covered,
        "nearly_covered_of_best": [one / best for one in held.nearly_covered],
        "by_spelling": [near - plain for near, plain in zip(held.nearly_covered, held.covered, strict=True)],
        "roots": _roots(held),
        "pairs": _pairs(held, pairs),
        "runs": _runs(question, counted),
        "grams": gram_score,
        "gram_share": gram_share,
        "exact": _exact(question, counted),
        "opening_terms": _holding(held, question.terms[:2]),
        "closing_terms": _holding(held, question.terms[-2:]),
        "closeness": _closeness(held),
        "first_mention": _first_mention(held),
    }


def _of_neighbours(held: _Held) -> dict[str, Column]:
    counted, score = held.counted, held.rank_score
    close, wide = held.softly_covered(_CLOSE), held.softly_covered(_BEFORE_AND_AFTER)
    order = _ranks(close)
    return {
        "before": _shifted(score, -1, counted),
        "after": _shifted(score, 1, counted),
        "covered_before": _beyond(held, -1),
        "covered_after": _beyond(held, 1),
        "passage": _passage_score(held),
        "close": close,
        "close_of_best": _of_best(close),
        "close_first": [1 / (1 + rank) for rank in order],
        "close_rank": [math.log1p(rank) for rank in order],
        "wide": wide,
        "wide_of_best": _of_best(wide),
        "window_1": _window(held, 1),
        "window_4": _window(held, 4),
        "mean_around": [sum(score[a:b]) / (b - a) for a, b in _reach(counted, 4, 4)],
        "best_before": [max(score[a:at], default=0.0) for at, (a, _) in enumerate(_reach(counted, 3, 0))],
    }


def _of_place(counted: Counted) -> dict[str, Column]:
    rows = [(at - low, high - low) for at, (low, high) in enumerate(counted.document)]
    summary = _summary_bounds(counted)
    passage = counted.passage
    return {
        "place": [at / length for at, length in rows],
        "log_place": [math.log1p(at) for at, _ in rows],
        "near_start": [math.exp(-at / 15) for at, _ in rows],
        "in_first_12": [float(at < 12) for at, _ in rows],
        "in_first_4": [float(at < 4) for at, _ in rows],
        "in_last_7": [float(at > length - 8) for at, length in rows],
        "opens_passage": [float(not at or passage[at - 1] != own) for at, own in enumerate(passage)],
        "closes_passage": [float(passage[at + 1 : at + 2] != (own,)) for at, own in enumerate(passage)],
        "summary": [float(own) for own in counted.in_summary],
        "before_summary": [float(at < start) for at, (start, _) in enumerate(summary)],
        "after_summary": [float(end <= at < end + 6) for at, (_, end) in enumerate(summary)],
    }


def _of_form(question: Question, counted: Counted) -> dict[str, Column]:
    texts = [sentence.text for sentence in counted.sentences]
    words = [frozenset(line.split()) for line in counted.line]
    told = {name: [float(not own.isdisjoint(one)) for one in words] for name, own in cues().words.items()}
    numbers = [frozenset(_DIGITS.findall(text)) for text in texts]
    fresh = [float(not own <= question.digits) for own in numbers]
    percent = [float("%" in text or " per " in text) for text in texts]
    when = [max(month, float(_YEAR.search(text) is not None)) for text, month in zip(texts, told["month"], strict=True)]
    lists = [
        max(held, float(text.count(",") > 1 or ";" in text)) for text, held in zip(texts, told["lists"], strict=True)
    ]
    names = [float(_NAME.search(text) is not None) for text in texts]
    size = [math.log1p(length) for length in counted.length]
    form = {
        "length": size,
        "length_of_mean": [length / counted.mean_length for length in counted.length],
        "room": [min(1.0, length / 20) for length in counted.length],
        "percent": percent,
        "when": when,
        "names": names,
        "lists": lists,
        "fresh_number": fresh,
        "cites": [float("[" in text) for text in texts],
        **{name: told[name] for name in ("negation", "finding", "comparison", "figure", "purpose")},
    }
    number = [max(float(bool(own)), held) for own, held in zip(numbers, told["number"], strict=True)]
    place = [at / (high - low) for at, (low, high) in enumerate(counted.document)]
    asked = {
        "amount_fresh": ("amount", fresh),
        "amount_percent": ("amount", percent),
        "amount_none": ("amount", [1 - one for one in number]),
        "time_when": ("time", when),
        "time_number": ("time", number),
        "person_names": ("person", names),
        "reason_because": ("reason", told["because"]),
        "way_by": ("way", told["by"]),
        "definition_means": ("definition", told["means"]),
        "several_lists": ("several", lists),
        "several_length": ("several", size),
        "finding_concludes": ("finding", told["conclusion"]),
        "finding_summary": ("finding", [float(own) for own in counted.in_summary]),
        "finding_place": ("finding", place),
    }
    nothing = [0.0] * len(texts)
    matched = {name: column if kind in question.kinds else nothing for name, (kind, column) in asked.items()}
    return {**form, **matched, "short_form": _short_form(question, texts)}


def _of_best(column: Column) -> Column:
    best = max(column) or 1.0
    return [one / best for one in column]


def _ranks(column: Column) -> list[int]:
    ranks = [0] * len(column)
    for rank, at in enumerate(sorted(range(len(column)), key=lambda at: -column[at])):
        ranks[at] = rank
    return ranks


def _roots(held: _Held) -> Column:
    """Share of the question's long words whose first five letters begin a word of the sentence."""
    roots = {term[:_ROOT] for term in held.question.terms if len(term) >= _ROOT}
    return _shares((sum(f" {root}" in line for root in roots) for line in held.counted.line), len(roots))


def _pairs(held: _Held, pairs: Mapping[tuple[str, str], float]) -> Column:
    total = sum(pairs.values()) or 1.0
    return [
        sum(weight for (one, other), weight in pairs.items() if one in terms and other in terms) / total
        if len(terms) > 1
        else 0.0
        for terms in held.of_sentence
    ]


def _runs(question: Question, counted: Counted) -> Column:
    """Share of the question's neighbouring words that stand together in the sentence."""
    runs = set(zip(question.said, question.said[1:], strict=False))
    shared = (len(runs.intersection(zip(said, said[1:], strict=False))) for said in counted.said)
    return _shares(shared, len(runs))


def _of_grams(held: _Held) -> tuple[Column, Column]:
    """Score by runs of four letters, which see through compounds and endings: BM25, and the share that is held."""
    lines = held.counted.line
    mean = sum(map(len, lines)) / len(lines)
    spread = [saturated(1, len(line), mean) for line in lines]
    scores, shares, total = [0.0] * len(lines), [0.0] * len(lines), 0.0
    for gram in sorted(held.question.grams):
        having = [at for at, line in enumerate(lines) if gram in line]
        weight = held.counted.rarity(len(having))
        total += weight if having else 0.0
        for at in having:
            scores[at] += weight * spread[at]
            shares[at] += weight
    return _of_best(scores), [share / (total or 1.0) for share in shares]


def _exact(question: Question, counted: Counted) -> Column:
    if not question.exact:
        return [0.0] * len(counted)
    held = (len(question.exact.intersection(_EXACT.findall(sentence.text))) for sentence in counted.sentences)
    return _shares(held, len(question.exact))


def _holding(held: _Held, terms: Sequence[str]) -> Column:
    return _shares((sum(term in own for term in terms) for own in held.of_sentence), len(terms))


def _closeness(held: _Held) -> Column:
    """Rate how close together the words of the question stand in the sentence."""
    column = [0.0] * len(held.counted)
    for at, (said, terms) in enumerate(zip(held.counted.said, held.of_sentence, strict=True)):
        if len(terms) > 1:
            places = [place for place, stem in enumerate(said) if stem in terms]
            column[at] = len(terms) / (places[-1] - places[0] + 4)
    return column


def _first_mention(held: _Held) -> Column:
    firsts = {min(held.counted.places[term]) for term in held.known}
    return [float(at in firsts) for at in range(len(held.counted))]


def _shifted(column: Column, step: int, counted: Counted) -> Column:
    return [column[at + step] if low <= at + step < high else 0.0 for at, (low, high) in enumerate(counted.document)]


def _beyond(held: _Held, step: int) -> Column:
    """Share of the question that the neighbour covers and the sentence itself does not."""
    own = held.of_sentence
    return [
        held.share(own[at + step] - own[at]) if low <= at + step < high else 0.0
        for at, (low, high) in enumerate(held.counted.document)
    ]


def _passage_score(held: _Held) -> Column:
    counted = held.counted
    lengths = counted.passage_length
    mean = sum(lengths.values()) / len(lengths)
    scores = dict.fromkeys(lengths, 0.0)
    for term in held.known:
        counts: Counter[int] = Counter()
        for at, count in counted.places[term].items():
            counts[counted.passage[at]] += count
        for passage, count in counts.items():
            scores[passage] += held.rarity[term] * saturated(count, lengths[passage], mean)
    best = max(scores.values()) or 1.0
    return [scores[passage] / best for passage in counted.passage]


def _reach(counted: Counted, back: int, on: int) -> list[tuple[int, int]]:
    return [(max(low, at - back), min(high, at + on + 1)) for at, (low, high) in enumerate(counted.document)]


def _window(held: _Held, reach: int) -> Column:
    """Share of the question that a sentence and its neighbours cover together."""
    own = held.of_sentence
    return [held.share(set().union(*own[a:b])) for a, b in _reach(held.counted, reach, reach)]


def _summary_bounds(counted: Counted) -> list[tuple[int, int]]:
    """For each sentence, where the summary of its document begins and ends; both at its start where there is none."""
    bounds: dict[tuple[int, int], tuple[int, int]] = {}
    for low, high in dict.fromkeys(counted.document):
        inside = [at for at in range(low, high) if counted.in_summary[at]]
        bounds[low, high] = (inside[0], inside[-1] + 1) if inside else (low, low)
    return [bounds[document] for document in counted.document]


def _short_form(question: Question, texts: Sequence[str]) -> Column:
    """Whether a sentence introduces a short form that is asked about, as in `whole name (WN)`."""
    if not question.acronyms:
        return [0.0] * len(texts)
    return [float(not question.acronyms.isdisjoint(_SHORT_FORM.findall(text))) for text in texts]


def _shares(counts: Iterable[int], of: int) -> Column:
    return [count / (of or 1) for count in counts]
