import pytest

from isthmus.corpus.raised import raise_numbers


@pytest.mark.parametrize(
    ("words", "raised"),
    [
        ("3", "³"),
        (" 1, 4", " ¹, ⁴"),
        ("-2", "⁻²"),
        ("3a", "³a"),
        ("[12]", "[¹²]"),
        ("th", "th"),
        ("in 12 people", "in 12 people"),
        ("", ""),
    ],
)
def test_numbers_are_raised_and_phrases_are_not(words: str, raised: str) -> None:
    assert raise_numbers(words) == raised
