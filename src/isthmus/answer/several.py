"""The answers to several questions at once, made one: nothing twice, and each sentence beside what it answers."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from isthmus.answer.model import Answer, Statement

__all__ = ["together"]

_MOST_FOLLOW_UPS = 3
_MOST = 6
_FEWEST_EACH = 2


def together(answers: Sequence[tuple[str, Answer]], nothing: Answer) -> Answer:
    """Make one answer of several.

    Args:
        answers: Each question and its answer, in the order in which they were asked; one without statements is none.
        nothing: The answer to the whole that says nothing yet.

    Returns:
        Their statements in that order, a claim or sentence only where it is said first; a disagreement anywhere is one
        of the whole. What nothing is said to is named.
    """
    told = [(question, answer) for question, answer in answers if answer.statements]
    disagreements = {one.id: one for _, answer in told for one in answer.disagreements}
    onward = dict.fromkeys(step for _, answer in told for step in answer.follow_up)
    return replace(
        nothing,
        behaviour="answer_with_disagreement" if disagreements else "answer",
        reason=None,
        statements=tuple(_each_once(told)),
        disagreements=tuple(disagreements.values()),
        follow_up=tuple(onward)[:_MOST_FOLLOW_UPS],
        unanswered=tuple(question for question, answer in answers if not answer.statements),
    )


def _each_once(told: Sequence[tuple[str, Answer]]) -> Iterator[Statement]:
    """Take the first few of each answer that are not said before; a staged answer keeps its stages whole."""
    said: set[object] = set()
    for question, answer in told:
        new = [one for one in answer.statements if (one.claim or one.citations) not in said]
        staged = any(one.stage for one in new)
        for statement in new if staged else new[: max(_FEWEST_EACH, _MOST // len(told))]:
            said.add(statement.claim or statement.citations)
            yield replace(statement, question=question)
