import io
import json
import sys
from collections.abc import Callable
from typing import cast

import pytest

from isthmus.corpus import pdf_pages
from isthmus.corpus.pdf_pages import main, pages_of

Pdf = Callable[..., bytes]


def words_of(content: bytes) -> list[list[str]]:
    return [
        [line[0] for line in page]
        for page in cast("list[list[tuple[str, float, int, float, float]]]", pages_of(content)["pages"])
    ]


def test_the_words_of_each_page_are_given_with_what_the_file_calls_itself(make_pdf: Pdf) -> None:
    content = make_pdf([["It heals.", "It hurts."], ["The end."]], title="Rest", author="A. Smith")
    assert words_of(content) == [["It heals.", "It hurts."], ["The end."]]
    assert {name: told for name, told in pages_of(content).items() if name != "pages"} == {
        "edges": [[[(50.0, 85.0, 10.0, 0)], [(50.0, 88.3, 10.0, 0)]], [[(50.0, 90.0, 10.0, 0)]]],
        "rules": [[], []],
        "title": "Rest",
        "author": "A. Smith",
    }


def test_a_word_broken_at_the_end_of_a_line_stays_broken_as_the_page_shows_it(make_pdf: Pdf) -> None:
    content = make_pdf([["A line that ends in a bro-", "ken word."]])
    assert words_of(content) == [["A line that ends in a bro-", "ken word."]]


@pytest.mark.parametrize(("bound", "most"), [("MOST_PAGES", 3), ("MOST_CHARACTERS", 29)])
def test_of_a_file_that_is_too_long_nothing_is_given(
    make_pdf: Pdf, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    content = make_pdf([["It heals."], ["It hurts."], ["The end."]])
    monkeypatch.setattr(pdf_pages, bound, most)
    assert words_of(content) == [["It heals."], ["It hurts."], ["The end."]]
    monkeypatch.setattr(pdf_pages, bound, most - 1)
    assert pages_of(content) == {"fault": "too long"}


def test_a_damaged_file_is_a_fault() -> None:
    assert pages_of(b"%PDF-1.4 and nothing else") == {"fault": "damaged"}


def test_as_a_program_it_reads_and_writes_and_is_bound(
    make_pdf: Pdf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bound: list[str] = []
    monkeypatch.setattr(pdf_pages, "_bind", lambda: bound.append("bound"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(make_pdf([["It heals."]]))))
    main()
    assert json.loads(capsys.readouterr().out)["pages"][0][0][0] == "It heals."
    assert bound == ["bound"]


def test_a_line_is_told_with_its_size_its_weight_and_its_place(draw_pdf: Pdf) -> None:
    content = "BT /F2 9 Tf 2 0 0 2 50 700 Tm (What is it?) Tj ET BT /F1 10 Tf 60 680 Td (It is a crack.) Tj ET"
    (page,) = cast("list[list[tuple[str, float, int, float, float]]]", pages_of(draw_pdf(content))["pages"])
    (_, size, weight, *place), (_, smaller, lighter, *below) = page
    assert (size, place, smaller, below) == (18.0, [700.0, 50.0], 10.0, [680.0, 60.0])
    assert weight >= 700 > lighter


RAISED = "BT /F1 12 Tf 50 700 Td (healed in 9 of 12) Tj /F1 7 Tf 5 Ts ({}) Tj 0 Ts /F1 12 Tf ( people.) Tj ET"


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (RAISED.format("3"), "healed in 9 of 12³ people."),
        (RAISED.format("1,4"), "healed in 9 of 12¹,⁴ people."),
        (RAISED.format("3").replace("5 Ts", "0 Ts"), "healed in 9 of 123 people."),
        (RAISED.format("3").replace("/F1 7 Tf", "/F1 12 Tf"), "healed in 9 of 123 people."),
    ],
)
def test_what_is_small_and_stands_above_the_line_is_raised(draw_pdf: Pdf, drawn: str, words: str) -> None:
    assert words_of(draw_pdf(drawn)) == [[words]]


