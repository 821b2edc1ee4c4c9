"""Papers with questions and the exact answers to them: COVID-QA, and how rankings of their sentences are scored."""

import gzip
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from isthmus.corpus import Document, DocumentId, Passage, Sentence, split

__all__ = ["Asked", "Paper", "Rows", "Scores", "measure", "papers", "rounded", "scored"]

DEEPEST = 20
Rows = Sequence[tuple[Sequence[float], Sequence[float]]]
"""For each question the scores of the sentences, and 1 for each that holds the answer."""


@dataclass(frozen=True)
class Asked:
    """A question, and the bytes of its paper that answer it."""

    question: str
    start: int
    end: int

    def answered_by(self, sentence: Sentence) -> bool:
        """Whether a sentence holds any of the answer."""
        return sentence.start < self.end and self.start < sentence.end


@dataclass(frozen=True)
class Paper:
    """A paper in passages, and what is asked of it."""

    id: str
    passages: tuple[Passage, ...]
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Scores:
    """How well answers are found: shares of the questions, and the mean reciprocal rank; each rounded to three places."""

    questions: int
    hit_at_1: float
    hit_at_5: float
    mrr_at_20: float


def papers(shared: Path) -> list[Paper]:
    """Read the papers of the folder and take each apart as any document is."""
    with gzip.open(shared / "data" / "covidqa-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [_paper(json.loads(line)) for line in lines]


def _paper(told: dict[str, object]) -> Paper:
    text, key = str(told["text"]), str(told["document_id"])
    passages = split(Document(id=DocumentId(key), title=key, sha256="", media_type="text/plain", place=key, text=text))
    rows = told["questions"]
    assert isinstance(rows, list)
    return Paper(key, passages, tuple(_asked(row, text) for row in rows))


def _asked(row: dict[str, object], text: str) -> Asked:
    start = int(str(row["start"]))
    answer = str(row["answer"])
    blank = len(answer) - len(answer.lstrip())
    first = len(text[: start + blank].encode())
    return Asked(str(row["question"]), first, first + len(answer.strip().encode()))


def scored(rows: Rows) -> tuple[float, float, float]:
    """Score rankings: hit@1, hit@5 and MRR@20, means over the questions."""
    ranks = [_rank(scores, right) for scores, right in rows]
    hits = [sum(rank <= depth for rank in ranks) / len(ranks) for depth in (1, 5)]
    return hits[0], hits[1], sum(1 / rank for rank in ranks if rank <= DEEPEST) / len(ranks)


def _rank(scores: Sequence[float], right: Sequence[float]) -> int:
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    return next((rank for rank, at in enumerate(order, 1) if right[at]), max(DEEPEST, len(scores)) + 1)


def measure(held: Iterable[Paper], score: Callable[[Paper], Sequence[Sequence[float]]]) -> Scores:
    """Score a way to rank, which gives for each question of a paper one number a sentence."""
    rows: list[tuple[Sequence[float], Sequence[float]]] = []
    for paper in held:
        sentences = [sentence for passage in paper.passages for sentence in passage.sentences]
        right = [[float(asked.answered_by(sentence)) for sentence in sentences] for asked in paper.asked]
        rows += zip(score(paper), right, strict=True)
    return rounded(len(rows), scored(rows))


def rounded(questions: int, scores: tuple[float, float, float]) -> Scores:
    """Round scores to three places."""
    first, five, reciprocal = (round(one, 3) for one in scores)
    return Scores(questions, first, five, reciprocal)
