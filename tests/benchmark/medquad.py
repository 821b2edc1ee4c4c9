"""MedQuAD as the benchmarks use it: answers without their questions, each question with the answer it is known to have."""

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

__all__ = ["FILE", "Pair", "read_pairs"]

FILE = "medquad.jsonl.gz"

# Names of MedQuAD, and the kinds of answer as isthmus calls them; the others are called alike.
_KINDS = {
    "information": "definition",
    "exams and tests": "tests",
    "genetic changes": "genes",
    "susceptibility": "risk",
    "considerations": "living",
    "support groups": "living",
}


@dataclass(frozen=True)
class Pair:
    """A question about something, its `focus`, and its answer. Weights are learned from the half `learn`; figures are of the half `check`."""

    question: str
    answer: str
    kind: str
    focus: str
    half: Literal["learn", "check"]


def read_pairs(shared: Path) -> list[Pair]:
    """Read MedQuAD, in its order. All questions about one thing, whoever answers, are in one half."""
    with gzip.open(shared / "data" / FILE, "rt", encoding="utf-8") as lines:
        return [_pair(json.loads(line)) for line in lines]


def _pair(row: dict[str, str]) -> Pair:
    learned = hashlib.sha256(row["focus"].casefold().encode()).digest()[-1] % 2 == 0
    kind = row["question_type"]
    return Pair(row["question"], row["answer"], _KINDS.get(kind, kind), row["focus"], "learn" if learned else "check")
