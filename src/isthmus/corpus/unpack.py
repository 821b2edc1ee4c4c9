"""Opens what one file holds: itself, the entries of an archive, or the lines of a collection."""

import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import PurePosixPath
from typing import IO, cast

from isthmus.corpus.bounds import PACKINGS, Bounds
from isthmus.corpus.media import (
    ARCHIVES,
    COLLECTION,
    DOCX,
    ENDINGS,
    GZIP,
    PDF,
    TAR,
    ZIP,
    media_type_of,
    without_gzip,
)
from isthmus.errors import Fault

__all__ = ["Item", "Source", "items_of", "printable"]

_CHUNK = 1 << 16
_LOCKED = 1
_DAMAGED = (
    EOFError,
    LookupError,  # zipfile reads past the end of a field that lies about its length
    NotImplementedError,  # a way of packing that zipfile does not know
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)


@dataclass(frozen=True)
class Item:
    """One thing to read, with its bytes.

    `place` is its path below the folder that was named; within an archive `pack.zip/page.html`, in a collection
    `questions.jsonl#17` for line 17; or its address. `media_type` is empty when nothing told. `url` is the address
    it was really read from.
    """

    place: str
    content: bytes
    media_type: str
    url: str | None = None


@dataclass(frozen=True)
class Source:
    """Something open that holds one or many items; `size` is in bytes, or unknown until it has been expanded."""

    place: str
    name: str
    media_type: str
    size: int | None
    stream: IO[bytes]
    url: str | None = None


class _Expands(Exception):
    """More has come out of an archive than its bounds allow."""


class _Meter:
    """Counts what comes out of one archive, and of all archives within it."""

    def __init__(self, most: int) -> None:
        self.left = most

    def count(self, number: int) -> None:
        self.left -= number
        if self.left < 0:
            raise _Expands


def items_of(source: Source, bounds: Bounds) -> Iterator[Item | Fault]:
    """Open one source and give what it holds, within bounds; every trouble is a fault.

    Nothing is ever written to disk, and no more is expanded than the bounds allow, whatever an archive says of itself.
    """
    meter = _Meter(bounds.expansion(source.size or 0))
    try:
        yield from _Opener(bounds, meter).open(source, 0)
    except _Expands:
        what = "It expands far beyond its own size, so the rest of it was not read."
        yield Fault(source.place, what, "Unpack it yourself and look what it holds.")


