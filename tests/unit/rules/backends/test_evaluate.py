from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from isthmus.rules import Evaluate, Name, Traced, Value, fold, syntax
from isthmus.rules.text.parse import parse
from isthmus.terms import Amount, Form, Moment, Precision, Truth


def evaluated(text: str, **values: Value) -> Traced:
    return fold(parse(text), Evaluate({name: Traced(Name(name), value) for name, value in values.items()}))


def day(text: str) -> Moment:
    return Moment.of(date.fromisoformat(text))


def amount(number: str, unit: str) -> Amount:
    return Amount(Decimal(number), unit)


MOST, LEAST = 2**31 - 1, -(2**31)
TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "values", "value"),
    [
        ("true", {}, TRUE),
        ("x", {"x": None}, None),
        ("4 'mm'", {}, amount("4", "mm")),
        ("not a", {"a": UNKNOWN}, UNKNOWN),
        ("a or b", {"a": UNKNOWN, "b": TRUE}, TRUE),
        ("a xor b", {"a": TRUE, "b": FALSE}, TRUE),
        ("a xor b", {"a": TRUE, "b": UNKNOWN}, UNKNOWN),
        ("a implies b", {"a": FALSE, "b": UNKNOWN}, TRUE),
        ("a implies b", {"a": UNKNOWN, "b": FALSE}, UNKNOWN),
        ("a is true", {"a": UNKNOWN}, FALSE),
        ("a is false", {"a": FALSE}, TRUE),
        ("Coalesce(x, y)", {"x": None, "y": 4}, 4),
        ("Coalesce(x, y)", {"x": None, "y": None}, None),
        ("a = b", {"a": TRUE, "b": UNKNOWN}, UNKNOWN),
        ("a != b", {"a": TRUE, "b": FALSE}, TRUE),
        ("a ~ b", {"a": UNKNOWN, "b": UNKNOWN}, TRUE),
        ("a ~ b", {"a": UNKNOWN, "b": FALSE}, FALSE),
        ("x ~ y", {"x": 3, "y": 3}, TRUE),
        ("x < y", {"x": day("2024-02-29"), "y": day("2024-03-01")}, TRUE),
        ("x = y", {"x": amount("1", "m"), "y": amount("100", "cm")}, TRUE),
        ("x > y", {"x": amount("1", "m"), "y": amount("100", "cm")}, FALSE),
        ("x <= 3", {"x": 3}, TRUE),
        ("x >= 3", {"x": Decimal("2.9")}, FALSE),
        ("-x", {"x": LEAST}, None),
        ("-x", {"x": amount("2", "mm")}, amount("-2", "mm")),
        ("x + y", {"x": MOST, "y": 1}, None),
        ("x + y", {"x": amount("5", "cm"), "y": amount("1", "m")}, amount("105", "cm")),
        ("x + y", {"x": amount("5", "cm"), "y": None}, None),
        ("x + y", {"x": amount("99999999999999999999", "m"), "y": amount("1", "mm")}, None),
        ("x - y", {"x": Decimal("8.3"), "y": Decimal("7.8")}, Decimal("0.5")),
        ("x - y", {"x": 3, "y": 5}, -2),
        ("x - y", {"x": None, "y": 5}, None),
        ("x * y", {"x": Decimal("1.1"), "y": Decimal("1.1")}, Decimal("1.21")),
        ("x / y", {"x": 2, "y": 3}, Decimal("0.66666667")),
        ("x / y", {"x": 2, "y": 0}, None),
        ("x div y", {"x": -7, "y": 2}, -3),
        ("x mod y", {"x": -7, "y": 3}, -1),
        ("Abs(x)", {"x": -3}, 3),
        ("Abs(x)", {"x": LEAST}, None),
        ("Ceiling(x)", {"x": Decimal("1.1")}, 2),
        ("Floor(x)", {"x": Decimal("-1.1")}, -2),
        ("Truncate(x)", {"x": Decimal("-1.9")}, -1),
        ("successor of x", {"x": 3}, 4),
        ("successor of x", {"x": amount("3", "mm")}, amount("3.00000001", "mm")),
        ("predecessor of x", {"x": day("2024-03-01")}, day("2024-02-29")),
        ("predecessor of x", {"x": day("0001-01-01")}, None),
        ("month from x", {"x": day("2024-02-29")}, 2),
        ("x + 1 month", {"x": day("2024-01-31")}, day("2024-02-29")),
        ("x - 1 year", {"x": day("0001-12-31")}, None),
        ("months between x and y", {"x": day("2024-01-31"), "y": day("2024-02-29")}, 1),
        ("difference in weeks between x and y", {"x": day("2024-03-02"), "y": day("2024-03-03")}, 1),
        ("difference in days between x and y", {"x": day("2024-03-02"), "y": None}, None),
        ("w in {'u', 'v'}", {"w": "v"}, TRUE),
        ("w in {'u', 'v'}", {"w": None}, FALSE),
        ("x in {1, 2.0}", {"x": 2}, TRUE),
        ("'u' in l", {"l": None}, FALSE),
        ("exists l", {"l": ("u",)}, TRUE),
        ("exists l", {"l": ()}, FALSE),
        ("exists l", {"l": None}, FALSE),
        ("if x is null then 1 else 2", {"x": None}, 1),
        ("if x is null then 1 else 2", {"x": 0}, 2),
        ("if a then 1 else 2", {"a": UNKNOWN}, 2),
    ],
)
def test_an_expression_comes_to_its_value(text: str, values: dict[str, Value], value: Value) -> None:
    found = evaluated(text, **values).value
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("period", ["hour", "minute", "second", "millisecond"])
def test_a_time_of_day_lasts_until_another(period: Any) -> None:
    hours = [Traced(Name("t"), Moment(Form.TIME, Precision.MILLISECOND, hour * 3_600_000)) for hour in (9, 10)]
    node = syntax.Duration(Name("a"), Name("b"), period)
    found = fold(node, Evaluate(dict(zip("ab", hours, strict=True))))
    assert found.value == {"hour": 1, "minute": 60, "second": 3600, "millisecond": 3_600_000}[period]


def test_a_null_where_a_truth_could_stand_is_unknown() -> None:
    assert evaluated("if x is null then null else true", x=None).truth is UNKNOWN


def test_the_trace_holds_what_decided() -> None:
    traced = evaluated("a and x > 3", a=TRUE, x=Decimal(4))
    assert [part.node.text or "a" for part in traced.because] == ["a", "x > 3"]
    assert [part.truth for part in traced.because] == [TRUE, TRUE]


def test_a_definition_brings_its_own_trace_along() -> None:
    definition = evaluated("x > 3", x=Decimal(4))
    traced = fold(parse("late"), Evaluate({"late": definition}))
    assert traced.because == (definition,)
    assert traced.truth is TRUE
