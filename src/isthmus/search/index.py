"""The index of a library: kept beside it, in step with it, and ranking its passages."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import RLock
from typing import Self

from isthmus.corpus import INDEX_FOLDER, WORDS, DocumentId, Library, Passage, is_own
from isthmus.errors import InvalidOption, IsthmusError, UnreadableFile
from isthmus.search.backends.dense import Encoder, Vectors
from isthmus.search.backends.lexical import LexicalIndex
from isthmus.search.fusion import fuse_scores
from isthmus.search.hit import Hit
from isthmus.search.query import Query
from isthmus.search.state import State, StateFile
from isthmus.search.stem import ANALYSER

__all__ = ["PassageIndex"]

_MADE = f"2 {ANALYSER}"
"""How the index is made. INVARIANT: changed with every change of fields, sections, kinds of answer or analysis."""

_ANEW = "The index was damaged or incomplete. It has been made anew."
_NOT_KEPT = "The index cannot be kept here, so it is made for this run only. Make room, or make the folder writable."

_DEPTH = 200
_DENSE_SHARE = 0.5


class _Forgotten(Exception):
    """Something in the index is to be forgotten, which only making it anew does for certain."""


class PassageIndex:
    """The passages of a library, ready to be ranked; threads may share it.

    It lies in the folder `index` beside the library; for a library in memory it lasts as long as this process. `notices`
    are lines for whoever runs isthmus, such as that a damaged index was made anew.
    """

    def __init__(self, library: Library, folder: Path | None, encoder: Encoder | None) -> None:
        self.notices: list[str] = []
        self._library = library
        self._folder = folder
        self._encoder = encoder
        self._one_at_a_time = RLock()
        self._file = StateFile(folder)
        self._generation = -1
        self._lexical = LexicalIndex()
        self._vectors = Vectors({})

    @classmethod
    def over(cls, library: Library, encoder: Encoder | None = None, *, renew: bool = False) -> "PassageIndex":
        """Open the index of a library, or make it, and bring it up to date.

        Args:
            library: The documents.
            encoder: What also finds passages that say the same in other words.
            renew: Whether vectors of another encoder are made anew rather than refused.

        Raises:
            InvalidOption: The index holds vectors that another encoder made.
        """
        folder = library.folder / INDEX_FOLDER if library.folder else None
        try:
            return cls._kept_up(library, folder, encoder, renew=renew)
        except (sqlite3.DatabaseError, OSError, UnreadableFile) as error:
            damaged = isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError)
        if damaged:
            with suppress(sqlite3.OperationalError, OSError, UnreadableFile):
                _clear(folder)
                index = cls._kept_up(library, folder, encoder, renew=renew)
                index.notices.append(f"{folder}: {_ANEW}")
                return index
        index = cls._kept_up(library, None, encoder, renew=renew)
        index.notices.append(f"{folder}: {_NOT_KEPT}")
        return index

    @classmethod
    def _kept_up(cls, library: Library, folder: Path | None, encoder: Encoder | None, *, renew: bool) -> Self:
        index = cls(library, folder, encoder)
        index.keep_up(renew=renew)
        return index

    @property
    def library(self) -> Library:
        """The documents whose passages these are."""
        return self._library

    @property
    def encoder(self) -> Encoder | None:
        """What also finds passages that say the same in other words, if anything does."""
        return self._encoder

    def keep_up(self, *, renew: bool = False) -> None:
        """Bring the index up to date; only what changed is read, unless something was forgotten.

        Raises:
            InvalidOption: As `over`.
        """
        with self._one_at_a_time:
            if self._file.is_gone():
                self._file, self._generation = StateFile(self._folder), -1
            self._check_encoder(self._file.read(), renew=renew)
            if not self._is_current(self._file.read()):
                with self._file.writing():
                    self._file.note(self._caught_up(self._file.read()))
            self._sweep(self._file.read().generation)
            self._encode()

    def rank(self, query: Query, limit: int) -> list[Hit]:
        """Rank the passages that match a query.

        Args:
            query: What is looked for.
            limit: How many hits to give at most; at least 1.

        Returns:
            Hits, best first; equal scores by passage id. Passages that match nothing are not among them. A passage may
            since have been forgotten: what the library no longer holds is not to be shown.
        """
        self._refresh()
        hits = self._lexical.rank(query, limit if self._encoder is None else max(limit, _DEPTH))
        if self._encoder is None or not query.text:
            return hits
        near = self._vectors.rank(self._encoder.question(query.text), _DEPTH)
        return _fused(hits, near)[:limit]

    def rank_documents(self, query: Query, limit: int) -> list[tuple[DocumentId, float]]:
        """Rank the documents that share words with a query, each by its best section, best first."""
        self._refresh()
        return self._lexical.rank_documents(query, limit)

    def speaking_of(self, query: Query, documents: Iterable[DocumentId]) -> frozenset[DocumentId]:
        """Tell which of some documents share words with a query."""
        self._refresh()
        return self._lexical.speaking_of(query, documents)

    def find(self, query: Query, limit: int) -> list[tuple[Passage, float]]:
        """Rank, and take the passages out of the library: best first, each with its score."""
        scores = {hit.passage: hit.score for hit in self.rank(query, limit)}
        return [(passage, scores[passage.id]) for passage in self._library.passages(scores)]

    def _is_current(self, state: State) -> bool:
        if state.made != _MADE or state.reached != self._library.sequence or not self._is_ours(state):
            return False
        with suppress(UnreadableFile):
            self._take_up(state)
            return True
        return False

    def _is_ours(self, state: State) -> bool:
        """Whether a state tells of this library: another, or an older copy, may have taken its place."""
        return state.reached <= self._library.sequence and state.mark == self._library.mark(state.reached)

    def _take_up(self, state: State) -> None:
        """Open the index of a state.

        Raises:
            UnreadableFile: It is damaged.
        """
        if self._generation != state.generation:
            self._lexical = LexicalIndex.open(self._place(state.generation))
            self._generation = state.generation

    def _caught_up(self, state: State) -> State:
        if state.made == _MADE and self._is_ours(state):
            try:
                self._take_up(state)
                return self._grown(self._lexical, state, forgetting=False)
            except UnreadableFile:
                self.notices.append(f"{self._folder}: {_ANEW}")
            except _Forgotten:
                pass
        return self._made_anew(state)

    def _grown(self, lexical: LexicalIndex, state: State, *, forgetting: bool) -> State:
        """Read the changes into an index.

        Raises:
            _Forgotten: One of them takes out what is in it; nothing has been written then.
        """
        reached = state.reached

        def came() -> Iterator[tuple[DocumentId, str, Sequence[Passage]]]:
            nonlocal reached
            for change in self._library.changes_since(reached):
                reached = max(reached, change.sequence)
                if change.passages:
                    about = self._library.about(change.document)
                    yield change.document, about.title if about else "", change.passages
                    continue
                self._file.forget_vectors(change.document)
                if not forgetting and change.document in lexical:
                    raise _Forgotten

        lexical.write(came())
        return replace(state, reached=reached, mark=self._library.mark(reached))

    def _made_anew(self, state: State) -> State:
        fresh = replace(state, made=_MADE, generation=state.generation + 1, reached=0)
        if not self._is_ours(state):
            self._file.forget_all_vectors()
            fresh = replace(fresh, encoded=0)
        place = self._place(fresh.generation)
        if place and place.exists():
            shutil.rmtree(place)
        lexical = LexicalIndex(place)
        grown = self._grown(lexical, fresh, forgetting=True)
        self._lexical, self._generation = lexical, fresh.generation
        return grown

    def _place(self, generation: int) -> Path | None:
        return self._folder / f"{WORDS}{generation}" if self._folder else None

    def _sweep(self, generation: int) -> None:
        """Remove what an index that was made anew, or was not finished, has left behind: it may hold forgotten words."""
        for left in _made_in(self._folder):
            if left.is_dir() and left != self._place(generation):
                shutil.rmtree(left, ignore_errors=True)

    def _refresh(self) -> None:
        """See what has come to the library, and what another process has written."""
        with self._one_at_a_time:
            self._catch_up()
            if not self._file.has_changed():
                return
            state = self._file.read()
            if self._generation == state.generation:
                self._lexical.reload()
            else:
                with suppress(UnreadableFile):  # then what was found before goes on being found
                    self._take_up(state)
            self._load_vectors()

    def _catch_up(self) -> None:
        """Take in what has come to the library and nobody has indexed, such as in the midst of an ingest.

        Where that cannot be, what was found before goes on being found.
        """
        if self._library.sequence != self._file.read().reached:
            with suppress(sqlite3.Error, OSError, IsthmusError):
                self.keep_up()

    def _check_encoder(self, state: State, *, renew: bool) -> None:
        if self._encoder is None or state.encoder in {None, self._encoder.card.id}:
            return
        if not renew:
            what = f"Its vectors were made by the encoder `{state.encoder}`, not by `{self._encoder.card.id}`."
            remedy = "Name that encoder, or ingest again with this one."
            raise InvalidOption(what, where=str(self._folder), remedy=remedy)
        with self._file.writing():
            self._file.forget_all_vectors()
            self._file.note(replace(state, encoder=None, encoded=0))

    def _encode(self) -> None:
        """Make the vectors that are missing; each document's are kept as soon as they are made."""
        if self._encoder is None:
            return
        for change in self._library.changes_since(self._file.read().encoded):
            rows = self._encoder.passages([f"{one.heading or ''} {one.text}" for one in change.passages])
            vectors = {one.id: row.astype("<f4").tobytes() for one, row in zip(change.passages, rows, strict=True)}
            with self._file.writing():
                state = replace(self._file.read(), encoder=self._encoder.card.id, encoded=change.sequence)
                self._file.forget_vectors(change.document)
                self._file.note_vectors(change.document, vectors)
                self._file.note(state)
        self._load_vectors()

    def _load_vectors(self) -> None:
        if self._encoder is not None:
            self._vectors = Vectors(self._file.vectors())


def _fused(hits: Sequence[Hit], near: Sequence[Hit]) -> list[Hit]:
    scorings = [({hit.passage: hit.score for hit in row}, share) for row, share in ((hits, 1.0), (near, _DENSE_SHARE))]
    fused = fuse_scores(scorings)
    worst = min(fused.values(), default=0.0)
    return sorted((Hit(key, one - worst) for key, one in fused.items()), key=lambda hit: (-hit.score, hit.passage))


def _made_in(folder: Path | None) -> list[Path]:
    """List what an index is made of, and nothing that somebody else may keep beside it."""
    return [path for path in folder.iterdir() if is_own(folder.parent, path.as_posix())] if folder else []


def _clear(folder: Path | None) -> None:
    for own in _made_in(folder):
        if own.is_dir():
            shutil.rmtree(own)
        else:
            own.unlink()
