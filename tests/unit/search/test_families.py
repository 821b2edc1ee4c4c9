import pytest

from isthmus.search.families import families
from isthmus.search.stem import stems


@pytest.mark.parametrize(("asked", "said"), [("deaths", "fatality"), ("fatality", "deaths"), ("spread", "transmitted")])
def test_words_of_one_family_are_heard_for_each_other(asked: str, said: str) -> None:
    assert stems(said)[0] in families()[stems(asked)[0]]


def test_no_word_is_its_own_relative() -> None:
    assert not [stem for stem, others in families().items() if stem in others]


def test_the_line_that_says_what_the_file_is_is_no_family() -> None:
    assert not any("#" in stem for stem in families())
    assert families()["virus"] == {"viral", "pathogen"}
