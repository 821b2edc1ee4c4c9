import pytest

from isthmus.answer.numerals import in_plain_figures


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("He is 15½.", "He is 15.5."),
        ("2 ¾ months", "2.75 months"),
        ("for ⅓ of it", "for 0.33 of it"),
        ("½ a year", "half a year"),
        ("grade ②", "grade 2"),
        ("grade②", "grade 2"),
        ("¹⁶ weeks", "16 weeks"),
        ("kg/m²", "kg/m 2"),
        ("⑴ rest ⑵ brace", "(1) rest (2) brace"),
        ("14 and 1/2", "14 and 1/2"),
        ("", ""),
    ],
)
def test_numbers_in_one_character_become_plain_figures(written: str, plain: str) -> None:
    assert in_plain_figures(written) == plain
