from isthmus.corpus.pdf_headings import Line
from isthmus.corpus.pdf_paragraphs import write_pages

FULL = "We saw many people with pain for at least three weeks and followed each one of"


def page(*lines: tuple[str, float]) -> list[Line]:
    """Set lines of these sizes one below the other."""
    return [Line(words, size, 400, 700 - 12 * number, 50) for number, (words, size) in enumerate(lines)]


def test_headings_by_their_looks_are_told_with_their_levels_and_set_apart() -> None:
    text, headings = write_pages(
        [page((FULL, 10), ("them", 10), ("What not", 14), ("to do", 14), (FULL, 10), ("Rest", 12), (FULL, 10))]
    )
    assert text == f"{FULL}\nthem\n\nWhat not to do\n\n{FULL}\n\nRest\n\n{FULL}"
    assert [(text[at:].partition("\n")[0], level) for at, level in headings] == [("What not to do", 1), ("Rest", 2)]


def test_the_first_item_of_a_list_without_bullets_does_not_stand_alone_like_a_heading() -> None:
    text, _ = write_pages([page((FULL, 10), ("them.", 10), ("Do not", 14), ("Run", 10), ("Swim", 10), (FULL, 10))])
    assert "\n\nDo not\nRun\nSwim\n" in text


def test_where_nothing_looks_like_a_heading_the_words_tell() -> None:
    text, headings = write_pages([page((FULL, 10), ("them.", 10), ("What was done", 10), (FULL, 10))])
    assert (text, headings) == (f"{FULL}\nthem.\n\nWhat was done\n\n{FULL}", ())


def test_where_headings_have_looks_another_has_to_stand_nearer_to_what_follows() -> None:
    first = page((FULL, 10), ("them.", 10))
    near = [Line("What was done", 10, 400, 640, 50), Line(FULL, 10, 400, 628, 50)]
    far = [Line("What was done", 10, 400, 676, 50), Line(FULL, 10, 400, 664, 50)]
    title = page(("Rest", 20), (FULL, 10))
    assert "them.\n\nWhat was done\n\n" in write_pages([title, first + near])[0]
    assert "What was done\nWe saw" in write_pages([title, first + far])[0]


def test_what_stands_left_of_the_item_before_it_ends_the_list() -> None:
    lines = [
        Line(f"\N{BULLET} {FULL}", 10, 400, 700, 60),
        Line("them", 10, 400, 688, 70),
        Line(f"{FULL} them", 10, 400, 676, 50),
        Line("all", 10, 400, 664, 50),
    ]
    assert write_pages([lines])[0] == f"\N{BULLET} {FULL}\nthem\n\n{FULL} them\nall"


def test_pages_are_parted() -> None:
    assert write_pages([page(("One.", 10)), [], page(("Two.", 10))])[0] == "One.\n\f\n\n\f\nTwo."


def test_lines_that_stand_apart_like_paragraphs_are_two() -> None:
    heights = [700, 688, 676, 652, 628, 616, 592]
    words = [FULL, FULL, "them", "Sit on a firm chair", "Sleep on the stomach", "with a pillow", "and in a bed"]
    lines = [Line(line, 10, 400, height, 50) for line, height in zip(words, heights, strict=True)]
    expected = f"{FULL}\n{FULL}\nthem\n\nSit on a firm chair\n\nSleep on the stomach\nwith a pillow\nand in a bed"
    assert write_pages([lines])[0] == expected


def test_a_full_line_is_parted_from_a_paragraph_where_the_space_is_wider_than_around_it() -> None:
    def set_at(*heights: int) -> str:
        return write_pages([[Line(FULL, 10, 400, height, 50) for height in heights]])[0]

    assert set_at(700, 688, 664, 652) == f"{FULL}\n{FULL}\n\n{FULL}\n{FULL}"
    assert set_at(700, 676, 652, 628) == "\n".join([FULL] * 4)


def test_the_row_of_a_table_does_not_tell_how_wide_the_text_is() -> None:
    row = ("Walk on level ground for half an hour | " + "Run on grass or on the road " * 8, 10.0)
    text, _ = write_pages([page((FULL, 10), ("them.", 10), ("What was done", 10), (FULL, 10), row)])
    assert "them.\n\nWhat was done\n\n" in text
    assert f"{FULL}\n{row[0].rstrip()}" in text