WHITE = "1 1 1 rg BT /F1 12 Tf 50 700 Td (Play on.) Tj ET"


@pytest.mark.parametrize(
    ("drawn", "is_seen"),
    [
        ("BT /F1 12 Tf 50 700 Td (Play on.) Tj ET", True),
        (WHITE, False),
        (f"0 0 0.5 rg 40 690 200 30 re f {WHITE}", True),
        (f"0 0 0.5 rg 40 690 200 30 re S {WHITE}", False),
        (f"0 0 0.5 rg 40 90 200 30 re f {WHITE}", False),
        (f"0 0 0.5 rg 40 690 200 30 re f 1 1 1 rg 40 690 200 30 re f {WHITE}", False),
        (f"{WHITE} 0 0 0.5 rg 40 690 200 30 re f", False),
        ("1 1 1 rg 1 Tr BT /F1 12 Tf 50 700 Td (Play on.) Tj ET", True),
        ("BT /F1 12 Tf 3 Tr 50 700 Td (Play on.) Tj ET", False),
        ("BT /F1 1.5 Tf 50 700 Td (Play on.) Tj ET", False),
        ("BT /F1 12 Tf 50 900 Td (Play on.) Tj ET", False),
    ],
)
def test_letters_that_nobody_sees_are_left_out(draw_pdf: Pdf, drawn: str, *, is_seen: bool) -> None:
    rest = "0 0 0 rg 0 Tr BT /F1 12 Tf 50 500 Td (Rest.) Tj ET"
    assert words_of(draw_pdf(f"{drawn} {rest}")) == [["Play on.", "Rest."] if is_seen else ["Rest."]]


def test_words_that_were_read_off_a_picture_are_read(draw_pdf: Pdf) -> None:
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    assert words_of(draw_pdf(f"{picture} BT /F1 12 Tf 3 Tr 50 500 Td (Rest.) Tj ET")) == [["Rest."]]


def row(*cells: tuple[int, str]) -> str:
    return " ".join(f"BT /F1 10 Tf {x} 700 Td ({words}) Tj ET" for x, words in cells)


@pytest.mark.parametrize(
    ("drawn", "line"),
    [
        (row((50, "Early"), (150, "Most unite."), (300, "soon")), "Early | Most unite. | soon"),
        (row((50, "1."), (90, "Most unite.")), "1. Most unite."),
        (row((50, "2.1"), (90, "Union")), "2.1 Union"),
        (row((50, "Most"), (77, "unite.")), "Most unite."),
        (row((50, "+"), (150, "-")), "+ | -"),
        (row((50, "Most"), (77, "unite.")) + " 75 690 0.5 30 re f", "Most | unite."),
        (row((50, "Most"), (77, "unite.")) + " 75 690 m 75 720 l S", "Most | unite."),
        (row((50, "Most"), (77, "unite.")) + " 75 650 0.5 40 re f", "Most unite."),
        (row((50, "Most"), (77, "unite.")) + " 60 690 0.5 30 re f", "Most unite."),
        (row((50, "1."), (64, "Most unite.")) + " 62 690 0.5 30 re f", "1. | Most unite."),
    ],
)
def test_the_cells_of_a_row_are_parted(draw_pdf: Pdf, drawn: str, line: str) -> None:
    assert words_of(draw_pdf(drawn)) == [[line]]


def test_the_edges_of_each_cell_are_told_with_its_look(draw_pdf: Pdf) -> None:
    drawn = "BT /F2 10 Tf 50 700 Td (Early) Tj ET " + row((150, "Most unite."))
    (((early, most),),) = cast("list[list[list[tuple[float, float, float, int]]]]", pages_of(draw_pdf(drawn))["edges"])
    assert (early[0], early[2], most[0], most[2]) == (50.0, 10.0, 150.0, 10.0)
    assert 70 < early[1] < 80
    assert 195 < most[1] < 210
    assert early[3] >= 700 > most[3]


