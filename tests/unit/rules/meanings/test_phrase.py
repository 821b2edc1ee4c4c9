import pytest

from isthmus.rules.meanings.phrase import Joined, Phrase, listed, stated, with_unit

RAIN = Phrase(holds="it rains", fails="it is dry")
YOUNG = stated("age", "is under 18", "is at least 18", certain=False)
OVER_FIVE = stated("age", "is over 5", "is at most 5", certain=False)
OR = Phrase(holds="it rains or snows", fails="it neither rains nor snows", joined="or")


def test_a_thing_that_is_asked_for_as_a_truth_holds_or_does_not() -> None:
    assert (Phrase("instability").so, Phrase("instability").not_so) == (
        "instability holds",
        "instability does not hold",
    )


def test_null_is_not_known_either_way() -> None:
    null = Phrase("not known", known=False)
    assert null.so == null.not_so == "this is not known"


def test_a_truth_without_a_name_is_called_by_whether_it_holds() -> None:
    assert (RAIN.thing, RAIN.text) == ("whether it rains", "it rains")


def test_parts_stand_in_parentheses_where_another_word_holds_them_together() -> None:
    assert OR.so_in("or") == "it rains or snows"
    assert OR.so_in("and") == "(it rains or snows)"
    assert OR.not_so_in("and") == "it neither rains nor snows"
    assert OR.not_so_in("or") == "(it neither rains nor snows)"


def test_the_opposite_of_the_opposite_is_the_phrase() -> None:
    twice = OR.opposite().opposite()
    assert (twice.holds, twice.fails, twice.joined) == (OR.holds, OR.fails, OR.joined)


def test_the_opposite_of_a_statement_is_a_statement_about_the_same_thing() -> None:
    opposite = YOUNG.opposite()
    assert (opposite.holds, opposite.about, opposite.says) == ("age is at least 18", "age", YOUNG.says[::-1])


@pytest.mark.parametrize(
    ("joined", "holds", "fails"),
    [
        ("and", "age is under 18 and over 5", "age is at least 18 or at most 5"),
        ("or", "age is under 18 or over 5", "age is at least 18 and at most 5"),
    ],
)
def test_two_statements_about_one_thing_name_it_once(joined: Joined, holds: str, fails: str) -> None:
    both = YOUNG.with_also(OVER_FIVE, joined)
    assert (both.holds, both.fails, both.joined, both.about) == (holds, fails, joined, "age")


@pytest.mark.parametrize(
    ("other", "joined", "goes"),
    [
        (OVER_FIVE, "and", True),
        (stated("weight", "is over 5", "is at most 5", certain=False), "and", False),
        (YOUNG.with_also(OVER_FIVE, "or"), "or", True),
        (YOUNG.with_also(OVER_FIVE, "or"), "and", False),
    ],
)
def test_only_statements_about_one_thing_that_one_word_can_hold_go_together(
    other: Phrase, joined: Joined, *, goes: bool
) -> None:
    assert YOUNG.goes_with(other, joined) is goes


def test_what_is_about_nothing_goes_with_nothing() -> None:
    assert not RAIN.goes_with(RAIN, "and")


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        (Phrase("18", bare=True), "18 years"),
        (Phrase("18 years"), "18 years"),
        (Phrase("x", word="mature"), "“Growth has ended”"),
        (Phrase("x", word="other"), "“other”"),
    ],
)
def test_a_value_is_said_in_the_words_of_what_it_stands_beside(phrase: Phrase, noun: str) -> None:
    age = Phrase("age", unit="years", choices={"mature": "“Growth has ended”"})
    assert phrase.beside(age).noun == noun


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [
        ("1", "months", "1 month"),
        ("1", "mm", "1 mm"),
        ("1.5", "months", "1.5 months"),
        ("5", "%", "5%"),
        ("5", "", "5"),
    ],
)
def test_a_number_agrees_with_its_unit(number: str, unit: str, text: str) -> None:
    assert with_unit(number, unit) == text


def test_one_word_in_a_row_stands_alone() -> None:
    assert listed(["a"], "or") == "a"
