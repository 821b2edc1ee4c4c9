"""Tables of a PDF without rules: rows told by pieces that stand beside each other, again and again, in the same columns."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from isthmus.corpus.pdf_pieces import Piece, Row

__all__ = ["aligned_tables"]

_FEWEST_ROWS = 2
_TALLEST = 15  # the lines of a cell; columns of text that are as tall are no row
_MOST_ALONE = 4  # the lines of a first cell that has none beside it
_SAME = 3.0  # points between the beginnings of two cells of one column
_SAME_SIZE = 0.9
# In sizes of the letters: how far lines of one height are apart, those that follow each other in a cell, and two rows.
_LEVEL, _NEXT, _ROW_APART = 0.5, 1.7, 3.5


class _Column:
    """How far the pieces of a column reach, so far as they were read."""

    def __init__(self, piece: Piece) -> None:
        self.left, self.right = piece.left, piece.right

    def meets(self, other: "_Column | Piece") -> bool:
        return self.left < other.right and other.left < self.right

    def take(self, piece: Piece) -> None:
        self.left, self.right = min(self.left, piece.left), max(self.right, piece.right)


class _Reading(NamedTuple):
    """A row while it is read: its pieces with their columns, in the order of the page."""

    placed: list[tuple[_Column, Piece]]

    @property
    def bottom(self) -> float:
        return min(piece.height for _, piece in self.placed)

    @property
    def last(self) -> tuple[_Column, Piece]:
        return self.placed[-1]

    @property
    def is_one_cell(self) -> bool:
        return all(column is self.last[0] for column, _ in self.placed)

    def of(self, column: _Column) -> list[Piece]:
        return [piece for other, piece in self.placed if other is column]


class _Run:
    """Lines that follow each other and fit into columns, read as rows."""

    def __init__(self) -> None:
        self.columns: list[_Column] = []
        self.rows: list[_Reading] = []

    def take(self, line: Sequence[Piece]) -> bool:
        """Read one more line, unless it fits into no row."""
        placed = [(self._column(piece, alone=len(line) == 1), piece) for piece in line]
        columns = [column for column, _ in placed if column is not None]
        if len({id(column) for column in columns}) < len(line):
            return False
        begins = self._begins(columns, line)
        if begins is None or not self._fits(columns, line):
            return False
        if begins:
            self.rows.append(_Reading([]))
        self.rows[-1].placed.extend(zip(columns, line, strict=True))
        return True

    def _column(self, piece: Piece, *, alone: bool) -> _Column | None:
        """Find the one column that a piece meets, or take it for a new one where it stands beside others."""
        met = [column for column in self.columns if column.meets(piece)]
        if len(met) == 1:
            return met[0]
        if met or (alone and self.rows and not self._is_beside(piece)):
            return None
        return _Column(piece)

    def _is_beside(self, piece: Piece) -> bool:
        row = self.rows[-1]
        return piece.left >= row.last[0].right and piece.height > row.bottom - piece.size * _LEVEL

    def _begins(self, columns: Sequence[_Column], line: Sequence[Piece]) -> bool | None:
        """Tell whether a line begins a row; none where it can neither begin one nor go on with one."""
        if not self.rows:
            return True
        row, piece, column = self.rows[-1], line[0], columns[0]
        last, above = row.last
        is_below = piece.height < row.bottom
        size, step = min(piece.size, above.size), above.height - piece.height
        if row.bottom - piece.height > size * _ROW_APART:
            return None
        if column is last:
            goes_on = len(line) == 1 or not is_below or (row.is_one_cell and step < size * _NEXT)
            return (False if step > 0 else None) if goes_on else True
        if column.left >= last.right and self._is_beside(piece):
            return False
        return True if is_below else None

    def _fits(self, columns: Sequence[_Column], line: Sequence[Piece]) -> bool:
        """Widen the columns by the pieces in them, if all stay apart."""
        for column, piece in zip(columns, line, strict=True):
            column.take(piece)
            self.columns += [] if column in self.columns else [column]
        return not any(one.meets(other) for one in columns for other in self.columns if one is not other)


def aligned_tables(lines: Sequence[Sequence[Piece]], *, goes_on: Callable[[Row], bool]) -> list[list[Row]]:
    """Find the tables among lines that follow each other on a page, each with its rows from above.

    Where the words of a column of text come before those of the column beside it, a row of cells is followed by another
    one: so there are two rows at least, the cells of a row begin or lie level, and no line reaches across the columns.

    Args:
        lines: The pieces of each line, in the order of the page; an empty one parts those around it.
        goes_on: Whether a row goes on with a table of the page before.
    """
    tables: list[list[Row]] = []
    at = 0
    while at + 1 < len(lines):
        start = _start(lines, at)
        rows = _table(_read(lines[start:]), goes_on) if start is not None else []
        if rows:
            tables.append(rows)
            ends = max(line for row in rows for line in row.lines)
            behind = (place for place, line in enumerate(lines) if place > at and line and line[0].line > ends)
            at = next(behind, len(lines))
        else:
            at += 1
    return tables


def _start(lines: Sequence[Sequence[Piece]], at: int) -> int | None:
    """Tell where a row begins whose cells are on this line, or on this one and the next."""
    line, after = lines[at], lines[at + 1]
    if len(line) > 1:
        return at
    if not (line and after and _goes_up(line[0], after[0])):
        return None
    start = at
    while start and _goes_before(lines[start - 1], lines[start][0], after[0]):
        start -= 1
    return start


def _goes_up(piece: Piece, after: Piece) -> bool:
    return after.left > piece.right and after.height > piece.height - piece.size * _LEVEL


def _goes_before(line: Sequence[Piece], piece: Piece, beside: Piece) -> bool:
    if len(line) != 1 or line[0].right > beside.left or line[0].stands_out != piece.stands_out:
        return False
    is_alike = _SAME_SIZE <= line[0].size / (piece.size or 1) <= 1 / _SAME_SIZE
    return is_alike and 0 < line[0].height - piece.height < piece.size * _NEXT


def _read(lines: Sequence[Sequence[Piece]]) -> _Run:
    run = _Run()
    for line in lines:
        if not line or not run.take(line):
            break
    return run


def _table(run: _Run, goes_on: Callable[[Row], bool]) -> list[Row]:
    """Give the rows of a run that make a table, or none."""
    order = sorted(run.columns, key=lambda column: column.left)
    rows = [_row(reading, order) for reading in run.rows]
    is_headed = bool(rows) and _is_head(rows[0])
    kept = rows[: next((at for at, row in enumerate(rows) if not _may_belong(row, is_headed=is_headed)), len(rows))]
    while kept and len(kept[-1].cells) == 1 and not kept[-1].lacks_the_first:
        kept.pop()
    whole = [row for row in kept if len(row.cells) > 1]
    if all(len(row.lines) == 1 for row in whole):  # no cell of several lines, so that a line alone need be none
        kept = [row for row in kept if len(row.cells) > 1 or row.lacks_the_first]
    if whole and (
        goes_on(whole[0])
        or (len(whole) >= _FEWEST_ROWS and (is_headed or (_share_columns(whole) and _are_alike(whole))))
    ):
        return kept
    return []


def _row(reading: _Reading, order: Sequence[_Column]) -> Row:
    cells = [tuple(reading.of(column)) for column in order]
    return Row(tuple(filter(None, cells)), not cells[0])


def _is_head(row: Row) -> bool:
    """Tell a row of heads: a line of cells that look alike, or cells whose words all stand out."""
    looks = {piece.stands_out for cell in row.cells for piece in cell}
    return len(row.cells) > 1 and len(looks) == 1 and (looks == {True} or len(row.lines) == 1)


def _may_belong(row: Row, *, is_headed: bool) -> bool:
    first = row.cells[0]
    if len(row.cells) == 1:
        return row.lacks_the_first or (len(first) <= _MOST_ALONE and not all(piece.stands_out for piece in first))
    heads_the_rest = first[0].stands_out and not row.lacks_the_first and not _is_head(row)
    is_level = all(_is_level(first, cell, anywhere=is_headed) for cell in row.cells[1:])
    return is_level and max(map(len, row.cells)) <= _TALLEST and (is_headed or not heads_the_rest)


def _is_level(one: Sequence[Piece], other: Sequence[Piece], *, anywhere: bool) -> bool:
    """Tell whether two cells lie level, or one begins at a line of the other."""
    most = one[0].size * _LEVEL
    begins = anywhere and any(abs(piece.height - other[0].height) <= most for piece in one[: _MOST_ALONE + 1])
    return begins or bool(_levels(one, other))


def _levels(one: Sequence[Piece], other: Sequence[Piece]) -> frozenset[str]:
    """Tell where two cells lie level: at their head, their foot or their middle."""
    head, foot = one[0].height - other[0].height, one[-1].height - other[-1].height
    apart = {"head": abs(head), "foot": abs(foot), "middle": abs(head + foot)}
    return frozenset(name for name, points in apart.items() if points <= one[0].size * _LEVEL)


def _are_alike(rows: Sequence[Row]) -> bool:
    """Tell whether the cells of all rows lie level in the same way, in letters of one size."""
    sizes = [piece.size for row in rows for cell in row.cells for piece in cell]
    levels = (_levels(row.cells[0], cell) for row in rows for cell in row.cells[1:])
    return min(sizes) >= max(sizes) * _SAME_SIZE and bool(frozenset.intersection(*levels))


def _share_columns(rows: Sequence[Row]) -> bool:
    """Tell whether two rows at least begin their cells at the same places."""
    first = rows[0].lefts
    return any(
        len(row.lefts) == len(first)
        and all(abs(one - other) <= _SAME for one, other in zip(row.lefts, first, strict=True))
        for row in rows[1:]
    )
