"""Measure the verifier on lies that are made anew, on true sentences, and on the guide's own rewordings.

Claims are held against themselves with their figures beside. Where `ISTHMUS_SHARED` names the folder of data, sentences of
health answers, papers and health pages are held among their neighbours. Lies in the first two were looked at while the
verifier was made; the pages (MedQuAD) were kept for the end.
"""

import gzip
import json
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

if __name__ == "__main__":  # as a script, it finds what lies beside it as the tests do
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmark.made import MADE
from tests.benchmark.mutate import lies, lies_of_models, moved

from isthmus.answer import Statement
from isthmus.answer.verify import grounds_of, supports
from isthmus.answer.writing import Drafted
from isthmus.answer.writing.held import held_of
from isthmus.condition import Condition, load_condition

__all__ = ["Held", "hold_still", "measure_claims", "measure_made", "measure_models", "measure_rewordings"]

SEED = 5
SENTENCES = 1200
Material = tuple[str, str, str]
"""A sentence, what it cites, and what stands beside that."""


@dataclass
class Held:
    """How many sentences were held, how many of them passed as they stand and moved, and how many lies were refused."""

    sentences: int = 0
    accepted: int = 0
    moved: int = 0
    moved_accepted: int = 0
    lies: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    escaped: list[tuple[str, str]] = field(default_factory=list)

    @property
    def share_refused(self) -> float:
        """The share of all lies that were refused."""
        return self.refused.total() / max(1, self.lies.total())

    @property
    def least(self) -> float:
        """The share of the kind of which the fewest were refused."""
        return min((self.refused[kind] / told for kind, told in self.lies.items()), default=1.0)

    def scores(self) -> dict[str, float]:
        """Say it as shares of one, rounded to three places."""
        return {
            "sentences": self.sentences,
            "accepted": round(self.accepted / max(1, self.sentences), 3),
            "moved": round(self.moved_accepted / max(1, self.moved), 3),
            "refused": round(self.share_refused, 3),
            "least": round(self.least, 3),
        }


def hold(materials: Iterable[Material]) -> Held:
    """Hold sentences, their moved forms and their lies against what they cite; a sentence that fails is not lied about."""
    held, chance = Held(), random.Random(SEED)  # noqa: S311 - nothing secret hangs on it
    for text, cited, beside in materials:
        held.sentences += 1
        if supports(text, cited, beside):
            continue
        held.accepted += 1
        for other in moved(text):
            held.moved += 1
            held.moved_accepted += not supports(other, cited, beside)
        for kind, lie in lies(text, chance):
            held.lies[kind] += 1
            objections = supports(lie, cited, beside)
            held.refused[kind] += bool(objections)
            held.escaped += [] if objections else [(kind, lie)]
    return held


def measure_claims(condition: Condition, *, every: int = 1) -> Held:
    """Hold every claim against itself, or every so many."""
    evidence = condition.evidence
    claims = list(evidence.claims.values())[::every]
    return hold((claim.text, claim.text, grounds_of(claim, evidence)) for claim in claims)


def measure_made() -> Held:
    """Hold sentences of many sides, levels and grades against themselves."""
    return hold((text, text, "") for text in MADE)


def measure_rewordings(condition: Condition) -> Held:
    """Hold the ways in which the guide tells a claim by itself against that claim, and their lies."""
    return hold(_rewordings(condition))


def hold_still(condition: Condition) -> Held:
    """Hold those ways against their claims as they stand, without any lie."""
    materials = list(_rewordings(condition))
    return Held(len(materials), sum(not supports(*material) for material in materials))


def _rewordings(condition: Condition) -> Iterator[Material]:
    evidence = condition.evidence
    own = (item for ways in condition.phrases.values() for item in ways.items())
    told = dict.fromkeys((text, claim) for claim, texts in own for text in texts)
    for text, name in told:
        claim = evidence.claims[name]
        yield text, claim.text, grounds_of(claim, evidence)


