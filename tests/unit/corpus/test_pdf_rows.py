from collections.abc import Sequence

import pytest

from isthmus.corpus.pdf_pieces import Piece
from isthmus.corpus.pdf_rows import aligned_tables

Told = Sequence[tuple[str, float, float]]
"""The pieces of a line: their words, where they begin and where they end; those that stand out end in an exclamation mark."""

FIRST, LATER = 50.0, 200.0


def page(*lines: tuple[float, Told]) -> list[tuple[Piece, ...]]:
    """Set lines at these heights."""
    return [
        tuple(Piece(number, words, left, right, height, 10, words.endswith("!")) for words, left, right in told)
        for number, (height, told) in enumerate(lines)
    ]


def cell(column: float, top: float, *words: str, wide: float = 120) -> list[tuple[float, Told]]:
    """Set the lines of a cell one below the other."""
    return [(top - 12 * number, [(one, column, column + wide)]) for number, one in enumerate(words)]


def row(top: float, *words: str) -> tuple[float, Told]:
    """Set a row whose cells are a line."""
    return top, [(one, FIRST + 150 * number, FIRST + 150 * number + 60) for number, one in enumerate(words)]


def rows_of(*lines: tuple[float, Told], known: bool = False) -> list[list[str]]:
    found = aligned_tables(page(*lines), goes_on=lambda _: known)
    return [[row.written() for row in table] for table in found]


HEAD = row(700, "Do", "Do not")
EARLY = [*cell(FIRST, 680, "Walk", "daily."), *cell(LATER, 680, "Run", "far.", "Jump.")]
LATE = [*cell(FIRST, 630, "Swim", "on the back."), *cell(LATER, 630, "Throw.")]
AS_ROWS = ["Walk daily. | Run far. Jump.", "Swim on the back. | Throw."]


def test_cells_of_several_lines_below_a_row_of_heads_are_a_table() -> None:
    assert rows_of(HEAD, *EARLY, *LATE) == [["Do | Do not", *AS_ROWS]]
    assert rows_of(HEAD, *EARLY) == [["Do | Do not", AS_ROWS[0]]]


def test_heads_of_several_lines_that_all_stand_out_are_a_row_of_heads() -> None:
    heads = [*cell(FIRST, 720, "What to!", "do!"), *cell(LATER, 720, "What not!", "to do!")]
    assert rows_of(*heads, *EARLY) == [["What to! do! | What not! to do!", AS_ROWS[0]]]


def test_two_rows_in_the_same_columns_need_no_heads() -> None:
    assert rows_of(*EARLY, *LATE) == [AS_ROWS]
    further = [(height, [(words, left + 20, right + 20) for words, left, right in told]) for height, told in LATE[2:]]
    assert rows_of(*EARLY, *LATE[:2], *further) == []


def test_one_row_without_heads_is_two_columns_of_text() -> None:
    assert rows_of(*EARLY) == []
    assert rows_of(*EARLY, known=True) == [[AS_ROWS[0]]]


def test_columns_of_text_are_none_where_a_line_reaches_across_or_a_heading_parts_them() -> None:
    across = (650.0, [("They all rested for weeks on end.", FIRST, 320.0)])
    assert rows_of(*EARLY, across, *LATE) == []
    heading = (645.0, [("Later!", FIRST, 90.0)])
    assert rows_of(*EARLY, heading, *LATE) == []


def test_columns_of_text_that_are_tall_make_no_row() -> None:
    lines = [f"Line {number}" for number in range(16)]
    tall = [*cell(FIRST, 680, *lines), *cell(LATER, 680, *lines)]
    assert rows_of(HEAD, *tall) == []
    assert len(rows_of(HEAD, *tall[:15], *tall[16:31])[0]) == 2


def test_a_side_heading_does_not_make_a_row_of_the_text_beside_it() -> None:
    first = [(680.0, [("Rest!", FIRST, 90.0), ("They rest", LATER, 320.0)]), *cell(LATER, 668, "for weeks.")]
    later = [(640.0, [("Run!", FIRST, 90.0), ("They run", LATER, 320.0)]), *cell(LATER, 628, "for weeks.")]
    assert rows_of(*first, *later) == []
    assert len(rows_of(HEAD, *first, *later)[0]) == 3


def test_notes_in_the_margin_that_do_not_lie_level_with_the_text_make_no_rows() -> None:
    lines = [*cell(FIRST, 680, "One", "two", "three", "four"), *cell(LATER, 655, "A note")]
    more = [*cell(FIRST, 632, "Five", "six", "seven", "eight"), *cell(LATER, 607, "A note")]
    assert rows_of(*lines, *more) == []
    level = [*cell(FIRST, 680, "One", "two", "three"), *cell(LATER, 680, "A note")]
    at_the_foot = [*cell(FIRST, 636, "Four", "five", "six"), *cell(LATER, 612, "A note")]
    assert rows_of(*level, *at_the_foot) == []
    overlapping = [*cell(FIRST, 680, "One", "two"), *cell(LATER, 680, "A", "long", "note"), *cell(FIRST, 656, "Three")]
    assert rows_of(*overlapping, *cell(LATER, 640, "A note")) == []


