"""Measure how well the sentence that answers a question is found in a long paper: COVID-QA.

`ISTHMUS_SHARED` names the folder that holds the papers. A hit is a sentence that shares a character with the answer.
With `--encoder FOLDER` the small encoder is measured too.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

if __name__ == "__main__":  # a script finds the tests beside it only when told where they are
    sys.path.insert(0, str(Path(__file__).parents[2]))

import bm25s
from tests.benchmark.covidqa import Paper, Scores, measure, papers, rounded
from tests.benchmark.learn_sentences import cases, encoder_of, validated

from isthmus.search import Encoder, Reading, stems
from isthmus.search.sentences import SentenceRanker


def by_isthmus(paper: Paper) -> list[list[float]]:
    """Rank as isthmus does, without a model."""
    ranker = SentenceRanker(paper.passages, whole=True)
    return [ranker.scores(asked.question) for asked in paper.asked]


def by_isthmus_and(encoder: Encoder) -> Callable[[Paper], list[list[float]]]:
    """Rank as isthmus does with an encoder."""

    def score(paper: Paper) -> list[list[float]]:
        ranker = SentenceRanker(paper.passages, whole=True)
        reading = Reading(encoder, [sentence.text for sentence in ranker.counted.sentences])
        return [ranker.scores(asked.question, reading.near(asked.question)) for asked in paper.asked]

    return score


def by_bm25s(paper: Paper) -> list[list[float]]:
    """Rank with bm25s over the same sentences, cut to the same stems."""
    index = bm25s.BM25()
    texts = [list(stems(sentence.text)) for passage in paper.passages for sentence in passage.sentences]
    index.index(texts, show_progress=False)
    return [index.get_scores(list(stems(asked.question))).tolist() for asked in paper.asked]


def by_others(held: Sequence[Paper], encoder: Encoder | None = None) -> Scores:
    """Rank as isthmus does, each paper by weights learned from other papers only: what to expect of a new one."""
    _, found = cases(held, encoder)
    return rounded(len(found), validated(found, seeds=1))


def row(name: str, scores: Scores) -> str:
    """Show scores as a row of the table."""
    return f"{name:44} {scores.hit_at_1:6.3f} {scores.hit_at_5:6.3f} {scores.mrr_at_20:7.3f}"


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--encoder", type=Path)
    encoder = encoder_of(parser.parse_args().encoder)
    held = papers(Path(os.environ["ISTHMUS_SHARED"]))
    print(f"{'sentence evidence (COVID-QA)':44} {'hit@1':>6} {'hit@5':>6} {'MRR@20':>7}")
    print(row("bm25s, same sentences and stems", measure(held, by_bm25s)))
    print(row("isthmus, weights learned from other papers", by_others(held)))
    start = perf_counter()
    as_shipped = measure(held, by_isthmus)
    spent = (perf_counter() - start) / as_shipped.questions * 1000
    print(row("isthmus as shipped, learned from these too", as_shipped))
    if encoder:
        print(row("with encoder, learned from other papers", by_others(held, encoder)))
        print(row("with encoder as shipped", measure(held, by_isthmus_and(encoder))))
    print(f"{len(held)} papers, {as_shipped.questions} questions, {spent:.1f} ms a question")


if __name__ == "__main__":
    main()
