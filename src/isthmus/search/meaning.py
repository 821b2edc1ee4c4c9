"""Holds the words of a question against sentences by what they mean where they stand, in the eyes of an encoder."""

import math
from collections.abc import Sequence

from isthmus.search.asking import cues
from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.held import Column, ranks_in, standing_in

__all__ = ["NearWord", "Reading", "of_meaning"]

NearWord = tuple[str, Column]
"""A word of a question, and how near any piece of each sentence comes to it (cosine)."""

_AROUND = ((-1, 0.7), (-2, 0.5), (1, 0.5))
_PLAIN_WEIGHT = 0.3
_FAR = 0.25


class Reading:
    """Sentences as an encoder reads them, word by word, ready for any number of questions.

    Args:
        encoder: What reads.
        texts: The sentences, in order.

    Raises:
        UnreadableFile: The encoder gives nothing but one vector for a whole text.

    Source:
        After Khattab and Zaharia, SIGIR 2020, doi:10.1145/3397271.3401075 (late interaction). That all states lie to one
        side, and that it helps to take their mean away: Mu and Viswanath, ICLR 2018, arXiv:1702.01417.
    """

    def __init__(self, encoder: Encoder, texts: Sequence[str]) -> None:
        self._encoder = encoder
        read = [one.rows for one in encoder.states(texts, encoder.card.passage_prefix)]
        pieces = max(1, sum(map(len, read)))
        self._middle = sum(rows.sum(0) for rows in read) / pieces
        self._read = [encoder.of_unit_length(rows - self._middle) for rows in read]

    def near(self, question: str) -> list[NearWord]:
        """Find how near each sentence comes to each word of a question.

        A word in several pieces is as near as they are on average.
        """
        (asked,) = self._encoder.states([question], self._encoder.card.question_prefix)
        rows = self._encoder.of_unit_length(asked.rows - self._middle)
        # A sentence of which nothing was read is as far away as can be.
        nearest = [(read @ rows.T).max(0, initial=-1.0).tolist() for read in self._read]
        return [
            (word, [sum(one[at] for at in pieces) / len(pieces) for one in nearest])
            for word, pieces in asked.of_words(question)
        ]


def of_meaning(near: Sequence[NearWord], counted: Counted) -> dict[str, Column]:
    """Turn nearness into signs: of the sentence with its neighbours, of itself, and to the words that only ask."""
    weights, lifted = [], []
    for word, column in near:
        clear = _clear_of_most(column)
        lifted.append(clear)
        weights.append(counted.rarity(sum(clear)) * (_PLAIN_WEIGHT if _is_plain(word) else 1.0))
    nothing = [0.0] * len(counted)
    around = _mean([_with_neighbours(column, counted) for column in lifted], weights) or nothing
    own = _mean(lifted, weights) or nothing
    asking = [standing_in(column) for word, column in near if _is_plain(word)]
    standing, ranks = standing_in(around), ranks_in(around)
    return {
        "meant_around_standing": standing,
        "meant_around_first": [1 / (1 + rank) for rank in ranks],
        "meant_around_rank": [math.log1p(rank) for rank in ranks],
        "meant_around_before": [0.0, *standing[:-1]],
        "meant_around_after": [*standing[1:], 0.0],
        **_three("meant", own),
        **_three("meant_by_asking", _mean(asking, [1.0] * len(asking)) or nothing),
    }


def _three(name: str, column: Column) -> dict[str, Column]:
    ranks = [math.log1p(rank) for rank in ranks_in(column)]
    return {name: column, f"{name}_standing": standing_in(column), f"{name}_rank": ranks}


def _is_plain(word: str) -> bool:
    return word.lower() in cues().plain


def _clear_of_most(column: Column) -> Column:
    """Measure from what a quarter of the sentences do not reach, at 0, to the nearest, at 1: some words are near to all."""
    low, high = sorted(column)[int(_FAR * len(column))], max(column)
    return [max(0.0, one - low) / ((high - low) or 1.0) for one in column]


def _with_neighbours(column: Column, counted: Counted) -> Column:
    """Let a sentence share in what its neighbours say: it may go on with their subject."""
    return [
        max([column[at], *(share * column[at + step] for step, share in _AROUND if low <= at + step < high)])
        for at, (low, high) in enumerate(counted.document)
    ]


def _mean(columns: Sequence[Column], weights: Sequence[float]) -> Column:
    total = sum(weights) or 1.0
    return [sum(w * one for w, one in zip(weights, row, strict=True)) / total for row in zip(*columns, strict=True)]
