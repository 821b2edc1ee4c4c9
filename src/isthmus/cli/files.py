"""Files that a command writes: whole or not at all."""

from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from isthmus.errors import InvalidOption

__all__ = ["keep", "unwritable"]


def keep(files: Mapping[Path, bytes], *, remedy: str = "Name a file in a folder you may write in.") -> None:
    """Write files: drafts first, each beside the place where it belongs, then all at once.

    Raises:
        InvalidOption: One cannot be written; `remedy` says what to name instead.
    """
    path = Path()
    try:
        with ExitStack() as drafts:
            ready = {}
            for path, content in files.items():
                folder = drafts.enter_context(TemporaryDirectory(dir=path.parent, prefix=".isthmus-"))
                ready[path] = Path(folder, path.name)
                ready[path].write_bytes(content)
            for path, draft in ready.items():
                draft.replace(path)
    except OSError as error:
        raise unwritable(path, error, remedy) from error


def unwritable(path: Path, error: OSError, remedy: str) -> InvalidOption:
    """Say that a place cannot be written."""
    what = f"This cannot be written ({(error.strerror or 'unknown reason').lower()})."
    return InvalidOption(what, where=str(path), remedy=remedy)
