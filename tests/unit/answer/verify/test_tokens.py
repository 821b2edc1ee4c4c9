import pytest

from isthmus.answer.verify.tokens import read_text, stem


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It doesn\N{RIGHT SINGLE QUOTATION MARK}t, it can't and it cannot.", "it does not it can not and it can not"),
        ("A child's 10mg of the athletes' 6 mm", "a child 10 mg of the athletes 6 mm"),
        (
            "L5-S1, PD-12 and 3D at \N{GREATER-THAN OR EQUAL TO}6 \N{EN DASH} 12%",
            "l5-s1 pd-12 and 3d at \N{GREATER-THAN OR EQUAL TO} 6 12 %",
        ),
        ("", ""),
    ],
)
def test_words_are_written_in_one_way(text: str, words: str) -> None:
    assert " ".join(token.text for token in read_text(text).tokens) == words


def test_clauses_end_within_sentences_and_a_point_in_a_number_ends_nothing() -> None:
    tokens = read_text("Rest, then 3.5 weeks e.g. of care. Walk").tokens
    assert [(token.text, token.clause, token.sentence) for token in tokens] == [
        ("rest", 0, 0),
        ("then", 1, 0),
        ("3.5", 1, 0),
        ("weeks", 1, 0),
        ("e.g.", 1, 0),
        ("of", 1, 0),
        ("care", 1, 0),
        ("walk", 2, 1),
    ]


def test_a_word_beyond_either_end_is_nothing() -> None:
    text = read_text("rest first")
    assert (text.word(-1), text.word(1), text.word(2)) == ("", "first", "")
    assert text.follows(0, "rest", "first")
    assert not text.follows(1, "first", "aid")


def test_a_stem_is_the_word_itself_where_there_is_none() -> None:
    assert (stem("healing"), stem("%")) == ("heal", "%")
