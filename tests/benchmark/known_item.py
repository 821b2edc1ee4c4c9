"""Find the known answer to each question of MedQuAD: `make bench`.

The answers are indexed without their questions, and each question is asked. Beside isthmus two plain engines read the same
answers and questions in the same run. Answers of the very same words are one document. Figures are of the half of the
questions that nothing was learned from (`medquad.py`); a difference comes with its 95 % interval over questions drawn anew
2,000 times, the same ones for both engines.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import bm25s
import numpy as np
import tantivy
from numpy.typing import NDArray

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.medquad import Pair, read_pairs

from isthmus.corpus import Document, DocumentId, split
from isthmus.search import Thesaurus
from isthmus.search.backends.lexical import LexicalIndex

__all__ = ["ENGINES", "KnownItem", "isthmus_over", "measure"]

DEPTH = 100
NEAR = 10
DRAWS = 2_000
SEED = 20_261_121

Ranks = NDArray[np.float64]
"""For each question the rank of its answer, from 1; infinite where it is not among the first 100."""

Engine = Callable[[str], Sequence[int]]
"""Ranks the numbers of answers for a question."""

Maker = Callable[[Sequence[str]], Engine]
"""Makes an engine that knows some answers."""


@dataclass(frozen=True)
class KnownItem:
    """How well an engine finds known answers; shares of one, rounded to three places. `ranks` are of each question."""

    mrr_at_10: float
    recall_at_100: float
    ranks: Ranks

    @classmethod
    def of(cls, ranks: Ranks) -> "KnownItem":
        """Score the ranks of the answers."""
        return cls(round(float(reciprocal(ranks).mean()), 3), round(float(found(ranks).mean()), 3), ranks)


def measure(shared: Path, engines: Mapping[str, Maker], every: int = 1) -> dict[str, KnownItem]:
    """Ask engines the questions of the half that nothing was learned from.

    Args:
        shared: The folder that holds the data.
        engines: What makes each engine.
        every: One for all questions and answers, eight for each eighth.
    """
    pairs = read_pairs(shared)[::every]
    answers = list(dict.fromkeys(pair.answer for pair in pairs))
    number = {answer: at for at, answer in enumerate(answers)}
    checked = [pair for pair in pairs if pair.half == "check"]
    return {name: KnownItem.of(ranks_of(make(answers), checked, number)) for name, make in engines.items()}


def ranks_of(engine: Engine, pairs: Sequence[Pair], number: Mapping[str, int]) -> Ranks:
    """Ask an engine, and see where the known answers stand."""
    rows = ((list(engine(pair.question)), number[pair.answer]) for pair in pairs)
    return np.array([ranking.index(known) + 1 if known in ranking else np.inf for ranking, known in rows])


def bm25s_over(answers: Sequence[str]) -> Engine:
    """Index answers with bm25s as it comes, its English stop words left out."""
    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(list(answers), stopwords="en", show_progress=False), show_progress=False)

    def rank(question: str) -> Sequence[int]:
        words = bm25s.tokenize(question, stopwords="en", show_progress=False)
        found, _ = retriever.retrieve(words, k=DEPTH, show_progress=False)
        return [int(at) for at in found[0]]

    return rank


def tantivy_over(answers: Sequence[str]) -> Engine:
    """Index answers with tantivy's English analyser, and let its own parser read the question."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer(100_000_000, num_threads=1)
    for at, answer in enumerate(answers):
        writer.add_document(tantivy.Document(number=at, text=answer))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def rank(question: str) -> Sequence[int]:
        query, _ = index.parse_query_lenient(question, ["text"])
        return [searcher.doc(at)["number"][0] for _, at in searcher.search(query, DEPTH, count=False).hits]

    return rank


def isthmus_over(answers: Sequence[str]) -> Engine:
    """Index answers as untitled documents; no words of a condition are known."""
    names = [DocumentId(f"{at:06}") for at in range(len(answers))]
    documents = (
        Document(id=name, title="", sha256="", media_type="text/plain", place=name, text=answer)
        for name, answer in zip(names, answers, strict=True)
    )
    index = LexicalIndex()
    index.write((document.id, document.title, split(document)) for document in documents)
    thesaurus = Thesaurus.of([], [])
    return lambda question: [int(name) for name, _ in index.rank_documents(thesaurus.read(question), DEPTH)]


def reciprocal(ranks: Ranks) -> Ranks:
    """Give 1 / rank for the first ten, 0 for the rest."""
    return np.where(ranks <= NEAR, 1 / ranks, 0.0)


def found(ranks: Ranks) -> Ranks:
    """Give 1 for each answer among the first hundred, 0 for the rest."""
    return (ranks <= DEPTH).astype(float)


def interval(ours: Ranks, theirs: Ranks) -> tuple[float, float]:
    """Give the 95 % interval of a mean difference by the paired bootstrap.

    Source:
        Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13.
    """
    chance = np.random.default_rng(SEED)
    gains = ours - theirs
    means = [gains[chance.integers(0, len(gains), len(gains))].mean() for _ in range(DRAWS)]
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


ENGINES: Mapping[str, Maker] = {"bm25s": bm25s_over, "tantivy": tantivy_over, "isthmus": isthmus_over}


def main() -> None:
    """Print the scores, and how far isthmus is above the others."""
    start = perf_counter()
    scores = measure(Path(os.environ["ISTHMUS_SHARED"]), ENGINES)
    ours = scores["isthmus"]
    print(f"known answers of MedQuAD: {len(ours.ranks):,} questions, {perf_counter() - start:.0f} s")
    print(f"  {'':10} {'MRR@10':>7} {'recall@100':>10}   {'isthmus above it: MRR@10':>27} {'recall@100':>18}")
    for name, one in scores.items():
        gains = [interval(of(ours.ranks), of(one.ranks)) for of in (reciprocal, found)] if one is not ours else []
        shown = "".join(f"   [{low:+.3f}, {high:+.3f}]" for low, high in gains)
        print(f"  {name:10} {one.mrr_at_10:7.3f} {one.recall_at_100:10.3f} {shown:>48}")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
