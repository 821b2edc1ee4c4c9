"""Finds everything there is to read in folders, files, archives, collections and addresses, one thing at a time."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from isthmus.corpus.bounds import BOUNDS, Bounds
from isthmus.corpus.media import media_type_of
from isthmus.corpus.unpack import Item, Source, items_of, printable
from isthmus.errors import Fault, InputError, IsthmusError, UnreadableFile

__all__ = ["Fetch", "Fetched", "Found", "Item", "gather", "is_address"]


@dataclass(frozen=True)
class Fetched:
    """What an address gave: its bytes, the media type its server names, and the address it came from in the end."""

    content: bytes
    media_type: str
    url: str


Fetch = Callable[[str], Fetched]
"""Fetches an address; raises UnreadableFile when it gives nothing that may be read."""

Found = Item | Fault

_QUIET_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def is_address(place: str) -> bool:
    """Tell whether a place is an address on the web rather than a file.

    >>> is_address("https://example.org/leaflet"), is_address("leaflet.txt")
    (True, False)
    """
    return place.lower().startswith(("http://", "https://"))


def gather(places: Iterable[str], bounds: Bounds = BOUNDS, fetch: Fetch | None = None) -> Iterator[Found]:
    """Find what there is to read, holding one thing in memory at a time.

    Hidden files are passed over; links are not followed, so that nothing outside a folder is read. Nothing here stops
    at what cannot be read: each trouble is one fault, and the rest goes on.

    Args:
        places: Folders, files, archives, collections, and addresses.
        bounds: The most that is read of anything.
        fetch: How an address is fetched; without it, an address is a fault.

    Yields:
        Each thing with its bytes, in the order of names, or what is wrong with it.
    """
    for place in places:
        if is_address(place):
            yield from _from_address(place, bounds, fetch)
        elif not place:  # which would be taken for the folder one stands in
            yield Fault("an empty name", "There is no such file or folder.", "Name one.")
        else:
            yield from _from_path(Path(place), bounds)


def _from_address(place: str, bounds: Bounds, fetch: Fetch | None) -> Iterator[Found]:
    if fetch is None:
        yield Fault(printable(place), "Addresses are not read here.", "Give a file or a folder.")
        return
    try:
        fetched = fetch(place)
    except IsthmusError as error:
        yield from error.faults
        return
    name = fetched.url.partition("?")[0].partition("#")[0]
    source = Source(
        place=printable(fetched.url),
        name=name,
        media_type=media_type_of(name, fetched.media_type),
        size=len(fetched.content),
        stream=BytesIO(fetched.content),
        url=fetched.url,
    )
    yield from items_of(source, bounds)


def _from_path(path: Path, bounds: Bounds) -> Iterator[Found]:
    try:
        path = path.resolve(strict=True)
        is_folder = path.is_dir()
    except (OSError, RuntimeError, ValueError):
        yield Fault(printable(str(path)), "There is no such file or folder.", "Check the name.")
        return
    if is_folder:
        yield from _from_folder(path, bounds)
    else:
        yield from _from_file(path, path.name, bounds)


def _from_folder(top: Path, bounds: Bounds) -> Iterator[Found]:
    # A stack, not recursion: folders may be nested deeper than Python's calls.
    waiting: list[tuple[Path, bool]] = [(top, True)]
    while waiting:
        path, is_folder = waiting.pop()
        place = path.relative_to(top).as_posix()
        if not is_folder:
            yield from _from_file(path, place, bounds)
            continue
        entries = _entries(path, bounds)
        if isinstance(entries, str):
            yield Fault(printable(str(top) if path == top else place), entries, "Make it readable, or split it.")
        else:
            waiting.extend(reversed(entries))


def _entries(folder: Path, bounds: Bounds) -> list[tuple[Path, bool]] | str:
    """List a folder by name, each entry with whether it is a folder; or say why it cannot be."""
    found: list[tuple[Path, bool]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if len(found) == bounds.entries:
                    return f"This folder holds more than {bounds.entries:,} entries."
                found.append((Path(entry.path), entry.is_dir(follow_symlinks=False)))
    except OSError:
        return "This folder cannot be read."
    return sorted(found, key=lambda entry: entry[0].name)


def _from_file(path: Path, place: str, bounds: Bounds) -> Iterator[Found]:
    shown = printable(place)
    if shown != place:
        yield Fault(shown, "The name of this file is not plain text.", "Rename it.")
        return
    try:
        descriptor, size = _open(path, shown)
    except InputError as error:
        yield from error.faults
        return
    with open(descriptor, "rb") as stream:  # noqa: PTH123 - a descriptor, opened in a way that follows no link
        source = Source(place, path.name, media_type_of(path.name), size, stream)
        yield from items_of(source, bounds)


def _open(path: Path, place: str) -> tuple[int, int]:
    """Open a plain file, and nothing that only looks like one, and give its size."""
    try:
        if path.is_symlink():
            raise UnreadableFile("Links are not followed.", where=place, remedy="Put the file itself there.")
        if not stat.S_ISREG(path.lstat().st_mode):
            raise UnreadableFile("This is not a plain file.", where=place, remedy="Remove it.")
        descriptor = os.open(path, _QUIET_OPEN)
    except OSError as error:
        raise UnreadableFile("It cannot be read.", where=place, remedy="Make it readable.") from error
    about = os.fstat(descriptor)
    if not stat.S_ISREG(about.st_mode):  # it was exchanged between the look and the opening
        os.close(descriptor)
        raise UnreadableFile("This is not a plain file.", where=place, remedy="Remove it.")
    return descriptor, about.st_size
