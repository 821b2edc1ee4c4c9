"""Puts what a writer wrote in the place of the statements it rests on, where it holds against exactly those."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from isthmus.answer.model import Answer, Citation, Statement, WriterReport
from isthmus.answer.writing.handed import is_handed_over
from isthmus.answer.writing.held import Held, held_of
from isthmus.answer.writing.model import Brief, Writer
from isthmus.claims import Evidence

__all__ = ["SomeAnswer", "rewrite"]

SomeAnswer = TypeVar("SomeAnswer", bound=Answer)

_WRITTEN = frozenset({"answer", "answer_with_disagreement"})
_MOST_SENTENCES = 40
_NOTHING_HELD = (
    "No sentence it wrote holds against what it cites; what is said here stands in the sources word for word."
)


def rewrite(answer: SomeAnswer, writer: Writer | None, evidence: Evidence) -> SomeAnswer:
    """Let a writer say an answer, sentence by sentence.

    Nothing is written where the answer is to seek care, to ask for more, or that there is none; and what could do harm in
    other words is not handed over. A sentence is kept when it rests on up to three of the statements, all of one stage and
    question, and is made of them. It takes their place with all their citations; a statement that no kept sentence rests
    on stays as it is, so that nothing that was chosen is lost.

    Args:
        answer: What is to be said.
        writer: Who writes; None leaves the answer as it is.
        evidence: Says which claims are said as they are stored.
    """
    if writer is None or answer.behaviour not in _WRITTEN:
        return answer
    numbers = [at for at, one in enumerate(answer.statements) if is_handed_over(one, evidence)]
    if not numbers:
        return answer
    handed = [answer.statements[at] for at in numbers]
    told = tuple(" ".join(filter(None, (one.lead_in, one.text))) for one in handed)
    draft = writer.write(Brief(answer.question, answer.audience, told))
    held = held_of(dict.fromkeys(draft.sentences[:_MOST_SENTENCES]), handed)
    note = draft.fault or (None if held else _NOTHING_HELD)
    report = WriterReport(writer.model, len(held), len(draft.sentences) - len(held), note)
    placed = dict(zip(numbers, _placed(held, handed, writer.model), strict=True))
    said = (one for at, statement in enumerate(answer.statements) for one in placed.get(at, [statement]))
    return replace(answer, statements=tuple(said), writer=report)


def _placed(held: Sequence[Held], statements: Sequence[Statement], model: str) -> Iterator[list[Statement]]:
    """Give what stands in the place of each statement: the sentences of which it is the first, or itself."""
    rested_on = {number for sentence in held for number in sentence.rests_on}
    for number, statement in enumerate(statements, start=1):
        own = sorted((one for one in held if min(one.rests_on) == number), key=lambda one: min(one.says))
        written = [_written(one, [statements[other - 1] for other in one.rests_on], model) for one in own]
        yield written if number in rested_on else [statement]


def _written(sentence: Held, own: Sequence[Statement], model: str) -> Statement:
    claims = {statement.claim for statement in own}
    citations: dict[Citation, None] = dict.fromkeys(citation for one in own for citation in one.citations)
    claim = next(iter(claims)) if len(claims) == 1 else None
    first = own[0]
    return replace(first, text=sentence.text, claim=claim, citations=tuple(citations), copies=(), written_by=model)
