"""How far an index has come, kept beside it so that one process writes at a time and none is misled after a fall."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from isthmus.errors import UnreadableFile

__all__ = ["State", "StateFile"]

_FILE = "state.sqlite"
_WAIT_SECONDS = 600

_TABLES = """
CREATE TABLE IF NOT EXISTS state (made TEXT NOT NULL, generation INTEGER NOT NULL, reached INTEGER NOT NULL, encoder TEXT);
CREATE TABLE IF NOT EXISTS vectors (passage TEXT PRIMARY KEY, document TEXT NOT NULL, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS vectors_of ON vectors (document);
"""


@dataclass(frozen=True)
class State:
    """How an index was made, the number of its folder, the change of the library it has reached, whose vectors it holds."""

    made: str = ""
    generation: int = 0
    reached: int = 0
    encoder: str | None = None


class StateFile:
    """The state of an index and its vectors, in a file of its own.

    A process that dies lets go of the file, and what it had not finished is as if it had not begun.
    """

    def __init__(self, folder: Path) -> None:
        """Open the file of a folder, or make it.

        Raises:
            UnreadableFile: It is no such file, or cannot be made.
        """
        self._connection = _connect(folder)
        self._seen = -1

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def read(self) -> State:
        """Read the state; of an index that was never written, the first there is."""
        row = self._connection.execute("SELECT made, generation, reached, encoder FROM state").fetchone()
        return State(*row) if row else State()

    def has_changed(self) -> bool:
        """Whether another process has written since this was last asked."""
        ((version,),) = self._connection.execute("PRAGMA data_version")
        changed, self._seen = version != self._seen, version
        return changed

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
        row = (state.made, state.generation, state.reached, state.encoder)
        self._connection.execute("INSERT INTO state VALUES (?, ?, ?, ?)", row)

    def forget_vectors(self, document: str | None = None) -> None:
        """Remove the vectors of a document, or all."""
        where, values = ("", ()) if document is None else (" WHERE document = ?", (document,))
        self._connection.execute(f"DELETE FROM vectors{where}", values)

    def note_vectors(self, document: str, vectors: Mapping[str, bytes]) -> None:
        """Keep the vectors of a document's passages."""
        rows = ((passage, document, vector) for passage, vector in vectors.items())
        self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)

    def vectors(self) -> Iterator[tuple[str, bytes]]:
        """List the passages that have a vector, by id."""
        return iter(self._connection.execute("SELECT passage, vector FROM vectors ORDER BY passage"))

    def has_vectors_of(self, document: str) -> bool:
        """Whether a passage of a document has a vector."""
        found = self._connection.execute("SELECT 1 FROM vectors WHERE document = ? LIMIT 1", (document,))
        return found.fetchone() is not None


def _connect(folder: Path) -> sqlite3.Connection:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(folder / _FILE, _WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA secure_delete = ON")
        connection.executescript(_TABLES)
    except (OSError, sqlite3.Error) as error:
        what = "The state of the index cannot be read or written."
        raise UnreadableFile(what, where=str(folder / _FILE), remedy="Remove the folder `index`; it is made anew.") from error
    return connection
