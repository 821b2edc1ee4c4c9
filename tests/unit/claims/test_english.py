import pytest

from isthmus.claims import is_english


@pytest.mark.parametrize(("word", "english"), [("ladder", True), ("brace", True), ("laddre", False), ("braec", False)])
def test_a_dictionary_tells_a_word_from_a_slip(word: str, *, english: bool) -> None:
    assert is_english(word) is english
