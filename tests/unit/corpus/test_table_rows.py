import pytest

from isthmus.corpus.table_rows import Cell, Rows, span_from, table_lines, used_columns


def test_what_spans_rows_leaves_its_column_empty_below_until_it_ends() -> None:
    rows = Rows()
    assert rows.line([Cell("a"), Cell("b", rows=3)]) == "a | b"
    assert rows.line([Cell("c")]) == "c |"
    assert rows.line([Cell("", columns=1)]) == ""
    assert rows.line([Cell("d"), Cell("e")]) == "d | e"


def test_a_span_beyond_all_measure_is_cut_and_no_words_are() -> None:
    rows = Rows()
    line = rows.line([Cell("a"), Cell("b", columns=90_000), Cell("c")])
    assert (line.count("|"), line[-1]) == (100, "c")
    assert rows.line([Cell(str(number)) for number in range(200)]).endswith("198 | 199")


def test_no_cell_holds_a_bar_or_a_line_end() -> None:
    assert Rows().line([Cell("|x|\n y"), Cell("z")]) == "\N{BROKEN BAR}x\N{BROKEN BAR} y | z"


@pytest.mark.parametrize(
    ("told", "span"), [("2", 2), (" 12 ", 12), ("-1", 1), ("9" * 6, 1), ("\N{SUPERSCRIPT TWO}", 1)]
)
def test_a_span_is_a_plain_number(told: str, span: int) -> None:
    assert span_from(told) == span


def test_a_column_without_any_words_is_left_out_and_no_words_are() -> None:
    rows = [[Cell("", columns=2), Cell("a"), Cell("")], [Cell(""), Cell("b"), Cell(""), Cell("")], [Cell("")]]
    assert used_columns(rows) == {1, 2}
    assert table_lines(rows) == ["| a", "b |"]
    assert Rows([1]).line([Cell("a"), Cell(""), Cell("")]) == "a |"
