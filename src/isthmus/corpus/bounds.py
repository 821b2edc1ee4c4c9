"""How much is read of anything: what is larger, deeper or denser costs one line of the report and no more."""

import zipfile
from dataclasses import dataclass

__all__ = ["BOUNDS", "PACKINGS", "Bounds"]

PACKINGS = frozenset([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
"""How an entry of an archive may be packed: in other ways a few bytes become very many before anything can count them."""


@dataclass(frozen=True)
class Bounds:
    """The most that is read; every size is in bytes.

    text         one page, text or article
    page_layout  one PDF or DOCX file, which holds pictures and fonts beside its words
    line         one line of a collection, which may itself be of any length
    archive      one archive within another, which has to be held in memory
    expanded     everything that comes out of one archive
    ratio        how many times its own size an archive may expand to, once it is past `unsuspected`
    unsuspected  what any archive may expand to
    entries      entries of one archive, and of one folder
    depth        archives within archives
    """

    text: int = 20_000_000
    page_layout: int = 100_000_000
    line: int = 4_000_000
    archive: int = 100_000_000
    expanded: int = 20_000_000_000
    ratio: int = 100
    unsuspected: int = 50_000_000
    entries: int = 200_000
    depth: int = 3

    def expansion(self, packed: int) -> int:
        """Tell how many bytes may come out of an archive of this size.

        >>> Bounds(ratio=10, unsuspected=50, expanded=1000).expansion(20)
        200
        """
        return min(self.expanded, max(self.unsuspected, packed * self.ratio))


BOUNDS = Bounds()
