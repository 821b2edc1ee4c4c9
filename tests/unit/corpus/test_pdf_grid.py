import pytest

from isthmus.corpus import pdf_grid
from isthmus.corpus.pdf_grid import ruled_tables
from isthmus.corpus.pdf_pieces import Piece, Row, Rule


def words(*told: tuple[str, float, float]) -> list[Piece]:
    """Set words of these heights at these left edges."""
    return [Piece(line, one, left, left + 40, height, 10) for line, (one, left, height) in enumerate(told)]


def grid(xs: list[float], ys: list[float]) -> list[Rule]:
    """Draw all rules of a table, each from its first to its last, half a point thick."""
    uprights = [(x, ys[0], x + 0.5, ys[-1]) for x in xs]
    return uprights + [(xs[0], y, xs[-1], y + 0.5) for y in ys]


def boxes(*bounds: tuple[float, float, float, float]) -> list[Rule]:
    """Draw the four sides of boxes."""
    return [
        rule
        for left, bottom, right, top in bounds
        for rule in [
            (left, bottom, left, top),
            (right, bottom, right, top),
            (left, bottom, right, bottom),
            (left, top, right, top),
        ]
    ]


def rows_of(pieces: list[Piece], rules: list[Rule], *, known: bool = False) -> list[list[str]]:
    found = ruled_tables(pieces, rules, goes_on=lambda _: known)
    return [[row.written() for row in table] for table in found]


LEAFLET = words(
    ("Do", 52, 290), ("Do not", 152, 290), ("Walk", 52, 270), ("daily.", 52, 258), ("Run", 152, 270), ("far.", 152, 258)
)
ROWS = ["Do | Do not", "Walk daily. | Run far."]


def test_the_cells_between_rules_are_the_rows_of_a_table() -> None:
    assert rows_of(LEAFLET, grid([50, 150, 250], [250, 280, 300])) == [ROWS]


def test_cells_that_each_have_borders_of_their_own_make_a_table_where_these_touch() -> None:
    cells = [(50, 282, 148, 300), (150, 282, 250, 300), (50, 250, 148, 280), (150, 250, 250, 280)]
    assert rows_of(LEAFLET, boxes(*cells)) == [ROWS]


def test_boxes_that_stand_apart_make_none() -> None:
    cards = [(50, 290, 140, 300), (150, 290, 250, 300), (50, 250, 140, 280), (150, 250, 250, 280)]
    assert rows_of(LEAFLET, boxes(*cards)) == []


def test_a_table_may_be_open_at_its_sides() -> None:
    assert rows_of(LEAFLET, grid([50, 150, 250], [250, 280, 300])[1:2] + grid([50, 250], [250, 280, 300])[2:]) == [ROWS]


def test_a_rule_between_two_columns_of_text_makes_no_table() -> None:
    columns = [(150.0, 100.0, 150.5, 300.0), (50.0, 310.0, 250.0, 310.5), (50.0, 90.0, 250.0, 90.5)]
    assert rows_of(LEAFLET, columns) == []
    assert rows_of(LEAFLET, grid([50, 150, 250], [250, 300])) == []
    assert rows_of(LEAFLET, grid([50, 250], [250, 280, 300])) == []


def test_a_cell_as_wide_as_its_table_is_no_row() -> None:
    title = words(("Weeks 0 to 6", 52, 310))[0]._replace(line=9)
    rules = [*grid([50, 150, 250], [250, 280, 300]), (50.0, 320.0, 250.0, 320.5), (50.0, 300.0, 50.5, 320.0)]
    assert rows_of([title, *LEAFLET], [*rules, (250.0, 300.0, 250.5, 320.0)]) == [ROWS]


def test_a_cell_without_any_beside_it_is_a_row_of_its_table() -> None:
    pieces = words(("Do", 52, 290), ("Do not", 152, 290), ("Walk.", 52, 270), ("Run.", 152, 240))
    rules = grid([50, 150, 250], [230, 250, 280, 300])
    assert rows_of(pieces, rules) == [["Do | Do not", "Walk. | ", " | Run."]]


def test_one_row_goes_on_with_a_table_of_the_page_before() -> None:
    rules = grid([50, 150, 250], [250, 280])
    assert rows_of(LEAFLET[2:], rules, known=True) == [["Walk daily. | Run far."]]
    assert rows_of(LEAFLET[4:], rules, known=True) == [[" | Run far."]]
    assert rows_of(LEAFLET[2:], rules) == []


def test_what_stands_outside_of_all_rules_is_in_no_cell() -> None:
    beyond = words(("A leaflet", 52, 400), ("Page 1", 300, 290))
    assert rows_of([*LEAFLET, *beyond], grid([50, 150, 250], [250, 280, 300])) == [ROWS]


def test_a_page_of_very_many_rules_is_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_grid, "_MOST_RULES", 5)
    assert rows_of(LEAFLET, grid([50, 150, 250], [250, 280, 300])) == []


def test_a_row_tells_that_its_first_column_is_empty() -> None:
    (table,) = ruled_tables(
        words(("Do", 52, 290), ("Do not", 152, 290), ("Run.", 152, 270)),
        grid([50, 150, 250], [250, 280, 300]),
        goes_on=lambda _: False,
    )
    assert [row.lacks_the_first for row in table] == [False, True]
    assert isinstance(table[0], Row)