class _Opener:
    """Opens sources within sources, counting what comes out."""

    def __init__(self, bounds: Bounds, meter: _Meter) -> None:
        self._bounds = bounds
        self._meter = meter
        self._met: set[str] = set()

    def open(self, source: Source, depth: int) -> Iterator[Item | Fault]:
        if source.media_type == COLLECTION:
            yield from self._guarded(source, self._lines(source))
        elif source.media_type in ARCHIVES:
            yield from self._archive(source, depth)
        elif source.media_type:
            yield self._whole(source)
        else:
            kinds = ", ".join(sorted(ENDINGS))
            yield Fault(source.place, "This kind of file is not read.", f"Give one of {kinds}.")

    def _guarded(self, source: Source, found: Iterator[Item | Fault]) -> Iterator[Item | Fault]:
        try:
            yield from found
        except _DAMAGED:
            what = "It is damaged or not what its name says, so no more of it was read."
            yield Fault(source.place, what, "Pack or save it again.")

    def _archive(self, source: Source, depth: int) -> Iterator[Item | Fault]:
        if depth >= self._bounds.depth:
            what = f"It lies more than {self._bounds.depth} archives deep."
            yield Fault(source.place, what, "Unpack the outer ones.")
            return
        kinds = {GZIP: self._gzip, TAR: self._tar, ZIP: self._zip}
        yield from self._guarded(source, kinds[source.media_type](source, depth))

    def _gzip(self, source: Source, depth: int) -> Iterator[Item | Fault]:
        name = without_gzip(source.name)
        with gzip.GzipFile(fileobj=source.stream) as stream:
            inner = cast("IO[bytes]", _Metered(cast("IO[bytes]", stream), self._meter))
            media_type = media_type_of(name)
            if media_type == GZIP:
                media_type = ""
            # A tar file and what it is packed with are one archive to everybody who looks at it.
            yield from self.open(replace(source, name=name, media_type=media_type, size=None, stream=inner), depth)

    def _tar(self, source: Source, depth: int) -> Iterator[Item | Fault]:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for number, entry in enumerate(archive):
                if number == self._bounds.entries:
                    yield self._too_many(source)
                    return
                place = f"{source.place}/{entry.name}"
                if entry.issym() or entry.islnk():
                    yield Fault(printable(place), "Links are not followed.", "Put the file itself there.")
                elif entry.isreg() and (stream := archive.extractfile(entry)):
                    yield from self._entry(source, entry.name, entry.size, stream, depth)
                elif not entry.isdir():
                    yield Fault(printable(place), "This is not a plain file.", "Remove it.")

    def _zip(self, source: Source, depth: int) -> Iterator[Item | Fault]:
        with zipfile.ZipFile(self._seekable(source)) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.filename)
            if len(entries) > self._bounds.entries:
                yield self._too_many(source)
                return
            for entry in entries:
                if entry.flag_bits & _LOCKED:
                    place = printable(f"{source.place}/{entry.filename}")
                    yield Fault(place, "It is locked with a password.", "Unlock it, or unpack it yourself.")
                elif not entry.is_dir():
                    yield from self._zip_entry(archive, entry, source, depth)

    def _zip_entry(
        self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, source: Source, depth: int
    ) -> Iterator[Item | Fault]:
        if entry.compress_type not in PACKINGS:
            where = printable(f"{source.place}/{entry.filename}")
            yield Fault(where, "It is packed in a way that is not unpacked here.", "Pack it again as a usual ZIP file.")
            return
        try:
            with archive.open(entry) as stream:
                yield from self._entry(source, entry.filename, entry.file_size, stream, depth)
        except _DAMAGED:
            yield Fault(printable(f"{source.place}/{entry.filename}"), "It is damaged.", "Pack it again.")

    def _entry(self, source: Source, name: str, size: int, stream: IO[bytes], depth: int) -> Iterator[Item | Fault]:
        path = PurePosixPath(name.replace("\\", "/"))
        if any(part.startswith(".") or part == "__MACOSX" for part in path.parts if part not in {".", ".."}):
            return
        place = f"{source.place}/{path}"
        if printable(place) != place or path.is_absolute() or ".." in path.parts:
            yield Fault(printable(place), "The name of this entry is not the plain name of a file.", "Rename it.")
            return
        if place in self._met:  # one place holds one thing, or each ingest would put either in the place of the other
            yield Fault(place, "Another entry before it has this name.", "Rename one of them.")
            return
        self._met.add(place)
        metered = cast("IO[bytes]", _Metered(stream, self._meter))
        inner = Source(place, path.name, media_type_of(path.name), size, metered, source.url)
        yield from self.open(inner, depth + 1)

    def _too_many(self, source: Source) -> Fault:
        return Fault(source.place, f"It holds more than {self._bounds.entries:,} entries.", "Split it.")

    def _seekable(self, source: Source) -> IO[bytes]:
        """Give an archive as it is where it can be read in any order; hold it in memory where it cannot."""
        if not isinstance(source.stream, _Metered):
            return source.stream
        content = source.stream.read(self._bounds.archive + 1)
        if len(content) > self._bounds.archive:
            raise _Expands
        return BytesIO(content)

    def _whole(self, source: Source) -> Item | Fault:
        """Read a whole file, unless it is too large: then not a byte of it, where its size is known."""
        most = self._bounds.page_layout if source.media_type in {PDF, DOCX} else self._bounds.text
        too_large = Fault(source.place, f"It is larger than {most:,} bytes.", "Split it.")
        if source.size is not None and source.size > most:
            return too_large
        try:
            content = _read(source.stream, most + 1)
        except _DAMAGED:
            return Fault(source.place, "It cannot be read.", "Make it readable, or pack it again.")
        return too_large if len(content) > most else Item(source.place, content, source.media_type, source.url)

    def _lines(self, source: Source) -> Iterator[Item | Fault]:
        """Read a collection line by line, however long it is."""
        most = self._bounds.line
        number = 0
        empty = True
        while line := source.stream.readline(most + 1):
            number += 1
            if len(line) > most and not line.endswith(b"\n"):
                _skip_line(source.stream, most)
                what = f"This line is longer than {most:,} bytes."
                yield Fault(f"{source.place}#{number}", what, "Split it.")
            elif number == 1 and not line.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and line.strip():
                yield Fault(source.place, "It is not a collection: its first line is no JSON object.", "Mend it.")
                return
            elif content := line.strip():
                empty = False
                if not line.endswith(b"\n") and not content.endswith(b"}"):
                    what = "Its last line is cut off, so it was not read to its end."
                    yield Fault(source.place, what, "Save it again, whole.")
                    return
                yield Item(f"{source.place}#{number}", content, COLLECTION, source.url)
        if empty:
            yield Fault(source.place, "There is no record in it.", "Leave it out, or forget what it held.")


class _Metered:
    """A stream that counts what is read from it."""

    def __init__(self, stream: IO[bytes], meter: _Meter) -> None:
        self._stream = stream
        self._meter = meter

    def read(self, size: int = -1) -> bytes:
        """Read like any stream, but never more than the meter allows."""
        most = self._meter.left + 1
        content = self._stream.read(most if size < 0 else min(size, most))
        self._meter.count(len(content))
        return content

    def readline(self, size: int) -> bytes:
        """Read one line of at most `size` bytes."""
        line = self._stream.readline(min(size, self._meter.left + 1))
        self._meter.count(len(line))
        return line


def printable(name: str) -> str:
    r"""Name a file so that any screen can show it on one line, with a question mark for what cannot be shown.

    >>> printable("a\nb.txt")
    'a?b.txt'
    """
    return "".join(character if character.isprintable() else "?" for character in name)


def _read(stream: IO[bytes], most: int) -> bytes:
    """Read until the end or until `most` bytes; a single read may give less than there is."""
    chunks: list[bytes] = []
    left = most
    while left > 0 and (chunk := stream.read(min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    return b"".join(chunks)


def _skip_line(stream: IO[bytes], most: int) -> None:
    while (rest := stream.readline(most)) and not rest.endswith(b"\n"):
        pass
