"""Checks every statement against what is stored before it is shown."""

from collections.abc import Mapping

from isthmus.answer.model import Citation, Statement
from isthmus.claims import Evidence
from isthmus.corpus import Document

__all__ = ["holds"]


def holds(statement: Statement, evidence: Evidence, documents: Mapping[str, Document]) -> bool:
    """Whether a statement says exactly what is stored at every place it cites, and cites at least one.

    Args:
        statement: What is about to be shown.
        evidence: The claims and sources of the condition.
        documents: The stored documents by id.
    """
    if not statement.citations:
        return False
    if statement.claim is None:
        return all(_stands_in_document(statement, citation, documents) for citation in statement.citations)
    claim = evidence.claims.get(statement.claim)
    if claim is None or claim.text != statement.text:
        return False
    return all(
        citation.source in claim.sources and citation.source in evidence.sources and citation.quote == claim.text
        for citation in statement.citations
    )


def _stands_in_document(statement: Statement, citation: Citation, documents: Mapping[str, Document]) -> bool:
    document = documents.get(citation.document or "")
    if document is None or citation.start is None or citation.end is None:
        return False
    stored = document.text.encode()
    text = statement.text.encode()
    leads_in = (statement.lead_in or "").encode() in stored[: citation.start]
    return leads_in and stored[citation.start : citation.end] == text == citation.quote.encode()
