"""Puts an answer together: statements with their citations, and what to ask next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from isthmus.answer.keys import keys_of
from isthmus.answer.model import Answer, Citation, Statement
from isthmus.answer.question import Asked
from isthmus.answer.strength import strength
from isthmus.claims import Claim, Evidence, Facets, Lexicon, Source, plain_words
from isthmus.corpus import Document, Sentence
from isthmus.search import Thesaurus, stems
from isthmus.terms import ClaimId, SourceId, StageId, TopicId

__all__ = ["Row", "bearing_on", "clarified", "follow_up", "from_claim", "from_sentence", "in_order", "merge"]

Row = tuple[StageId | None, ClaimId]
"""A claim in its place, with its stage of care where an answer is staged."""

_MOST_QUESTIONS = 3
_SAME_WORDS = 0.7


@dataclass(frozen=True)
class _Most:
    """How many statements are read with patience where claims and documents both speak."""

    claims: int
    sentences: int


_MOST_TOGETHER = _Most(claims=8, sentences=4)
_MOST_OF_A_STAGE = _Most(claims=3, sentences=3)


def from_claim(claim: Claim, stage: StageId | None, evidence: Evidence) -> Statement:
    """Say a claim and cite all its sources."""
    citations = tuple(_cite_source(evidence.sources[source], claim) for source in claim.sources)
    return Statement(claim.text, stage, claim.id, citations)


def from_sentence(
    sentence: Sentence, document: Document, stage: StageId | None, under: tuple[str, ...] = ()
) -> Statement:
    """Say a sentence of a document as it stands there, under its headings, and cite its bytes."""
    return Statement(sentence.text, stage, None, (_cite_sentence(sentence, document),), sentence.lead_in, under)


def in_order(claims: Sequence[ClaimId], evidence: Evidence, *, staged: bool) -> list[Row]:
    """Put chosen claims in the order in which they are said.

    What belongs together is said together: by stage of care where treatment as a whole is asked for, by topic otherwise,
    the topic of the best claim first. Within it the strongest comes first.

    Args:
        claims: What was chosen, best first.
        evidence: The claims, and the stages to which their topics belong.
        staged: Whether treatment as a whole is asked for.

    Returns:
        Each claim with its stage; None where the answer is not staged.
    """
    held = [evidence.claims[claim] for claim in claims]
    stages = {topic: stage.id for stage in evidence.lexicon.stages for topic in stage.topics} if staged else {}
    in_turn = [stage.id for stage in evidence.lexicon.stages] if staged else []
    topics = list(dict.fromkeys(claim.topic for claim in held))

    def turn(claim: Claim) -> tuple[int, int, float]:
        stage = stages.get(claim.topic)
        return in_turn.index(stage) if stage else -1, topics.index(claim.topic), -strength(claim, evidence)

    return [(stages.get(claim.topic), claim.id) for claim in sorted(held, key=turn)]


def clarified(answer: Answer, depends: Iterable[str], asked: Facets) -> Answer:
    """Turn an answer into what holds anyway, and ask for the facts on which the rest depends, danger signs first."""
    missing = dict.fromkeys([*list(asked.facts)[:1], *depends])
    return replace(
        answer,
        behaviour="clarify",
        reason=asked.reason,
        follow_up=tuple(asked.facts[fact] for fact in missing),
        disagreements=(),
    )


def bearing_on(
    claims: Sequence[Statement], sentences: Sequence[Statement], asked: Asked, thesaurus: Thesaurus
) -> tuple[Statement, ...]:
    """Keep the sentences of documents that bear on what the claims say, where there are any.

    A document speaks of much that is near a question. Beside claims that answer it, a sentence has to share with them
    more than the name of the condition; the items of a list stand or fall together. What answers the very question that is
    asked, as the record of a collection may, always bears.
    """
    names = {name.key for name in asked.names}
    told = frozenset().union(*(keys_of(claim.citations[0].quote, thesaurus) for claim in claims)) - names
    bearing = {_list_of(one) for one in sentences if told & keys_of(f"{one.lead_in or ''} {one.text}", thesaurus)}
    said = stems(asked.text)
    return tuple(
        one for one in sentences if not claims or _list_of(one) in bearing or stems(one.citations[0].title) == said
    )


def _list_of(sentence: Statement) -> tuple[SourceId, str]:
    """Name the list that an item belongs to; any other sentence is its own."""
    return sentence.citations[0].source, sentence.lead_in or sentence.text


def merge(
    by_claims: Sequence[Statement], by_documents: Sequence[Statement], *, stages: Sequence[StageId] = ()
) -> tuple[Statement, ...]:
    """Say claims and sentences of documents together: nothing twice, and not more than is read.

    What stands at one stage of care stands together, in the order of the stages, and what has none comes first. At each,
    claims come before documents, each in the order given: a claim was read and set beside what others say. Where only
    one of the two speaks, all of it is said.

    Args:
        by_claims: Statements of the knowledge base, in order.
        by_documents: Statements of documents, in order.
        stages: The stages of care in their order.
    """
    if not (by_claims and by_documents):
        return (*by_claims, *by_documents)
    told: list[Statement] = []
    for stage in (None, *stages):
        most = _MOST_TOGETHER if stage is None else _MOST_OF_A_STAGE
        told += [one for one in by_claims if one.stage == stage][: most.claims]
        fresh = (one for one in by_documents if one.stage == stage and not _is_said(one, by_claims))
        told += list(fresh)[: most.sentences]
    return tuple(told)


def follow_up(topics: Iterable[TopicId], lexicon: Lexicon) -> tuple[str, ...]:
    """Offer the questions that lead on from what was answered.

    Args:
        topics: The topics of the answer, the nearest first.
        lexicon: Where each topic says what a reader may want next.
    """
    by_id = {topic.id: topic for topic in lexicon.topics}
    answered = [by_id[topic] for topic in dict.fromkeys(topics) if topic in by_id]
    onward = dict.fromkeys(step for topic in answered for step in topic.then)
    questions = [by_id[step].ask for step in onward if by_id[step] not in answered]
    return tuple(questions[:_MOST_QUESTIONS])


def _cite_source(source: Source, claim: Claim) -> Citation:
    return Citation(
        source=source.id,
        title=source.title,
        publisher=source.publisher,
        year=source.year,
        url=source.url,
        document=None,
        start=None,
        end=None,
        quote=claim.text,
    )


def _cite_sentence(sentence: Sentence, document: Document) -> Citation:
    return Citation(
        source=SourceId(document.id),
        title=document.title,
        publisher=document.publisher,
        year=document.year,
        url=document.url,
        document=document.id,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        kind=document.kind,
    )


def _is_said(statement: Statement, others: Iterable[Statement]) -> bool:
    return any(_says_the_same(statement, other) for other in others)


def _says_the_same(one: Statement, other: Statement) -> bool:
    """Whether two statements share most of the words of the shorter, and every number of both."""
    words, more = set(plain_words(one.text)), set(plain_words(other.text))
    numbers = {word for word in words ^ more if any(letter.isdigit() for letter in word)}
    return not numbers and len(words & more) >= _SAME_WORDS * max(1, min(len(words), len(more)))
