"""The tables of a PDF, which tells of none: their rows are written as lines, so that no cell is read as a paragraph."""

from collections.abc import Sequence
from itertools import takewhile

from isthmus.corpus.pdf_grid import ruled_tables
from isthmus.corpus.pdf_headings import Line, stands_out, usual_look
from isthmus.corpus.pdf_pieces import Edges, Piece, Row, Rule, pieces_of
from isthmus.corpus.pdf_rows import aligned_tables

__all__ = ["rows_as_lines"]

_SAME = 3.0  # points between the beginnings of two cells of one column
_AT_THE_EDGE = 4  # lines at the head or the foot of a page that may run along its pages


def rows_as_lines(
    pages: Sequence[Sequence[Line]], edges: Sequence[Sequence[Edges]], rules: Sequence[Sequence[Rule]]
) -> list[list[Line]]:
    """Write each row of each table as one line with bars between its cells; all other lines stay as they are.

    Args:
        pages: The lines of each page, in order.
        edges: Where the cells of each of these lines begin and end.
        rules: The straight lines that are drawn on each page.
    """
    usual = usual_look(pages)
    written: list[list[Line]] = []
    columns: tuple[float, ...] = ()
    for page, of_page, drawn in zip(pages, edges, rules, strict=True):
        lines = [
            _pieces(number, line, of_line, usual)
            for number, (line, of_line) in enumerate(zip(page, of_page, strict=True))
        ]
        rows = _rows(lines, drawn, columns)
        columns = _columns_at_the_foot(rows, len(page))
        written.append(_written(page, rows))
    return written


def _pieces(number: int, line: Line, edges: Edges, usual: Line) -> tuple[Piece, ...]:
    out = [stands_out(Line("", size, weight), usual) for _, _, size, weight in edges]
    return pieces_of(number, line, edges, stands_out=out)


def _rows(lines: Sequence[tuple[Piece, ...]], rules: Sequence[Rule], columns: Sequence[float]) -> list[Row]:
    """Find the rows of a page, by its rules first, in the order of their first lines."""

    def goes_on(row: Row) -> bool:
        is_first = min(row.lines) < _AT_THE_EDGE
        return bool(columns) and is_first and all(any(abs(left - at) <= _SAME for at in columns) for left in row.lefts)

    pieces = [piece for line in lines for piece in line]
    ruled = [_with_all(row, lines) for table in ruled_tables(pieces, rules, goes_on=goes_on) for row in table]
    taken = frozenset[int]().union(*(row.lines for row in ruled))
    others = [() if number in taken else line for number, line in enumerate(lines)]
    aligned = [row for table in aligned_tables(others, goes_on=goes_on) for row in table]
    rows = sorted(ruled + aligned, key=lambda row: min(row.lines))
    begins = min((min(row.lines) for row in rows), default=len(lines))
    return [*_rest(lines[:begins], columns), *rows] if begins >= _AT_THE_EDGE else rows


def _with_all(row: Row, lines: Sequence[tuple[Piece, ...]]) -> Row:
    """Put the words to a row that stand on its lines beside its table."""
    held = {piece for cell in row.cells for piece in cell}
    beside = tuple((piece,) for number in sorted(row.lines) for piece in lines[number] if piece not in held)
    return row._replace(cells=(*row.cells, *beside))


def _rest(lines: Sequence[tuple[Piece, ...]], columns: Sequence[float]) -> list[Row]:
    """Find the rest of a cell that begins on the page before: the first lines, where they begin in a later column."""

    def is_later(line: Sequence[Piece]) -> bool:
        return len(line) == 1 and any(abs(line[0].left - at) <= _SAME for at in columns[1:])

    start = next((at for at, line in enumerate(lines[:_AT_THE_EDGE]) if is_later(line)), None)
    if start is None:
        return []
    least = lines[start][0].left - _SAME
    cell = takewhile(lambda line: len(line) == 1 and line[0].left >= least, lines[start:])
    return [Row((tuple(line[0] for line in cell),), lacks_the_first=True)]


def _columns_at_the_foot(rows: Sequence[Row], count: int) -> tuple[float, ...]:
    """Tell where the columns of the last row of a page begin, if its table may go on overleaf."""
    whole = [row for row in rows if len(row.cells) > 1]
    last = max((max(row.lines) for row in rows), default=-1)
    return whole[-1].lefts if whole and last >= count - _AT_THE_EDGE else ()


def _written(page: Sequence[Line], rows: Sequence[Row]) -> list[Line]:
    row_of: dict[int, Row] = {}
    for row in rows:
        row_of |= {number: row for number in row.lines if number not in row_of}
    lines: list[Line] = []
    done: list[Row] = []
    for number, line in enumerate(page):
        of_line = row_of.get(number)
        if of_line is None:
            lines.append(line)
        elif of_line not in done:
            done.append(of_line)
            lines.append(line._replace(words=of_line.written()))
    return lines
