import pytest

from isthmus.rules import Kind, Type
from isthmus.terms import Form, Precision


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (Type(Kind.BOOLEAN), "a truth"),
        (Type(Kind.MOMENT), "a point in time"),
        (Type(Kind.MOMENT, form=Form.DATE, precision=Precision.MONTH), "a Date known to the month"),
        (Type(Kind.QUANTITY), "a quantity"),
        (Type(Kind.QUANTITY, unit="mm"), "a length"),
        (Type(Kind.LIST), "a list of choices"),
        (Type(Kind.LIST, item=Kind.INTEGER), "a list"),
    ],
)
def test_a_type_says_itself_in_plain_words(type_: Type, words: str) -> None:
    assert type_.words == words


def test_whole_numbers_and_decimals_are_numbers() -> None:
    assert [kind for kind in Kind if Type(kind).number] == [Kind.INTEGER, Kind.DECIMAL]
