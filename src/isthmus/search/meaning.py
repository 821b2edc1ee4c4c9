"""Holds the words of a question against sentences by what they mean where they stand, in the eyes of an encoder."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from isthmus.search.asking import cues
from isthmus.search.backends.dense import Encoder
from isthmus.search.counted import Counted
from isthmus.search.held import Column, ranks_in, standing_in

__all__ = ["NearWord", "Reading", "of_meaning"]

_AROUND = ((-1, 0.7), (-2, 0.5), (1, 0.5))
_PLAIN_WEIGHT = 0.3
_FAR = 0.25


@dataclass(frozen=True)
class NearWord:
    """A word of a question, and for each sentence how near the nearest piece of it comes (cosine), and where that stands.

    `place` is from 0, the start of the sentence, to 1.
    """

    word: str
    near: Column
    place: Column


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
        alike = [read @ rows.T for read in self._read]
        # A sentence of which nothing was read is as far away as can be.
        near = [one.max(0, initial=-1.0).tolist() for one in alike]
        place = [(one.argmax(0) / len(one)).tolist() if len(one) else [0.0] * len(rows) for one in alike]
        return [
            NearWord(word, _mean_of(pieces, near), _mean_of(pieces, place)) for word, pieces in asked.of_words(question)
        ]


def of_meaning(near: Sequence[NearWord], counted: Counted) -> dict[str, Column]:
    """Turn nearness into signs: of the sentence with its neighbours, of itself, and to the words that only ask."""
    lifted = [_clear_of_most(one.near) for one in near]
    plain = [one.word.lower() in cues().plain for one in near]
    rare = [counted.rarity(sum(column)) for column in lifted]
    weights = [one * (_PLAIN_WEIGHT if is_plain else 1.0) for one, is_plain in zip(rare, plain, strict=True)]
    nothing = [0.0] * len(counted)
    around = _mean([_with_neighbours(column, counted) for column in lifted], weights) or nothing
    own = _mean(lifted, weights) or nothing
    places = [_where_clear(one.place, column) for one, column in zip(near, lifted, strict=True)]
    asking = [standing_in(one.near) for one, is_plain in zip(near, plain, strict=True) if is_plain]
    standing, ranks = standing_in(around), ranks_in(around)
    return {
        "meant_around_standing": standing,
        "meant_around_first": [1 / (1 + rank) for rank in ranks],
        "meant_around_rank": [math.log1p(rank) for rank in ranks],
        "meant_around_before": [0.0, *standing[:-1]],
        "meant_around_after": [*standing[1:], 0.0],
        "meant_place": _mean(places, weights) or nothing,
        **_three("meant", own),
        **_three("meant_by_asking", _mean(asking, [1.0] * len(asking)) or nothing),
    }


def _mean_of(pieces: Sequence[int], rows: Sequence[Column]) -> Column:
    return [sum(row[at] for at in pieces) / len(pieces) for row in rows]


def _three(name: str, column: Column) -> dict[str, Column]:
    ranks = [math.log1p(rank) for rank in ranks_in(column)]
    return {name: column, f"{name}_standing": standing_in(column), f"{name}_rank": ranks}


def _clear_of_most(column: Column) -> Column:
    """Measure from what a quarter of the sentences do not reach, at 0, to the nearest, at 1: some words are near to all."""
    low, high = sorted(column)[int(_FAR * len(column))], max(column)
    return [max(0.0, one - low) / ((high - low) or 1.0) for one in column]


def _where_clear(place: Column, clear: Column) -> Column:
    """Keep the place only of what is near enough to mean anything."""
    return [where if near else 0.0 for where, near in zip(place, clear, strict=True)]


def _with_neighbours(column: Column, counted: Counted) -> Column:
    """Let a sentence share in what its neighbours say: it may go on with their subject."""
    return [
        max([column[at], *(share * column[at + step] for step, share in _AROUND if low <= at + step < high)])
        for at, (low, high) in enumerate(counted.document)
    ]


def _mean(columns: Sequence[Column], weights: Sequence[float]) -> Column:
    total = sum(weights) or 1.0
    return [sum(w * one for w, one in zip(weights, row, strict=True)) / total for row in zip(*columns, strict=True)]
