from isthmus.corpus.pdf_headings import Line
from isthmus.corpus.pdf_pieces import Rule
from isthmus.corpus.pdf_tables import rows_as_lines

TEXT = "They all rested from sport for many weeks and then came back to it, one step at a time."
RULES: list[Rule] = [
    *[(x, 660.0, x + 0.5, 710.0) for x in (50.0, 150.0, 250.0)],
    *[(50.0, y, 250.0, y + 0.5) for y in (660.0, 690.0, 710.0)],
]


def line(
    words: str, height: float, *lefts: float, weight: int = 400
) -> tuple[Line, list[tuple[float, float, float, int]]]:
    edges = [(left, left + 5 * len(words) / len(lefts), 10.0, weight) for left in lefts]
    return Line(words, 10, weight, height, lefts[0]), edges


def written(
    *pages: list[tuple[Line, list[tuple[float, float, float, int]]]], rules: list[Rule] | None = None
) -> list[list[str]]:
    drawn = [rules or []] * len(pages)
    lines = [[one for one, _ in page] for page in pages]
    return [
        [one.words for one in page]
        for page in rows_as_lines(lines, [[edges for _, edges in page] for page in pages], drawn)
    ]


INTRO = line(TEXT, 740, 50)
HEAD = line("Do | Do not", 695, 52, 152)
WALK = [line("Walk on level", 680, 52), line("ground.", 668, 52)]
RUN = [line("Run far", 680, 152), line("from home.", 668, 152)]
ROWS = ["Do | Do not", "Walk on level ground. | Run far from home."]
AFTER = line(TEXT, 630, 50)


def test_rows_are_lines_with_or_without_rules_and_all_else_stays() -> None:
    page = [INTRO, HEAD, *WALK, *RUN, AFTER]
    assert written(page) == [[TEXT, *ROWS, TEXT]]
    assert written(page, rules=RULES) == [[TEXT, *ROWS, TEXT]]


def test_a_row_is_set_as_its_first_line_is() -> None:
    page = [INTRO, HEAD, *WALK, *RUN]
    (lines,) = rows_as_lines([[one for one, _ in page]], [[edges for _, edges in page]], [[]])
    assert lines[2] == Line("Walk on level ground. | Run far from home.", 10, 400, 680, 52)


def test_heads_that_stand_out_are_told_from_the_look_of_the_text() -> None:
    heads = [line("What you", 720, 52, weight=700), line("may do", 708, 52, weight=700)]
    others = [line("What you", 720, 152, weight=700), line("may not", 708, 152, weight=700)]
    page = [INTRO, *heads, *others, *WALK, *RUN, AFTER]
    assert written(page) == [[TEXT, "What you may do | What you may not", ROWS[1], TEXT]]


def test_words_beside_a_ruled_table_stay_with_its_row() -> None:
    page = [INTRO, line("1 | Do | Do not", 695, 20, 52, 152), *WALK, *RUN]
    assert written(page, rules=RULES) == [[TEXT, "Do | Do not | 1", ROWS[1]]]


def test_a_table_goes_on_overleaf() -> None:
    first, overleaf = [INTRO, HEAD, *WALK, *RUN], [line("Page 2", 760, 50), *WALK, *RUN, AFTER]
    assert written(first, overleaf)[1] == ["Page 2", ROWS[1], TEXT]
    assert written([INTRO], overleaf)[1] == ["Page 2", *(one.words for one, _ in [*WALK, *RUN]), TEXT]
    assert written([*first, *[AFTER] * 5], overleaf)[1][1] == "Walk on level"


def test_the_rest_of_a_cell_stands_overleaf() -> None:
    first = [INTRO, HEAD, *WALK, *RUN]
    assert written(first, [line("Page 2", 760, 50), *RUN, AFTER])[1] == ["Page 2", " | Run far from home.", TEXT]
    assert written(first, [line("Page 2", 760, 50), AFTER])[1] == ["Page 2", TEXT]


def test_a_page_without_lines_has_none() -> None:
    assert rows_as_lines([[], []], [[], []], [[], []]) == [[], []]
