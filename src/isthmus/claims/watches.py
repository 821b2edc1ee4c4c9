"""What must stop a question before anything is looked up."""

from dataclasses import dataclass
from typing import Literal

from isthmus.claims.wording import Denials, Wording
from isthmus.terms import ClaimId

__all__ = ["Guard", "Watch"]


@dataclass(frozen=True)
class Watch:
    """Wordings of a question that decide what is done with it before anything is looked up.

    It does not hold where one of `unless` occurs. `claims` may be shown beside the reason.
    """

    id: str
    behaviour: Literal["emergency", "send_to_care", "abstain", "clarify"]
    asked: tuple[Wording, ...]
    reason: str
    unless: tuple[Wording, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    follow_up: tuple[str, ...] = ()


@dataclass(frozen=True)
class Guard:
    """The watches of a condition, in the order in which they outrank each other, and how a symptom is denied.

    `no_evidence` and `out_of_scope` say why there is no answer.
    """

    watches: tuple[Watch, ...]
    denials: Denials
    no_evidence: str
    out_of_scope: str
