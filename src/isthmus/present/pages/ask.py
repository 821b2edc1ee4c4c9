"""The page of a question and its answer: statements by stage, each with its source, or why there is none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from isthmus.answer import Answer, Behaviour, Refusal, Statement, WriterReport
from isthmus.claims import Disagreement, Evidence
from isthmus.condition import Condition
from isthmus.corpus import Library, without_orders
from isthmus.present.beside import Beside, Known, Read, facts_known, facts_read, plan_beside
from isthmus.present.ranges import Split, draw
from isthmus.present.results import Result, as_one_source, list_results
from isthmus.present.sources import Bibliography, Cited, Mark, cite, cite_source, list_sources
from isthmus.terms import AudienceId, ClaimId, StageId

__all__ = ["AnswerPage", "AskPage", "Said", "Staged", "answer_page", "ask_page"]

_MOST_IN_SHORT = 3


@dataclass(frozen=True)
class AskPage:
    """The box, the error when a question could not be used, and questions that can be asked.

    `earlier` are the questions of the conversation, oldest first; `known` what the visitor told of the patient before;
    `lost` says that this was asked and told, and is kept no longer.
    """

    condition: str
    question: str
    error: str | None
    topics: tuple[str, ...]
    earlier: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    lost: bool = False


@dataclass(frozen=True)
class Said:
    """A sentence with the marks of its sources, and the disagreements of the page that it is part of.

    `lead_in` is the line of its document that it completes, `under` the headings it stands under there, the outermost first,
    and `written_by` the language model that wrote it, if one did.
    """

    text: str
    marks: tuple[Mark, ...]
    claim: ClaimId | None
    lead_in: str | None
    under: tuple[str, ...]
    written_by: str | None
    splits: tuple[str, ...]


@dataclass(frozen=True)
class Staged:
    """Sentences of one stage of care, or of one of several questions; without title they belong to no stage."""

    id: str
    title: str | None
    question: str | None
    sentences: tuple[Said, ...]


@dataclass(frozen=True)
class AnswerPage:
    """Everything the page of an answer says.

    `short` are a few of its own sentences that say most; where there are no stages, `stages` hold only the others.
    `suggested` is who seems to ask, where that is not who it is written for. `read_as` pairs what looks like no word with
    the word that it was read as.
    """

    question: str
    behaviour: Behaviour
    reason: str | None
    facts: tuple[Read, ...]
    known: tuple[Known, ...]
    short: tuple[Staged, ...]
    stages: tuple[Staged, ...]
    splits: tuple[Split, ...]
    sources: tuple[Result, ...]
    unanswered: tuple[str, ...]
    follow_up: tuple[str, ...]
    beside: Beside | None
    suggested: AudienceId | None
    sentences: int
    notice: str
    writer: WriterReport | None = None
    refused: tuple[Refusal, ...] = ()
    read_as: tuple[tuple[str, str], ...] = ()


def ask_page(
    condition: Condition,
    *,
    question: str = "",
    error: str | None = None,
    earlier: Sequence[str] = (),
    known: Mapping[str, object] | None = None,
) -> AskPage:
    """Open the box for a question, with what was typed and what was wrong with it."""
    topics = tuple(topic.ask for topic in condition.evidence.lexicon.topics)
    told = facts_known(known or {}, condition.pathway)
    return AskPage(condition.title, without_orders(question), error, topics, tuple(earlier), told)


def answer_page(
    answer: Answer,
    condition: Condition,
    *,
    library: Library | None = None,
    known: Mapping[str, object] | None = None,
) -> AnswerPage:
    """Say an answer as a page.

    Args:
        answer: What is said to a question.
        condition: The knowledge it was answered with.
        library: The documents it was answered from, where there are any.
        known: Values by case feature that the visitor gave before and that were used.
    """
    statements = as_one_source(answer.statements, library)
    shelf = list_sources(_cited(statements, answer.disagreements, condition.evidence), condition.evidence)
    groups = tuple(_groups(statements, answer.disagreements, condition.evidence, shelf))
    short, stages = _in_short(groups) if answer.behaviour in _ANSWERS else ((), groups)
    citations = (citation for statement in statements for citation in statement.citations)
    return AnswerPage(
        question=answer.question,
        behaviour=answer.behaviour,
        reason=answer.reason,
        facts=facts_read(answer, condition.pathway),
        known=facts_known(known or {}, condition.pathway),
        short=short,
        stages=stages,
        splits=tuple(draw(disagreement, shelf) for disagreement in answer.disagreements),
        sources=list_results(shelf.listed, citations, library),
        unanswered=answer.unanswered,
        follow_up=answer.follow_up,
        beside=plan_beside(answer, condition.pathway),
        suggested=answer.suggested_audience if answer.suggested_audience != answer.audience else None,
        sentences=len(statements),
        notice=answer.notice,
        writer=answer.writer,
        refused=answer.refused,
        read_as=answer.read_as,
    )


_ANSWERS: tuple[Behaviour, ...] = ("answer", "answer_with_disagreement")


def _cited(
    statements: Sequence[Statement], disagreements: Sequence[Disagreement], evidence: Evidence
) -> Iterator[Cited]:
    """Every citation of the page, in reading order."""
    for statement in statements:
        for citation in statement.citations:
            yield statement.claim, citation
    for disagreement in disagreements:
        yield from _sides(disagreement, evidence)


def _sides(disagreement: Disagreement, evidence: Evidence) -> Iterator[Cited]:
    """Cite each side's sources: for their claims where these are on file, else for what the side says."""
    claims = {citation.source: (claim, citation) for claim, citation in cite(disagreement.claims, evidence)}
    for position in disagreement.positions:
        for source in position.sources:
            yield claims.get(source) or (None, cite_source(source, position.text, evidence))