@pytest.mark.parametrize(
    ("drawn", "rules"),
    [
        ("1 w 50 100 m 300 100 l S", [(49.0, 99.0, 301.0, 101.0)]),
        ("50 100 200 1 re f", [(50.0, 100.0, 250.0, 101.0)]),
        ("50 100 200 50 re f", []),
        ("50 100 5 5 re f", []),
        ("50 100 2 5 re f", []),
        ("50 100 m 60 150 l 70 100 l 80 150 l 90 100 l 95 150 l S", []),
        (
            "50 100 200 50 re S",
            [
                (49.0, 99.0, 49.0, 151.0),
                (251.0, 99.0, 251.0, 151.0),
                (49.0, 99.0, 251.0, 99.0),
                (49.0, 151.0, 251.0, 151.0),
            ],
        ),
    ],
)
def test_the_straight_lines_that_are_drawn_are_told(draw_pdf: Pdf, drawn: str, rules: list[object]) -> None:
    assert pages_of(draw_pdf(drawn))["rules"] == [rules]


@pytest.mark.parametrize("bound", ["_MOST_PATHS", "_MOST_RULES"])
def test_a_page_with_too_many_lines_is_a_drawing(draw_pdf: Pdf, monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    content = draw_pdf("50 100 200 1 re f 50 120 200 1 re f")
    monkeypatch.setattr(pdf_pages, bound, 1)
    assert pages_of(content)["rules"] == [[]]


def test_a_bullet_that_is_drawn_beside_a_line_is_written(draw_pdf: Pdf) -> None:
    dot, far, bar = "52 702 4 4 re f", "2 682 4 4 re f", "40 660 14 4 re f"
    lines = " ".join(
        row((62, words)).replace("700", y) for words, y in [("Rest", "700"), ("Run", "680"), ("Row", "660")]
    )
    (page,) = cast(
        "list[list[tuple[str, float, int, float, float]]]", pages_of(draw_pdf(f"{dot} {far} {bar} {lines}"))["pages"]
    )
    assert [(words, left) for words, *_, left in page] == [("\N{BULLET} Rest", 52.0), ("Run", 62.0), ("Row", 62.0)]


def test_letters_beyond_the_usual_planes_do_not_shift_the_others(
    make_pdf: Pdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = make_pdf([["It heals."]])
    monkeypatch.setattr("pypdfium2.PdfTextPage.get_text_range", lambda _: "It")
    assert words_of(content) == [["It heals."]]


BRACE = "BT /F1 10 Tf 50 700 Td (It is worn for ) Tj (24 ) Tj (12 weeks.) Tj ET "


def line_at(left: float, right: float, height: float, thick: float = 0.6) -> str:
    return f"{left} {height} {right - left} {thick} re f "


@pytest.mark.parametrize(
    ("drawn", "words"),
    [
        (line_at(107.9, 119, 702.7), "It is worn for 12 weeks."),
        (line_at(107.9, 119, 702.7, 1.4), "It is worn for 12 weeks."),
        (line_at(49, 200, 702.7), None),
        (line_at(49, 105, 702.7), "24 12 weeks."),
        (line_at(110.5, 112.9, 702.7), "It is worn for [left out]4 12 weeks."),  # covers a part
        (line_at(107.9, 119, 698.8), "It is worn for 24 12 weeks."),  # stands below
        (line_at(107.9, 119, 708.0), "It is worn for 24 12 weeks."),  # stands above
        (line_at(107.9, 119, 701.0, 4), "It is worn for 24 12 weeks."),  # a ground
    ],
)
def test_words_that_are_struck_out_are_left_out(draw_pdf: Pdf, drawn: str, words: str | None) -> None:
    assert words_of(draw_pdf(BRACE + drawn)) == [[words] if words else []]


def test_what_stood_for_words_that_are_struck_out_parts_no_cells(draw_pdf: Pdf) -> None:
    told = "BT /F1 10 Tf 50 700 Td (They ) Tj (wear the brace at night and ) Tj (walk.) Tj ET "
    assert words_of(draw_pdf(told + line_at(75, 200, 702.7))) == [["They walk."]]
