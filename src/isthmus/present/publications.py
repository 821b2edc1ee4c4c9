"""The publications behind the built-in statements, a page at a time, each with what rests on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from isthmus.claims import Evidence
from isthmus.errors import UnknownName
from isthmus.present.paged import Part, part_with, turn_to
from isthmus.present.sources import Listed, cite, cite_source, list_sources
from isthmus.terms import SourceId

__all__ = ["Publication", "PublicationsPage", "publications_page"]


@dataclass(frozen=True)
class Publication:
    """A publication by its id, and what was taken from it."""

    id: SourceId
    listed: Listed


@dataclass(frozen=True)
class PublicationsPage:
    """Some publications in the order of their titles, and which part they are of how many."""

    entries: tuple[Publication, ...]
    holds: int
    part: Part


def publications_page(evidence: Evidence, *, number: int | None = None, source: str = "") -> PublicationsPage:
    """List the publications of the built-in knowledge by title, each with the claims that rest on it.

    Args:
        evidence: Some publications in it are known only for their side of a disagreement.
        number: Which page of the list, counted from 1.
        source: The id of a publication, whose page is shown where no number is given.

    Raises:
        InvalidOption: There is no such page.
        UnknownName: There is no such publication.
    """
    entries = _by_title(evidence)
    part = (
        _part_of(source, entries)
        if source and number is None
        else turn_to(1 if number is None else number, len(entries))
    )
    return PublicationsPage(entries[part.start : part.end], len(entries), part)


def _by_title(evidence: Evidence) -> tuple[Publication, ...]:
    sides = ((None, cite_source(source, "", evidence)) for source in evidence.sources)
    shelf = list_sources(chain(cite(evidence.claims, evidence), sides), evidence)
    ids = {mark.number: source for source, mark in shelf.labels.items()}
    titled = sorted(shelf.listed, key=lambda listed: (listed.title.casefold(), ids[listed.number]))
    return tuple(Publication(ids[listed.number], listed) for listed in titled)


def _part_of(source: str, entries: Sequence[Publication]) -> Part:
    for at, entry in enumerate(entries):
        if entry.id == source:
            return part_with(at, len(entries))
    raise UnknownName("There is no such publication.", where="source", remedy="Look for it in the list.")
