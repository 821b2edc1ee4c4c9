"""What must hold between sources, claims and disagreements, whichever file they stand in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from isthmus.claims.model import Claim, Disagreement, Figure, Source
from isthmus.errors import Fault, nearest
from isthmus.located import Located, Steps

__all__ = ["Entry", "Shelf", "check_evidence"]

Thing = TypeVar("Thing", Source, Claim, Disagreement)


@dataclass(frozen=True)
class Entry(Generic[Thing]):
    """A source, claim or disagreement, and where each part of it is written."""

    thing: Thing
    at: Located


@dataclass(frozen=True)
class Shelf(Generic[Thing]):
    """All entries of one kind.

    `ids` also holds the ids of entries that could not be taken in, so that one fault does not call forth others;
    `whole` says that there are none of these.
    """

    entries: Sequence[Entry[Thing]]
    ids: Sequence[str]
    whole: bool


def check_evidence(
    sources: Shelf[Source], claims: Shelf[Claim], disagreements: Shelf[Disagreement], topics: Iterable[str] | None
) -> Iterator[Fault]:
    """Find what does not fit together.

    Args:
        sources: The publications.
        claims: The statements.
        disagreements: The points on which the sources differ.
        topics: The ids of the topics; None when they could not be read, and claims are not held against them.

    Yields:
        One fault for each thing to mend.
    """
    yield from _twice(sources)
    yield from _twice(claims)
    yield from _twice(disagreements)
    for claim in claims.entries:
        yield from _claim_faults(claim, sources.ids, disagreements.ids, topics)
    for disagreement in disagreements.entries:
        yield from _disagreement_faults(disagreement, sources.ids, claims.ids)
    yield from _one_way_links(claims, disagreements)
    yield from _memory_faults(sources, claims, disagreements)
    yield from _lone_witnesses(sources)


def _twice(shelf: Shelf[Thing]) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for entry in shelf.entries:
        id_, where = entry.thing.id, entry.at.where(("id",))
        if id_ in first:
            yield Fault(where, f"The id `{id_}` is already used at {first[id_]}.", "Give it an id of its own.")
        first.setdefault(id_, where)


def _claim_faults(
    entry: Entry[Claim], sources: Sequence[str], disagreements: Sequence[str], topics: Iterable[str] | None
) -> Iterator[Fault]:
    claim, says = entry.thing, _naming(entry, "claim")
    if topics is not None:
        yield from says(("topic",), [claim.topic], "topic", topics)
    if not claim.sources:
        yield Fault(entry.at.where(("sources",)), f"Claim `{claim.id}` has no source.", "Name at least one.")
    yield from says(("sources",), claim.sources, "source", sources)
    yield from says(("disagreements",), claim.disagreements, "disagreement", disagreements)
    for index, figure in enumerate(claim.figures):
        yield from _figure_faults(figure, entry.at.where(("figures", index)), f"Claim `{claim.id}`")


def _disagreement_faults(entry: Entry[Disagreement], sources: Sequence[str], claims: Sequence[str]) -> Iterator[Fault]:
    disagreement, says = entry.thing, _naming(entry, "disagreement")
    yield from says(("claims",), disagreement.claims, "claim", claims)
    for index, position in enumerate(disagreement.positions):
        steps: Steps = ("positions", index)
        where, who = entry.at.where(steps), f"Disagreement `{disagreement.id}`"
        if not position.sources:
            yield Fault(where, f"{who} has a position without a source.", "Name at least one.")
        yield from says((*steps, "sources"), position.sources, "source", sources)
        yield from _range_faults(position.low, position.high, where, who)


Naming = Callable[[Steps, Sequence[str], str, Iterable[str]], Iterator[Fault]]


def _naming(entry: Entry[Thing], kind: str) -> Naming:
    """Make the check that an entry names only what exists."""

    def unknown(steps: Steps, names: Sequence[str], named: str, known: Iterable[str]) -> Iterator[Fault]:
        there = set(known)
        for index, name in enumerate(names):
            if name not in there:
                what = f"{kind.capitalize()} `{entry.thing.id}` names {named} `{name}`, which does not exist."
                yield Fault(entry.at.where((*steps, index)), what, nearest(name, there, otherwise="Remove it."))

    return unknown


def _figure_faults(figure: Figure, where: str, who: str) -> Iterator[Fault]:
    ranged = figure.low is not None or figure.high is not None
    if ranged == (figure.value is not None):
        what = f"{who}: the figure `{figure.measure}` needs either a value or a range."
        yield Fault(where, what, "Give `value`, or `low` and `high`.")
    yield from _range_faults(figure.low, figure.high, where, who)
    if figure.ci95 is not None:
        yield from _range_faults(*figure.ci95, where, who)


def _range_faults(low: Decimal | None, high: Decimal | None, where: str, who: str) -> Iterator[Fault]:
    if low is not None and high is not None and low > high:
        yield Fault(where, f"{who} has a range that begins at {low} and ends at {high}.", "Swap them.")


def _one_way_links(claims: Shelf[Claim], disagreements: Shelf[Disagreement]) -> Iterator[Fault]:
    there = {entry.thing.id: entry for entry in claims.entries}
    back = {entry.thing.id: entry for entry in disagreements.entries}
    for claim in filter(_shown, claims.entries):
        for name in claim.thing.disagreements:
            if name in back and claim.thing.id not in back[name].thing.claims:
                what = f"Disagreement `{name}` does not name claim `{claim.thing.id}`, which names it."
                yield Fault(back[name].at.where(("claims",)), what, "Add it there, or remove it from the claim.")
    for disagreement in disagreements.entries:
        for id_ in disagreement.thing.claims:
            if id_ in there and disagreement.thing.id not in there[id_].thing.disagreements:
                what = f"Claim `{id_}` does not name disagreement `{disagreement.thing.id}`, which names it."
                yield Fault(there[id_].at.where(), what, "Add it there, or remove it from the disagreement.")


def _shown(entry: Entry[Claim]) -> bool:
    return entry.thing.seen != "memory"


def _memory_faults(sources: Shelf[Source], claims: Shelf[Claim], disagreements: Shelf[Disagreement]) -> Iterator[Fault]:
    """See that nothing shown leans on what was never looked up."""
    unread = {entry.thing.id for entry in sources.entries if entry.thing.seen_as == "memory"}
    kept = {entry.thing.id for entry in claims.entries if not _shown(entry)}
    for claim in filter(_shown, claims.entries):
        for name in unread.intersection(claim.thing.sources):
            what = f"Claim `{claim.thing.id}` rests on `{name}`, which nobody has read."
            yield Fault(claim.at.where(("sources",)), what, "Look it up, or write `seen: memory`.")
    for disagreement in disagreements.entries:
        named = {source for position in disagreement.thing.positions for source in position.sources}
        for name in unread & named:
            what = f"Disagreement `{disagreement.thing.id}` rests on `{name}`, which nobody has read."
            yield Fault(disagreement.at.where(("positions",)), what, "Look it up, or remove the position.")
        for id_ in kept.intersection(disagreement.thing.claims):
            what = f"Disagreement `{disagreement.thing.id}` names claim `{id_}`, known from memory only."
            yield Fault(disagreement.at.where(("claims",)), what, "Remove it.")


def _lone_witnesses(sources: Shelf[Source]) -> Iterator[Fault]:
    groups = [entry.thing.independence or "" for entry in sources.entries]
    for entry in sources.entries:
        group = entry.thing.independence
        if group is not None and groups.count(group) == 1:
            what = f"Source `{entry.thing.id}` is alone in the independence group `{group}`."
            remedy = nearest(group, {*groups} - {group, ""}, otherwise="Remove it.")
            yield Fault(entry.at.where(("independence",)), what, remedy)
