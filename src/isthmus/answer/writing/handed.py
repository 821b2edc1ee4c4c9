"""Which statements of an answer a writer is given, and which are said as they are stored whoever writes."""

from isthmus.answer.model import Statement
from isthmus.claims import URGENT, Evidence
from isthmus.terms import ClaimId

__all__ = ["is_handed_over"]


def is_handed_over(statement: Statement, evidence: Evidence) -> bool:
    """Tell whether a writer may say a statement: no claim of a topic that is said as stored, nor one beside a warning."""
    return statement.claim is None or not _is_said_as_stored(statement.claim, evidence)


def _is_said_as_stored(claim: ClaimId, evidence: Evidence) -> bool:
    topics = {topic.id for topic in evidence.lexicon.topics if topic.as_stored}
    warnings = (watch for watch in evidence.guard.watches if watch.behaviour in URGENT)
    return evidence.claims[claim].topic in topics or any(claim in watch.claims for watch in warnings)
