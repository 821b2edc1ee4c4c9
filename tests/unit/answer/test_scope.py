from typing import Protocol

import pytest

from isthmus.answer.question import Asked
from isthmus.answer.scope import Fit, Vocabulary, asks_elsewhere, enough, fit
from isthmus.claims import Part
from isthmus.search import Thesaurus


class Understand(Protocol):
    def __call__(self, text: str) -> Asked: ...


def test_what_is_asked_is_held_against_what_is_known_and_what_was_found(asked: Understand) -> None:
    known = Vocabulary({"brace": 1.0, "rest": 3.0}, people=frozenset({"teenager"}))
    found = fit(asked("Does a brace or quantum gravity help a crack?"), 2.0, {"brace"}, known)
    assert found == Fit(strength=2.0, unknown=2 / 3, covered=1 / 7, named=True)
    assert fit(asked("my teen"), 0.0, (), known) == Fit(0.0, 0.0, 0.0, named=False, bare=True)
    assert (
        fit(asked("teen rest after rest"), 0.0, (), Vocabulary({}, people=frozenset({"teenager", "rest"}))).covered
        == 0.5
    )
    assert fit(asked("What is a crack?"), 0.0, (), Vocabulary({})) == Fit(0.0, 0.0, 1.0, named=True, bare=True)


@pytest.mark.parametrize(
    ("question", "sounds"), [("I have a slip and rest", 3.0), ("A crack and rest", 9.0), ("My rest", 9.0)]
)
def test_what_speaks_of_the_condition_in_words_of_its_own_sounds_like_something_else_only_so_far(
    asked: Understand, question: str, sounds: float
) -> None:
    assert fit(asked(question), 0.0, (), Vocabulary({}), elsewhere=9.0).elsewhere == sounds
    assert fit(asked(question), 0.0, (), Vocabulary({}), elsewhere=1.0).elsewhere == 1.0


def test_everyday_english_is_not_strange_and_says_little_of_what_is_asked(asked: Understand) -> None:
    question = asked("Does a brace or promise help?")
    strange = fit(question, 0.0, {"brace"}, Vocabulary({"brace": 1.0}))
    everyday = fit(question, 0.0, {"brace"}, Vocabulary({"brace": 1.0}, everyday=frozenset({"promis"})))
    assert (strange.unknown, everyday.unknown) == (0.5, 0.0)
    assert 0.5 == strange.covered < everyday.covered < 1


@pytest.mark.parametrize(
    ("question", "covered"), [("Can it be in a teen?", 1.0), ("Can a teen vote?", 0.0), ("teen", 0.0)]
)
def test_who_is_treated_narrows_what_is_pointed_at_and_not_named(
    asked: Understand, question: str, covered: float
) -> None:
    pointing = Vocabulary({}, people=frozenset({"teenager"}), pointing=frozenset({"it"}))
    assert fit(asked(question), 0.0, {"teenager"}, pointing).covered == covered


@pytest.mark.parametrize(("question", "unknown"), [("What does a crack promise?", 0.0), ("What does it promise?", 1.0)])
def test_everyday_english_beside_the_name_of_the_condition_is_not_strange(
    asked: Understand, question: str, unknown: float
) -> None:
    assert fit(asked(question), 0.0, (), Vocabulary({}, everyday=frozenset({"promis"}))).unknown == unknown


@pytest.mark.parametrize(
    ("found", "answered"),
    [
        (Fit(0.5, 0.0, 1.0, named=True), True),
        (Fit(4.0, 0.0, 0.8, named=False), True),
        (Fit(1.0, 0.5, 0.3, named=False), False),
        (Fit(1.0, 1.0, 0.0, named=True), False),
        (Fit(0.0, 0.0, 1.0, named=True, bare=True), True),
        (Fit(0.0, 0.0, 1.0, named=False, bare=True), False),
    ],
)
def test_a_question_is_answered_where_enough_of_it_is_known(found: Fit, *, answered: bool) -> None:
    assert enough(found) is answered


@pytest.mark.parametrize(
    ("question", "told", "elsewhere"),
    [
        ("Does laser help a crack?", (), True),
        ("Does laser help a crack?", ("laser",), False),
        ("Had a knee scan and they saw a crack. Does rest help?", (), False),
        ("Had a knee scan and they saw a crack. how good is rest", (), False),
        ("They saw a crack. how good is rest for the knee", (), True),
        ("My knee hurts. Does rest help?", (), True),
        ("A brace for the knee and the crack", (), True),
        ("Does rest help?", (), False),
        ("A crack. My knee is bad and I walk. What now?", (), True),
        ("A crack and a bad knee. What now?", (), False),
        ("My knee was bad and I walk. A crack. What now?", (), False),
        ("They had laser. A crack. What now?", (), True),
        ("My knee is bad. Does rest help a crack?", ("rest",), False),
        ("My knee is bad. I have a slip. Does rest help?", ("rest",), False),
        ("I did slip and my knee is bad. Does rest help?", ("rest",), True),
    ],
)
def test_another_illness_counts_where_it_is_asked_for(
    asked: Understand, thesaurus: Thesaurus, question: str, told: tuple[str, ...], *, elsewhere: bool
) -> None:
    assert asks_elsewhere(asked(question), thesaurus, told) is elsewhere


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("My knee hurts. Does rest help?", False),
        ("Does rest help a knee?", True),
        ("My knee hurts. What now?", True),
    ],
)
def test_what_is_much_like_a_known_question_may_tell_of_another_illness(
    asked: Understand, thesaurus: Thesaurus, question: str, *, elsewhere: bool
) -> None:
    assert asks_elsewhere(asked(question), thesaurus, ("rest",), strength=20.0) is elsewhere


@pytest.mark.parametrize(
    ("question", "elsewhere"),
    [
        ("He had laser on his crack. Does it work?", True),
        ("He had laser on his crack. Does rest help?", False),
        ("His knee hurts and he has a crack. Does it work?", False),
        ("Laser: does rest help a crack?", True),
        ("Knee: does rest help a crack?", False),
    ],
)
def test_another_treatment_counts_where_it_is_asked_whether_it_does_any_good(
    asked: Understand, thesaurus: Thesaurus, question: str, *, elsewhere: bool
) -> None:
    assert asks_elsewhere(asked(question), thesaurus, ("rest",), Part((("does", "it", "work"),))) is elsewhere
