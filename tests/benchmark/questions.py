"""Measure how good answers are, on questions with labels that are no part of the repository.

`ISTHMUS_SHARED` names the folder that holds them. Recall and precision are of claims: of those a right answer may
use, the share that is shown; of those shown, the share it may use; each the mean over answerable questions.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from isthmus.answer import Answer, Respondent
from isthmus.claims.load import load_evidence
from isthmus.condition import built_in_knowledge
from isthmus.located import parse_yaml

__all__ = ["Scores", "measure"]


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
    knowledge = built_in_knowledge()
    respondent = Respondent(load_evidence(knowledge / "conditions" / "pars-defect", knowledge / "sources.yaml"))
    text = (shared / "clinical" / "questions.yaml").read_text(encoding="utf-8")
    labelled: Sequence[Mapping[str, Any]] = parse_yaml(text, "questions.yaml").value["questions"]
    return score([(one, respondent.ask(one["question"])) for one in labelled])


def score(answered: Sequence[tuple[Mapping[str, Any], Answer]]) -> Scores:
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
        claim_recall=round(mean(len(wanted & shown) / len(wanted) for wanted, shown in pairs), 3),
        claim_precision=round(mean(len(wanted & shown) / len(shown) for wanted, shown in pairs if shown), 3),
    )


def main() -> None:
    """Print the scores."""
    scores = measure(Path(os.environ["ISTHMUS_SHARED"]))
    print(f"answers to {scores.questions} labelled questions")
    print(f"  behaviour as labelled   {scores.behaviour_accuracy:6.1%}")
    print(f"  emergencies missed      {scores.emergencies_missed:6}")
    print(f"  claim recall            {scores.claim_recall:6.1%}")
    print(f"  claim precision         {scores.claim_precision:6.1%}")


if __name__ == "__main__":
    main()
