"""What surrounds every page: the condition, how far to trust it, and the exact knowledge behind it."""

from dataclasses import dataclass

from isthmus.condition import Condition
from isthmus.guide import Register
from isthmus.present.glossary import Glossary, glossary_of

__all__ = ["Frame", "frame_page"]


@dataclass(frozen=True)
class Frame:
    """The facts of the header, the standing line and the footer."""

    condition: str
    notice: str
    review_status: str
    claims: int
    sources: int
    disagreements: int
    version: str
    sha256: str
    glossary: Glossary


def frame_page(condition: Condition, register: Register) -> Frame:
    """Count what a condition's pages rest on.

    Args:
        condition: The knowledge that is served.
        register: The one in which terms are told.
    """
    pathway, evidence = condition.pathway, condition.evidence
    return Frame(
        condition=condition.title,
        notice=pathway.notice,
        review_status=pathway.review_status,
        claims=len(evidence.claims),
        sources=len(evidence.sources),
        disagreements=len(evidence.disagreements),
        version=pathway.version,
        sha256=pathway.sha256,
        glossary=glossary_of(condition.terms, register),
    )
