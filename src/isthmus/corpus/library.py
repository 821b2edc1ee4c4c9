"""The documents that can be asked: one SQLite file in a folder, or in memory."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import cast

from isthmus.corpus.document import About, Document, DocumentId, Passage, PassageId
from isthmus.corpus.store import Row, Store
from isthmus.corpus.store_rows import damaged, unpack_about, unpack_passage
from isthmus.errors import UnknownName

__all__ = ["Change", "Library", "place_of"]

_AT_ONCE = 100
_NAMED = 5
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)

_ABOUT = """
SELECT id, about, corrected, coalesce(twins, id), (SELECT min(place) FROM found WHERE document = documents.number)
FROM documents
"""
_PLACES = "SELECT place FROM found WHERE document = (SELECT number FROM documents WHERE id = ?)"
_TAKEN_IN = "SELECT taken_in FROM documents WHERE id = ?"
_MARK = "SELECT mark FROM history WHERE changes = ?"
_PASSAGES = "SELECT first, last, heading, sentences, lead_ins, above FROM passages"
_PASSAGES_BETWEEN = """
SELECT id, substr(text, first + 1, last - first), first, last, heading, sentences, lead_ins, above
FROM documents JOIN passages ON document = number
WHERE changed > ? AND changed <= ?
ORDER BY changed, first
"""
_THESE_PASSAGES = """
SELECT documents.id, substr(text, first + 1, last - first), first, last, heading, sentences, lead_ins, above
FROM json_each(?) AS wanted
CROSS JOIN documents ON documents.id = json_extract(wanted.value, '$[0]')
CROSS JOIN passages ON document = number AND first = json_extract(wanted.value, '$[1]')
ORDER BY wanted.key
"""
_OF = "WHERE document = (SELECT number FROM documents WHERE id = ?)"


@dataclass(frozen=True)
class Change:
    """A document that came or was corrected, with its passages; or one that was forgotten, which has none.

    `sequence` counts the changes of a library; of each document only the last is kept.
    """

    sequence: int
    document: DocumentId
    passages: tuple[Passage, ...]


class Library:
    """Documents with their passages, kept in one file; threads may share it, and it may grow while it is read."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._knows_what_is_above = False

    @classmethod
    def open(cls, folder: Path) -> "Library":
        """Open the library of a folder to read.

        Raises:
            UnusableLibrary: There is none, it was made by a newer isthmus, or it is damaged.
        """
        return cls(Store.to_read(folder))

    @classmethod
    def at(cls, folder: Path) -> "Library":
        """Open the library of a folder to change it, or begin one; one program at a time may.

        Raises:
            UnusableLibrary: As `open`; or another program is changing it, or it cannot be written.
        """
        return cls(Store.to_write(folder))

    @classmethod
    def in_memory(cls) -> "Library":
        """Begin a library that lasts as long as this process."""
        return cls(Store.in_memory())

    @property
    def folder(self) -> Path | None:
        """Where it is kept; None in memory."""
        return self.store.folder

    @property
    def sequence(self) -> int:
        """How many changes there were; 0 for a library that never held anything."""
        return self.store.number("SELECT changes FROM clock") or 0

    @property
    def is_unwiped(self) -> bool:
        """Whether what was forgotten still lies in the file, where no answer finds it."""
        return bool(self.store.number("SELECT unwiped FROM clock"))

    def mark(self, sequence: int) -> str | None:
        """Give the mark by which the history up to a change is told from any other; None where none was made there."""
        found = self.store.rows(_MARK, sequence) if self.store.has_column("history", "mark") else []
        return str(found[0][0]) if found else None

    def __len__(self) -> int:
        return self.store.number("SELECT count(*) FROM documents") or 0

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def document(self, key: str) -> Document | None:
        """Find a document by its id.

        Raises:
            UnusableLibrary: What is stored of it is no text, and so is not what was stored.
        """
        about = self.about(key)
        text = self.text(key)
        if about is None or text is None:
            return None
        try:
            told = text.decode()
        except UnicodeDecodeError as error:
            raise damaged(key) from error
        return Document(*(getattr(about, field.name) for field in fields(About)), text=told)

    def intact(self, key: str) -> Document | None:
        """Find a document by its id to show it, which is done only where its text is what was stored.

        Raises:
            UnusableLibrary: It is not.
        """
        found = self.document(key)
        if found and hashlib.sha256(found.text.encode()).hexdigest() != found.sha256:
            raise damaged(key)
        return found

    def text(self, key: str) -> bytes | None:
        """Give the stored text of a document as bytes, which is what offsets count."""
        found = self.store.rows("SELECT text FROM documents WHERE id = ?", key)
        return cast("bytes", found[0][0]) if found else None

    def about(self, key: str) -> About | None:
        """Find what is known of a document by its id."""
        found = self.store.rows(f"{_ABOUT} WHERE id = ?", key)
        return _about(found[0]) if found else None

    def abouts(self) -> Iterator[About]:
        """List what is known of every document, by place and id."""
        return iter(sorted(map(_about, self.store.rows(_ABOUT)), key=lambda about: (about.place, about.id)))

    def places(self, key: str) -> tuple[str, ...]:
        """List every place where a document was found, in order; one that is called alike below two folders, once."""
        return tuple(sorted({str(place) for (place,) in self.store.rows(_PLACES, key)}))

    def taken_in(self, key: str) -> date | None:
        """Tell the day on which a document was first read into this library; None where that was not written down."""
        days = self.store.rows(_TAKEN_IN, key) if self.store.has_column("documents", "taken_in") else []
        return date.fromisoformat(str(days[0][0])) if days and days[0][0] else None

    def passages(self, ids: Iterable[PassageId]) -> list[Passage]:
        """Find passages by their ids, in the same order; ids that are not known are left out."""
        places = [(document, int(start)) for document, _, start in map(_parted, ids) if _NUMBER.fullmatch(start)]
        rows = self.store.rows(self._read(_THESE_PASSAGES), json.dumps(places))
        return [unpack_passage(DocumentId(str(key)), tuple(row), cast("bytes", words)) for key, words, *row in rows]

    def passages_of(self, key: str) -> tuple[Passage, ...]:
        """Give the passages of a document, in order."""
        rows = self.store.rows(self._read(f"{_PASSAGES} {_OF} ORDER BY first"), key)
        text = self.text(key) if rows else None
        if text is None:
            return ()
        return tuple(
            unpack_passage(DocumentId(key), row, text[cast("int", row[0]) : cast("int", row[1])]) for row in rows
        )

    def changes_since(self, sequence: int) -> Iterator[Change]:
        """List what changed after a sequence, oldest first, with each document's last change only.

        The library may go on changing meanwhile: a change that comes after the first answer may come along or not,
        and is listed again when asked from the last sequence that was seen.
        """
        last = self.sequence
        while rows := self._changed(sequence, last):
            passages = self._passages_between(sequence, rows[-1][0])
            for changed, key in rows:
                sequence = cast("int", changed)
                yield Change(sequence, DocumentId(str(key)), tuple(passages.get(key, ())))

    def find(self, name: str) -> DocumentId:
        """Find the one document that somebody means: by its id, a unique beginning of it, or a place of it.

        Raises:
            UnknownName: None bears this name, or several do.
        """
        matching = self._ids_like(name) or self._ids_at(name)
        match matching:
            case [only]:
                return only
            case []:
                what, remedy = "No document bears this name.", "See: isthmus sources"
            case _:
                several = ", ".join(matching[:_NAMED])
                what, remedy = "Several documents bear this name.", f"Name one by its id: {several}."
        raise UnknownName(what, where=name, remedy=remedy)

    def _ids_like(self, name: str) -> list[DocumentId]:
        rows = self.store.rows("SELECT id FROM documents WHERE id BETWEEN ? AND ? ORDER BY id", name, f"{name}~")
        return [DocumentId(str(key)) for (key,) in rows] if name else []

    def _ids_at(self, place: str) -> list[DocumentId]:
        sql = "SELECT DISTINCT id FROM found JOIN documents ON document = number WHERE place = ? ORDER BY id"
        return [DocumentId(str(key)) for (key,) in self.store.rows(sql, place)]

    def _read(self, sql: str) -> str:
        """Write a question for a file that an older isthmus made, which did not know what is above a passage."""
        # Asked each time until it does: an ingest may bring it while this library is read.
        self._knows_what_is_above = self._knows_what_is_above or self.store.has_column("passages", "above")
        return sql if self._knows_what_is_above else sql.replace(", above", ", NULL")

    def _passages_between(self, after: int, last: object) -> dict[object, list[Passage]]:
        passages: dict[object, list[Passage]] = {}
        for key, words, *row in self.store.rows(self._read(_PASSAGES_BETWEEN), after, last):
            passage = unpack_passage(DocumentId(str(key)), tuple(row), cast("bytes", words))
            passages.setdefault(key, []).append(passage)
        return passages

    def _changed(self, after: int, last: int) -> list[Row]:
        return self.store.rows(
            "SELECT changed, id FROM documents WHERE changed > ?1 AND changed <= ?2 UNION ALL "
            "SELECT changed, id FROM forgotten WHERE changed > ?1 AND changed <= ?2 ORDER BY changed LIMIT ?3",
            after,
            last,
            _AT_ONCE,
        )


def _parted(key: PassageId) -> tuple[str, str, str]:
    return key.rpartition("@")


def place_of(place: object, part: object) -> str:
    """Name a place: a part of what was read there is counted from 1.

    >>> place_of("clinic.html", 0), place_of("search.html", 2)
    ('clinic.html', 'search.html#2')
    """
    return f"{place}#{part}" if part else str(place)


def _about(row: Row) -> About:
    key, told, corrected, group, place = cast("tuple[str, str, str, str, str | None]", row)
    return unpack_about(key, told, corrected, place=place or "", group=group)
