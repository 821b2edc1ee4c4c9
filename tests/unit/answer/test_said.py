from decimal import Decimal

import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.said import sentences_of


def words(text: str) -> list[str]:
    return [token.word for sentence in sentences_of(text, ASKING.numbers) for token in sentence.tokens]


def numbers(text: str) -> list[Decimal]:
    tokens = [token for sentence in sentences_of(text, ASKING.numbers) for token in sentence.tokens]
    return [token.value for token in tokens if token.value is not None]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("My 14yo son's X-ray", ["my", "14", "yo", "son", "x", "ray"]),
        ("He's 7/10, not 20%", ["hes", "7", "out", "of", "10", "not", "20", "percent"]),
        ("3-4 weeks at L5-S1", ["3", "to", "4", "weeks", "at", "l5", "s1"]),
    ],
)
def test_a_text_is_read_as_plain_words(text: str, read: list[str]) -> None:
    assert words(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("fourteen", "14"),
        ("forty-one", "41"),
        ("sixty years", "60"),
        ("1,200 people", "1200"),
        ("1.5 months", "1.5"),
        ("a week", "1"),
        ("one week", "1"),
        ("half a year", "0.5"),
        ("a year and a half", "1.5"),
        ("six and a half months", "6.5"),
        ("grade II", "2"),
        ("grade one", "1"),
    ],
)
def test_a_number_is_read_in_digits_or_in_words(text: str, read: str) -> None:
    assert numbers(text) == [Decimal(read)]


@pytest.mark.parametrize("text", ["on one side", "a brace", "half of it", "an MRI", "I and V", "pain and a half"])
def test_a_word_that_only_looks_like_a_number_is_none(text: str) -> None:
    assert numbers(text) == []


def test_a_sentence_knows_whether_it_asks_and_what_was_said_in_it() -> None:
    told, asks = sentences_of("I am forty-one. Can I run?  ", ASKING.numbers)
    assert (told.asks, asks.asks) == (False, True)
    assert told.said(1, 3) == "am forty-one"
    assert [token.phrase for token in sentences_of("No, fever", ASKING.numbers)[0].tokens] == [0, 1]


def test_a_word_knows_whether_it_owns_what_follows() -> None:
    sentence = sentences_of("My 12-year-old's scan, he's fine", ASKING.numbers)[0]
    assert [token.word for token in sentence.tokens if token.owns] == ["old"]


def test_a_slash_between_words_is_a_pause() -> None:
    assert [token.phrase for token in sentences_of("cough/fever", ASKING.numbers)[0].tokens] == [0, 1]


def test_a_sign_between_words_joins_as_and_does() -> None:
    assert [token.word for token in sentences_of("rest & a brace at A&E", ASKING.numbers)[0].tokens][:4] == [
        "rest",
        "and",
        "a",
        "brace",
    ]
    assert "and" not in [token.word for token in sentences_of("seen at A&E", ASKING.numbers)[0].tokens]


def test_a_sentence_knows_where_its_clauses_begin_and_where_it_ends() -> None:
    (sentence,) = sentences_of("Gone for a week, then back.", ASKING.numbers)
    assert sentence.words.breaks == {0, 4, 6}


def test_what_holds_no_word_is_no_sentence() -> None:
    assert sentences_of("... ?! (), -", ASKING.numbers) == ()
