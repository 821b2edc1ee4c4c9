"""What holds of every answer, and a long run that looks for one of which it does not: `python tests/generative/answers.py 500`."""

import argparse
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

if __name__ == "__main__":  # as a script, it finds what lies beside it as the tests do
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.generative.pages import make_pages, make_question

from isthmus.answer import Answer, Behaviour, Respondent, Statement, answer_as_json
from isthmus.answer.verify import grounds_of, supports
from isthmus.claims import Evidence
from isthmus.condition import Condition, load_condition
from isthmus.corpus import Library, read_library
from isthmus.errors import InvalidQuestion
from isthmus.search import PassageIndex

__all__ = ["broken", "one_run"]


def broken(answer: Answer, evidence: Evidence, library: Library | None) -> Iterator[str]:
    """Name every promise that an answer breaks."""
    if answer.behaviour not in get_args(Behaviour):
        yield f"behaviour `{answer.behaviour}` does not exist"
    if answer.behaviour.startswith("answer") != (answer.reason is None):
        yield "an answer has a reason not to be one, or the other way round"
    told = json.dumps(answer_as_json(answer), ensure_ascii=False, allow_nan=False)
    if json.loads(told.encode("utf-8")) != answer_as_json(answer):
        yield "the JSON does not read back as it was"
    for statement in answer.statements:
        yield from _broken_by(statement, evidence, library)


def _broken_by(statement: Statement, evidence: Evidence, library: Library | None) -> Iterator[str]:
    if not statement.citations or not statement.text.strip():
        yield "a statement cites nothing or says nothing"
    if statement.claim is None:
        yield from _broken_span(statement, library)
        return
    claim = evidence.claims[statement.claim]
    if claim.seen == "memory":
        yield f"{claim.id} is known from memory only"
    if {citation.source for citation in statement.citations} - set(claim.sources) or not set(claim.sources) <= set(
        evidence.sources
    ):
        yield f"{claim.id} cites a source that is absent"
    if any(citation.quote != claim.text for citation in statement.citations):
        yield f"{claim.id} is not quoted as it is kept"
    if statement.text != claim.text and supports(statement.text, claim.text, grounds_of(claim, evidence)):
        yield f"{claim.id} is told in words that it does not bear out"


def _broken_span(statement: Statement, library: Library | None) -> Iterator[str]:
    for citation in statement.citations:
        document = library.document(citation.document or "") if library else None
        if document is None or citation.start is None or citation.end is None:
            yield "a document that is absent is cited"
            continue
        stored = document.text.encode()
        span = stored[citation.start : citation.end]
        if not 0 <= citation.start < citation.end <= len(stored) or span != statement.text.encode():
            yield "a statement is not its span"
        for edge in (citation.start, citation.end):
            if edge < len(stored) and stored[edge] & 0xC0 == 0x80:
                yield "a span ends within a character"
        if statement.lead_in and statement.lead_in.encode() not in stored[: citation.start]:
            yield "a lead-in does not stand before its item"


def one_run(condition: Condition, folder: Path, seed: int) -> Iterator[tuple[str, list[str]]]:
    """Make a library and ask it a few questions, twice.

    Yields:
        The behaviour of each answer, and the promises that it breaks.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    make_pages(folder, chance)
    library, _ = read_library(folder)
    readers = list(condition.phrases)
    first, second = (Respondent(condition.evidence, PassageIndex.over(library), condition.phrases) for _ in range(2))
    for _ in range(4):
        question, reader = make_question(chance), chance.choice(readers)
        try:
            answer = first.ask(question, reader)
        except InvalidQuestion:
            yield "refused", []
            continue
        breaks = list(broken(answer, condition.evidence, library))
        if second.ask(question, reader) != answer:
            breaks.append("the same question has two answers")
        yield ("documents" if any(one.claim is None for one in answer.statements) else answer.behaviour), breaks


def main() -> None:
    """Run many seeds and print what was met; exit with 1 at the first broken promise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=int, nargs="?", default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    condition = load_condition("pars-defect")
    met: Counter[str] = Counter()
    for seed in range(given.seed, given.seed + given.runs):
        with tempfile.TemporaryDirectory() as folder:
            for behaviour, breaks in one_run(condition, Path(folder), seed):
                met[behaviour] += 1
                if breaks:
                    sys.exit(f"seed {seed}: {'; '.join(breaks)}")
    told = f"{met.total()} questions to {given.runs} libraries, no promise broken: {dict(met.most_common())}"
    sys.stdout.write(f"{told}\n")


if __name__ == "__main__":
    main()
