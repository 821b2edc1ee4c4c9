"""One SQLite file that holds a library: how it is opened, and what is told when it cannot be used."""

import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock

from isthmus.corpus.own_files import LIBRARY_FILE, LOCK_FILE
from isthmus.corpus.store_schema import ADDED, ADDED_TABLES, SCHEMA, VERSION
from isthmus.errors import UnusableLibrary

__all__ = ["Row", "Store", "holds_library"]

_MARK = 0x69737468
"""`isth`, by which SQLite's own header says whose file it is."""
_PATIENCE_MS = 10_000
_CACHE = "PRAGMA cache_size = -64000"  # KiB, taken only as far as it is used

_NO_ROOM_FOR_NOTES = frozenset(
    [sqlite3.SQLITE_IOERR_SHMMAP, sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_FULL]
)

_HAS_COLUMN = "SELECT 1 FROM pragma_table_info(?) WHERE name = ?"

Row = tuple[object, ...]


def holds_library(folder: Path) -> bool:
    """Tell whether a folder holds an ingested library rather than the files to make one of."""
    try:
        about = (folder / LIBRARY_FILE).stat()
    except OSError:  # none, or none that can be reached
        return False
    return stat.S_ISREG(about.st_mode) and about.st_size > 0  # a program that was killed may have left an empty one


class Store:
    """A library's file, open to read, or to read and write; threads may share it.

    `has_wiped` is whether it was written afresh when it was opened, since what was forgotten before still lay in it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path | None,
        lock: sqlite3.Connection | None,
        written: "_Written | None" = None,
    ) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = lock
        self._written = written
        self._one_at_a_time = RLock()
        self.has_wiped = False

    @classmethod
    def to_read(cls, folder: Path) -> "Store":
        """Open the library of a folder.

        Raises:
            UnusableLibrary: It is not one, was made by a newer isthmus, or is damaged.
        """
        with _told(folder):
            connection, written = _open_to_read(folder / LIBRARY_FILE)
            return cls(connection, folder, None, written)

    @classmethod
    def to_write(cls, folder: Path) -> "Store":
        """Open the library of a folder, or begin one, for one writer at a time.

        Raises:
            UnusableLibrary: As `to_read`; or another program is writing to it, or it cannot be written.
        """
        with _told(folder):
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise UnusableLibrary(_UNWRITABLE[0], where=str(folder), remedy=_UNWRITABLE[1]) from error
            lock = _lock(folder)
            try:
                connection = sqlite3.connect(folder / LIBRARY_FILE, isolation_level=None, check_same_thread=False)
                _begin(connection, folder / LIBRARY_FILE)
                store = cls(connection, folder, lock)
                if store.number("SELECT unwiped FROM clock"):
                    store.wipe()  # whoever forgot something was stopped before the end
                    store.has_wiped = True
            except BaseException:
                lock.close()
                raise
            return store

    @classmethod
    def in_memory(cls) -> "Store":
        """Begin a library that lasts as long as this process."""
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        connection.executescript(SCHEMA)
        return cls(connection, None, None)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._lock:
            self._lock.close()

    def rows(self, sql: str, *values: object) -> list[Row]:
        """Ask a question of the file, and take the whole answer, so that no reader holds up a writer."""
        try:
            with self._one_at_a_time:
                self._look_again()
                return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise _in_words(error, self.folder) from error

    def _look_again(self) -> None:
        """Open a file anew that was read as it stood, where somebody has written to it since."""
        if self._written is None or self.folder is None or _written(self.folder / LIBRARY_FILE) == self._written:
            return
        connection, written = _open_to_read(self.folder / LIBRARY_FILE)
        self._connection.close()
        self._connection, self._written = connection, written

    def has_column(self, table: str, column: str) -> bool:
        """Whether a table has a column, which it may lack in a file that an older isthmus made."""
        return bool(self.rows(_HAS_COLUMN, table, column))

    def number(self, sql: str, *values: object) -> int | None:
        """Ask for one whole number."""
        found = self.rows(sql, *values)
        value = found[0][0] if found else None
        return value if isinstance(value, int) else None

    def run(self, sql: str, *values: object) -> int:
        """Change something; gives the number of the row that was added last."""
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise _in_words(error, self.folder) from error

    def run_each(self, sql: str, rows: Sequence[Row]) -> None:
        """Change something once for each row."""
        with _told(self.folder):
            self._connection.executemany(sql, rows)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Make several changes that come all or not at all, whatever happens meanwhile."""
        with self._one_at_a_time, _told(self.folder):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # SQLite itself has rolled back where the disk is full
                    self._connection.execute("ROLLBACK")
                raise

    def wipe(self) -> None:
        """Write the file afresh, so that of what was deleted no byte remains in it or beside it.

        Raises:
            UnusableLibrary: There is no room for the new file, or another program is reading at every moment.
        """
        with self._one_at_a_time, _told(self.folder):
            try:
                self._connection.execute("VACUUM")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
                    raise
                raise self._unwiped("there is no room on its disk", "Make room") from error
            busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy:
                self._connection.execute("UPDATE clock SET unwiped = 0")
        if busy and self.folder:
            raise self._unwiped("another program is reading", "Stop it")

    def _unwiped(self, why: str, remedy: str) -> UnusableLibrary:
        what = f"What was deleted could not be wiped yet, because {why}."
        where = str(self.folder or "library")
        return UnusableLibrary(what, where=where, remedy=f"{remedy}: the next ingest or forget wipes it.")


