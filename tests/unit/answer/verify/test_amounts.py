from decimal import Decimal

import pytest

from isthmus.answer.verify.amounts import amounts_in, ranges_in
from isthmus.answer.verify.tokens import read_text


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("6 to 12 weeks", [("6", "weeks", ""), ("12", "weeks", "")]),
        ("aged 12 to 18", [("12", "years", ""), ("18", "years", "")]),
        ("grades I to III, stage ii", [("1", "grades", ""), ("3", "grades", ""), ("2", "stage", "")]),
        ("84 of 100 and 38 in every 100", [("84", "%", ""), ("38", "%", "")]),
        ("100 of them", [("100", "", "")]),
        ("at least 6 weeks", [("6", "weeks", ">")]),
        ("up to 47%, 6 weeks or more", [("47", "%", "<"), ("6", "weeks", ">")]),
        (
            "no more than 10 days, not less than 2 days, no other than 3",
            [("10", "days", "<"), ("2", "days", ">"), ("3", "", "")],
        ),
        ("over a year, people over 25, under 19", [("1", "year", ""), ("25", "", ">"), ("19", "", "<")]),
        ("under age 19", [("19", "years", "<")]),
        ("a week, an apple, one month", [("1", "week", ""), ("1", "month", "")]),
        ("1 of 27 in vitamin i", [("1", "", ""), ("27", "", "")]),
        ("at _L5", []),
        ("10mg at L5", [("10", "mg", "")]),
        ("twenty-one days", [("21", "days", "")]),
    ],
)
def test_amounts_have_their_unit_and_bound(text: str, amounts: list[tuple[str, str, str]]) -> None:
    read = amounts_in(read_text(text))
    assert [(str(one.values[0]), one.unit, one.bound) for one in read] == amounts


@pytest.mark.parametrize(
    ("said", "held", "agree"),
    [
        ("14 days", "two weeks", True),
        ("12 months", "a year", True),
        ("4 weeks", "1 month", False),
        ("1.5 cm", "15 mm", True),
        ("about 38 of 100", "37.9%", True),
        ("38%", "37.9%", False),
        ("half", "50%", True),
        ("20", "20%", True),
        ("20%", "20", False),
        ("about 9999999999999999999999999999999999", "9999999999999999999999999999999999", True),
    ],
)
def test_amounts_agree_only_where_their_units_do(said: str, held: str, *, agree: bool) -> None:
    (one,), (other,) = (amounts_in(read_text(text)) for text in (said, held))
    assert bool({*one.meanings(bears_out=False)} & {*other.meanings(bears_out=True)}) is agree


def test_a_range_is_its_two_ends_and_two_numbers_of_a_list_are_none() -> None:
    text = read_text("6 to 12 weeks, 3 and 4 days, 5-7 of them")
    assert [(low.values, high.values) for low, high in ranges_in(text, amounts_in(text))] == [
        ((Decimal(6),), (Decimal(12),)),
        ((Decimal(5),), (Decimal(7),)),
    ]


@pytest.mark.parametrize(("text", "year"), [("in 2019", True), ("2019 days", False), ("in 1066", False), ("19", False)])
def test_a_year_is_told_by_its_digits(text: str, *, year: bool) -> None:
    assert [one.may_be_year for one in amounts_in(read_text(text))] == [year]
