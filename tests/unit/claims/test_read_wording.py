import pytest

from isthmus.claims.read_wording import WordingFault, WordingReader
from isthmus.claims.words import Words


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "it names nothing that must occur"),
        (" - numb", "it names nothing that must occur"),
        ("my <leg>", "there is no set `leg` before it"),
        ("(my leg", "a bracket is not closed"),
        ("my) leg", "`my) leg` has a bracket too many"),
        ("my|", "`my|` allows no words at all"),
        ("&", "`&` is no word"),
        ("*", "`*` is no word"),
        ("a > b", "`a > b` cannot be read"),
    ],
)
def test_a_wording_that_cannot_be_read_says_why(text: str, fault: str) -> None:
    with pytest.raises(WordingFault, match="^" + fault.translate({ord(c): f"\\{c}" for c in "()|*"}) + "$"):
        WordingReader().read(text)


def test_the_text_of_a_wording_is_kept() -> None:
    assert WordingReader().read("numb + leg - arm").text == "numb + leg - arm"


def test_hyphens_and_capitals_are_read_as_in_a_text() -> None:
    assert WordingReader().read("X-ray* + L5").found_in(Words.of("l5 on x rays"))
