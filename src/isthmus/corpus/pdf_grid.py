"""Tables of a PDF that are ruled: which pieces of its lines stand in cells that rules bound, and which cells make a row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from isthmus.corpus.pdf_pieces import Piece, Row, Rule

__all__ = ["ruled_tables"]

_TOUCHES = 4.0  # points between cells that share a border, as those of a table have it whose borders are drawn twice
_INSIDE = 1.0  # points within a cell at which its words are
_FEWEST_ROWS = 2
_MOST_RULES = 400


class _Bound(NamedTuple):
    """A rule: where it lies, and from where to where it goes."""

    at: float
    start: float
    end: float


class _Cell(NamedTuple):
    """A cell with its bounds, how far the rules above and below it reach, and those on its sides."""

    left: float
    bottom: float
    right: float
    top: float
    first: float
    last: float
    sides: frozenset[_Bound]

    @property
    def is_whole_row(self) -> bool:
        return self.right - self.left >= self.last - self.first - _TOUCHES


def ruled_tables(pieces: Sequence[Piece], rules: Sequence[Rule], *, goes_on: Callable[[Row], bool]) -> list[list[Row]]:
    """Find the tables whose cells are bounded by rules, each with its rows from above.

    Cells touch each other, which boxes that are set beside each other do not, and there are two rows of them at least,
    or one that goes on from the page before. A cell as wide as its table is no row.
    """
    uprights, levels = _bounds(rules, upright=True), _bounds(rules, upright=False)
    if not uprights or len(levels) < _FEWEST_ROWS or len(uprights) + len(levels) > _MOST_RULES:
        return []
    cells: dict[_Cell, list[Piece]] = {}
    for piece in pieces:
        cell = _cell(piece, uprights, levels)
        if cell:
            cells.setdefault(cell, []).append(piece)
    tables = (_rows(table, cells) for table in _joined(cells, _share_a_side))
    return [rows for rows in tables if _is_table(rows) or (len(rows) == 1 and goes_on(rows[0]))]


def _bounds(rules: Sequence[Rule], *, upright: bool) -> list[_Bound]:
    """Put together the rules of one direction that go on from each other."""
    found = [
        _Bound((left + right) / 2, bottom, top) if upright else _Bound((bottom + top) / 2, left, right)
        for left, bottom, right, top in rules
        if (right - left < top - bottom) == upright
    ]
    joined: list[_Bound] = []
    for bound in sorted(found, key=lambda bound: (round(bound.at), bound.start)):
        last = joined[-1] if joined else None
        if last and round(last.at) == round(bound.at) and bound.start <= last.end + _TOUCHES:
            joined[-1] = last._replace(end=max(last.end, bound.end))
        else:
            joined.append(bound)
    return joined


def _cell(piece: Piece, uprights: Sequence[_Bound], levels: Sequence[_Bound]) -> _Cell | None:
    """Find the rules next to a piece on its four sides; a table that is open at its sides ends where its levels do."""
    x, y = piece.left + _INSIDE, piece.height + piece.size / 4
    beside = [bound for bound in uprights if bound.start <= y <= bound.end]
    around = [bound for bound in levels if bound.start <= x <= bound.end]
    above = min((bound for bound in around if bound.at > y), default=None)
    below = max((bound for bound in around if bound.at <= y), default=None)
    if above is None or below is None or not beside:
        return None
    before = max((bound for bound in beside if bound.at <= x), default=None)
    behind = min((bound for bound in beside if bound.at > x), default=None)
    left = before.at if before else max(above.start, below.start)
    right = behind.at if behind else min(above.end, below.end)
    sides = frozenset(side for side in (before, behind) if side)
    return _Cell(left, below.at, right, above.at, min(above.start, below.start), max(above.end, below.end), sides)


def _share_a_side(one: _Cell, other: _Cell) -> bool:
    """Tell whether two cells have a border in common, or borders that touch."""
    pairs = product(one.sides, other.sides)
    return any(abs(a.at - b.at) <= _TOUCHES and a.start < b.end and b.start < a.end for a, b in pairs)


def _beside(one: _Cell, other: _Cell) -> bool:
    return min(one.top, other.top) - max(one.bottom, other.bottom) > _TOUCHES


def _joined(cells: Iterable[_Cell], belong: Callable[[_Cell, _Cell], bool]) -> Iterator[list[_Cell]]:
    """Put cells together that belong to each other, be it by way of others."""
    left = sorted(cells, key=lambda cell: cell[:4])
    while left:
        group = [left.pop()]
        for one in group:
            near = [other for other in left if belong(one, other)]
            left = [other for other in left if other not in near]
            group += near
        yield group


def _rows(table: Sequence[_Cell], cells: dict[_Cell, list[Piece]]) -> list[Row]:
    first = min(cell.left for cell in table)
    narrow = [cell for cell in table if not cell.is_whole_row]
    rows = sorted((sorted(row) for row in _joined(narrow, _beside)), key=lambda row: -max(cell.top for cell in row))
    return [
        Row(tuple(tuple(cells[cell]) for cell in row), row[0].left > min(first, row[0].first) + _TOUCHES)
        for row in rows
    ]


def _is_table(rows: Sequence[Row]) -> bool:
    return len(rows) >= _FEWEST_ROWS and any(len(row.cells) > 1 for row in rows)
