"""Chooses the sentences of several sources that together make one answer: as many as are likely to belong, no more."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from isthmus.search import Counted

__all__ = ["Weights", "digest", "signs_to_belong", "weights"]

_SAME_WORDS = 0.8


@dataclass(frozen=True)
class Weights:
    """How much each sign that a sentence belongs in an answer weighs, and the sum without any."""

    start: float
    signs: Mapping[str, float]


def digest(
    counted: Counted,
    scores: Sequence[float],
    *,
    among: Sequence[int] | None = None,
    most: int | None = None,
    learned: Weights | None = None,
) -> list[int]:
    """Choose the sentences that together make one answer.

    The likeliest are taken while each one more is expected to make the answer better (F1): where few stand out, few
    are taken; where all are alike, many. What repeats a sentence that is already taken is passed over.

    Args:
        counted: The sentences of the sources, one document after the other.
        scores: How well each answers the question, as `SentenceRanker.scores` gives them.
        among: The numbers of the sentences that may be chosen; None for all.
        most: How many to take at most; None for as many as belong.
        learned: Other weights than those that came with the package.

    Returns:
        The numbers of the chosen sentences, the likeliest first.

    Source:
        Expected F1: Ye and others, ICML 2012, arXiv:1206.4625.
    """
    likely = _chances(counted, scores, learned or weights())
    order = sorted(range(len(counted)) if among is None else among, key=lambda at: -likely[at])
    chosen: list[int] = []
    for at in order[: _enough([likely[at] for at in order])]:
        if not any(_repeats(counted.telling[at], counted.telling[other]) for other in chosen):
            chosen.append(at)
    return chosen[:most]


def _enough(likely: Sequence[float]) -> int:
    """Find how many of the likeliest give the highest expected F1."""
    expected = sum(likely)
    worth = [2 * taken / (number + expected) for number, taken in enumerate(accumulate(likely), start=1)]
    return worth.index(max(worth)) + 1 if worth else 0


def _chances(counted: Counted, scores: Sequence[float], learned: Weights) -> list[float]:
    """Give each sentence its chance to belong in the answer, from 0 to 1."""
    signs = signs_to_belong(counted, scores)
    sums = [learned.start] * len(counted)
    for name, weight in learned.signs.items():
        sums = [one + weight * sign for one, sign in zip(sums, signs[name], strict=True)]
    return [1 / (1 + math.exp(-one)) for one in sums]


def signs_to_belong(counted: Counted, scores: Sequence[float]) -> Mapping[str, list[float]]:
    """Give the signs that a sentence belongs in an answer, a column each.

    They are its rank for the question, its place in its source, its length, how much of it other sources say too, how
    near it is to what all say, and how long and how good its source is.
    """
    spans = list(dict.fromkeys(counted.document))
    own = [spans.index(span) for span in counted.document]
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    ranks = {at: rank for rank, at in enumerate(order)}
    by_source = sorted(range(len(spans)), key=lambda at: -max(scores[slice(*spans[at])]))
    source_ranks = {source: rank / max(1, len(spans) - 1) for rank, source in enumerate(by_source)}
    return {
        "rank": [math.log1p(ranks[at]) for at in range(len(scores))],
        "place": [math.log1p(at - low) for at, (low, _) in enumerate(counted.document)],
        "share": [(at - low) / (high - low) for at, (low, high) in enumerate(counted.document)],
        "agreed": _agreed(counted, own),
        "central": _central(counted),
        "length": [math.log1p(len(said)) for said in counted.said],
        "source_length": [math.log(high - low) for low, high in counted.document],
        "in_all": [math.log(len(counted))] * len(counted),
        "source_rank": [source_ranks[source] for source in own],
        "asks": [float(sentence.text.endswith("?")) for sentence in counted.sentences],
    }


def _agreed(counted: Counted, own: Sequence[int]) -> list[float]:
    """Share of what a sentence says, rare words counting more, that another source says too."""
    holders: dict[str, set[int]] = {}
    for source, telling in zip(own, counted.telling, strict=True):
        for stem in telling:
            holders.setdefault(stem, set()).add(source)
    worth = {stem: math.log(1 + len(counted) / len(counted.places[stem])) for stem in holders}
    column = []
    for telling in counted.telling:
        whole = sum(worth[stem] for stem in sorted(telling)) or 1.0
        column.append(sum(worth[stem] for stem in sorted(telling) if len(holders[stem]) > 1) / whole)
    return column


def _central(counted: Counted) -> list[float]:
    """Cosine between a sentence and all sentences together."""
    held = {stem: len(counted.places[stem]) for telling in counted.telling for stem in telling}
    norm = math.sqrt(sum(count * count for count in held.values())) or 1.0
    return [sum(held[stem] for stem in telling) / (norm * math.sqrt(len(telling) or 1)) for telling in counted.telling]


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    numbers = {stem for stem in one ^ other if stem[0].isdecimal()}
    return not numbers and len(one & other) >= _SAME_WORDS * max(1, len(one))


@cache
def weights() -> Weights:
    """Read the learned weights that came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("digest_weights.toml").read_text(encoding="utf-8"))
    return Weights(told["start"], told["signs"])
