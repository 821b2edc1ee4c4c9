"""What one wing of an answer says: the claims, or the documents of a library."""

from dataclasses import dataclass

from isthmus.answer.model import Statement
from isthmus.claims import Disagreement
from isthmus.terms import TopicId

__all__ = ["NOTHING", "Told"]


@dataclass(frozen=True)
class Told:
    """Statements in the order in which they are said, their topics, the nearest first, and what belongs to them.

    `disagreements` are those on the asked point. `depends` names the facts without which only this much can be said.
    """

    statements: tuple[Statement, ...] = ()
    topics: tuple[TopicId, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    depends: tuple[str, ...] = ()


NOTHING = Told()
"""Silence."""
