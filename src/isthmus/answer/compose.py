"""Puts an answer together: statements with their citations, and what to ask next."""

from collections.abc import Iterable, Mapping

from isthmus.answer.evidence import Candidate
from isthmus.answer.model import Citation, Statement
from isthmus.claims import Claim, Evidence, Lexicon, Source
from isthmus.corpus import Document, Sentence
from isthmus.terms import SourceId, StageId, TopicId

__all__ = ["follow_up", "from_claim", "stated"]

_MOST_QUESTIONS = 3


def stated(
    candidate: Candidate, stage: StageId | None, evidence: Evidence, documents: Mapping[str, Document]
) -> Statement:
    """Say what a candidate says, in its own words, and cite it."""
    if isinstance(candidate.origin, Claim):
        return from_claim(candidate.origin, stage, evidence)
    citation = _cite_sentence(candidate.origin, documents[candidate.origin.document])
    return Statement(candidate.text, stage, None, (citation,), candidate.origin.lead_in)


def from_claim(claim: Claim, stage: StageId | None, evidence: Evidence) -> Statement:
    """Say a claim and cite all its sources."""
    citations = tuple(_cite_source(evidence.sources[source], claim) for source in claim.sources)
    return Statement(claim.text, stage, claim.id, citations)


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
    )
