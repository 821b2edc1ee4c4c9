"""The files that a library and its index are made of, which may lie among the documents they are made from."""

import re
from pathlib import Path

__all__ = ["INDEX_FOLDER", "LIBRARY_FILE", "LOCK_FILE", "STATE_FILE", "WORDS", "is_own"]

LIBRARY_FILE = "library.sqlite"
LOCK_FILE = "library.lock"
INDEX_FOLDER = "index"
STATE_FILE = "state.sqlite"
WORDS = "words-"
"""How each folder that holds the words of an index is called, before its generation."""

_BESIDE = r"(?:-wal|-shm|-journal)?"  # SQLite keeps these beside a file
_OWN = re.compile(
    rf"(?:{re.escape(LIBRARY_FILE)}|{re.escape(LOCK_FILE)}|{INDEX_FOLDER}/{re.escape(STATE_FILE)}){_BESIDE}"
    rf"|{INDEX_FOLDER}/{WORDS}\d+(?:/.*)?"
)


def is_own(library: Path, path: str) -> bool:
    """Tell whether a path is one of a library's own files.

    >>> is_own(Path("/a"), "/a/index/words-1/meta.json"), is_own(Path("/a"), "/a/index/notes.txt")
    (True, False)
    """
    top = f"{library.as_posix().rstrip('/')}/"
    return path.startswith(top) and _OWN.fullmatch(path.removeprefix(top)) is not None
