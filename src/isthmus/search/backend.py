"""What a search backend is."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from isthmus.corpus import Passage, PassageId
from isthmus.search.query import Query

__all__ = ["Hit", "SearchBackend"]


@dataclass(frozen=True)
class Hit:
    """A passage that matches, and how well; scores compare within one ranking only."""

    passage: PassageId
    score: float


class SearchBackend(Protocol):
    """An index of passages that can rank them for a query, and be kept in a folder."""

    @classmethod
    def build(cls, passages: Iterable[Passage]) -> Self:
        """Index passages; their ids are all different."""

    def rank(self, query: Query, limit: int) -> list[Hit]:
        """Rank the passages that match a query.

        Args:
            query: What is looked for.
            limit: How many hits to give at most; at least 1.

        Returns:
            Hits, best first; equal scores by passage id. Passages that match nothing are not among them.
        """

    def save(self, folder: Path) -> None:
        """Keep the index in a folder, which is made and must hold nothing.

        Raises:
            UnreadableFile: The folder holds something or cannot be written.
        """

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Take up an index that was kept in a folder.

        Raises:
            UnreadableFile: There is no index of this backend.
        """
