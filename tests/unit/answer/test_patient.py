import pytest
from tests.unit.answer.asking import ASKING

from isthmus.answer.patient import none_of_several, patients_of
from isthmus.answer.said import sentences_of
from isthmus.answer.stance import Who, tells

ASKER, WARD, OTHER, NONE = {"asker", "unspoken"}, {"ward", "unspoken"}, {"other", "unspoken"}, {"unspoken"}
NOBODY: set[Who] = set()


def patients(*texts: str, tellers: tuple[set[Who], ...] = ()) -> list[frozenset[Who]]:
    turns = [tells(sentences_of(text, ASKING.numbers), ASKING) for text in texts]
    return patients_of(turns, tellers or [NOBODY] * len(turns), ASKING)


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Back pain for weeks.", NONE),
        ("I have a slip.", ASKER),
        ("My son has a slip.", WARD),
        ("I have a slip. My son is 4.", ASKER),
        ("I have a slip. My son has a slip.", NOBODY),
        ("I have a slip. My son has a slip. What next for him?", WARD),
        ("I have a slip. My son has a slip. What next for me?", ASKER),
        ("My club sees him with a slip.", WARD),
        ("In my club of divers a slip wakes him.", WARD),
        ("My old slip hurts, he says.", ASKER),
        ("My son has a slip. Which bed for a lad like that?", WARD),
        ("I lift my son and have a slip.", ASKER),
        ("My son has a slip. My daughter has a slip.", NOBODY),
        ("My 12 year old and my 14 year old have a slip.", NOBODY),
        ("My elder son has a slip. My youngest son has a slip.", NOBODY),
        ("My elder son has a slip. My oldest son runs.", WARD),
        ("I have twins. One has a slip.", NOBODY),
        ("We have 2 daughters who have a slip. What next for the younger one?", NOBODY),
        ("I have 3 daughters. My son has a slip.", WARD),
        ("My son has a slip like 2 boys who bowl.", WARD),
        ("My son has a slip. Can both my sons run?", WARD),
        ("My brother has a slip.", NONE),
        ("Can my brother run with a slip?", OTHER),
        ("Can my brother and my sister run?", NOBODY),
        ("My brother has a slip. Can I get one?", ASKER),
        ("My brother has a slip. What should I do?", NOBODY),
        ("Do people run with a slip? It is for nobody.", NONE),
    ],
)
def test_the_patient_of_a_turn_is_whom_it_asks_for(text: str, whose: set[Who]) -> None:
    assert patients(text) == [whose]


@pytest.mark.parametrize(
    ("texts", "whose"),
    [
        (("My son has a slip.", "I have a slip."), [{"asker"}, ASKER]),
        (("My son has a slip.", "What should I do?"), [WARD, WARD]),
        (("My son has a slip.", "My daughter has a slip."), [NOBODY, WARD]),
        (("My son has a slip.", "My other son has a slip."), [NOBODY, WARD]),
        (("My son has a slip.", "My daughter runs.", "She has pain."), [NOBODY, WARD, WARD]),
        (("My son has a slip.", "The next patient runs.", "And the slip?"), [NOBODY, WARD, WARD]),
        (("I have a slip.", "It is for my wife."), [NOBODY, ASKER]),
        (("A grade 2 slip.", "My son has a slip."), [WARD, WARD]),
        (("My son has a slip.", "A grade 2 slip."), [WARD, WARD]),
        (("I have a slip.", "My brother has a slip. What next?"), [NOBODY, NONE]),
    ],
)
def test_what_was_told_of_somebody_else_before_is_left_out(texts: tuple[str, ...], whose: list[set[Who]]) -> None:
    assert patients(*texts) == whose


def test_who_asks_is_the_patient_where_facts_were_told_of_them() -> None:
    assert patients("My son runs.", "I smoke.", tellers=({"ward"}, {"asker"}))[-1] == ASKER


@pytest.mark.parametrize(
    ("last", "whose"),
    [
        ("Can he run?", [WARD, set(), WARD]),
        ("Can she run?", [set(), WARD, WARD]),
    ],
)
def test_whom_a_pronoun_cannot_mean_is_not_the_patient(last: str, whose: list[set[Who]]) -> None:
    assert patients("My son has a slip.", "My daughter has a slip.", last) == whose


@pytest.mark.parametrize(
    ("texts", "unclear"),
    [
        (("My son has a slip. My daughter has a slip.",), True),
        (("My twins have a slip.", "What should he do?"), False),
        (("My son has a slip.",), False),
        (("My son has a slip.", "My daughter has a slip."), False),
        (("Does rest help?",), False),
    ],
)
def test_of_several_patients_none_may_be_the_one_who_is_asked_for(texts: tuple[str, ...], *, unclear: bool) -> None:
    turns = [tells(sentences_of(text, ASKING.numbers), ASKING) for text in texts]
    assert none_of_several(turns, [NOBODY] * len(turns), ASKING) is unclear
