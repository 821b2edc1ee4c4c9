from datetime import date

import pytest

from isthmus.errors import InvalidOption
from isthmus.web.day import read_day

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-01-15", date(2027, 1, 15)),
        (" 2026-11-21 ", TODAY),
        ("2020-02-29", date(2020, 2, 29)),
        ("", None),
        ("  ", None),
    ],
)
def test_a_day_is_read_as_a_date_field_sends_it(text: str, day: date | None) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29",
        "tomorrow",
        "15/01/2027",
        "20270115",
        "2027-1-5",
        "2027-01-15T10:00",
        "\N{ARABIC-INDIC DIGIT TWO}027-01-15",
    ],
)
def test_what_is_no_day_is_refused_with_an_example_and_not_repeated(text: str) -> None:
    with pytest.raises(InvalidOption, match="This is not a day of the calendar") as refused:
        read_day(text, TODAY)
    assert "Write it as 2027-01-15." in str(refused.value)
    assert text not in str(refused.value)


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2015-12-31", "2037-01-01"])
def test_a_day_too_far_away_to_be_meant_is_refused(text: str) -> None:
    with pytest.raises(InvalidOption, match="too far away"):
        read_day(text, TODAY)
