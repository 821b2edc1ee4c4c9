from decimal import Decimal
from fractions import Fraction
from math import isnan

import pytest

from isthmus.rules import Kind, Type, Value
from isthmus.rules.meanings.source import ARITHMETIC, NULL, common, counter, literal, plain, ratio, scaled
from isthmus.terms import Amount, Form, Moment, Precision, Truth

DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
INCH, CENTIMETRE = (Type(Kind.QUANTITY, unit=unit) for unit in ("[in_i]", "cm"))


@pytest.mark.parametrize(
    ("type_", "value", "taken"),
    [
        (Type(Kind.BOOLEAN), Truth.TRUE, True),
        (Type(Kind.BOOLEAN), Truth.FALSE, False),
        (Type(Kind.INTEGER), 3, 3),
        (Type(Kind.DECIMAL), Decimal("1.5"), 150_000_000),
        (Type(Kind.CHOICE), "mild", "mild"),
        (Type(Kind.LIST), ("mild",), ("mild",)),
        (DAY, Moment(Form.DATE, Precision.DAY, 7), 7),
        (CENTIMETRE, Amount(Decimal("2.54"), "cm"), 254_000_000),
    ],
)
def test_a_value_goes_in_and_comes_out_again(type_: Type, value: Value, taken: object) -> None:
    assert counter(type_)(value) == taken
    assert plain(counter(type_)(value), type_) == value


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind.name not in ("NULL", "BOOLEAN", "UNGUARDED")])
def test_what_is_not_known_comes_out_as_not_known(kind: Kind) -> None:
    type_ = Type(kind, unit="cm")
    assert plain(counter(type_)(None), type_) is None


def test_an_unknown_truth_comes_out_as_unknown() -> None:
    assert plain(counter(Type(Kind.BOOLEAN))(Truth.UNKNOWN), Type(Kind.BOOLEAN)) is Truth.UNKNOWN


def test_values_that_meet_are_brought_to_one_type() -> None:
    whole, decimal = literal(3), literal(Decimal("0.5"))
    assert common((NULL, whole, decimal)) == decimal.type
    assert common((NULL,)) == NULL.type
    assert ratio(whole.type, decimal.type) == 10**8
    assert ratio(INCH, CENTIMETRE) == Fraction("2.54")


def test_a_literal_is_multiplied_at_once() -> None:
    assert scaled("-3", 10) == "-30"
    assert scaled("x_", 10) == "x_ * 10"
    assert scaled("x_", 1) == "x_"


def test_a_word_stands_in_ascii_with_its_quotes_escaped() -> None:
    assert literal("it's «1»").text == '"it\'s \\xab1\\xbb"'


@pytest.mark.parametrize(
    ("name", "number", "by", "result"),
    [
        ("nearest", 5, 2, 3),
        ("nearest", -5, 2, -3),
        ("nearest", 5, -3, -2),
        ("quotient", -7, 2, -3),
        ("remainder", -7, 2, -1),
    ],
)
def test_division_is_of_whole_numbers(name: str, number: int, by: int, result: int) -> None:
    work = ARITHMETIC[name]
    assert callable(work)
    assert work(number, by) == result
    assert all(isnan(work(*operands)) for operands in ((number, 0), (number, float("nan")), (float("nan"), by)))
