import pytest

from isthmus.answer.number_words import ANOTHER, IN_WORDS, in_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("twenty-five pills", "25 pills"),
        ("one hundred and fifty", "150"),
        ("two thousand units", "2000 units"),
        ("one and a half tablets", "1.5 tablets"),
        ("half a tablet", "0.5 tablet"),
        ("a quarter, a dozen", "a 0.25, a 12"),
        ("someone often", "someone often"),
    ],
)
def test_numbers_in_words_are_written_in_figures(text: str, figures: str) -> None:
    assert IN_WORDS.sub(in_figures, text) == figures


@pytest.mark.parametrize(
    ("text", "figures"), [("another", "1"), ("a second dose", "1 dose"), ("a few", "1"), ("the dose", "the dose")]
)
def test_one_more_is_one(text: str, figures: str) -> None:
    assert ANOTHER.sub("1", text) == figures
