"""Ranks the sentences of passages by how likely each is to answer a question."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from isthmus.corpus import Passage, Sentence
from isthmus.search.asking import Question
from isthmus.search.counted import Counted
from isthmus.search.form import Form
from isthmus.search.held import Column
from isthmus.search.meaning import NearWord, of_meaning
from isthmus.search.signs import signs_of

__all__ = ["SentenceRanker"]


class SentenceRanker:
    """The sentences of some passages, ready to be ranked for any number of questions; `counted` holds them in order.

    Args:
        passages: Passages of one document stand together, in their order.
        whole: Whether they are whole documents, so that the place of a sentence in its document tells something.
    """

    def __init__(self, passages: Sequence[Passage], *, whole: bool = False) -> None:
        self.counted = Counted.of(passages)
        self._form = Form.of(self.counted) if len(self.counted) else None
        self._whole = whole

    def scores(self, question: str, near: Sequence[NearWord] | None = None) -> Column:
        """Score each sentence, in their order; scores compare within one question only.

        A score is a sum of signs, each times a weight that was learned: the log of how much likelier one sentence is
        than another to hold the answer.

        Args:
            question: In anybody's words.
            near: What an encoder finds near each word of the question (`Reading`); None without one.

        Source:
            Weights: tests/benchmark/learn_sentences.py, by the method of Cao and others, ICML 2007,
            doi:10.1145/1273496.1273513 (ListNet, top one).
        """
        if self._form is None:
            return []
        signs = signs_of(Question.of(question), self.counted, self._form)
        told = signs if near is None else {**signs, **of_meaning(near, self.counted)}
        weights = _weights()[_name(whole=self._whole, encoder=near is not None)]
        scores = [0.0] * len(self.counted.sentences)
        for name, weight in weights.items():
            column = told[name]
            if any(column):
                scores = [score + weight * sign for score, sign in zip(scores, column, strict=True)]
        return scores

    def rank(self, question: str, near: Sequence[NearWord] | None = None) -> list[tuple[Sentence, float]]:
        """Rank the sentences, best first; equal scores in their order. See `scores`."""
        rows = zip(self.counted.sentences, self.scores(question, near), strict=True)
        return sorted(rows, key=lambda row: -row[1])


def _name(*, whole: bool, encoder: bool) -> str:
    return ("whole" if whole else "parts") + ("_with_encoder" if encoder else "")


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """Read the learned weights that came with the package, once."""
    read: Mapping[str, Mapping[str, float]] = tomllib.loads(
        Path(__file__).with_name("sentence_weights.toml").read_text(encoding="utf-8")
    )
    return read
