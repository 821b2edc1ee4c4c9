"""A passage that matches a query."""

from dataclasses import dataclass

from isthmus.corpus import PassageId

__all__ = ["Hit"]


@dataclass(frozen=True)
class Hit:
    """A passage that matches, and how well; scores compare within one ranking only."""

    passage: PassageId
    score: float
