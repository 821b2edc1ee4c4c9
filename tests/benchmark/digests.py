"""Measure how well the sentences of one answer are chosen from several sources: MEDIQA 2021 MAS.

`ISTHMUS_SHARED` names the folder that holds the questions.
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

if __name__ == "__main__":  # a script finds the tests beside it only when told where they are
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.learn_digest import choose, validated
from tests.benchmark.mas import Chosen, Consumer, consumers, rounded, scored

from isthmus.search import Counted, SentenceRanker

__all__ = ["as_shipped"]

LEAD = 3


def every(one: Consumer) -> Sequence[int]:
    """Take every sentence."""
    return range(len(one.texts))


def lead(one: Consumer) -> list[int]:
    """Take the first three sentences of each answer."""
    return [at for at, (low, _) in enumerate(Counted.of(one.passages).document) if at - low < LEAD]


def best(one: Consumer) -> list[int]:
    """Take the third of the sentences that answer the question best."""
    ranker = SentenceRanker(one.passages)
    scores = ranker.scores(one.question)
    return sorted(range(len(scores)), key=lambda at: -scores[at])[: max(1, len(scores) // 3)]


def ceiling(one: Consumer) -> list[int]:
    """Take exactly what the experts took, as far as sentences can."""
    return [at for at, belongs in enumerate(one.belongs()) if belongs] or [0]


def as_shipped(shared: Path) -> Chosen:
    """Score the composer with the weights of the package, which were learned from these questions too."""
    found = consumers(shared)
    return rounded(scored(found, [choose(one) for one in found]))


def row(name: str, chosen: Chosen) -> str:
    """Show scores as a row of the table."""
    return f"{name:44} {chosen.rouge_2:8.3f} {chosen.sentence_f1:12.3f} {chosen.sentences:10.1f}"


def main() -> None:
    """Print the scores."""
    shared = Path(os.environ["ISTHMUS_SHARED"])
    found = consumers(shared)
    ways: dict[str, Callable[[Consumer], Sequence[int]]] = {
        "every sentence": every,
        "the first three of each answer": lead,
        "the third that answers best": best,
        "what the experts took (ceiling)": ceiling,
    }
    print(f"{'one answer from several (MAS)':44} {'ROUGE-2':>8} {'sentence F1':>12} {'sentences':>10}")
    for name, way in ways.items():
        print(row(name, rounded(scored(found, [way(one) for one in found]))))
    print(row("isthmus, weights learned from other questions", validated(found)))
    print(row("isthmus as shipped, learned from these too", as_shipped(shared)))
    print(f"{len(found)} questions")


if __name__ == "__main__":
    main()
