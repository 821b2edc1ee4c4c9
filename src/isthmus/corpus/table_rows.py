"""The rows of a table as lines, whoever reads them: one piece a column, so that each cell stays below its heading."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

__all__ = ["BAR", "Cell", "Rows", "span_from", "table_lines", "used_columns"]

BAR = "|"
"""Stands between the cells of a row and in none of them: a line with n bars is a row of n + 1 cells."""

_BETWEEN = f" {BAR} "
_IN_A_CELL = "\N{BROKEN BAR}"
_MOST_COLUMNS = 100  # that spans are taken at their word for
_MOST_DIGITS = 5


class Cell(NamedTuple):
    """The words of a cell, and how many columns and rows it spans."""

    words: str
    columns: int = 1
    rows: int = 1


class Rows:
    """Writes the rows of one table, in order.

    An empty cell is nothing between two bars, or before the first or behind the last. A cell that spans several columns or
    rows is written once, where it begins; the rest of it is empty. A cell that is a whole row has no bar.

    Args:
        columns: Those to write, counted from 0, also where they are empty; None for all of them.

    >>> rows = Rows()
    >>> rows.line([Cell("Stage", rows=2), Cell("Union", columns=2)]), rows.line([Cell("boys"), Cell("girls")])
    ('Stage | Union |', '| boys | girls')
    >>> rows.line([Cell("All of them", columns=3)]), rows.line([Cell(""), Cell(" ")])
    ('All of them', '')
    """

    def __init__(self, columns: Collection[int] | None = None) -> None:
        self._kept = columns
        self._from_above: dict[int, int] = {}

    def line(self, cells: Sequence[Cell]) -> str:
        """Write one row; one without any words is the empty text."""
        words = self.columns(cells)
        if not any(words):
            return ""
        if len(cells) == 1 and len(words) == cells[0].columns:
            return words[0]
        kept = (word for at, word in enumerate(words) if word or self._kept is None or at in self._kept)
        return _BETWEEN.join(kept).strip()

    def columns(self, cells: Sequence[Cell]) -> list[str]:
        """Give the words of a row column by column."""
        above, below = self._from_above, dict[int, int]()
        written: list[str] = []
        for cell in cells:
            self._fill(written)
            for part in range(max(1, min(cell.columns, _MOST_COLUMNS - len(written)))):
                if cell.rows > 1:
                    below[len(written)] = cell.rows - 1
                written.append("" if part else " ".join(cell.words.replace(BAR, _IN_A_CELL).split()))
        self._fill(written)
        self._from_above = {column: rows - 1 for column, rows in above.items() if rows > 1} | below
        return written

    def _fill(self, written: list[str]) -> None:
        """Leave empty what a cell of a row above still covers."""
        while len(written) in self._from_above:
            written.append("")


def table_lines(rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Write a whole table: a line for each row with words, a place in it for each column with words.

    >>> table_lines([[Cell("Stage"), Cell(""), Cell("Union")], [Cell("early"), Cell(""), Cell("")]])
    ['Stage | Union', 'early |']
    """
    whole = list(rows)
    writer = Rows(used_columns(whole))
    return list(filter(None, map(writer.line, whole)))


def used_columns(rows: Iterable[Sequence[Cell]]) -> frozenset[int]:
    """Tell which columns of a table hold words in any row; the others only set it apart from what is around."""
    places = Rows()
    return frozenset(at for cells in rows for at, words in enumerate(places.columns(cells)) if words)


def span_from(told: str | None, *, least: int = 1) -> int:
    """Take how many columns or rows a cell says it spans; the least where it says nothing that makes sense.

    >>> span_from("3"), span_from("0"), span_from("all"), span_from(None)
    (3, 1, 1, 1)
    """
    told = (told or "").strip()
    return max(least, int(told)) if told.isascii() and told.isdecimal() and len(told) <= _MOST_DIGITS else least
