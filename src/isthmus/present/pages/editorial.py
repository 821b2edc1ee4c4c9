"""How the words are made and kept, as a page: policy, roles, statuses, conflicts and funding."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isthmus.condition import Handbook
from isthmus.guide import Sentence
from isthmus.present.told import Standing, standing

__all__ = ["EditorialPage", "RoleTold", "StatusTold", "editorial_page"]


@dataclass(frozen=True)
class RoleTold:
    """Who does what with the words."""

    role: str
    says: tuple[str, ...]


@dataclass(frozen=True)
class StatusTold:
    """A status that words can have, and what it means."""

    status: str
    says: str


@dataclass(frozen=True)
class EditorialPage:
    """Everything that is said of how the words are made."""

    review: Standing
    policy: tuple[str, ...]
    statuses: tuple[StatusTold, ...]
    roles: tuple[RoleTold, ...]
    conflicts: tuple[str, ...]
    funding: tuple[str, ...]


def editorial_page(handbook: Handbook, *, today: date) -> EditorialPage:
    """Say how the words are made and kept."""
    editorial = handbook.book.editorial
    return EditorialPage(
        review=standing(editorial.review, handbook.book, today),
        policy=_texts(editorial.policy),
        statuses=tuple(StatusTold(status, says) for status, says in editorial.statuses.items()),
        roles=tuple(RoleTold(role.role, _texts(role.says)) for role in editorial.roles),
        conflicts=_texts(editorial.conflicts),
        funding=_texts(editorial.funding),
    )


def _texts(sentences: Iterable[Sentence]) -> tuple[str, ...]:
    return tuple(sentence.text for sentence in sentences)
