"""Writes documents into a library: what comes, what takes whose place, what is put right, what goes."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from isthmus.corpus.document import Document, Passage
from isthmus.corpus.sketch import Print
from isthmus.corpus.store import Row, Store
from isthmus.corpus.store_groups import Groups, print_of
from isthmus.corpus.store_rows import pack_about, pack_passage

__all__ = ["Arrival", "Entry", "Place", "Writer"]

_HELD = "SELECT 1 FROM places WHERE document = ? LIMIT 1"
_PLACES_OF = "SELECT root, place FROM items WHERE sha256 = ? ORDER BY number LIMIT 100"
_MAY_GO_ON = "SELECT corrected <> '{}' OR id IN (SELECT new FROM newer) FROM documents WHERE number = ?"
_NOTE_NEWER = """
INSERT INTO newer SELECT old.id, new.id, ?3 FROM documents AS old, documents AS new
WHERE old.number = ?1 AND (old.corrected <> '{}' OR old.id IN (SELECT new FROM newer)) AND new.number = ?2 AND new.changed > ?4
"""
_CARRY = """
UPDATE documents AS new SET corrected = old.corrected, changed = ?4 FROM documents AS old
WHERE new.id = ?2 AND new.corrected = '{}' AND old.id = ?1 AND old.number NOT IN (SELECT document FROM places)
AND (NOT ?3 OR json_extract(new.about, '$.title') = json_extract(old.about, '$.title'))
"""
"""A document is a newer version of another where it has come since and the other is gone; a line, under the same title."""

_ALONE_OR_FIRST = {0: 1, 1: 0}
"""Which part the first of several records becomes when it is left alone, and one alone when another comes."""

_ADD_PASSAGE = """
INSERT INTO passages (document, first, last, heading, sentences, lead_ins, above) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_NOT_FORGOTTEN = "DELETE FROM forgotten WHERE id = (SELECT id FROM documents WHERE number = ?)"
_QUOTED_ON = """
SELECT DISTINCT part.document FROM places AS page JOIN places AS part ON part.item = page.item
WHERE page.document = ? AND page.part = 0 AND part.part > 0
"""
_QUOTED_ELSEWHERE = """
SELECT quoted.number, min(page.id)
FROM documents AS quoted
JOIN places AS part ON part.document = quoted.number
JOIN places AS whole ON whole.item = part.item AND whole.part = 0
JOIN documents AS page ON page.number = whole.document
WHERE json_extract(quoted.about, '$.stands_on') IN (SELECT id FROM forgotten)
GROUP BY quoted.number
"""


@dataclass(frozen=True)
class Entry:
    """A document to store, with its passages and its part of what was read: 0 for all of it."""

    part: int
    document: Document
    passages: tuple[Passage, ...]


Place = tuple[str, str]
"""The folder that was named, or nothing for an address; and the path below it, or the address."""


@dataclass(frozen=True)
class Arrival:
    """Something that was read at a place, with the hash of its bytes and what came of it.

    `known` are the numbers of documents that the same bytes gave at another place, by part; it then has no entries.
    `is_line` is whether it is a line of a collection, which has another place as soon as one is added before it. `unread`
    are the parts of it that could not be read: what was read of them before is kept. `left` is the place from which it was
    moved, where nothing is now.
    """

    place: Place
    sha256: bytes
    entries: tuple[Entry, ...]
    known: Mapping[int, int] = field(default_factory=dict)
    is_line: bool = False
    unread: frozenset[int] = frozenset()
    left: Place | None = None


