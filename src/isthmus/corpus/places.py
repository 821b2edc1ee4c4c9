"""Under which place a thing that is read is kept: one file is one place, from whichever folder it was named."""

from pathlib import Path, PurePosixPath

from isthmus.corpus.store import Store
from isthmus.corpus.store_write import Place

__all__ = ["Lines", "Places", "collection_of", "is_gone", "name_of"]

_HOLDS = "SELECT 1 FROM items WHERE root = ? AND (place = ? OR place > ? AND place < ?) LIMIT 1"
_ESCAPED = "\\x"
"""What stands in the name of a folder that is no text, which leads back to no folder."""

_LINES_AT = "SELECT place FROM items WHERE root = ? AND place > ? AND place < ?"


class Places:
    """The places that a library knows; `roots` are the folders that were named, with nothing for addresses."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.roots = {str(root) for (root,) in store.rows("SELECT DISTINCT root FROM items")}

    def of(self, root: str, place: str) -> Place:
        """Give the place under which something is kept: where it was found before, or else where it is found now.

        Args:
            root: The folder that was named; empty for an address.
            place: The path of a thing below it.
        """
        here = (root, place)
        roots = self.roots - {root, ""} if root else ()
        others = [other for one in sorted(roots) if (other := _seen_from(one, here))]
        if not others or self._holds(here):
            return here
        return next(filter(self._holds, others), here)

    def _holds(self, place: Place) -> bool:
        """Whether something is kept there, or other lines of the collection in which it stands."""
        root, name = place
        collection = collection_of(name) or name
        return bool(self._store.rows(_HOLDS, root, name, f"{collection}#", f"{collection}$"))


class Lines:
    """The lines of collections that were met, so that those that are no more can go."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._met: dict[Place, set[str]] = {}
        self._troubled: set[str] = set()

    def __len__(self) -> int:
        return len(self._met)

    def seen(self, root: str, place: str) -> None:
        """Note a line."""
        self._met.setdefault((root, collection_of(place)), set()).add(place)

    def trouble(self, root: str, where: str) -> None:
        """Keep a line that could not be read this time, and every line where the whole, or what holds it, could not."""
        self._troubled.add(_path_of((root, where)))

    def gone(self) -> list[Place]:
        """List the places of lines that no longer are, of collections that were read to their end."""
        whole = [(place, met) for place, met in self._met.items() if not self._is_troubled(place)]
        lines = [(place[0], line) for place, met in whole for line in lines_of(self._store, place) - met]
        return sorted(line for line in lines if _path_of(line) not in self._troubled)

    def _is_troubled(self, collection: Place) -> bool:
        path = _path_of(collection)
        return any(f"{path}/".startswith(f"{where}/") for where in self._troubled)


def collection_of(place: str) -> str:
    """Name the collection in which a line stands.

    >>> collection_of("pack.zip/all.jsonl#12")
    'pack.zip/all.jsonl'
    """
    return place.rpartition("#")[0]


def _path_of(place: Place) -> str:
    """Name what stands at a place alike, whichever folder above it was named."""
    root, name = place
    return f"{root.rstrip('/')}/{name}"


def name_of(place: Place) -> str:
    """Name what stands at a place, without the folders above it.

    >>> name_of(("/leaflets", "back/rest.html"))
    'rest.html'
    """
    return PurePosixPath(place[1]).name


def is_gone(place: Place) -> bool:
    """Whether a file was read at a place and nothing is there now; of addresses, and within archives, nobody knows."""
    root, path = place
    if not root or _ESCAPED in root:
        return False
    names = [path, collection_of(path)] if collection_of(path) else [path]
    return not any(_stands(Path(root, name)) for name in names)


def _stands(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    except (OSError, ValueError):  # it cannot be seen, or a file is in the way, such as an archive that holds it
        return True
    return True


def lines_of(store: Store, collection: Place) -> set[str]:
    """Give the places of the lines that are kept of a collection."""
    root, name = collection
    found = (str(place) for (place,) in store.rows(_LINES_AT, root, f"{name}#", f"{name}$"))
    return {place for place in found if place.removeprefix(f"{name}#").isdecimal()}


def _seen_from(other: str, place: Place) -> Place | None:
    """Name what lies below one folder from another; None where it does not lie below that."""
    path = PurePosixPath(*place)
    return (other, path.relative_to(other).as_posix()) if path.is_relative_to(other) else None