def measure_models(condition: Condition) -> Held:
    """Hold every claim against itself as a model's sentence: whole, moved, and with every lie, a model's own among them."""
    evidence = condition.evidence
    texts = [claim.text for claim in evidence.claims.values()]
    held, chance = Held(), random.Random(SEED)  # noqa: S311 - as above
    for claim in evidence.claims.values():
        held.sentences += 1
        held.accepted += _is_kept(claim.text, claim.text)
        for other in moved(claim.text):
            held.moved += 1
            held.moved_accepted += _is_kept(other, claim.text)
        plain = ((kind, lie, None) for kind, lie in lies(claim.text, chance))
        titles = (("title said", f"{evidence.sources[source].title}.", None) for source in claim.sources)
        for kind, lie, beside in (*plain, *lies_of_models(claim.text, texts, chance), *titles):
            kept = _is_kept(lie, claim.text, *filter(None, (beside,)))
            held.lies[kind] += 1
            held.refused[kind] += not kept
            held.escaped += [(kind, lie)] if kept else []
    return held


def _is_kept(text: str, *cited: str) -> bool:
    """Tell whether a model's sentence that names all these texts is shown."""
    statements = [Statement(one, None, None, ()) for one in cited]
    return bool(held_of([Drafted(text, tuple(range(1, len(cited) + 1)))], statements))


def measure_other_claims(condition: Condition) -> tuple[int, int]:
    """Cite each claim for every other claim of its topic, under the rule for a language model.

    Returns:
        How many such citations there are, and how many were refused.
    """
    claims = list(condition.evidence.claims.values())
    pairs = [(one, other) for one in claims for other in claims if one is not other and one.topic == other.topic]
    return len(pairs), sum(not _is_kept(one.text, other.text) for one, other in pairs)


def measure_documents(texts: Iterable[str]) -> Held:
    """Hold some sentences of documents against themselves among their neighbours."""
    rows = [
        (s, " ".join(own[max(0, at - 1) : at + 2]), "") for own in map(_sentences, texts) for at, s in enumerate(own)
    ]
    random.Random(SEED).shuffle(rows)  # noqa: S311 - as above
    return hold(rows[:SENTENCES])


def _sentences(text: str) -> Sequence[str]:
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if 30 < len(sentence) < 400]


def _papers(shared: Path) -> Iterator[str]:
    with gzip.open(shared / "data" / "covidqa-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


def _health_answers(shared: Path) -> Iterator[str]:
    for line in (shared / "data" / "mas-dev.jsonl").read_text(encoding="utf-8").splitlines():
        yield from json.loads(line)["answers"]


def _pages(shared: Path) -> Iterator[str]:
    with gzip.open(shared / "data" / "medquad.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from (json.loads(line)["answer"] for at, line in enumerate(lines) if at % 20 == 0)


def show(title: str, held: Held) -> None:
    """Print what was held, with a row for each kind of lie."""
    print(f"\n{title}: {held.sentences:,} sentences, {held.accepted / held.sentences:.1%} accepted as they stand")
    print(f"  {'moved parts, same sense':24} {held.moved:7,} {held.moved_accepted / max(1, held.moved):8.1%} accepted")
    for kind, told in sorted(held.lies.items()):
        print(f"  {kind:24} {told:7,} {held.refused[kind] / told:8.1%} refused")
    print(f"  {'all lies':24} {held.lies.total():7,} {held.share_refused:8.1%} refused")


def main() -> None:
    """Print a table for each set; with `--escaped` also the lies that were believed."""
    condition = load_condition("pars-defect")
    sets = {"claims": measure_claims(condition), "made sentences of sides, levels and grades": measure_made()}
    sets |= {"claims in a reader's words": measure_rewordings(condition)}
    sets |= {"claims as a model may say them": measure_models(condition)}
    if "ISTHMUS_SHARED" in os.environ:
        shared = Path(os.environ["ISTHMUS_SHARED"])
        sets["health answers (MAS), among neighbours"] = measure_documents(_health_answers(shared))
        sets["papers (COVID-QA), among neighbours"] = measure_documents(_papers(shared))
        sets["health pages (MedQuAD), among neighbours"] = measure_documents(_pages(shared))
    print("verifier: lies refused, true sentences accepted")
    for title, held in sets.items():
        show(title, held)
        for kind, lie in held.escaped if "--escaped" in sys.argv else ():
            print(f"    {kind}: {lie}")
    pairs, refused = measure_other_claims(condition)
    print(f"\na claim cited for another of its topic, under the rule for models: {refused:,} of {pairs:,} refused")


if __name__ == "__main__":
    main()
