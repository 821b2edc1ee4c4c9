"""The page of a question and its answer: statements by stage, each with its source, or why there is none."""

from collections.abc import Iterator
from dataclasses import dataclass

from isthmus.answer import Answer, Behaviour, Fact, WriterReport
from isthmus.claims import Disagreement, Evidence
from isthmus.condition import Condition
from isthmus.present.ranges import Split, draw
from isthmus.present.sources import Bibliography, Cited, Listed, Sourced, cite, cite_source, list_sources
from isthmus.present.values import fact_of
from isthmus.terms import StageId

__all__ = ["AnswerPage", "AskPage", "Read", "Staged", "answer_page", "ask_page"]


@dataclass(frozen=True)
class AskPage:
    """The box, the error when a question could not be used, and questions that can be asked."""

    condition: str
    question: str
    error: str | None
    topics: tuple[str, ...]


@dataclass(frozen=True)
class Staged:
    """Sentences of one stage of care; the title is None where a sentence belongs to no stage."""

    id: str
    title: str | None
    sentences: tuple[Sourced, ...]


@dataclass(frozen=True)
class Read:
    """A fact that was read from the question, its value in words, and the words that say so."""

    label: str
    value: str
    said: str


@dataclass(frozen=True)
class AnswerPage:
    """Everything the page of an answer says."""

    question: str
    behaviour: Behaviour
    reason: str | None
    facts: tuple[Read, ...]
    stages: tuple[Staged, ...]
    splits: tuple[Split, ...]
    sources: tuple[Listed, ...]
    follow_up: tuple[str, ...]
    sentences: int
    notice: str
    writer: WriterReport | None = None


def ask_page(condition: Condition, *, question: str = "", error: str | None = None) -> AskPage:
    """Open the box for a question, with what was typed and what was wrong with it."""
    topics = tuple(topic.ask for topic in condition.evidence.lexicon.topics)
    return AskPage(condition.title, question, error, topics)


def answer_page(answer: Answer, condition: Condition) -> AnswerPage:
    """Say an answer as a page."""
    shelf = list_sources(_cited(answer, condition.evidence), condition.evidence)
    return AnswerPage(
        question=answer.question,
        behaviour=answer.behaviour,
        reason=answer.reason,
        facts=tuple(_read(fact, condition) for fact in answer.facts),
        stages=tuple(_stages(answer, condition.evidence, shelf)),
        splits=tuple(draw(disagreement, shelf) for disagreement in answer.disagreements),
        sources=shelf.listed,
        follow_up=answer.follow_up,
        sentences=len(answer.statements),
        notice=answer.notice,
        writer=answer.writer,
    )


def _read(fact: Fact, condition: Condition) -> Read:
    """Say a fact that was read, so that a reader can see what was misread."""
    feature = condition.pathway.features[fact.feature]
    match fact_of(feature, fact.value).value:
        case bool() as holds:
            value = "yes" if holds else "no"
        case tuple() as items:
            value = ", ".join(items) or "none"
        case words:
            value = str(words)
    return Read(feature.label, value, fact.said)


def _cited(answer: Answer, evidence: Evidence) -> Iterator[Cited]:
    """Every citation of the page, in reading order."""
    for statement in answer.statements:
        for citation in statement.citations:
            yield statement.claim, citation
    for disagreement in answer.disagreements:
        yield from _sides(disagreement, evidence)


def _sides(disagreement: Disagreement, evidence: Evidence) -> Iterator[Cited]:
    """Cite each side's sources: for their claims where these are on file, else for what the side says."""
    claims = {citation.source: (claim, citation) for claim, citation in cite(disagreement.claims, evidence)}
    for position in disagreement.positions:
        for source in position.sources:
            yield claims.get(source) or (None, cite_source(source, position.text, evidence))


def _stages(answer: Answer, evidence: Evidence, shelf: Bibliography) -> Iterator[Staged]:
    """Group statements in the order in which the answer gives them."""
    titles = {stage.id: stage.title for stage in evidence.lexicon.stages}
    groups: dict[StageId | None, list[Sourced]] = {}
    for statement in answer.statements:
        sentence = Sourced(statement.text, shelf.marks(statement.citations), statement.lead_in, statement.written_by)
        groups.setdefault(statement.stage, []).append(sentence)
    for stage, sentences in groups.items():
        yield Staged(stage or "general", titles.get(stage, stage) if stage else None, tuple(sentences))
