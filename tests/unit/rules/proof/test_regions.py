from decimal import Decimal

import pytest

from isthmus.rules import Kind, Type, fold
from isthmus.rules.backends.smt import Smt
from isthmus.rules.proof.regions import Regions
from isthmus.rules.proof.solver import Undecided
from isthmus.rules.proof.symbol import Answer, given, read, symbol
from isthmus.rules.text.parse import parse

MANY = frozenset(f"w{at}" for at in range(13))
SYMBOLS = {
    "a": symbol("a", Type(Kind.BOOLEAN)),
    "x": symbol("x", Type(Kind.DECIMAL)),
    "y": symbol("y", Type(Kind.DECIMAL)),
    "i": symbol("i", Type(Kind.INTEGER)),
    "word": symbol("word", Type(Kind.CHOICE, frozenset({"mild", "severe"}))),
    "words": symbol("words", Type(Kind.LIST, frozenset({"mild", "severe", "none"}))),
    "many": symbol("many", Type(Kind.LIST, MANY)),
}


def tried(text: str, name: str, **facts: Answer) -> list[Answer]:
    backend = Smt({name: known.term for name, known in SYMBOLS.items()})
    ways = Regions([fold(parse(text), backend).holds]).representatives(SYMBOLS[name])
    return [read(SYMBOLS[name].term, way, given(SYMBOLS, facts)) for way in ways]


def decimals(*texts: str) -> set[Decimal]:
    return set(map(Decimal, texts))


@pytest.mark.parametrize(
    ("text", "name", "values"),
    [
        ("x > 3", "x", decimals("2.99999999", "3", "3.00000001")),
        ("not (3 > x)", "x", decimals("2.99999999", "3", "3.00000001")),
        ("x + x > 3", "x", decimals("1.49999999", "1.5", "1.50000001")),
        ("i = (if x > 3 then 1 else 2)", "i", {0, 1, 2, 3}),
        ("a and word = 'mild'", "a", {True, False}),
        ("word = 'mild'", "word", {"mild", "severe"}),
        ("'mild' in words", "words", {(), ("mild",)}),
    ],
)
def test_values_on_either_side_of_every_turn_are_enough(text: str, name: str, values: set[Answer]) -> None:
    assert values <= set(tried(text, name))


def test_no_more_is_tried_than_is_asked_about() -> None:
    assert tried("i > 3", "x") == [Decimal("0.00000001")]
    assert set(tried("'mild' in words", "words")) == {(), ("mild",)}
    assert len(tried("i > 3", "i")) == 3


def test_a_turn_may_depend_on_another_name() -> None:
    assert Decimal("4.5") in tried("x - y > 0.5", "x", y=Decimal(4))
    assert Decimal("3.5") in tried("x - y > 0.5", "y", x=Decimal(4))


@pytest.mark.parametrize("text", ["x * y > 2", "x * x > 2", "Floor(x) > 2"])
def test_what_is_not_linear_is_not_guessed(text: str) -> None:
    with pytest.raises(Undecided):
        tried(text, "x")


def test_too_many_words_are_not_tried() -> None:
    with pytest.raises(Undecided):
        tried(" or ".join(f"'{word}' in many" for word in sorted(MANY)), "many")