_Written = tuple[tuple[int, int], ...]
"""When a file and what SQLite keeps beside it were written last, and their sizes."""


def _written(file: Path) -> _Written:
    abouts = (path.stat() for path in (file, _log_of(file)) if path.exists())
    return tuple((about.st_mtime_ns, about.st_size) for about in abouts)


def _log_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _open_to_read(file: Path) -> tuple[sqlite3.Connection, _Written | None]:
    """Open a file to read; where even the notes that readers leave beside it cannot be written, as it stands.

    Returns:
        The file, and when it was written last where it is read as it stands, and so is to be opened anew when that changes.
    """
    address, written = file.absolute().as_uri(), None
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA schema_version")
        connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
        connection.execute(_CACHE)
    except sqlite3.OperationalError as error:
        connection.close()
        if not _may_be_read_as_it_stands(error, file):
            raise
        written = _written(file)
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    _expect_ours(connection, file)
    return connection, written


def _may_be_read_as_it_stands(error: sqlite3.OperationalError, file: Path) -> bool:
    """Whether nothing but the notes of readers is missing: no room for them, or no leave to write them."""
    code = error.sqlite_errorcode
    if code not in _NO_ROOM_FOR_NOTES and code & 0xFF not in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
        return False
    return not (_log_of(file).exists() and _log_of(file).stat().st_size)  # else a part of it stands there


def _begin(connection: sqlite3.Connection, file: Path) -> None:
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_MS}")
    if not connection.execute("PRAGMA schema_version").fetchone()[0]:
        script = f"PRAGMA application_id = {_MARK}; PRAGMA user_version = {VERSION}; {SCHEMA}"
        connection.execute("PRAGMA page_size = 16384")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(f"BEGIN IMMEDIATE; {script} COMMIT;")
    _expect_ours(connection, file)
    for one in ADDED_TABLES:
        connection.execute(one)
    for table, column, filled in ADDED:
        if not connection.execute(_HAS_COLUMN, (table, column)).fetchone():
            connection.executescript(f"BEGIN IMMEDIATE; ALTER TABLE {table} ADD COLUMN {column} TEXT; {filled} COMMIT;")
    for setting in ("synchronous = NORMAL", "secure_delete = ON", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute(_CACHE)


def _expect_ours(connection: sqlite3.Connection, file: Path) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if mark != _MARK or version == 0:
        what = "This file was not made by isthmus."
        raise UnusableLibrary(what, where=str(file), remedy="Move it away, or name another folder.")
    if version > VERSION:
        what = f"This library was made by a newer isthmus (its version is {version}; {VERSION} is read here)."
        raise UnusableLibrary(what, where=str(file), remedy="Install the newer isthmus, or ingest again elsewhere.")


def _lock(folder: Path) -> sqlite3.Connection:
    """Keep out a second writer, until this process ends in whatever way; a file of SQLite locks alike everywhere."""
    connection = sqlite3.connect(folder / LOCK_FILE, isolation_level=None, timeout=0, check_same_thread=False)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        connection.close()
        raise
    return connection


@contextmanager
def _told(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, folder) from error


def _in_words(error: sqlite3.Error, folder: Path | None) -> Exception:
    """Say in plain words what SQLite reports; what is a fault of ours stays one."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code not in _TROUBLES:
        return error
    return UnusableLibrary(_TROUBLES[code][0], where=str(folder or "library"), remedy=_TROUBLES[code][1])


_AT_WORK = ("Another program is changing this library.", "Wait until it is done, then try again.")
_UNWRITABLE = ("It cannot be written.", "Make it writable, or name another folder.")
_DAMAGED = ("The library is damaged, or is not one.", "Move it away and ingest again.")
_TROUBLES = {
    sqlite3.SQLITE_BUSY: _AT_WORK,
    sqlite3.SQLITE_CANTOPEN: _UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: ("The disk is full; what was stored before is safe.", "Make room, then try again."),
    sqlite3.SQLITE_IOERR: ("Its disk failed to read or write.", "See that there is room and that it is sound."),
    sqlite3.SQLITE_LOCKED: _AT_WORK,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
    sqlite3.SQLITE_PERM: _UNWRITABLE,
    sqlite3.SQLITE_READONLY: _UNWRITABLE,
}
