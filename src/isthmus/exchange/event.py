"""Something that falls on whole days, as any calendar can keep it."""

from dataclasses import dataclass
from datetime import date

__all__ = ["Event"]


@dataclass(frozen=True)
class Event:
    """What happens from one day up to and including another, and what to know of it, a line each."""

    title: str
    first: date
    last: date
    says: tuple[str, ...]
