"""Fit the weights by which a question is found to be about something else, and tell what they let through.

Run as `python -m tests.benchmark.learn_scope MEDQUAD LABELS ...`: questions about other illnesses, of which every
fortieth is asked, and files of labelled questions as `questions.yaml` is. The short questions of `tests/spec/answer`
are of both kinds, and so are the messages of some voices, each heard by a listener that was not taught by it. It prints the
weights without what a listener hears, which lean on the questions, and with it, which lean on the messages; those in
`isthmus/answer/scope.py` stand between them. Then it prints the share of each kind that would be answered. A question about
something that lies elsewhere is never answered, so it does not count.
"""

import gzip
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.benchmark.learn_listener import SETS, read, rows_of, teach
from tests.benchmark.logistic import fit_rows

from isthmus.answer import scope
from isthmus.answer.claim_shelf import ClaimShelf
from isthmus.answer.question import clean, understand
from isthmus.answer.scope import Fit
from isthmus.answer.select import choose_claims
from isthmus.answer.watch import first_watch
from isthmus.claims import Evidence
from isthmus.claims.listener import ANSWERABLE, ELSEWHERE
from isthmus.claims.load_sets import load_sets
from isthmus.condition import load_condition
from isthmus.located import parse_yaml
from isthmus.search import Thesaurus

EVERY = 13
VOICES = ("passers_by", "searchers", "readers")
SPEC = Path(__file__).parents[1] / "spec" / "answer" / "questions.yaml"
OURS = re.compile("spondyl|spin(e|a|al)\\b|back|vertebr|disc", re.IGNORECASE)


def elsewhere(path: Path) -> list[str]:
    """Read questions about other illnesses."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines]
    return [question for question in questions if question and not OURS.search(question)][::EVERY]


def ours(paths: Sequence[Path]) -> list[str]:
    """Read labelled questions that have an answer."""
    labels: list[dict[str, Any]] = []
    for path in paths:
        labels += parse_yaml(path.read_text(encoding="utf-8"), path.name).value["questions"]
    return [label["question"] for label in labels if label["answerable"] and label["claims"]]


def short(*behaviours: str) -> list[str]:
    """Read the short questions that are treated so."""
    asked = parse_yaml(SPEC.read_text(encoding="utf-8"), SPEC.name).value
    return [question for behaviour in behaviours for question in asked[behaviour]]


def fits(questions: Sequence[str], evidence: Evidence) -> list[tuple[Fit, bool]]:
    """Tell how each question fits that no watch stops, and whether it is answered."""
    lexicon = evidence.lexicon
    thesaurus = Thesaurus.of_lexicon(lexicon)
    shelf = ClaimShelf(evidence, thesaurus)
    asked = [understand(clean(question), lexicon, thesaurus) for question in questions]
    chosen = [choose_claims(one, shelf, thesaurus) for one in asked if first_watch(one.words, evidence.guard) is None]
    return [(choice.fit, choice.sufficient) for choice in chosen if not choice.elsewhere]


def of_voices(label: str, evidence: Evidence) -> Iterator[tuple[Fit, bool]]:
    """Tell how the messages of some voices fit, for a listener that was taught by the others."""
    messages, texts = list(read()), dict(rows_of(label))
    for voice in VOICES:
        listener = replace(teach([one for one in messages if one.voice != voice]), sets=load_sets(SETS).sets)
        unknowing = replace(evidence, guard=replace(evidence.guard, listener=listener))
        yield from fits(texts.get(voice, []), unknowing)


def weights(own: Sequence[tuple[Fit, bool]], theirs: Sequence[tuple[Fit, bool]], *, hearing: bool) -> None:
    """Print the weights, with what a listener hears or without."""
    rows = [(row_of(found, hearing=hearing), True) for found, _ in own]
    rows += [(row_of(found, hearing=hearing), False) for found, _ in theirs]
    names = ("_BASE", "_STRENGTH", "_UNKNOWN", "_COVERED", "_NAMED", "_ELSEWHERE")
    for name, weight in zip(names, fit_rows(rows), strict=False):
        print(f"{name} = {weight:.2f}    # now {getattr(scope, name)}")


def row_of(found: Fit, *, hearing: bool) -> tuple[float, ...]:
    """Write down what counts of a fit, as `enough` weighs it."""
    seen = (1.0, found.strength, found.unknown, found.covered, float(found.named))
    return (*seen, found.elsewhere) if hearing else seen


def told(name: str, found: Sequence[tuple[Fit, bool]]) -> None:
    """Print the share that is answered."""
    print(f"of {len(found)} {name}, answered {sum(done for _, done in found) / len(found):.1%}")


def main() -> None:
    """Print both weights and how those in use do."""
    evidence = load_condition("pars-defect").evidence
    theirs = fits([*elsewhere(Path(sys.argv[1])), *short("abstain")], evidence)
    own = fits([*ours([*map(Path, sys.argv[2:])]), *short("answer", "answer_with_disagreement")], evidence)
    weights(own, theirs, hearing=False)
    new_own, new_theirs = list(of_voices(ANSWERABLE, evidence)), list(of_voices(ELSEWHERE, evidence))
    weights([*own, *new_own], [*theirs, *new_theirs], hearing=True)
    told("questions with an answer", own)
    told("questions about something else", theirs)
    told("messages of new voices that may be answered", new_own)
    told("messages of new voices about something else", new_theirs)


if __name__ == "__main__":
    main()
