"""Measure how good answers are, on questions with labels that are no part of the repository.

`ISTHMUS_SHARED` names the folder that holds them; other files of labels can be named instead, as
`python -m tests.benchmark.questions LABELS ...`. Recall and precision are of claims: of those a right answer may use, the
share that is shown; of those shown, the share it may use; each the mean over answerable questions. Questions that no
setting was chosen by tell how good answers to other questions will be; those of the folder flatter a little.
"""

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import mean
from typing import Any

from tests.benchmark.slips import mistyped

from isthmus.answer import Answer, Respondent
from isthmus.condition import load_condition
from isthmus.located import parse_yaml

__all__ = ["Scores", "by_audience", "confusion", "measure"]

SEEDS = (1, 2, 3)

Answered = tuple[Mapping[str, Any], Answer]
"""A labelled question and its answer."""


@dataclass(frozen=True)
class Scores:
    """How good the answers to labelled questions are; shares of one, rounded to three places."""

    questions: int
    behaviour_accuracy: float
    emergencies_missed: int
    claim_recall: float
    claim_precision: float


def measure(shared: Path) -> Scores:
    """Ask every labelled question of the folder and score the answers."""
    return score(answered(labels(shared)))


def by_audience(rows: Iterable[Answered]) -> dict[str, Scores]:
    """Score the answers to each audience's questions by themselves."""
    own: dict[str, list[Answered]] = defaultdict(list)
    for row in rows:
        own[row[0]["audience"]].append(row)
    return {audience: score(answers) for audience, answers in sorted(own.items())}


def confusion(rows: Iterable[Answered]) -> Counter[tuple[str, str]]:
    """Count what was done where something else was right, as (right, done)."""
    done = ((label["expected_behaviour"], answer.behaviour) for label, answer in rows)
    return Counter((right, was) for right, was in done if right != was)


def labels(shared: Path) -> Path:
    """Name the file of labels in the folder that is shared."""
    return shared / "clinical" / "questions.yaml"


def answered(path: Path) -> list[Answered]:
    """Ask every question of a file of labels."""
    labelled: Sequence[Mapping[str, Any]] = parse_yaml(path.read_text(encoding="utf-8"), path.name).value["questions"]
    return [(one, respondent().ask(one["question"])) for one in labelled]


@cache
def respondent() -> Respondent:
    """Make ready whoever answers."""
    condition = load_condition("pars-defect")
    return Respondent(condition.evidence, phrases=condition.phrases)


def kept(rows: Sequence[Answered], slips: int) -> tuple[float, float]:
    """Mistype each question in some ways, and tell what stays: the share treated alike, and that of the claims."""
    pairs = [
        (answer, respondent().ask(mistyped(label["question"], slips, seed))) for label, answer in rows for seed in SEEDS
    ]
    claims = [
        ({one.claim for one in plain.statements}, {one.claim for one in other.statements}) for plain, other in pairs
    ]
    return (
        mean(plain.behaviour == other.behaviour for plain, other in pairs),
        _mean(len(before & after) / len(before) for before, after in claims if before),
    )


def score(answered: Sequence[Answered]) -> Scores:
    """Score answers against their labels."""
    pairs = [
        (set(label["claims"]), {statement.claim for statement in answer.statements})
        for label, answer in answered
        if label["answerable"] and label["claims"]
    ]
    right = [answer.behaviour == label["expected_behaviour"] for label, answer in answered]
    urgent = [answer for label, answer in answered if label["expected_behaviour"] == "emergency"]
    return Scores(
        questions=len(answered),
        behaviour_accuracy=round(mean(right), 3),
        emergencies_missed=sum(answer.behaviour != "emergency" for answer in urgent),
        claim_recall=_mean(len(wanted & shown) / len(wanted) for wanted, shown in pairs),
        claim_precision=_mean(len(wanted & shown) / len(shown) for wanted, shown in pairs if shown),
    )


def _mean(shares: Iterable[float]) -> float:
    """Average shares to three places; where there is nothing to measure, nothing is wrong."""
    return round(mean(list(shares) or [1.0]), 3)


def main() -> None:
    """Print the scores of each file of labels."""
    paths = list(map(Path, sys.argv[1:])) or [labels(Path(os.environ["ISTHMUS_SHARED"]))]
    for path in paths:
        show(path.name, answered(path))


def show(name: str, rows: Sequence[Answered]) -> None:
    """Print how good the answers to one file of labels are."""
    scores = score(rows)
    print(f"answers to the {scores.questions} labelled questions of {name}")
    print(f"  behaviour as labelled   {scores.behaviour_accuracy:6.1%}")
    print(f"  emergencies missed      {scores.emergencies_missed:6}")
    print(f"  claim recall            {scores.claim_recall:6.1%}")
    print(f"  claim precision         {scores.claim_precision:6.1%}")
    for slips in (1, 2):
        alike, claims = kept(rows, slips)
        print(
            f"  with {slips} slip{'s' if slips > 1 else ' '} of the finger, {alike:.1%} are treated alike, {claims:.1%} of claims stay"
        )
    print(f"\n  {'by audience':20} {'questions':>9} {'behaviour':>9} {'recall':>7} {'precision':>9}")
    for audience, own in by_audience(rows).items():
        shares = f"{own.behaviour_accuracy:9.1%} {own.claim_recall:7.1%} {own.claim_precision:9.1%}"
        print(f"  {audience:20} {own.questions:9} {shares}")
    for (right, done), count in sorted(confusion(rows).items()):
        print(f"  {count:3} times {done} where {right} was right")
    print()


if __name__ == "__main__":
    main()
