"""Keeps near-duplicates together while documents come and go."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import cast

from isthmus.corpus.sketch import Print, are_copies, may_be_copies
from isthmus.corpus.store import Row, Store

__all__ = ["Groups", "print_of"]

_HOLDERS = 8
"""How many holders of one key are kept: a key that more hold is part of a form that many pages fill in."""
_PRINTS_AT_HAND = 128
_MOST_BYTES = 250_000

_Holder = tuple[int, int]
"""A document by its number, and how many keys it has."""


def print_of(text: bytes, spans: Iterable[Sequence[int]]) -> Print:
    """Take the fingerprint of what a document says: of its passages, since a page's furniture is no sign of a copy.

    Of a book its first part stands for all.
    """
    said = b" ".join(text[first:last] for first, last in spans) or text
    return Print.of(said[:_MOST_BYTES])


class Groups:
    """The groups of near-duplicates of a library: whatever is chained by copies is one group."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._print = lru_cache(maxsize=_PRINTS_AT_HAND)(self._read_print)

    def join(self, fresh: Mapping[int, Print]) -> None:
        """Put new documents into the groups of their near-duplicates, and keep their keys for those that come later."""
        holders = self._holders(key for taken in fresh.values() for key in taken.keys)
        rows: list[Row] = []
        for number, own in fresh.items():
            for other in _candidates(own, holders):
                if are_copies(own, fresh.get(other) or self._print(other)):
                    self._unite(number, other)
            for key in own.keys:
                if len(holders.setdefault(key, [])) < _HOLDERS:
                    holders[key].append((number, len(own.keys)))
                    rows.append((key, number, len(own.keys)))
        self._store.run_each("INSERT INTO prints VALUES (?, ?, ?)", sorted(rows))

    def leave(self, number: int) -> None:
        """Take a document out of its group, which may fall apart without it."""
        sql = "SELECT number FROM documents WHERE twins = (SELECT twins FROM documents WHERE number = ?)"
        twins = [cast("int", row[0]) for row in self._store.rows(sql, number)]
        # By number, not by keys that are computed anew: of a text that was damaged, or sketched otherwise, these differ.
        these = json.dumps([number, *twins])
        self._store.run("DELETE FROM prints WHERE document IN (SELECT value FROM json_each(?))", these)
        self._store.run("UPDATE documents SET twins = NULL WHERE number IN (SELECT value FROM json_each(?))", these)
        self._print.cache_clear()
        for one in twins:  # as if each had just come, so that keys pass to those that had to leave them to others
            if one != number:
                self.join({one: self._print(one)})

    def _holders(self, keys: Iterable[int]) -> dict[int, list[_Holder]]:
        sql = "SELECT prints.key, document, keys FROM json_each(?) AS wanted JOIN prints ON prints.key = wanted.value"
        holders: dict[int, list[_Holder]] = {}
        for key, *holder in cast("list[tuple[int, int, int]]", self._store.rows(sql, json.dumps(sorted(set(keys))))):
            holders.setdefault(key, []).append(cast("_Holder", tuple(holder)))
        return holders

    def _unite(self, one: int, other: int) -> None:
        sql = "SELECT id, twins FROM documents WHERE number IN (?, ?)"
        rows = cast("list[tuple[str, str | None]]", self._store.rows(sql, one, other))
        groups = {twins for _, twins in rows}
        if len(groups) == 1 and None not in groups:
            return
        first = min(min(key, twins or key) for key, twins in rows)
        for twins in filter(None, groups):
            self._store.run("UPDATE documents SET twins = ? WHERE twins = ?", first, twins)
        self._store.run("UPDATE documents SET twins = ? WHERE number IN (?, ?)", first, one, other)

    def _read_print(self, number: int) -> Print:
        text = cast("bytes", self._store.rows("SELECT text FROM documents WHERE number = ?", number)[0][0])
        spans = self._store.rows("SELECT first, last FROM passages WHERE document = ? ORDER BY first", number)
        return print_of(text, cast("list[tuple[int, int]]", spans))


def _candidates(own: Print, holders: Mapping[int, Sequence[_Holder]]) -> list[int]:
    shared = Counter(chain.from_iterable(holders[key] for key in own.keys if key in holders))
    return [number for (number, keys), count in shared.items() if may_be_copies(count, len(own.keys), keys)]
