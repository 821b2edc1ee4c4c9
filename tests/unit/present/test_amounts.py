from decimal import Decimal

import pytest

from isthmus.claims import Figure
from isthmus.present.amounts import amount, spread


def figure(measure: str = "union", unit: str = "%", *, value: str = "", low: str = "", high: str = "") -> Figure:
    value_, low_, high_ = (Decimal(number) if number else None for number in (value, low, high))
    return Figure(measure, unit, value=value_, low=low_, high=high_)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (figure(value="28.0"), "28.0%"),
        (figure(low="85", high="95"), "85 to 95%"),
        (figure(low="100"), "at least 100%"),
        (figure(high="50"), "at most 50%"),
        (figure(value="8", unit="% translation"), "8% translation"),
        (figure(value="-3.0", unit="points of 10"), "\N{MINUS SIGN}3.0 points of 10"),
        (figure(value="40", unit="of 50 pars"), "40 of 50 pars"),
        (figure("odds of failure", "odds ratio", value="175"), "odds ratio 175"),
        (figure("patients in all", "patients", value="1122"), "1,122"),
        (figure("Pearson r", "r", value="0.9"), "0.9"),
        (figure(), "%"),
    ],
)
def test_a_figure_is_said_with_its_unit_once(told: Figure, words: str) -> None:
    assert amount(told) == words


def test_an_interval_is_said_where_there_is_one() -> None:
    assert spread(figure(value="3")) is None
    assert spread(Figure("union", "%", Decimal(93), ci95=(Decimal(86), Decimal(98)))) == "86 to 98"
