import pytest

from isthmus.corpus.quoted import with_quoted
from isthmus.corpus.reading import Reading

SUMMARY = "Rest comes first in most of what was found, and a brace is sometimes worn. 1"
REST = "Most young people get better when they rest from their sport for some months."
BRACE = "A brace may be worn by those in whom rest alone does not settle the pain\N{HORIZONTAL ELLIPSIS}"


def quoted(text: str) -> Reading:
    return with_quoted(Reading("Found", text, "text/plain"))


def parts(text: str) -> list[tuple[str, str | None, str, str | None]]:
    return [(part.title, part.publisher, part.text, part.url) for part in quoted(text).parts]


BELOW = f"{SUMMARY}\n\n{REST}\nResting - Health Desk - A Group\n\n{BRACE}\nBraces: what to know | A Hospital\n"
ADDRESSED = (
    f"{SUMMARY}\n\nResting from sport\nhttps://example.org/rest\n{REST}\n\n"
    f"www.example.com \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} braces\nBraces and you\n{BRACE}\n"
)
APART = f"{SUMMARY}\n\n{REST}\n\nResting | Health Desk\n\n{BRACE}\n\nBraces | A Hospital\n"


def test_a_quote_with_a_line_below_it_is_a_source_of_its_own() -> None:
    assert parts(BELOW) == [
        ("Resting", "Health Desk - A Group", REST, None),
        ("Braces: what to know", "A Hospital", BRACE, None),
    ]


def test_a_result_with_an_address_above_it_is_a_source_of_its_own() -> None:
    assert parts(ADDRESSED) == [
        ("Resting from sport", None, REST, "https://example.org/rest"),
        ("Braces and you", None, BRACE, None),
    ]


def test_the_blocks_of_a_result_may_stand_apart() -> None:
    assert parts(ADDRESSED.replace("\n", "\n\n")) == parts(ADDRESSED)


def test_quotes_may_stand_apart_from_the_lines_below_them() -> None:
    assert parts(APART) == [("Resting", "Health Desk", REST, None), ("Braces", "A Hospital", BRACE, None)]


@pytest.mark.parametrize("text", [BELOW, ADDRESSED, APART])
def test_what_is_quoted_is_left_out_of_the_page_itself(text: str) -> None:
    page = quoted(text)
    assert page.text == text
    kept = list(text)
    for start, end in reversed(page.furniture):
        del kept[start:end]
    assert "".join(kept).strip() == SUMMARY


def test_a_line_without_a_publisher_names_a_source_where_the_others_have_one() -> None:
    text = BELOW + f"\n{REST}\nPars defect: what it means\n"
    assert parts(text)[-1] == ("Pars defect: what it means", None, REST, None)


@pytest.mark.parametrize(
    "text",
    [
        f"{REST}\nResting | Health Desk\n",
        f"What is it?\n\n{REST}\n\nSurgery - when to think of it\n\n{BRACE}\n\n{SUMMARY}\n",
        f"{REST}\n\nTreatment - Surgery\n\n{BRACE}\n\nTreatment - Rest\n\n{SUMMARY}",
        f"{REST}\nand so on.\n\n{BRACE}\nand on.\n",
        f"{REST}\n- A Mother\n\n{BRACE}\n- A Father\n",
        "\n\n".join([REST] * 9) + f"\nA Title | A Site\n\n{BRACE}\nB Title | B Site\n",
        "",
    ],
)
def test_an_ordinary_page_quotes_nobody(text: str) -> None:
    assert quoted(text) == Reading("Found", text, "text/plain")


def test_a_book_is_no_page_of_results() -> None:
    assert parts(BELOW * 2000) == []


def test_an_address_of_many_slashes_is_held_against_a_line_at_once() -> None:
    text = f"Rest and a brace\nwww.clinic.example/patients{'/' * 2_000} is the page\n{'It heals with rest. ' * 4}"
    assert quoted(text).text == text
