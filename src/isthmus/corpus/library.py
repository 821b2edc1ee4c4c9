"""The documents that can be asked: what can be read is stored, and what cannot is said."""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from isthmus.corpus.document import About, Document, DocumentId, Passage, PassageId
from isthmus.corpus.readers import READERS
from isthmus.corpus.split import split
from isthmus.errors import Fault, InputError, UnreadableFile

__all__ = ["Change", "Library", "read_library"]

_MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Change:
    """A document that came, or that was forgotten and so has no passages; `sequence` counts the changes."""

    sequence: int
    document: DocumentId
    passages: tuple[Passage, ...]


class Library:
    """Documents and their passages."""

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        ordered = sorted(documents, key=lambda document: (document.place, document.id))
        self._documents = {document.id: document for document in ordered}
        self._passages = {key: split(document) for key, document in self._documents.items()}
        self._by_id = {passage.id: passage for passages in self._passages.values() for passage in passages}

    @classmethod
    def in_memory(cls) -> "Library":
        """Make a library that lasts as long as this process."""
        return cls()

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None in memory."""
        return None

    @property
    def sequence(self) -> int:
        """How many changes there were."""
        return len(self._documents)

    def document(self, key: str) -> Document | None:
        """Find a document by its id."""
        return self._documents.get(DocumentId(key))

    def about(self, key: str) -> About | None:
        """Find what is known of a document by its id."""
        return self._documents.get(DocumentId(key))

    def abouts(self) -> Iterator[About]:
        """List what is known of every document, by place."""
        return iter(self._documents.values())

    def passages(self, ids: Iterable[PassageId]) -> list[Passage]:
        """Find passages by their ids, in the same order; ids that are not known are left out."""
        return [self._by_id[key] for key in ids if key in self._by_id]

    def passages_of(self, key: str) -> tuple[Passage, ...]:
        """Give the passages of a document, in order."""
        return self._passages.get(DocumentId(key), ())

    def changes_since(self, sequence: int) -> Iterator[Change]:
        """List what changed after a sequence, oldest first."""
        for at, (key, passages) in enumerate(self._passages.items(), start=1):
            if at > sequence:
                yield Change(at, key, passages)


def read_library(folder: Path) -> tuple[Library, Sequence[Fault]]:
    """Read every document in a folder and the folders in it.

    Hidden files and folders are passed over; links are not followed, so that nothing outside the folder is read.

    Returns:
        What was read, and one fault for each file that was not.

    Raises:
        UnreadableFile: The folder is missing, is a file, or cannot be read.
    """
    documents: list[Document] = []
    skipped: list[Fault] = []
    for entry in _walk(folder, folder, skipped):
        try:
            documents.append(_read(entry, folder))
        except InputError as error:
            skipped.extend(error.faults)
    return Library(documents), tuple(sorted(skipped, key=lambda fault: fault.where))


def _walk(folder: Path, top: Path, skipped: list[Fault]) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        if folder == top:
            raise _unreadable_folder(folder, error) from error
        skipped.append(Fault(_printable(folder.relative_to(top)), "This folder cannot be read.", "Make it readable."))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), top, skipped)
        else:
            yield entry


def _unreadable_folder(folder: Path, error: OSError) -> UnreadableFile:
    where = str(folder)
    match error:
        case FileNotFoundError():
            return UnreadableFile("There is no such folder.", where=where, remedy="Check the name.")
        case NotADirectoryError():
            return UnreadableFile("This is a file.", where=where, remedy="Name the folder it is in.")
        case _:
            return UnreadableFile("This folder cannot be read.", where=where, remedy="Make it readable.")


def _read(entry: os.DirEntry[str], top: Path) -> Document:
    path = Path(entry.path)
    name = _printable(path.relative_to(top))
    if name != path.relative_to(top).as_posix():
        raise UnreadableFile("The name of this file is not plain text.", where=name, remedy="Rename it.")
    if entry.is_symlink():
        raise UnreadableFile("Links are not followed.", where=name, remedy="Put the file itself there.")
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = ", ".join(sorted(READERS))
        raise UnreadableFile("This kind of file is not read.", where=name, remedy=f"Give one of {kinds}.")
    content = _content(entry, name)
    reading = reader(content, name)
    if not reading.text.strip():
        raise UnreadableFile("There is no text in it.", where=name, remedy="Give a page that holds its text.")
    return Document(
        id=DocumentId(hashlib.sha256(content).hexdigest()[:20]),
        title=reading.title,
        text=reading.text,
        sha256=hashlib.sha256(reading.text.encode()).hexdigest(),
        media_type=reading.media_type,
        place=name,
        publisher=reading.publisher,
        year=reading.year,
        url=reading.url,
    )


def _content(entry: os.DirEntry[str], name: str) -> bytes:
    try:
        about = entry.stat(follow_symlinks=False)
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableFile("This is not a plain file.", where=name, remedy="Remove it.")
        if about.st_size > _MOST_BYTES:
            what = f"It is larger than {_MOST_BYTES:,} bytes."
            raise UnreadableFile(what, where=name, remedy="Split it.")
        return Path(entry.path).read_bytes()
    except OSError as error:
        raise UnreadableFile("It cannot be read.", where=name, remedy="Make it readable.") from error


def _printable(path: Path) -> str:
    """Name a file so that any screen can show it, with a question mark for what cannot be shown."""
    return "".join(character if character.isprintable() else "?" for character in path.as_posix())
