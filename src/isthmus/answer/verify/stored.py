"""Checks verbatim statements against what is stored, to the byte, and against the hash it was stored under."""

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable

from isthmus.answer.model import Citation, Statement
from isthmus.claims import Evidence
from isthmus.corpus import Document, without_tags
from isthmus.terms import ClaimId

__all__ = ["Stored"]

_KEPT = 64


class Stored:
    """What is stored, as statements are held against it; a document is encoded and hashed once, not once a statement.

    Args:
        evidence: The claims and sources of the condition.
        document: Finds a stored document by its id; None for one that is not there.
    """

    def __init__(self, evidence: Evidence, document: Callable[[str], Document | None]) -> None:
        self._evidence = evidence
        self._document = document
        self._encoded: OrderedDict[tuple[str, str], bytes | None] = OrderedDict()

    def holds(self, statement: Statement) -> bool:
        """Whether a statement says exactly what is stored at every place it cites, and cites at least one."""
        if not statement.citations:
            return False
        if statement.claim is None:
            return all(self._stands_in_document(statement, citation) for citation in statement.citations)
        return self._is_claim(statement, statement.claim)

    def _is_claim(self, statement: Statement, name: ClaimId) -> bool:
        claim = self._evidence.claims.get(name)
        if claim is None or claim.seen == "memory" or claim.text != statement.text:
            return False
        known = self._evidence.sources
        return all(
            citation.source in claim.sources and citation.source in known and citation.quote == claim.text
            for citation in statement.citations
        )

    def _stands_in_document(self, statement: Statement, citation: Citation) -> bool:
        stored = self._bytes_of(citation.document) if citation.document else None
        start, end = citation.start, citation.end
        if stored is None or start is None or end is None or not 0 <= start < end <= len(stored):
            return False
        text, lead_in = statement.text.encode(), (statement.lead_in or "").encode()
        exact = stored[start:end] == text == citation.quote.encode() and stored.find(lead_in, 0, start) >= 0
        return exact and (not statement.under or _stand_in(stored[:start].decode(), statement.under))

    def _bytes_of(self, name: str) -> bytes | None:
        """Give the bytes of a document; None where it is not there or is not what was stored."""
        document = self._document(name)
        if document is None:
            return None
        key = (document.id, document.sha256)
        if key not in self._encoded:
            encoded = document.text.encode()
            whole = hashlib.sha256(encoded).hexdigest() == document.sha256
            self._encoded[key] = encoded if whole else None
            if len(self._encoded) > _KEPT:
                self._encoded.popitem(last=False)
        return self._encoded[key]


def _stand_in(text: str, headings: Iterable[str]) -> bool:
    """Whether all headings stand in a text, each on however many lines, and with or without tags in it."""
    return all(_stands_in(text, heading) or _stands_in(without_tags(text), heading) for heading in headings)


def _stands_in(text: str, heading: str) -> bool:
    return re.search(r"\s+".join(map(re.escape, heading.split())), text) is not None
