"""Patterns that are put together from named pieces, as the files on medicines tell them."""

import re
from collections.abc import Iterable, Mapping, Sequence

__all__ = ["Pieces", "choice"]

_PIECE = re.compile(r"<([a-z][a-z ]*)>")


class Pieces:
    """Named pieces of patterns.

    Args:
        told: By its name each piece, or a list of which any may stand; one may use those before it, as `<number>`.
    """

    def __init__(self, told: Mapping[str, str | Sequence[str]]) -> None:
        self._pieces: dict[str, str] = {}
        for name, piece in told.items():
            self._pieces[name] = self.spelled_out(piece if isinstance(piece, str) else "|".join(piece))

    def spelled_out(self, pattern: str) -> str:
        """Write a pattern with its pieces in place of their names.

        Raises:
            KeyError: It uses a piece that is not there.

        >>> Pieces({"so many": ["one", "two"]}).spelled_out("<so many> pills?")
        '(?:one|two) pills?'
        """
        return _PIECE.sub(lambda found: f"(?:{self._pieces[found[1]]})", pattern)


def choice(entries: Iterable[str]) -> str:
    r"""Write a pattern of any of some words, of which a `*` stands for letters; those that begin with it come last.

    >>> choice(["*profen", "*coxib", "aspirin", "steroid*"])
    'aspirin|steroid\\w*|\\w*(?:profen|coxib)'
    """
    rows = list(entries)
    endings = "|".join(row[1:] for row in rows if row.startswith("*"))
    whole = [row.replace("*", r"\w*") for row in rows if not row.startswith("*")]
    return "|".join([*whole, rf"\w*(?:{endings})"] if endings else whole)