@pytest.mark.parametrize("top", [674.0, 668.0])
def test_cells_may_lie_level_in_their_middle_or_at_their_foot(top: float) -> None:
    assert rows_of(HEAD, *cell(FIRST, 680, "Walk", "daily."), *cell(LATER, top, "Run.")) == [
        ["Do | Do not", "Walk daily. | Run."]
    ]


def test_the_line_of_one_cell_may_be_that_of_the_next() -> None:
    walk = cell(FIRST, 680, "Walk", "every")
    both = (656.0, [("day.", FIRST, 90.0), ("Run.", LATER, 260.0)])
    assert rows_of(HEAD, *walk, both, *LATE) == [["Do | Do not", "Walk every day. | Run.", AS_ROWS[1]]]


def test_a_third_column_is_found_where_it_begins() -> None:
    third = cell(350, 680, "It", "heals.")
    assert rows_of(row(700, "Do", "Do not", "Why"), *EARLY, *third) == [
        ["Do | Do not | Why", f"{AS_ROWS[0]} | It heals."],
    ]
    why = (680.0, [("Run.", LATER, 260.0), ("It", 350.0, 400.0)])
    assert rows_of(row(700, "Do", "Do not", "Why"), *EARLY[:2], why, *cell(350, 668, "heals.")) == [
        ["Do | Do not | Why", "Walk daily. | Run. | It heals."],
    ]


def test_cells_without_any_beside_them_are_rows_of_their_table() -> None:
    assert rows_of(HEAD, *EARLY[:3], *cell(LATER, 640, "Jump.")) == [["Do | Do not", "Walk daily. | Run Jump."]]
    assert rows_of(HEAD, *cell(FIRST, 680, "Rest."), *cell(LATER, 655, "Throw."), *EARLY_LOWER) == [
        ["Do | Do not", "Rest. | ", " | Throw.", AS_ROWS[0]]
    ]


EARLY_LOWER = [(height - 50, told) for height, told in EARLY]


def test_lines_alone_between_rows_that_are_a_line_each_need_be_no_cells() -> None:
    tagged = [row(700, "union()", "[Function]"), *cell(FIRST, 685, "It tells.")]
    assert rows_of(*tagged, row(665, "heal()", "[Function]")) == [["union() | [Function]", "heal() | [Function]"]]


def test_many_lines_alone_end_a_table() -> None:
    alone = cell(FIRST, 685, "It", "tells", "how", "they", "do.")
    assert rows_of(row(700, "union()", "[Function]"), *alone, *LATE_LOWER) == []


LATE_LOWER = [(height - 15, told) for height, told in LATE]


def test_a_table_ends_where_its_rows_are_far_apart_and_what_follows_stays_as_it_is() -> None:
    far = [(height - 100, told) for height, told in LATE]
    assert rows_of(HEAD, *EARLY, *far) == [["Do | Do not", AS_ROWS[0]]]
    assert rows_of(HEAD, *EARLY, *cell(FIRST, 640, "All rest.")) == [["Do | Do not", AS_ROWS[0]]]


def test_a_row_begins_where_its_own_column_does_and_not_in_the_text_above_it() -> None:
    above = cell(FIRST, 700, "They rest.")
    assert rows_of(*above, *EARLY, *LATE) == [AS_ROWS]
    title, *lines = page((692.0, [("Early", FIRST, 90.0)]), *EARLY, *LATE)
    lines = [(title[0]._replace(size=14),), *lines]
    assert len(aligned_tables(lines, goes_on=lambda _: False)[0][0].lines) == 5
    assert rows_of((692.0, [("For weeks they rest from sport.", FIRST, 320.0)]), *EARLY, *LATE) == [AS_ROWS]


def test_lines_that_are_taken_already_part_those_around_them() -> None:
    lines = page(*EARLY, (650.0, []), *LATE)
    assert aligned_tables(lines, goes_on=lambda _: False) == []


def test_lines_that_go_back_up_or_left_of_the_row_end_it() -> None:
    assert rows_of(HEAD, *cell(FIRST, 680, "Walk"), *cell(LATER, 680, "Run"), *cell(LATER, 690, "Up")) == [
        ["Do | Do not", "Walk | Run"]
    ]


def test_notes_in_smaller_letters_make_no_rows() -> None:
    lines = page(*EARLY, *LATE)
    smaller = [tuple(piece._replace(size=8) if piece.left == LATER else piece for piece in line) for line in lines]
    assert aligned_tables(smaller, goes_on=lambda _: False) == []
    assert len(aligned_tables(lines, goes_on=lambda _: False)[0]) == 2
