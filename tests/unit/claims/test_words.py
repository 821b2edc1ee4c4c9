import pytest

from isthmus.claims.words import ANY_NUMBER, Words, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pain, PAIN & pain!", ["pain", "pain", "pain"]),
        ("I can\N{RIGHT SINGLE QUOTATION MARK}t", ["i", "cant"]),
        ("X-ray of L5/S1", ["x", "ray", "of", "l5", "s1"]),
        ("café naïve", ["cafe", "naive"]),
        ("fe\N{ZERO WIDTH SPACE}ver", ["fever"]),
        ("\N{FULLWIDTH LATIN SMALL LETTER P}ain", ["pain"]),
        ("  ", []),
    ],
)
def test_text_is_reduced_to_plain_words(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_sentences_and_clauses_are_numbered() -> None:
    words = Words.of("No fever, just pain. My leg (left): 38,5 degrees - hot")
    assert words.sentences == (0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1)
    *clauses, end = sorted(words.breaks)
    assert [words.words[at] for at in clauses] == ["no", "just", "my", "left", "38", "hot"]
    assert end == len(words.words)


def test_words_beginnings_of_words_and_numbers_tell_where_they_stand() -> None:
    words = Words.of("leg to leg, lest 15yo")
    assert words.places == {"leg": [0, 2], "to": [1], "lest": [3], "15yo": [4]}
    assert words.openings["leg"] == [0, 2]
    assert words.openings["le*"] == [0, 2, 3]
    assert words.openings["lest*"] == [3]
    assert words.openings[ANY_NUMBER] == [4]
    assert "le" not in words.openings
