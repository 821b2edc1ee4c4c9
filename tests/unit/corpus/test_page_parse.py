import pytest

from isthmus.corpus.page_parse import parse_page
from isthmus.errors import MalformedText


@pytest.mark.parametrize("page", ["", "<!-- nothing -->"])
def test_a_page_that_holds_nothing_is_an_empty_element(page: str) -> None:
    root = parse_page(page, "a")
    assert (root.tag, root.find(".//p")) == ("html", None)


@pytest.mark.parametrize(
    ("page", "why"),
    [
        ("<p>" * 300_001, "It has more than 300,000 tags"),
        (
            f"<p {' '.join(f'a{number}' for number in range(9_000))}>x</p>",
            "One of its tags has more than 1,000 attributes",
        ),
    ],
)
def test_what_is_built_beyond_all_measure_is_refused(page: str, why: str) -> None:
    with pytest.raises(MalformedText, match=f"^a: {why}"):
        parse_page(page, "a")
