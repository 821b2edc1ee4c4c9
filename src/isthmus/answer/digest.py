"""Chooses the sentences of several sources that together make one answer: as many as are likely to belong, no more."""

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from isthmus.answer.quotable import negates
from isthmus.search import Counted, of_best

__all__ = ["Weights", "digest", "signs_to_belong", "weights"]

_SAME_WORDS = 0.8
_AROUND = ((-1, 0.5), (1, 0.3), (-2, 0.3))
"""How far a word that a neighbour holds counts as said: by the one before, the one after, and the one before that."""


@dataclass(frozen=True)
class Weights:
    """How much each sign that a sentence belongs in an answer weighs, and the sum without any."""

    start: float
    signs: Mapping[str, float]


def digest(
    counted: Counted,
    asked: Sequence[str],
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
        asked: The stems of the question.
        among: The numbers of the sentences that may be chosen; None for all.
        most: How many to take at most; None for as many as belong.
        learned: Other weights than those that came with the package.

    Returns:
        The numbers of the chosen sentences, the likeliest first.

    Source:
        Expected F1: Ye and others, ICML 2012, arXiv:1206.4625.
    """
    telling = counted.telling
    likely = _chances(counted, asked, learned or weights())
    order = sorted(range(len(telling)) if among is None else among, key=lambda at: -likely[at])
    chosen: list[int] = []
    for at in order[: _enough([likely[at] for at in order])]:
        if not any(_repeats(counted, at, other) for other in chosen):
            chosen.append(at)
    return chosen[:most]


def _enough(likely: Sequence[float]) -> int:
    """Find how many of the likeliest give the highest expected F1."""
    expected = sum(likely)
    worth = [2 * taken / (number + expected) for number, taken in enumerate(accumulate(likely), start=1)]
    return worth.index(max(worth)) + 1 if worth else 0


def _chances(counted: Counted, asked: Sequence[str], learned: Weights) -> list[float]:
    """Give each sentence its chance to belong in the answer, from 0 to 1."""
    signs = signs_to_belong(counted, asked)
    sums = [learned.start] * len(counted)
    for name, weight in learned.signs.items():
        sums = [one + weight * sign for one, sign in zip(sums, signs[name], strict=True)]
    return [1 / (1 + math.exp(-one)) for one in sums]


def signs_to_belong(counted: Counted, asked: Sequence[str]) -> Mapping[str, list[float]]:
    """Give the signs that a sentence belongs in an answer, a column each.

    They are how much of the question it covers with its neighbours, and its passage; its place in its source and its
    length; how much of it other sources say too, and of that sentence of its source of which they say most; how long
    its source is; and whether it asks something itself.
    """
    worth = _worth(counted, asked)
    agreed = _agreed(counted)
    return {
        "near": _near(counted, worth),
        "passage": _passage(counted, worth),
        "place": [math.log1p(at - low) for at, (low, _) in enumerate(counted.document)],
        "share": [(at - low) / (high - low) for at, (low, high) in enumerate(counted.document)],
        "agreed": agreed,
        "source_agreed": [max(agreed[slice(*span)]) for span in counted.document],
        "length": [math.log1p(len(said)) for said in counted.said],
        "source_length": [math.log(high - low) for low, high in counted.document],
        "asks": [float(sentence.text.endswith("?")) for sentence in counted.sentences],
    }


def _worth(counted: Counted, asked: Sequence[str]) -> dict[str, float]:
    """Weigh what is asked for, plain words aside, by how few sentences speak of it."""
    spoken = frozenset[str]().union(*counted.telling)
    return {stem: counted.rarity(len(counted.places[stem])) for stem in dict.fromkeys(asked) if stem in spoken}


def _near(counted: Counted, worth: Mapping[str, float]) -> list[float]:
    """Weigh how much of the question each sentence covers with its neighbours, as a share of the most."""
    column = [0.0] * len(counted)
    for stem, weight in worth.items():
        places = counted.places[stem]
        held = dict.fromkeys(places, 1.0)
        for step, share in _AROUND:
            for at in places:
                low, high = counted.document[at]
                if low <= at - step < high:
                    held[at - step] = max(held.get(at - step, 0.0), share)
        for at, share in held.items():
            column[at] += weight * share
    return of_best(column)


def _passage(counted: Counted, worth: Mapping[str, float]) -> list[float]:
    """Weigh how much of the question each sentence's passage covers, as a share of the most."""
    covered = dict.fromkeys(counted.passage, 0.0)
    for stem, weight in worth.items():
        for passage in sorted({counted.passage[at] for at in counted.places[stem]}):
            covered[passage] += weight
    return of_best([covered[passage] for passage in counted.passage])


def _agreed(counted: Counted) -> list[float]:
    """Share of what a sentence says, rare words counting more, that another source says too."""
    holders: dict[str, set[tuple[int, int]]] = {}
    for source, telling in zip(counted.document, counted.telling, strict=True):
        for stem in telling:
            holders.setdefault(stem, set()).add(source)
    worth = {stem: math.log(1 + len(counted) / len(counted.places[stem])) for stem in holders}
    column = []
    for said in map(sorted, counted.telling):  # in order, so that a sum is the same in every run
        whole = sum(worth[stem] for stem in said) or 1.0
        column.append(sum(worth[stem] for stem in said if len(holders[stem]) > 1) / whole)
    return column


def _repeats(counted: Counted, at: int, before: int) -> bool:
    """Whether a sentence says again what another says: in its words and numbers, and denying as it does."""
    one, other = counted.telling[at], counted.telling[before]
    if bool(negates(counted.sentences[at].text)) != bool(negates(counted.sentences[before].text)):
        return False
    numbers = {stem for stem in one ^ other if stem[0].isdecimal()}
    return not numbers and len(one & other) >= _SAME_WORDS * max(1, len(one))


@cache
def weights() -> Weights:
    """Read the learned weights that came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("digest_weights.toml").read_text(encoding="utf-8"))
    return Weights(told["start"], told["signs"])
