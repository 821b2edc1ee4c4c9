import math

import pytest

from isthmus.claims import Listener, Scale

LISTENER = Listener(
    bar=0.6,
    danger=Scale(start=-1.0, weights={"numb": 3.0, "groin": 2.0, "no_numb": -6.0, "brace": -1.0}),
    haste=Scale(start=0.0, weights={"numb": 1.0, "night": -2.0}),
)


@pytest.mark.parametrize(
    ("signs", "heard"),
    [
        ({"numb", "groin"}, "emergency"),
        ({"numb", "groin", "night"}, "send_to_care"),
        ({"no", "numb", "no_numb"}, None),
        ({"brace"}, None),
        ({"what"}, None),
        (set(), None),
    ],
)
def test_what_is_heard_is_what_its_signs_weigh(signs: set[str], heard: str | None) -> None:
    assert LISTENER.hears(signs) == heard


def test_a_chance_is_that_of_a_logistic_regression_whose_signs_weigh_less_where_there_are_many() -> None:
    others = {str(number) for number in range(15)}
    assert LISTENER.danger.chance({"groin", "brace"}) == pytest.approx(1 / (1 + math.exp(1 - 1 / 3)))
    assert LISTENER.danger.chance({"groin", "brace", "a", "b"}) == LISTENER.danger.chance({"groin", "brace"})
    assert LISTENER.danger.chance({"numb", *others}) == pytest.approx(1 / (1 + math.exp(1 - 3 / 4)))
    assert LISTENER.danger.chance(set()) == pytest.approx(1 / (1 + math.exp(1.0)))
