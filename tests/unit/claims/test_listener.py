import math
from dataclasses import replace

import pytest

from isthmus.claims import Listener, Scale

LISTENER = Listener(
    danger=0.6,
    request=0.4,
    part=0.7,
    brief=0.6,
    brief_request=0.4,
    surely_answerable=0.9,
    dangers=("emergency", "send_to_care"),
    alone={},
    scales={
        "emergency": Scale(start=0.0, weights={"numb": 24.0, "night": -9.0}),
        "send_to_care": Scale(start=0.0, weights={"numb": 21.0}),
        "dose": Scale(start=0.0, weights={"much": 12.0, "numb": 3.0}),
        "clearance": Scale(start=0.0, weights={"much": 12.0, "sunday": 6.0}),
        "elsewhere": Scale(start=-1.0, weights={"knee": 9.0}),
        "answerable": Scale(start=1.0, weights={"no_numb": 30.0, "brace": 40.0}),
    },
)


def test_a_question_is_surely_heard_from_its_bar_on() -> None:
    assert LISTENER.hears_a_question({"brace"}, 15)
    assert not LISTENER.hears_a_question({"brace"}, 14)
    assert not LISTENER.hears_a_question({"numb"}, 15)
    assert not replace(LISTENER, surely_answerable=1.0).hears_a_question({"brace"}, 15)


def test_danger_has_to_be_plainer_in_a_few_words() -> None:
    bold = replace(LISTENER, brief=0.9999)
    assert (bold.hears({"numb"}, 6), bold.hears({"numb"}, 7)) == (None, "emergency")


def test_a_request_has_to_be_plainer_in_a_few_words() -> None:
    bold = replace(LISTENER, brief_request=0.9999)
    assert (bold.hears({"much"}, 5), bold.hears({"much"}, 6)) == (None, "clearance")


def test_what_has_a_bar_of_its_own_has_to_be_plainer_in_a_bare_reply() -> None:
    own = replace(
        LISTENER,
        part=0.9999,
        alone={"self-harm": 0.5},
        scales={**LISTENER.scales, "self-harm": Scale(0.0, {"goodby": 12.0})},
    )
    assert (own.hears({"goodby"}, 4), own.hears({"goodby"}, 5)) == (None, "self-harm")


def test_danger_has_to_be_plainer_in_a_part_of_a_message() -> None:
    bold = replace(LISTENER, part=0.9999)
    assert bold.hears({"numb"}, 9) == "emergency"
    assert bold.hears({"numb"}, 9, part=True) is None
    assert LISTENER.hears({"numb"}, 9, part=True) == "emergency"


@pytest.mark.parametrize(
    ("signs", "heard"),
    [
        ({"numb"}, "emergency"),
        ({"numb", "night"}, "send_to_care"),
        ({"no", "numb", "no_numb"}, None),
        ({"much"}, "clearance"),
        ({"much", "night"}, "clearance"),
        ({"much", "numb", "night"}, "send_to_care"),
        ({"much", "sunday"}, "clearance"),
        ({"knee"}, None),
        ({"brace"}, None),
        ({"what"}, None),
        (set(), None),
    ],
)
def test_danger_is_heard_before_a_request_and_both_from_the_bar_on(signs: set[str], heard: str | None) -> None:
    assert LISTENER.hears(signs, 9) == heard


@pytest.mark.parametrize(
    ("signs", "heard"),
    [
        ({"goodby"}, "self-harm"),
        ({"goodby", "numb"}, "emergency"),
        ({"goodby", "brace"}, None),
        ({"goodby", "much", "sunday"}, "clearance"),
    ],
)
def test_what_has_a_bar_of_its_own_is_heard_from_there_on(signs: set[str], heard: str | None) -> None:
    own = replace(
        LISTENER, alone={"self-harm": 0.5}, scales={**LISTENER.scales, "self-harm": Scale(0.0, {"goodby": 12.0})}
    )
    assert own.hears(signs, 9) == heard


def test_one_that_was_taught_nothing_but_what_may_be_answered_hears_nothing() -> None:
    alone = replace(LISTENER, scales={"answerable": Scale(0.0, {})})
    assert alone.hears({"numb"}, 9) is None
    assert alone.chances({"numb"}) == {"answerable": 1.0}


def test_chances_are_those_of_a_logistic_regression_whose_signs_weigh_less_where_there_are_many() -> None:
    two = replace(
        LISTENER, scales={"dose": Scale(-1.0, {"much": 3.0, "day": 2.0}), "answerable": Scale(0.0, {"day": 3.0})}
    )
    others = {str(number) for number in range(15)}
    assert two.chances({"much", "day"})["dose"] == pytest.approx(1 / (1 + math.exp(1 - 2 / 3)))
    assert two.chances({"much", "day", "a", "b"}) == two.chances({"much", "day"})
    assert two.chances({"much", *others})["dose"] == pytest.approx(1 / (1 + math.exp(1 - 3 / 4)))
    assert sum(LISTENER.chances({"numb", "much"}).values()) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("signs", "lean"), [(set(), 2.0), ({"knee"}, 5.0), ({"brace"}, -2.0), ({"knee", "brace"}, -2.0)]
)
def test_how_much_it_sounds_as_if_about_something_else_is_told_within_bounds(signs: set[str], lean: float) -> None:
    assert LISTENER.leans_elsewhere(signs) == pytest.approx(lean)


def test_one_that_was_not_taught_what_lies_elsewhere_leans_nowhere() -> None:
    assert replace(LISTENER, scales={"answerable": Scale(2.0, {})}).leans_elsewhere({"knee"}) == 0.0
