from decimal import Decimal

import pytest

from isthmus.rules import Evaluate, Name, Traced, Value, fold
from isthmus.rules.parse import parse
from isthmus.terms import Truth


def evaluated(text: str, **values: Value) -> Traced:
    return fold(parse(text), Evaluate({name: Traced(Name(name), value) for name, value in values.items()}))


@pytest.mark.parametrize(
    ("text", "values", "value"),
    [
        ("x - y", {"x": Decimal("8.3"), "y": Decimal("7.8")}, Decimal("0.5")),
        ("x - y", {"x": 3, "y": 5}, -2),
        ("x - y", {"x": None, "y": 5}, None),
        ("x - y", {"x": -(2**31), "y": 1}, None),
        ("x - y", {"x": 2**31 - 1, "y": 0}, 2**31 - 1),
        ("x - y", {"x": Decimal(10) ** 20, "y": Decimal(0)}, None),
        ("Coalesce(x, y)", {"x": None, "y": 4}, 4),
        ("Coalesce(x, y)", {"x": None, "y": None}, None),
        ("if x is null then 1 else 2", {"x": None}, 1),
        ("if x is null then 1 else 2", {"x": 0}, 2),
        ("w in {'u', 'v'}", {"w": "v"}, Truth.TRUE),
        ("w in {'u', 'v'}", {"w": None}, Truth.UNKNOWN),
        ("'u' in l", {"l": None}, Truth.FALSE),
        ("true", {}, Truth.TRUE),
    ],
)
def test_an_expression_comes_to_its_value(text: str, values: dict[str, Value], value: Value) -> None:
    assert evaluated(text, **values).value == value


def test_a_null_where_a_truth_could_stand_is_unknown() -> None:
    assert evaluated("if x is null then null else true", x=None).truth is Truth.UNKNOWN


def test_the_trace_holds_what_decided() -> None:
    traced = evaluated("a and x > 3", a=Truth.TRUE, x=Decimal(4))
    assert [part.node.text or "a" for part in traced.because] == ["a", "x > 3"]
    assert [part.truth for part in traced.because] == [Truth.TRUE, Truth.TRUE]


def test_a_definition_brings_its_own_trace_along() -> None:
    definition = evaluated("x > 3", x=Decimal(4))
    traced = fold(parse("late"), Evaluate({"late": definition}))
    assert traced.because == (definition,)
    assert traced.truth is Truth.TRUE


def test_arithmetic_on_what_the_typing_rules_refuse_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="numbers only"):
        evaluated("x - y", x="a", y="b")
