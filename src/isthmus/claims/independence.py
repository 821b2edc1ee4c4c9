"""How many witnesses a statement really has: copied text, one maker or one group of patients speaks once."""

from collections.abc import Iterable

from isthmus.claims.model import Source

__all__ = ["count_independent"]


def count_independent(sources: Iterable[Source]) -> int:
    """Count sources, those of one independence group once."""
    return len({source.independence or f"source {source.id}" for source in sources})
