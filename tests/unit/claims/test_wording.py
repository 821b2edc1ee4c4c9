import pytest

from isthmus.claims.read_wording import WordingReader
from isthmus.claims.wording import Denials, Wording, Words, plain_words


def wording(text: str, **sets: list[str]) -> Wording:
    reader = WordingReader()
    for name, entries in sets.items():
        reader.define(name, entries)
    return reader.read(text)


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


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("numb", "My leg is numb.", True),
        ("numb", "My leg is number one.", False),
        ("numb*", "Numbness!", True),
        ("numb|weak", "weak legs", True),
        ("pass urine", "I cannot pass urine", True),
        ("pass urine", "urine will not pass", False),
        ("numb + leg", "my leg went numb", True),
        ("numb + leg", "my leg hurts", False),
        ("numb - arm", "numb leg", True),
        ("numb - arm", "numb leg. And a lot later. Much later. Very late. My arm.", False),
        ("both (my|his|) legs", "both legs", True),
        ("both (my|his|) legs", "both his legs", True),
        ("both (my|his|) legs", "both her legs", False),
        ("0..17 years old", "he is 17 years old", True),
        ("0..17 years old", "he is 18 years old", False),
        ("0..17 years old", "he is 0000000017 years old", False),
        ("(aged|is) 0..4", "she is 3", True),
        ("x-ray*", "two X-rays", True),
        ("my (left|right|) (leg|foot) (hurts|aches)", "my right foot aches", True),
        ("my (left|right|) (leg|foot) (hurts|aches)", "my right", False),
    ],
)
def test_a_wording_is_found_or_not(pattern: str, text: str, *, found: bool) -> None:
    assert bool(wording(pattern).found_in(Words.of(text))) is found


def test_parts_may_stand_within_three_sentences_but_no_further() -> None:
    pattern = wording("pain + fever")
    assert pattern.found_in(Words.of("There is pain. It is bad. Now fever."))
    assert not pattern.found_in(Words.of("There is pain. It is bad. Very bad. Now fever."))


def test_the_positions_of_all_its_words_are_told() -> None:
    assert wording("leg + pins and needles").found_in(Words.of("Pins and needles in my leg")) == {0, 1, 2, 5}


def test_a_set_stands_for_its_entries_and_may_use_sets_before_it() -> None:
    pattern = wording("my <limb> + numb", leg=["leg", "foot"], limb=["<leg>", "arm"])
    assert pattern.found_in(Words.of("my foot is numb"))
    assert pattern.found_in(Words.of("my arm is numb"))
    assert not pattern.found_in(Words.of("my ear is numb"))


def test_a_choice_that_may_be_left_out_can_open_a_row() -> None:
    pattern = wording("(my|) leg")
    assert pattern.found_in(Words.of("leg")) == {0}
    assert pattern.found_in(Words.of("my leg")) == {0, 1}


DENIALS = Denials(frozenset({"no", "not", "without"}), frozenset({"any", "a", "have"}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fever", True),
        ("no fever", False),
        ("I do not have any fever", False),
        ("not only fever", True),
        ("no fever at first, then fever", True),
        ("any fever", True),
    ],
)
def test_what_is_denied_does_not_count(text: str, *, found: bool) -> None:
    assert bool(wording("fever").found_in(Words.of(text), DENIALS)) is found
