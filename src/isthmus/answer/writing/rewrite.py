"""Puts what a writer wrote in the place of the statements it rests on, where it holds against exactly those."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from isthmus.answer.model import Answer, Citation, Statement, WriterReport
from isthmus.answer.verify import grounds_of, least_shared, supports
from isthmus.answer.writing.model import Brief, Drafted, Writer
from isthmus.claims import Evidence

__all__ = ["SomeAnswer", "rewrite"]

SomeAnswer = TypeVar("SomeAnswer", bound=Answer)

_WRITTEN = frozenset({"answer", "answer_with_disagreement"})
_MOST_SENTENCES = 40
_MOST_CHARACTERS = 600
_MOST_RESTED_ON = 3
_SHARED_WORDS = 0.75  # a writer is given the words, and so needs few others
# Signs that plain sentences do without, and addresses: what markup, formulas and links are made of.
_SIGNS = re.compile(r"[^\w\s.,;:!?'\"()%\N{EN DASH}\N{EM DASH}\u2018\u2019\u201c\u201d-]|[^\W\d_]\.[^\W\d_]{2,}")
# A word with a letter that only looks like an English one.
_FOREIGN = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")
_NOTHING_HELD = (
    "No sentence it wrote holds against what it cites; what is said here stands in the sources word for word."
)


def rewrite(answer: SomeAnswer, writer: Writer | None, evidence: Evidence) -> SomeAnswer:
    """Let a writer say an answer, sentence by sentence.

    Nothing is written where the answer is to seek care, to ask for more, or that there is none. A sentence is kept when
    it rests on up to three of the statements, all of one stage and question, and holds against them. It takes their place with all
    their citations; a statement that no kept sentence rests on stays as it is, so that nothing that was chosen is lost.

    Args:
        answer: What is to be said.
        writer: Who writes; None leaves the answer as it is.
        evidence: The claims, which vouch for their own numbers.
    """
    if writer is None or answer.behaviour not in _WRITTEN or not answer.statements:
        return answer
    told = tuple(" ".join(filter(None, (one.lead_in, one.text))) for one in answer.statements)
    draft = writer.write(Brief(answer.question, answer.audience, told))
    handed_in = dict.fromkeys(draft.sentences[:_MOST_SENTENCES])
    kept = [one for one in handed_in if _holds(one, answer.statements, evidence)]
    note = draft.fault or (None if kept else _NOTHING_HELD)
    report = WriterReport(writer.model, len(kept), len(draft.sentences) - len(kept), note)
    return replace(answer, statements=tuple(_placed(kept, answer.statements, writer.model)), writer=report)


def _holds(sentence: Drafted, statements: Sequence[Statement], evidence: Evidence) -> bool:
    rests_on, text = sentence.rests_on, sentence.text
    if not 0 < len(rests_on) <= _MOST_RESTED_ON or not all(1 <= number <= len(statements) for number in rests_on):
        return False
    if not text.isprintable() or text != text.strip() or not 0 < len(text) <= _MOST_CHARACTERS:
        return False
    own = [statements[number - 1] for number in rests_on]
    if any(one.lead_in for one in own):
        return False  # what leads into a list may forbid what an item says
    if len({(one.stage, one.question) for one in own}) > 1:
        return False
    cited, beside = " ".join(map(_cited, own)), " ".join(_beside(one, evidence) for one in own)
    if not all(sign in f"{cited} {beside}" for sign in (*_SIGNS.findall(text), *_FOREIGN.findall(text))):
        return False
    return least_shared(text, cited, beside) >= _SHARED_WORDS and not supports(text, cited, beside)


def _cited(statement: Statement) -> str:
    """Give what a statement says in the words of its source."""
    quotes = dict.fromkeys(citation.quote for citation in statement.citations)
    return " ".join(quotes)


def _beside(statement: Statement, evidence: Evidence) -> str:
    if statement.claim is not None:
        return f"{statement.text} {grounds_of(evidence.claims[statement.claim], evidence)}"
    return " ".join(f"{citation.title} {citation.year or ''}." for citation in statement.citations)


def _placed(kept: Sequence[Drafted], statements: Sequence[Statement], model: str) -> Iterator[Statement]:
    """Give the written sentences where the first statement of each stood, and the statements none of them rests on."""
    rested_on = {number for sentence in kept for number in sentence.rests_on}
    for number, statement in enumerate(statements, start=1):
        if number not in rested_on:
            yield statement
        for sentence in kept:
            if min(sentence.rests_on) == number:
                yield _written(sentence, [statements[one - 1] for one in sentence.rests_on], model)


def _written(sentence: Drafted, own: Sequence[Statement], model: str) -> Statement:
    claims = {statement.claim for statement in own}
    citations: dict[Citation, None] = dict.fromkeys(citation for one in own for citation in one.citations)
    claim = next(iter(claims)) if len(claims) == 1 else None
    first = own[0]
    return Statement(sentence.text, first.stage, claim, tuple(citations), question=first.question, written_by=model)
