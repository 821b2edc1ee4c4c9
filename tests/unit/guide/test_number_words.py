from decimal import Decimal

import pytest

from isthmus.guide.number_words import numbers_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("84 of 100", ["84", "100"]),
        ("2,000 people and 4.5 mm", ["2000", "4.5"]),
        ("3 to 6 months, or 3-6 months", ["3", "6", "3", "6"]),
        ("a 45-year cohort", ["45"]),
        ("two of nineteen", ["2", "19"]),
        ("twenty-one, Ninety", ["21", "90"]),
        ("one in five and 1 in 20", ["5", "20"]),
        ("twice as often, double", ["2", "2"]),
        ("grade II or III, Grades I to II", ["2", "3", "1", "2"]),
        ("one of them, the only one", []),
        ("the defect at L5, between L4-5 or L5-S1, on day 12th, PD-064", []),
        ("the third line of care", []),
    ],
)
def test_numbers_are_read_in_digits_and_words(text: str, values: list[str]) -> None:
    assert [said.values[0] for said in numbers_in(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "percent"),
    [("half", "50"), ("a third", "33"), ("two thirds", "67"), ("three quarters", "75"), ("a quarter of them", "25")],
)
def test_a_share_is_borne_out_by_its_percentage(text: str, percent: str) -> None:
    (said,) = numbers_in(text)
    assert Decimal(percent) in said.values
