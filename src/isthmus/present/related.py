"""Procedures and choices in a list, and which of one belong to which of the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isthmus.condition import Handbook
from isthmus.guide import Choice, Procedure, Register, Spoken
from isthmus.present.sources import Listed, list_sources
from isthmus.present.teller import Teller
from isthmus.present.told import Told, cited_by
from isthmus.terms import ActionId

__all__ = ["Entry", "Grouped", "Link", "Listing", "list_entries", "related"]


@dataclass(frozen=True)
class Link:
    """A page by its name, and what it is called."""

    name: str
    title: str


@dataclass(frozen=True)
class Entry:
    """A page in a list, and the sentence that says what it is about."""

    name: str
    title: str
    says: Told


@dataclass(frozen=True)
class Listing:
    """Pages in their groups, in order, and the sources of their sentences."""

    condition: str
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]
    sources: tuple[Listed, ...]


Grouped = tuple[str, Procedure | Choice, Spoken]
"""A group, what stands in it, and the sentence that tells of it."""


def list_entries(handbook: Handbook, audience: str, grouped: Sequence[Grouped]) -> Listing:
    """List pages in one audience's words, the groups in the order in which they come.

    Raises:
        UnknownName: There is no such audience.
    """
    register, basis = handbook.book.audience(audience).register, handbook.basis
    shelf = list_sources(cited_by((says.in_register(register) for _, _, says in grouped), basis), basis)
    teller = Teller(basis, shelf, register)
    groups: dict[str, list[Entry]] = {}
    for group, page, says in grouped:
        entry = Entry(page.name, page.title.in_register(register), teller.one(says))
        groups.setdefault(group, []).append(entry)
    return Listing(handbook.title, tuple((group, tuple(entries)) for group, entries in groups.items()), shelf.listed)


def related(actions: Iterable[ActionId], pages: Iterable[Procedure | Choice], register: Register) -> tuple[Link, ...]:
    """Find the pages that belong to one of some actions."""
    wanted = set(actions)
    return tuple(Link(page.name, page.title.in_register(register)) for page in pages if wanted & set(page.actions))
