"""What speaks for a sentence as the answer to a question: words in common, its neighbours, its place, its form."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from isthmus.search.asking import Question
from isthmus.search.counted import Counted, saturated
from isthmus.search.form import Form
from isthmus.search.held import Column, Held, of_best, ranks_in
from isthmus.search.said_otherwise import of_other_words
from isthmus.search.subject import of_subject

__all__ = ["signs_of"]

_BEFORE_AND_AFTER = ((-1, 0.8), (-2, 0.7), (-3, 0.6), (1, 0.6), (2, 0.5))
_CLOSE = ((-1, 0.5), (1, 0.3), (-2, 0.3))
_ROOT = 5


def signs_of(question: Question, counted: Counted, form: Form) -> Mapping[str, Column]:
    """Hold a question against sentences.

    Args:
        question: What is asked.
        counted: The sentences; at least one.
        form: What they look like.

    Returns:
        For each sign a column of numbers, mostly from 0 to 1; always the same signs in the same order.
    """
    held = Held(question, counted)
    return {
        **_of_words(held),
        **of_other_words(held),
        **of_subject(held),
        **_of_neighbours(held),
        **form.signs(question),
    }


def _of_words(held: Held) -> dict[str, Column]:
    question, counted = held.question, held.counted
    ranks = ranks_in(held.rank_score)
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


def _of_neighbours(held: Held) -> dict[str, Column]:
    counted, score = held.counted, held.rank_score
    close, wide = held.softly_covered(_CLOSE), held.softly_covered(_BEFORE_AND_AFTER)
    order = ranks_in(close)
    return {
        "before": _shifted(score, -1, counted),
        "after": _shifted(score, 1, counted),
        "covered_before": _beyond(held, -1),
        "covered_after": _beyond(held, 1),
        "passage": _passage_score(held),
        "close": close,
        "close_of_best": of_best(close),
        "close_first": [1 / (1 + rank) for rank in order],
        "close_rank": [math.log1p(rank) for rank in order],
        "wide": wide,
        "wide_of_best": of_best(wide),
        "window_1": _window(held, 1),
        "window_4": _window(held, 4),
        "mean_around": [sum(score[a:b]) / (b - a) for a, b in _reach(counted, 4, 4)],
        "best_before": [max(score[a:at], default=0.0) for at, (a, _) in enumerate(_reach(counted, 3, 0))],
    }


def _roots(held: Held) -> Column:
    """Share of the question's long words whose first five letters begin a word of the sentence."""
    roots = {term[:_ROOT] for term in held.question.terms if len(term) >= _ROOT}
    return _shares((sum(f" {root}" in line for root in roots) for line in held.counted.line), len(roots))


def _pairs(held: Held, pairs: Mapping[tuple[str, str], float]) -> Column:
    total = sum(pairs.values()) or 1.0
    return [
        sum(weight for (one, other), weight in pairs.items() if one in terms and other in terms) / total
        if len(terms) > 1
        else 0.0
        for terms in held.of_sentence
    ]


def _runs(question: Question, counted: Counted) -> Column:
    """Share of the question's neighbouring words that stand together in the sentence."""
    runs = set(pairwise(question.said))
    shared = (len(runs & own) for own in counted.runs)
    return _shares(shared, len(runs))


def _of_grams(held: Held) -> tuple[Column, Column]:
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
    return of_best(scores), [share / (total or 1.0) for share in shares]


def _exact(question: Question, counted: Counted) -> Column:
    if not question.exact:
        return [0.0] * len(counted)
    held = (len(question.exact & own) for own in counted.exact)
    return _shares(held, len(question.exact))


def _holding(held: Held, terms: Sequence[str]) -> Column:
    return _shares((sum(term in own for term in terms) for own in held.of_sentence), len(terms))


def _closeness(held: Held) -> Column:
    """Rate how close together the words of the question stand in the sentence."""
    column = [0.0] * len(held.counted)
    for at, (said, terms) in enumerate(zip(held.counted.said, held.of_sentence, strict=True)):
        if len(terms) > 1:
            places = [place for place, stem in enumerate(said) if stem in terms]
            column[at] = len(terms) / (places[-1] - places[0] + 4)
    return column


def _first_mention(held: Held) -> Column:
    firsts = {min(held.counted.places[term]) for term in held.known}
    return [float(at in firsts) for at in range(len(held.counted))]


def _shifted(column: Column, step: int, counted: Counted) -> Column:
    return [column[at + step] if low <= at + step < high else 0.0 for at, (low, high) in enumerate(counted.document)]


def _beyond(held: Held, step: int) -> Column:
    """Share of the question that the neighbour covers and the sentence itself does not."""
    own = held.of_sentence
    return [
        held.share(own[at + step] - own[at]) if low <= at + step < high else 0.0
        for at, (low, high) in enumerate(held.counted.document)
    ]


def _passage_score(held: Held) -> Column:
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


def _window(held: Held, reach: int) -> Column:
    """Share of the question that a sentence and its neighbours cover together."""
    own = held.of_sentence
    return [held.share(set().union(*own[a:b])) for a, b in _reach(held.counted, reach, reach)]


def _shares(counts: Iterable[int], of: int) -> Column:
    return [count / (of or 1) for count in counts]