def _groups(
    statements: Sequence[Statement], disagreements: Sequence[Disagreement], evidence: Evidence, shelf: Bibliography
) -> Iterator[Staged]:
    """Group statements by question and stage, in the order in which the answer gives them."""
    titles: dict[StageId, str] = {stage.id: stage.title for stage in evidence.lexicon.stages}
    split = {claim: disagreement.id for disagreement in disagreements for claim in disagreement.claims}
    runs = groupby(statements, key=lambda one: (one.question, one.stage))
    for number, ((question, stage), told) in enumerate(runs, start=1):
        sentences = tuple(_said(one, shelf, split) for one in told)
        named = stage or ("general" if number == 1 else f"part-{number}")
        yield Staged(named, titles.get(stage, stage) if stage else None, question, sentences)


def _said(statement: Statement, shelf: Bibliography, split: Mapping[ClaimId, str]) -> Said:
    marks = shelf.marks(statement.citations)
    splits = tuple(id_ for claim, id_ in split.items() if claim == statement.claim)
    return Said(
        statement.text, marks, statement.claim, statement.lead_in, statement.under, statement.written_by, splits
    )


def _in_short(groups: tuple[Staged, ...]) -> tuple[tuple[Staged, ...], tuple[Staged, ...]]:
    """Take the first sentence of each stage, or the first few of an answer without stages, which then holds the others.

    Nothing is put into new words, and a short answer needs nothing shorter.
    """
    if len(groups) == 1 and groups[0].title is None:
        (only,) = groups
        first, rest = only.sentences[:_MOST_IN_SHORT], only.sentences[_MOST_IN_SHORT:]
        return (replace(only, sentences=first),), (replace(only, sentences=rest),) if rest else ()
    if sum(len(group.sentences) for group in groups) <= _MOST_IN_SHORT:
        return (), groups
    leading = (replace(group, sentences=(_leading(group),)) for group in groups[:_MOST_IN_SHORT])
    return tuple(leading), groups


def _leading(group: Staged) -> Said:
    """Take the first sentence that stands by itself."""
    return next((said for said in group.sentences if said.lead_in is None), group.sentences[0])
