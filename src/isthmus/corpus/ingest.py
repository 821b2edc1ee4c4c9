"""Reads places into a library: only what is new or changed, in steps of which each comes whole or not at all."""

import gc
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from isthmus.corpus.bounds import BOUNDS, Bounds
from isthmus.corpus.entries import entries_of
from isthmus.corpus.gather import Fetch, Found, gather, is_address
from isthmus.corpus.library import Library
from isthmus.corpus.media import COLLECTION
from isthmus.corpus.own_files import is_own
from isthmus.corpus.places import Lines, Places, is_gone, name_of
from isthmus.corpus.readers import read
from isthmus.corpus.reading import few
from isthmus.corpus.store import holds_library
from isthmus.corpus.store_write import Arrival, Place, Writer
from isthmus.corpus.unpack import Item
from isthmus.errors import Fault, IsthmusError, UnreadableFile
from isthmus.terms import collected_later

__all__ = ["MADE_BY", "Report", "Sources", "ingest", "read_library"]

MADE_BY = 8
"""Raised when readers or passages change, so that what was read before is read again."""

_AT_ONCE, _BYTES_AT_ONCE = 256, 4_000_000
_YOUNG = 1
"""The generation up to which what was made for a batch is collected with it."""


@dataclass(frozen=True)
class Report:
    """What an ingest did.

    read        documents that came, or came in another form
    unchanged   things whose bytes were read before at the same place
    copies      things whose bytes were read before at another place: one document, found at several places
    moved       things whose bytes were read before at a place where nothing is now
    replaced    documents that went because their place holds something else now
    skipped     what could not be used, with the reason
    """

    read: int
    unchanged: int
    copies: int
    replaced: int
    skipped: tuple[Fault, ...]
    moved: int = 0

    @property
    def used(self) -> bool:
        """Whether anything could be used."""
        return bool(self.read or self.unchanged or self.copies or self.moved)


@dataclass(frozen=True)
class Sources:
    """Where to read from: folders, files, archives, collections, addresses; within which bounds, and how to fetch.

    `day` is when, which the library then tells of what comes; None where that is not to be told.
    """

    places: Sequence[str]
    bounds: Bounds = BOUNDS
    fetch: Fetch | None = None
    day: date | None = None


def ingest(library: Library, sources: Sources, told: Callable[[str], object] = str) -> Report:
    """Read places into a library.

    What was read before is known by its bytes and passed over. A place that holds other bytes now has a new document,
    and the old one goes when no other place holds it; what was put right of it is kept. What was moved or renamed is one
    document at its new place. What has vanished from its folder is kept until it is forgotten, but for lines of a
    collection, which is one file. If this process is stopped
    at any moment, the same call goes on where it was.

    Args:
        library: Open to be changed.
        sources: Where to read from.
        told: Is called with each place as it is done.

    Raises:
        UnusableLibrary: The library cannot be written, such as when the disk is full.
    """
    with collected_later():
        return _Ingest(library, sources.day).run(sources, told)


def read_library(folder: Path) -> tuple[Library, Sequence[Fault]]:
    """Open the library of a folder; a folder of plain files is read into memory instead.

    Returns:
        The library, and one fault for each file that could not be used, by place.

    Raises:
        UnreadableFile: The folder is missing, is a file, or cannot be read.
        UnusableLibrary: Its library was made by a newer isthmus, or is damaged.
    """
    if holds_library(folder):
        return Library.open(folder), ()
    _expect_folder(folder)
    library = Library.in_memory()
    report = ingest(library, Sources([str(folder)]))
    return library, tuple(sorted(report.skipped, key=lambda fault: fault.where))


def _expect_folder(folder: Path) -> None:
    try:
        next(folder.iterdir(), None)
    except FileNotFoundError as error:
        raise UnreadableFile("There is no such folder.", where=str(folder), remedy="Check the name.") from error
    except NotADirectoryError as error:
        raise UnreadableFile("This is a file.", where=str(folder), remedy="Name the folder it is in.") from error
    except OSError as error:
        raise UnreadableFile("This folder cannot be read.", where=str(folder), remedy="Make it readable.") from error


