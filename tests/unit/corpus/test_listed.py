import pytest

from isthmus.corpus.blocks import read_blocks
from isthmus.corpus.listed import is_front, with_lists

TICK, CROSS = "\N{HEAVY CHECK MARK} ", "\N{HEAVY BALLOT X} "


def told(text: str, *known: str) -> list[tuple[str, str]]:
    """Give the blocks of a text, of which some are known to be headings."""
    places = [text.index(words) for words in known]
    return [(one.kind, text[one.body : one.end]) for one in with_lists(read_blocks(text, (), places), text, places)]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(("head", "known"), [("You may:", ()), ("You can", ("You can",))])
def test_short_lines_below_a_colon_or_a_known_heading_are_items(head: str, known: tuple[str, ...], gap: str) -> None:
    blocks = told(gap.join([head, "Walk in the garden", "Sit for half an hour"]), *known)
    assert blocks[1:] == [("item", "Walk in the garden"), ("item", "Sit for half an hour")]


def test_the_last_of_them_heads_the_text_that_stands_below_it() -> None:
    text = "You may:\n\nWalk\n\nSwim\n\nAfter six weeks\n\nThe brace is left off."
    assert [kind for kind, _ in told(text)] == ["paragraph", "item", "item", "heading", "paragraph"]


@pytest.mark.parametrize("inner", ["Please do not", "Too early", "From week six", "Phase 2", "Table 2"])
def test_a_line_that_may_take_back_what_stands_below_it_ends_the_items(inner: str) -> None:
    text = f"Sport:\n\nWalk in the garden\n\n{inner}\n\nRun downhill\n\nLater\n\nThe brace is worn."
    assert [words for kind, words in told(text) if kind == "item"] == ["Walk in the garden"]
    assert ("heading", inner) in told(text) or inner.startswith("Table")


def test_names_below_a_known_heading_are_no_items() -> None:
    assert "item" not in {kind for kind, _ in told("Our team\n\nJane Ann Doe\n\nJohn Ben Smith", "Our team")}


def test_a_single_line_between_known_headings_heads_nothing() -> None:
    text = "Never\n\nTwist the trunk in the car\n\nBraces\n\nA brace is worn."
    assert told(text, "Never", "Braces")[1] == ("label", "Twist the trunk in the car")


def test_within_a_long_run_of_short_lines_only_those_that_may_lead_are_headings() -> None:
    run = ["You can", "Walk in the garden each day", "Not before week six", "What to do at home", "Braces"]
    blocks = told("\n\n".join([*run, "A brace is worn."]))
    assert [words for kind, words in blocks if kind == "label"] == ["Walk in the garden each day"]


def test_a_line_of_a_form_among_others_heads_nothing() -> None:
    text = "Re: Emma Brown\nAdmitted in May\n\nDiagnosis: A crack.\n\nAllergies: Penicillin\n\nHistory: Back pain."
    assert [kind for kind, _ in told(text)] == ["label", "label", "paragraph", "label", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Phase 1: Protection", "Avoid: Bowling", "Braces: What is known", "Braces: worn at night"]
)
def test_what_only_looks_like_a_line_of_a_form_stays_a_heading(line: str) -> None:
    assert told(f"{line}\n\nGoals: No pain.")[0] == ("heading", line)
    assert told("Allergies: Penicillin\n\nThe pain is better.")[0][0] == "heading"
    assert told("Allergies: Penicillin\n\nHistory: Back pain.", "Allergies")[0][0] == "heading"


def test_lines_with_ticks_and_crosses_are_items_and_stand_over_nothing() -> None:
    text = f"{CROSS}Sit on a low sofa\n\n{TICK}Sit on a firm chair\n\n{CROSS}Run\n\n{CROSS}Jump\n\nIt heals."
    assert [kind for kind, _ in told(text)] == ["item", "item", "item", "item", "paragraph"]


@pytest.mark.parametrize("below", ["- Run downhill", f"{TICK}Run downhill", "Run downhill until it hurts."])
def test_a_cross_over_what_bears_none_forbids_it(below: str) -> None:
    head = f"{CROSS}Not allowed"
    assert told(f"- Swim\n{head}\n{below}")[1] == ("heading", head)
    assert told(f"Sport\n\n{head}\n\n{below}", "Sport", head)[1] == ("heading", head)


def test_a_sentence_with_a_tick_leads_into_no_list_behind_it() -> None:
    text = f"{CROSS}Run downhill\n\n{TICK}Planks are good.\n\n  - Walk"
    assert [block.indent for block in with_lists(read_blocks(text), text)] == [2, 2, 2]
    text = f"{CROSS}Avoid what harms.\n\n  - Run"
    assert [block.indent for block in with_lists(read_blocks(text), text)] == [0, 2]


def test_the_front_of_a_text_is_told_from_the_head_of_a_part() -> None:
    assert all(map(is_front, ["Jane Doe, 2020", "Updated every year: 2024", "jane@example.org", "Version 3"]))
    assert not any(map(is_front, ["Phase 1 (weeks 0-6)", "Weeks 0 to 6", "What is known"]))
