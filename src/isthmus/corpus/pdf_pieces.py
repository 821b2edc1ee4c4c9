"""The pieces of the lines of a PDF that may stand in cells of a table, and the rows that are made of them."""

from collections.abc import Sequence
from typing import NamedTuple

from isthmus.corpus.pdf_headings import CELLS, Line

__all__ = ["Edges", "Piece", "Row", "Rule", "pieces_of"]

Edges = Sequence[tuple[float, float, float, int]]
"""Where each cell of a line begins and ends, with the size and the weight of its letters."""

Rule = tuple[float, float, float, float]
"""A straight line that is drawn: its left, lower, right and upper bounds, in points."""


class Piece(NamedTuple):
    """The words of a line that stand in one cell: on which line of its page, from where to where, and how they look."""

    line: int
    words: str
    left: float
    right: float
    height: float
    size: float
    stands_out: bool = False


class Row(NamedTuple):
    """The cells of a row, from left to right, each with its pieces in order; those without any are left out.

    `lacks_the_first` says that nothing stands in the first column.
    """

    cells: tuple[tuple[Piece, ...], ...]
    lacks_the_first: bool = False

    @property
    def lines(self) -> frozenset[int]:
        """The lines of the page that make it up."""
        return frozenset(piece.line for cell in self.cells for piece in cell)

    @property
    def lefts(self) -> tuple[float, ...]:
        """Where the words of each cell begin."""
        return tuple(min(piece.left for piece in cell) for cell in self.cells)

    def written(self) -> str:
        """Write it as one line, with a bar at least."""
        cells = [" ".join(piece.words for piece in cell) for cell in self.cells]
        before, after = [""] * self.lacks_the_first, [""] * (len(cells) == 1 and not self.lacks_the_first)
        return CELLS.join([*before, *cells, *after])


def pieces_of(number: int, line: Line, edges: Edges, *, stands_out: Sequence[bool]) -> tuple[Piece, ...]:
    """Take a line of a page apart into its cells; one whose bars are its own words is one piece.

    >>> [piece.words for piece in pieces_of(0, Line("Do | Do not"), [(0, 9, 9, 400), (50, 90, 9, 400)], stands_out=[False] * 2)]
    ['Do', 'Do not']
    """
    words = line.words.split(CELLS)
    if len(words) != len(edges):
        words, edges = [line.words], [(edges[0][0], edges[-1][1], line.size, line.weight)]
    told = zip(words, edges, stands_out, strict=False)
    return tuple(
        Piece(number, piece.strip(), left, max(left, right), line.height, line.size, out)
        for piece, (left, right, *_), out in told
    )