class _Ingest:
    """One run: what has been read and waits to be stored, and what is told at the end."""

    def __init__(self, library: Library, day: date | None) -> None:
        self._writer = Writer(library.store, MADE_BY, day)
        self._counts: Counter[str] = Counter()
        self._skipped: list[Fault] = []
        self._waiting: dict[Place, Arrival] = {}
        self._waiting_by_bytes: dict[bytes, Arrival] = {}
        self._bytes_waiting = 0
        self._left_behind: set[Place] = set()
        self._kept = library.store
        self._places = Places(self._kept)
        self._lines = Lines(library.store)
        self._folder = Path(_written(os.path.realpath(library.folder))) if library.folder else None

    def run(self, sources: Sources, told: Callable[[str], object]) -> Report:
        before = None
        for named in sources.places:
            root = _root(named)
            if root != before:
                self._store()  # what was read from another folder may lie below this one, or above it, too
                self._places, before = Places(self._kept), root
            top = Path(root).as_posix().rstrip("/")
            for found in gather([named], sources.bounds, sources.fetch):
                place = found.where if isinstance(found, Fault) else found.place
                if self._folder is None or not is_own(self._folder, f"{top}/{place}"):
                    self._meet(root, found)
                    told(place)
        self._store()
        self._counts["replaced"] += self._writer.sweep(self._lines.gone())
        return Report(
            read=self._counts["read"],
            unchanged=self._counts["unchanged"],
            copies=self._counts["copies"],
            replaced=self._counts["replaced"],
            skipped=tuple(self._skipped),
            moved=self._counts["moved"],
        )

    def _meet(self, root: str, found: Found) -> None:
        if isinstance(found, Fault):
            self._skipped.append(found)
            self._lines.trouble(root, found.where)
        else:
            self._take(self._places.of(root, found.place), found)

    def _take(self, place: Place, item: Item) -> None:
        digest, is_line = hashlib.sha256(item.content).digest(), item.media_type == COLLECTION
        if is_line:
            self._lines.seen(*place)
        if place in self._waiting:
            self._store()
        if self._writer.is_known(place, digest):
            self._counts["unchanged"] += 1
            return
        others = self._writer.places_of(digest)
        left = self._left(others)
        if left in self._waiting:
            self._store()  # it was moved after it was read
        same = self._waiting_by_bytes.get(digest) or (self._known(place, digest) if others else None)
        if same and (left is None or name_of(left) == name_of(place)):
            self._counts["moved" if left else "copies"] += 1
            self._wait(replace(same, place=place, is_line=is_line, left=left), 0)
            return
        try:
            readings = read(item)
        except IsthmusError as error:
            self._skipped.extend(error.faults)
            return
        self._skipped += few([reading.fault for reading in readings if reading.fault], item.place)
        unread = frozenset(part for part, reading in enumerate(readings, start=1) if reading.fault)
        if unread and self._writer.is_known(place, digest, in_part=True):
            self._counts["unchanged"] += 1
            return
        entries = tuple(entries_of(item, readings))
        if left:  # under another name it may be of another kind, or have another title
            self._counts["moved"] += 1
        else:
            self._counts["read"] += len(entries)
        self._wait(Arrival(place, digest, entries, is_line=is_line, unread=unread, left=left), len(item.content))

    def _left(self, others: Iterable[Place]) -> Place | None:
        """Find the place from which something was moved here: the same bytes were read there, and nothing is there now."""
        left = next(filter(is_gone, (other for other in others if other not in self._left_behind)), None)
        if left:
            self._left_behind.add(left)
        return left

    def _known(self, place: Place, digest: bytes) -> Arrival | None:
        known = self._writer.known(digest)
        return Arrival(place, digest, (), known) if known else None

    def _wait(self, arrival: Arrival, size: int) -> None:
        self._waiting[arrival.place] = self._waiting_by_bytes[arrival.sha256] = arrival
        self._bytes_waiting += size
        if len(self._waiting) >= _AT_ONCE or self._bytes_waiting >= _BYTES_AT_ONCE:
            self._store()

    def _store(self) -> None:
        self._counts["replaced"] += self._writer.store(self._waiting.values(), keep_loose=bool(self._lines))
        self._waiting.clear()
        self._waiting_by_bytes.clear()
        self._bytes_waiting = 0
        gc.collect(_YOUNG)


def _root(named: str) -> str:
    """Name the folder below which places are told, so that equal names in two folders are two places."""
    if is_address(named):
        return ""
    path = os.path.realpath(named)
    return _written(path if os.path.isdir(path) else os.path.dirname(path))  # noqa: PTH112, PTH120 - they take any name


def _written(path: str) -> str:
    """Write down the name of a folder, which need be no text on every system."""
    return os.fsencode(path).decode(errors="backslashreplace")
