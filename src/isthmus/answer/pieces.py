"""A question taken to pieces: what it tells, and each thing that it asks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from isthmus.answer.said import Sentence, sentences_of
from isthmus.claims import Asking, FollowUps, Words

__all__ = ["MOST_TOGETHER", "Piece", "clauses_of", "each_by_itself", "pieces_of", "points_back", "text_of"]

MOST_TOGETHER = 30
"""Nobody asks or tells more at once; of more pieces each is held against nothing but itself."""
_WHOLE = 2
"""Bounds of a sentence that is one clause."""


@dataclass(frozen=True)
class Piece:
    """A part of a question: it asks or it tells, and may point back at the piece before it.

    `marked` is whether its sentence ends with a question mark.
    """

    text: str
    asks: bool
    points_back: bool
    marked: bool

    @property
    def sentence(self) -> str:
        """The piece as a sentence of its own, which is known for a question by its mark."""
        return f"{self.text}{'?' if self.asks else '.'}"

    @property
    def written(self) -> str:
        """The piece as its author wrote it, with the mark of its sentence."""
        return f"{self.text}?" if self.marked else self.text


def pieces_of(text: str, asking: Asking) -> tuple[Piece, ...]:
    """Take a question to pieces, at its sentences and where a sentence goes on to ask or to tell something else.

    Unlike `questions_in` it knows questions without a mark, requests, and what is told between them.
    """
    return tuple(piece for sentence in sentences_of(text, asking.numbers) for piece in _pieces(sentence, text, asking))


def clauses_of(piece: Piece, asking: Asking) -> Iterator[Piece]:
    """Take a piece apart at each pause and at each word that joins; one of a single clause gives nothing."""
    for sentence in sentences_of(piece.text, asking.numbers):
        tokens, joins = sentence.tokens, asking.stance.joins
        breaks = (
            at for at in range(1, len(tokens)) if tokens[at].phrase != tokens[at - 1].phrase or tokens[at].word in joins
        )
        bounds = [0, *breaks, len(tokens)]
        for start, end in pairwise(bounds) if len(bounds) > _WHOLE else ():
            first = _after_joins(sentence, start, asking)
            if first < end:
                text = piece.text[tokens[first].start : tokens[end - 1].end]
                yield replace(piece, text=text, points_back=points_back(Words.of(text), asking.follow_ups))


def each_by_itself(pieces: Sequence[Piece]) -> Iterator[str]:
    """Give what is told, with what is asked of just that, and then each thing that is asked beside what is told.

    Of more pieces than `MOST_TOGETHER` each is given alone.
    """
    if len(pieces) > MOST_TOGETHER:
        yield from (piece.sentence for piece in pieces)
        return
    told = [piece for piece in pieces if not piece.asks]
    if told:
        of_it = [piece for piece in pieces if piece.asks and piece.points_back]
        yield ", ".join([text_of(told).removesuffix("."), *(piece.sentence for piece in of_it)])
    yield from (text_of([*told, piece]) for piece in pieces if piece.asks and not (told and piece.points_back))


def text_of(pieces: Iterable[Piece]) -> str:
    """Put pieces together, each as a sentence of its own."""
    return " ".join(piece.sentence for piece in pieces)


def _pieces(sentence: Sentence, text: str, asking: Asking) -> Iterator[Piece]:
    stance, tokens = asking.stance, sentence.tokens
    begins = (at for at in range(1, len(tokens)) if _goes_on(sentence, at, asking))
    for start, end in pairwise([0, *begins, len(tokens)]):
        first = _after_joins(sentence, start, asking)
        if first < end:
            opening = stance.further if start else stance.plainly
            asks = (sentence.asks and end == len(tokens)) or bool(opening.ends(sentence.words, first) - {first})
            piece = text[tokens[first].start : tokens[end - 1].end]
            yield Piece(piece, asks, points_back(Words.of(piece), asking.follow_ups), sentence.asks)


def _goes_on(sentence: Sentence, at: int, asking: Asking) -> bool:
    """Whether a pause, or the first of some words that join, stands before what opens another question or request."""
    tokens, joins = sentence.tokens, asking.stance.joins
    paused = tokens[at].phrase != tokens[at - 1].phrase
    joined = tokens[at].word in joins and tokens[at - 1].word not in joins
    first = _after_joins(sentence, at, asking)
    return (paused or joined) and bool(asking.stance.further.ends(sentence.words, first) - {first})


def _after_joins(sentence: Sentence, at: int, asking: Asking) -> int:
    while at < len(sentence.tokens) and sentence.tokens[at].word in asking.stance.joins:
        at += 1
    return at


def points_back(words: Words, cues: FollowUps) -> bool:
    """Whether what is asked is bare, or holds a word for a thing that was named before it."""
    standing = {at for start, end in cues.standing.spans_in(words) for at in range(start, end)}
    pointing = any(word in cues.things and at not in standing for at, word in enumerate(words.words))
    return pointing or len(words.words) in cues.bare.ends(words, 0)
