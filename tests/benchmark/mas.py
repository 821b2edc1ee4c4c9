"""Questions with several answers each, and what experts took from them: MEDIQA 2021, summarising several answers (MAS)."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import mean

from rouge_score.rouge_scorer import RougeScorer

from isthmus.claims import plain_words
from isthmus.corpus import Document, DocumentId, Passage, split

__all__ = ["Chosen", "Consumer", "consumers", "mended", "rounded", "scored"]

HALF = 0.5
LINE_TAG = re.compile(r"</?(?:h\d|p|ul|ol|li|br|div)\b[^<>]*>|(?<!<)/h\d>")
OTHER_TAG = re.compile(r"</?[a-z]+[^<>]*>")
GLUED = re.compile(r"(?<=[a-z\d)]{2}[a-z\d)][.!?])(?=[A-Z](?:[a-z]|\s))")
ROUGE = RougeScorer(["rouge2"], use_stemmer=True)


@dataclass(frozen=True)
class Consumer:
    """A question, the passages of its answers, and the sentences of them that experts put together."""

    question: str
    passages: tuple[Passage, ...]
    summary: str

    @property
    def texts(self) -> list[str]:
        """Every sentence of the answers, in order."""
        return [sentence.text for passage in self.passages for sentence in passage.sentences]

    def belongs(self) -> list[bool]:
        """Whether each sentence is in the summary: at least half of its pairs of neighbouring words are."""
        told = _pairs(self.summary)
        return [sum((own & told).values()) >= HALF * max(1, own.total()) for own in map(_pairs, self.texts)]


@dataclass(frozen=True)
class Chosen:
    """How well sentences are chosen: ROUGE-2 F1 against the experts' extract, F1 of sentences, and how many."""

    rouge_2: float
    sentence_f1: float
    sentences: float


def consumers(shared: Path) -> list[Consumer]:
    """Read the questions of the folder, and take their answers apart as any document is."""
    lines = (shared / "data" / "mas-dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [_consumer(json.loads(line)) for line in lines]


def _consumer(told: dict[str, object]) -> Consumer:
    answers = told["answers"]
    assert isinstance(answers, list)
    documents = (
        Document(id=DocumentId(f"{told['id']}-{at}"), title="", sha256="", media_type="text/plain", place="", text=text)
        for at, text in enumerate(map(mended, answers))
    )
    passages = tuple(passage for document in documents for passage in split(document))
    return Consumer(str(told["question"]), passages, str(told["extractive_summary"]))


def mended(answer: str) -> str:
    """Put right what the making of the set did to a page: tags left in, line breaks lost, no full stop at the end.

    Without this, one in nine words is in no sentence, and one in ten of what the experts took.
    """
    lines = OTHER_TAG.sub("", LINE_TAG.sub("\n\n", answer))
    apart = GLUED.sub(" ", lines).rstrip()
    return f"{apart}." if apart[-1:].isalnum() else apart


def _pairs(text: str) -> Counter[tuple[str, ...]]:
    words = plain_words(text)
    return Counter(pairwise(words)) if len(words) > 1 else Counter([tuple(words)])


def scored(held: Sequence[Consumer], chosen: Sequence[Sequence[int]]) -> tuple[float, float, float]:
    """Score choices, means over the questions."""
    rows = [_score(one, own) for one, own in zip(held, chosen, strict=True)]
    rouge, f1, count = (mean(column) for column in zip(*rows, strict=True))
    return rouge, f1, count


def _score(one: Consumer, chosen: Sequence[int]) -> tuple[float, float, int]:
    texts, right = one.texts, one.belongs()
    told = " ".join(texts[at] for at in sorted(chosen))
    found = sum(right[at] for at in chosen)
    f1 = 2 * found / (len(chosen) + sum(right)) if found else 0.0
    return float(ROUGE.score(one.summary, told)["rouge2"].fmeasure), f1, len(chosen)


def rounded(scores: tuple[float, float, float]) -> Chosen:
    """Round scores to three places."""
    rouge, f1, count = scores
    return Chosen(round(rouge, 3), round(f1, 3), round(count, 1))
