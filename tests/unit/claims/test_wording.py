import pytest

from isthmus.claims.read_wording import WordingReader
from isthmus.claims.wording import Wording
from isthmus.claims.words import Words


def wording(text: str, **sets: list[str]) -> Wording:
    reader = WordingReader()
    for name, entries in sets.items():
        reader.define(name, entries)
    return reader.read(text)


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
        ("(my|his|) (left|) leg", "a leg", True),
        ("a 1..9 b", "a 3 b", True),
        ("leg ((very|) (much|)|often) numb", "leg much numb", True),
        ("leg ((very|) (much|)|often) numb", "leg often numb", True),
        ("leg ((very|) (much|)|often) numb", "leg never numb", False),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("My leg is numb", True),
        ("It is numb. My leg hurts.", False),
        ("It is numb. My leg hurts. It is worse, my leg, and numb.", True),
    ],
)
def test_parts_of_a_group_stand_in_one_sentence(text: str, *, found: bool) -> None:
    assert bool(wording("leg & numb").found_in(Words.of(text))) is found


def test_groups_stand_near_each_other() -> None:
    pattern = wording("leg & numb + today")
    assert pattern.found_in(Words.of("My leg is numb. Since today."))
    assert not pattern.found_in(Words.of("My leg. It is numb. Today."))


@pytest.mark.parametrize(("void", "found"), [(set(), True), ({2}, False), ({0}, False), ({1}, True)])
def test_what_is_void_at_either_end_does_not_count(void: set[int], *, found: bool) -> None:
    assert bool(wording("numb left leg").found_in(Words.of("numb left leg"), void)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("is it numb", True), ("so, is it numb", True), ("it is numb, is it", True), ("what is it", False)],
)
def test_words_with_which_a_clause_begins(text: str, *, found: bool) -> None:
    assert bool(wording("^ is it").found_in(Words.of(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("fever no", True),
        ("fever no, limp", True),
        ("Fever no. Limp", True),
        ("no fever", False),
        ("fever no more", False),
    ],
)
def test_words_with_which_a_clause_ends(text: str, *, found: bool) -> None:
    assert bool(wording("no ^").found_in(Words.of(text))) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("quit", True), ("quit, now", True), ("quit on monday", True), ("quit smoking", False), ("i quit it", True)],
)
def test_the_end_of_a_clause_may_be_one_of_several_choices(text: str, *, found: bool) -> None:
    assert bool(wording("quit (on|it|^)").found_in(Words.of(text))) is found


@pytest.mark.parametrize(
    ("text", "found"), [("i quit", True), ("well, i quit", True), ("and i quit", True), ("what i quit", False)]
)
def test_the_beginning_of_a_clause_may_be_one_of_several_choices(text: str, *, found: bool) -> None:
    assert bool(wording("(^|and) i quit").found_in(Words.of(text))) is found


@pytest.mark.parametrize(
    ("text", "found"), [("17yo", True), ("18yo", False), ("17", False), ("17m", False), ("yo", False)]
)
def test_a_number_may_have_letters_after_it(text: str, *, found: bool) -> None:
    assert bool(wording("0..17yo").found_in(Words.of(text))) is found


def test_a_choice_may_begin_anyhow() -> None:
    pattern = wording("(0..9|numb*|left|^ my) (1..2|leg*|foot)")
    found = [
        text
        for text in ("7 legs", "numbness 2", "left foot", "my foot", "a my foot", "1 0")
        if pattern.found_in(Words.of(text))
    ]
    assert found == ["7 legs", "numbness 2", "left foot", "my foot"]