class Writer:
    """Changes a library, in transactions that come whole or not at all."""

    def __init__(self, store: Store, made_by: int, day: date | None = None) -> None:
        self._store = store
        self._made_by = made_by
        self._day = day and day.isoformat()
        self._groups = Groups(store)
        self._changes = store.number("SELECT changes FROM clock") or 0
        self._bound: list[Row] = []
        self._passages: list[Row] = []
        self._fresh: dict[int, Print] = {}
        self._began = self._changes

    def is_known(self, place: Place, sha256: bytes, *, in_part: bool = False) -> bool:
        """Whether these bytes were read at this place before, wholly or only in part, by readers like today's."""
        sql = "SELECT sha256, made_by FROM items WHERE root = ? AND place = ?"
        return self._store.rows(sql, *place) == [(sha256, -self._made_by if in_part else self._made_by)]

    def known(self, sha256: bytes) -> dict[int, int]:
        """Find what the same bytes gave at any place: the numbers of documents, by part."""
        sql = "SELECT number FROM items WHERE sha256 = ? AND made_by = ? LIMIT 1"
        item = self._store.number(sql, sha256, self._made_by)
        return self._parts_of(item) if item else {}

    def places_of(self, sha256: bytes) -> list[Place]:
        """List places at which these bytes were read; not all, where they are very many."""
        return cast("list[Place]", self._store.rows(_PLACES_OF, sha256))

    def store(self, arrivals: Iterable[Arrival], *, keep_loose: bool) -> int:
        """Store what was read; gives how many documents went because something else took their place.

        Args:
            arrivals: What was read, each at another place.
            keep_loose: Leave documents that no place holds any more to `sweep`, since the next may hold them again.
        """
        loose: set[int] = set()
        with self._changing():
            for arrival in arrivals:
                loose |= self._store_one(arrival)
            self._flush()
            if keep_loose:
                return 0
            # What somebody put right waits for `sweep`: it may come at another place yet, as where files were renumbered.
            return self._drop([number for number in self._loose(loose) if not self._store.number(_MAY_GO_ON, number)])

    def sweep(self, gone: Iterable[Place] = ()) -> int:
        """Drop what no place holds any more, and first the places that are gone; gives how many documents went."""
        with self._changing():
            for place in gone:
                item = self._item_at(place)
                self._store.run("DELETE FROM places WHERE item = ?", item)
                self._store.run("DELETE FROM items WHERE number = ?", item)
            self._carry_corrections()
            sql = "SELECT number FROM documents WHERE number NOT IN (SELECT document FROM places)"
            return self._drop([cast("int", row[0]) for row in self._store.rows(sql)])

    def correct(self, key: str, told: Mapping[str, object]) -> None:
        """Put right what is known of a document."""
        with self._changing():
            corrected = json.dumps(told, ensure_ascii=False)
            sql = "UPDATE documents SET corrected = ?, changed = ? WHERE id = ?"
            self._store.run(sql, corrected, self._tick(), key)

    def forget(self, keys: Iterable[str]) -> list[str]:
        """Drop documents whatever places hold them, so that of their text no byte remains in the file.

        With a page goes what it quotes, unless another page quotes it too. Gives the ids of what went.
        """
        with self._changing():
            numbers = [n for key in keys if (n := self._number_of(key)) is not None]
            quoted = {part for number in numbers for part in self._quoted_on(number)}
            for number in numbers:
                # What is left of the item is read again if anybody gives it again.
                sql = "UPDATE items SET sha256 = x'' WHERE number IN (SELECT item FROM places WHERE document = ?)"
                self._store.run(sql, number)
                self._store.run(
                    "DELETE FROM places WHERE item IN (SELECT item FROM places WHERE document = ? AND part = 0)", number
                )
                self._store.run("DELETE FROM places WHERE document = ?", number)
            self._store.run("DELETE FROM items WHERE number NOT IN (SELECT item FROM places)")
            going = [*numbers, *self._loose(quoted.difference(numbers))]
            gone = [
                str(self._store.rows("SELECT id FROM documents WHERE number = ?", number)[0][0]) for number in going
            ]
            self._drop(going)
            self._store.run("UPDATE clock SET unwiped = 1")
        self._store.wipe()
        return gone

    def _quoted_on(self, number: int) -> list[int]:
        """Give the numbers of the documents that were read from the same page as the one that is the page."""
        rows = self._store.rows(_QUOTED_ON, number)
        return [part for (part,) in cast("list[tuple[int]]", rows)]

    @contextmanager
    def _changing(self) -> Iterator[None]:
        before = self._changes
        try:
            with self._store.changing():
                yield
                self._store.run("UPDATE clock SET changes = ?", self._changes)
                self._store.run("INSERT OR IGNORE INTO history (changes) VALUES (?)", self._changes)
        except BaseException:
            self._changes = before
            self._bound.clear()
            self._passages.clear()
            self._fresh.clear()
            raise

    def _tick(self) -> int:
        self._changes += 1
        return self._changes

    def _number_of(self, key: str) -> int | None:
        return self._store.number("SELECT number FROM documents WHERE id = ?", key)

    def _store_one(self, arrival: Arrival) -> set[int]:
        """Bind a place to its documents, at the end of the transaction; gives the numbers of those it held before and holds no more."""
        if arrival.left:
            self._move(arrival.left, arrival.place)
        item = self._item_at(arrival.place)
        before = self._parts_of(item) if item else {}
        now = dict(arrival.known) or {entry.part: self._put(entry) for entry in arrival.entries}
        now |= {part: document for part, document in before.items() if part in arrival.unread}
        made_by = -self._made_by if arrival.unread else self._made_by
        if item:
            self._note_newer(before, now, arrival)
            self._store.run("DELETE FROM places WHERE item = ?", item)
            self._store.run("UPDATE items SET sha256 = ?, made_by = ? WHERE number = ?", arrival.sha256, made_by, item)
        else:
            sql = "INSERT INTO items (root, place, sha256, made_by) VALUES (?, ?, ?, ?)"
            item = self._store.run(sql, *arrival.place, arrival.sha256, made_by)
        self._bound += [(item, *row) for row in now.items()]
        return set(before.values()).difference(now.values())

    def _item_at(self, place: Place) -> int | None:
        return self._store.number("SELECT number FROM items WHERE root = ? AND place = ?", *place)

    def _parts_of(self, item: int) -> dict[int, int]:
        rows = self._store.rows("SELECT part, document FROM places WHERE item = ?", item)
        return dict(cast("list[tuple[int, int]]", rows))

    def _put(self, entry: Entry) -> int:
        """Store a document, unless it is stored as it is."""
        document, told = entry.document, pack_about(entry.document)
        text = document.text.encode()
        number = self._number_of(document.id)
        if number is None:
            sql = "INSERT INTO documents (id, changed, about, corrected, text, taken_in) VALUES (?, ?, ?, '{}', ?, ?)"
            number = self._store.run(sql, document.id, self._tick(), told, text, self._day)
        elif number in self._fresh or self._is_stored(number, told, text, entry.passages):
            return number
        else:
            self._take_apart(number)
            sql = "UPDATE documents SET changed = ?, about = ?, text = ? WHERE number = ?"
            self._store.run(sql, self._tick(), told, text, number)
        self._add(number, text, entry.passages)
        return number

    def _is_stored(self, number: int, told: str, text: bytes, passages: Iterable[Passage]) -> bool:
        same = self._store.rows("SELECT about = ? AND text = ? FROM documents WHERE number = ?", told, text, number)
        sql = "SELECT first, last, heading, sentences, lead_ins, above FROM passages WHERE document = ? ORDER BY first"
        return bool(same[0][0]) and self._store.rows(sql, number) == [pack_passage(passage) for passage in passages]

    def _add(self, number: int, text: bytes, passages: Sequence[Passage]) -> None:
        """Set aside the passages and the fingerprint of a document for the end of the transaction."""
        self._fresh[number] = print_of(text, [(passage.start, passage.end) for passage in passages])
        self._passages += [(number, *pack_passage(passage)) for passage in passages]

    def _flush(self) -> None:
        self._store.run_each("INSERT INTO places VALUES (?, ?, ?)", self._bound)
        self._store.run_each(_ADD_PASSAGE, self._passages)
        self._groups.join(self._fresh)
        self._store.run_each(_NOT_FORGOTTEN, [(number,) for number in self._fresh])  # what was may have come again
        self._bound.clear()
        self._passages.clear()
        self._fresh.clear()

    def _move(self, left: Place, place: Place) -> None:
        """Give what is kept of a place where nothing is now to the one it was moved to, which may hold something else yet."""
        item = self._item_at(left)
        if self._item_at(place) is None:
            self._store.run("UPDATE items SET root = ?, place = ? WHERE number = ?", *place, item)
        else:
            self._store.run("DELETE FROM places WHERE item = ?", item)
            self._store.run("DELETE FROM items WHERE number = ?", item)

    def _note_newer(self, before: Mapping[int, int], now: Mapping[int, int], arrival: Arrival) -> None:
        """Remember which documents may be new versions of some that somebody put right, or only stand where they stood."""
        for part, old in before.items():
            new = now.get(part) or now.get(_ALONE_OR_FIRST.get(part, part))
            if new is not None and old != new:
                one_of_several = arrival.left is None and (arrival.is_line or part > 0)
                self._store.run(_NOTE_NEWER, old, new, part not in now or one_of_several, self._began)

    def _carry_corrections(self) -> None:
        """Keep what somebody put right where a new version of a document has taken the place of the old."""
        for newer in self._store.rows("SELECT old, new, by_title FROM newer ORDER BY rowid"):
            self._store.run(_CARRY, *newer, self._tick())
        self._store.run("DELETE FROM newer")

    def _loose(self, numbers: Iterable[int]) -> list[int]:
        """Keep the numbers of documents that no place holds."""
        return [number for number in sorted(numbers) if not self._store.rows(_HELD, number)]

    def _drop(self, numbers: Sequence[int]) -> int:
        for number in numbers:
            self._take_apart(number)
            gone = self._store.rows("DELETE FROM documents WHERE number = ? RETURNING id", number)
            self._store.run("INSERT INTO forgotten VALUES (?, ?)", self._tick(), gone[0][0])
        if numbers:
            self._lean_on_what_is_left()
        return len(numbers)

    def _lean_on_what_is_left(self) -> None:
        """Say of what was quoted on a page that is gone on which other it is quoted."""
        for number, page in self._store.rows(_QUOTED_ELSEWHERE):
            sql = "UPDATE documents SET changed = ?, about = json_set(about, '$.stands_on', ?) WHERE number = ?"
            self._store.run(sql, self._tick(), page, number)

    def _take_apart(self, number: int) -> None:
        """Remove everything about a document but its own row."""
        self._groups.leave(number)
        self._store.run("DELETE FROM passages WHERE document = ?", number)
