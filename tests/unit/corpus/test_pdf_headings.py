import pytest

from isthmus.corpus.pdf_headings import Line, levels_of, stands_out, usual_look

LONG = Line("We saw many people with pain for at least three weeks and followed each one of them.", 10, 400)


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        ([Line("Rest", 20, 400), LONG, Line("What was done", 14, 400), LONG], [1, 0, 2, 0]),
        ([Line("Rest", 10, 700), LONG, LONG], [1, 0, 0]),
        ([Line("Rest", 14, 700), Line("in the young", 14, 700), LONG, Line("Done", 10, 700), LONG], [1, 1, 0, 2, 0]),
        ([Line("What is it?", 14, 400), LONG, Line("Do not:", 10, 700), LONG], [1, 0, 2, 0]),
        ([Line("It is over.", 14, 700), LONG], [0, 0]),
        ([Line("\N{BULLET} Rest", 14, 700), LONG], [0, 0]),
        ([Line("Table 2 Union", 10, 700), LONG], [0, 0]),
        ([Line("Stage Union", 10, 700), Line("early | 71%", 10, 400), LONG], [0, 0, 0]),
        ([Line("Rest " * 15, 14, 700), LONG], [0, 0]),
        ([Line("A Journal", 7, 700), LONG], [0, 0]),
        ([Line("12", 14, 700), LONG], [0, 0]),
        ([Line("One\n", 14, 700)] * 4 + [LONG], [0] * 5),
        ([Line("Rest", 10, 440), LONG], [0, 0]),
        ([], []),
    ],
)
def test_a_heading_is_larger_or_bolder_than_most_of_the_text(lines: list[Line], levels: list[int]) -> None:
    assert levels_of([lines]) == [levels]


def test_the_levels_of_all_pages_are_one_order() -> None:
    pages = [[Line("Done", 12, 400), LONG], [Line("Rest", 16, 400), LONG]]
    assert levels_of(pages) == [[2, 0], [1, 0]]


def test_a_line_stands_out_from_the_look_of_most_of_the_text() -> None:
    usual = usual_look([[LONG, Line("Rest", 20, 700)]])
    assert (usual.size, usual.weight) == (10, 400)
    assert [stands_out(line, usual) for line in (Line("Rest", 10, 700), Line("Rest", 20, 400), LONG)] == [
        True,
        True,
        False,
    ]
