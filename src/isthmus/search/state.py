"""How far an index has come, kept beside it so that one process writes at a time and none is misled after a fall."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from isthmus.corpus import STATE_FILE, DocumentId, PassageId

__all__ = ["State", "StateFile"]

_WAIT_SECONDS = 600

_TABLES = """
CREATE TABLE IF NOT EXISTS state (
    made TEXT NOT NULL,
    generation INTEGER NOT NULL,
    reached INTEGER NOT NULL,
    encoder TEXT,
    encoded INTEGER NOT NULL,
    mark TEXT
);
CREATE TABLE IF NOT EXISTS vectors (passage TEXT PRIMARY KEY, document TEXT NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS vectors_of ON vectors (document);
"""

_HAS_MARK = "SELECT 1 FROM pragma_table_info('state') WHERE name = 'mark'"


@dataclass(frozen=True)
class State:
    """How far an index has come.

    `made` says how it was made, `generation` is the number of its folder, `reached` the last change of the library that is
    in it. `encoder` made its vectors, for the changes up to `encoded`. `mark` is the library's own for the last change.
    """

    made: str = ""
    generation: int = 0
    reached: int = 0
    encoder: str | None = None
    encoded: int = 0
    mark: str | None = None


class StateFile:
    """The state of an index and its vectors, in a file of its own.

    A process that dies lets go of the file, and what it had not finished is as if it had not begun.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open the file of a folder, or make it; without a folder it lives in memory.

        Raises:
            OSError: The folder cannot be made.
            sqlite3.Error: It is no such file, or cannot be written.
        """
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / STATE_FILE if folder else None
        self._connection = _connect(self._path or ":memory:")
        self._seen = -1

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def is_gone(self) -> bool:
        """Whether somebody has removed the file."""
        return self._path is not None and not self._path.exists()

    def read(self) -> State:
        """Read the state; of an index that was never written, the first there is."""
        row = self._connection.execute("SELECT made, generation, reached, encoder, encoded, mark FROM state").fetchone()
        return State(*row) if row else State()

    def has_changed(self) -> bool:
        """Whether another process has written since this was last asked."""
        ((version,),) = self._connection.execute("PRAGMA data_version")
        changed, self._seen = version != self._seen, version
        return bool(changed)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one who writes; what was noted holds when all is done, or not at all."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def note(self, state: State) -> None:
        """Write the state down."""
        self._connection.execute("DELETE FROM state")
        self._connection.execute("INSERT INTO state VALUES (?, ?, ?, ?, ?, ?)", astuple(state))

    def forget_vectors(self, document: DocumentId) -> None:
        """Remove the vectors of a document."""
        self._connection.execute("DELETE FROM vectors WHERE document = ?", (document,))

    def forget_all_vectors(self) -> None:
        """Remove every vector."""
        self._connection.execute("DELETE FROM vectors")

    def note_vectors(self, document: DocumentId, vectors: Mapping[PassageId, bytes]) -> None:
        """Keep the vectors of a document's passages."""
        rows = ((passage, document, vector) for passage, vector in vectors.items())
        self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def vectors(self) -> dict[PassageId, bytes]:
        """Give the vector of every passage that has one, by passage id."""
        rows = self._connection.execute("SELECT passage, vector FROM vectors ORDER BY passage")
        return {PassageId(passage): vector for passage, vector in rows}


def _connect(place: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(place, _WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(_TABLES)
        if not connection.execute(_HAS_MARK).fetchone():  # an older isthmus made the table
            connection.execute("ALTER TABLE state ADD COLUMN mark TEXT")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
