import pytest

from isthmus.corpus.blocks import read_blocks

WRAPPED = """\
A pars defect is a crack in a narrow bridge of bone at the back of a
vertebra. Most lie at L5, in the lowest part of the back, where load and
- as many think - extension are greatest, in some 5 to 6 of 100 people of
12. Rest helps.
"""


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Title\n\nIt heals.", [("heading", "Title"), ("paragraph", "It heals.")]),
        ("Title\nIt heals.", [("heading", "Title"), ("paragraph", "It heals.")]),
        ("What is it?\n\nA crack.", [("heading", "What is it?"), ("paragraph", "A crack.")]),
        ("It heals.\n\nA caption", [("paragraph", "It heals."), ("label", "A caption")]),
        (
            "It heals.\nA clinic\n\nIt hurts.",
            [("paragraph", "It heals."), ("label", "A clinic"), ("paragraph", "It hurts.")],
        ),
        ("Stage | Union\n\nIt heals.", [("label", "Stage | Union"), ("paragraph", "It heals.")]),
        ("over ten people\n\nIt heals.", [("label", "over ten people"), ("paragraph", "It heals.")]),
        ("Rest. Then brace\n\nIt heals.", [("paragraph", "Rest. Then brace"), ("paragraph", "It heals.")]),
        ("Options:\n\n  - rest\n  - brace", [("paragraph", "Options:"), ("item", "rest"), ("item", "brace")]),
        (
            "1. Rest\n2) Brace\n(3) Time\na) Ice",
            [("item", "Rest"), ("item", "Brace"), ("item", "Time"), ("item", "Ice")],
        ),
        ("\N{BULLET} a long\n  item\n\N{BULLET} Brace", [("item", "a long\n  item"), ("item", "Brace")]),
        ("1. Causes\n\nIt is a crack.", [("heading", "Causes"), ("paragraph", "It is a crack.")]),
        ("1. Rest\n2. Brace\n\nIt heals.", [("item", "Rest"), ("item", "Brace"), ("paragraph", "It heals.")]),
        ("- Causes\n\nIt is a crack.", [("item", "Causes"), ("paragraph", "It is a crack.")]),
        ("-5 degrees is a figure.", [("paragraph", "-5 degrees is a figure.")]),
        ("1.5 mm is a figure.", [("paragraph", "1.5 mm is a figure.")]),
        ("It heals.\nStep 1 of 2\nIt hurts.", [("paragraph", "It heals."), ("paragraph", "It hurts.")]),
        ("One.\r\n\r\nTwo.\rtwo.", [("paragraph", "One."), ("paragraph", "Two.\rtwo.")]),
        (WRAPPED, [("paragraph", WRAPPED.strip())]),
        (
            "It may need:         - rest.    -  A brace.    - Time.        These are slow.",
            [
                ("paragraph", "It may need:"),
                ("item", "rest."),
                ("item", "A brace."),
                ("item", "Time."),
                ("paragraph", "These are slow."),
            ],
        ),
        ("- rest  - a brace  - time", [("item", "rest"), ("item", "a brace"), ("item", "time")]),
        (
            "Key points\n    - It heals.    - It hurts.",
            [("heading", "Key points"), ("item", "It heals."), ("item", "It hurts.")],
        ),
        ("It heals -  or so they say  -  in time.", [("paragraph", "It heals -  or so they say  -  in time.")]),
        ("It heals.  It hurts.", [("paragraph", "It heals.  It hurts.")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_lines_become_blocks(text: str, blocks: list[tuple[str, str]]) -> None:
    assert [(block.kind, text[block.body : block.end]) for block in read_blocks(text)] == blocks


def test_an_item_knows_its_marker_and_how_far_in_it_stands() -> None:
    text = "- one\n\t- two"
    assert [(text[block.start : block.body], block.indent) for block in read_blocks(text)] == [("- ", 0), ("- ", 4)]


def test_what_is_known_to_be_furniture_makes_no_block_and_parts_what_stands_around_it() -> None:
    text = "It heals in\nA JOURNAL\nthe end.\nSubscribe\n"
    journal, subscribe = text.index("A JOURNAL"), text.index("Subscribe")
    blocks = read_blocks(text, [(journal, journal + 9), (subscribe, subscribe + 9)])
    assert [text[block.start : block.end] for block in blocks] == ["It heals in", "the end."]


@pytest.mark.parametrize("behind", ["[2]", "\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}", "[^1]", "12", '"[2, 3]'])
def test_a_sentence_with_the_number_of_a_reference_behind_it_is_no_heading(behind: str) -> None:
    text = f"A brace is not advised.{behind}\n\nIt heals."
    assert [block.kind for block in read_blocks(text)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Do not:", "Never do these.", "## Do not:", "1. Do not", "no sport", f"{'very ' * 20}long", "Contact us"]
)
def test_a_line_that_is_known_to_be_a_heading_is_one_however_it_looks(line: str) -> None:
    text = f"It heals.\n{line}\nbend backwards.\n\nIt hurts."
    kinds = [block.kind for block in read_blocks(text, headings=[text.index(line) + 3 * line.startswith("#")])]
    assert kinds[:2] == ["paragraph", "heading"]


def test_a_known_heading_of_markdown_is_one_line_and_any_other_may_be_wrapped() -> None:
    text = "## Do not:\nbend backwards.\n\nExercises that are\nnot done\n\nIt heals."
    blocks = read_blocks(text, headings=[3, text.index("Exercises")])
    assert [(block.kind, text[block.start : block.end]) for block in blocks] == [
        ("heading", "## Do not:"),
        ("paragraph", "bend backwards."),
        ("heading", "Exercises that are\nnot done"),
        ("paragraph", "It heals."),
    ]


def test_a_known_heading_within_an_item_stands_over_text_but_not_over_the_next_item() -> None:
    text = "- Not done\n\nIt hurts.\n\n- Rest\n- Brace"
    blocks = read_blocks(text, headings=[2, text.index("Rest"), text.index("Brace")])
    assert [block.kind for block in blocks] == ["heading", "paragraph", "item", "item"]


def test_a_known_heading_without_a_letter_is_none() -> None:
    assert [block.kind for block in read_blocks("* * *\n\nIt heals.", headings=[0])] == ["paragraph"]


def test_ticks_and_crosses_begin_a_block_and_stay_with_the_words_of_a_heading() -> None:
    text = f"\N{HEAVY CHECK MARK} Sit on a firm chair with arm rests\nx Sleep on the stomach {'and ' * 5}arch\n- \N{CROSS MARK} Run"
    told = [(block.kind, block.mark, text[block.body : block.end][:5]) for block in read_blocks(text)]
    assert told == [("item", "tick", "Sit o"), ("item", "cross", "Sleep"), ("item", "cross", "\N{CROSS MARK} Run")]
    (heading, _) = read_blocks("\N{CROSS MARK} Do not\n\nIt hurts.", headings=[0])
    assert (heading.kind, heading.body, heading.mark) == ("heading", 0, None)
