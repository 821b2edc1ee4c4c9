from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest

from isthmus.rules import Kind, Type, fold
from isthmus.rules.backends.columns import Columns
from isthmus.rules.meanings import column
from isthmus.rules.meanings.column import ONE, Column, boolean, leaf, literal, number, within
from isthmus.rules.text.parse import parse
from isthmus.terms import Form, Moment, Precision

DECIMAL, INTEGER = Type(Kind.DECIMAL), Type(Kind.INTEGER)
DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
SEVERITY = Type(Kind.CHOICE, frozenset({"mild", "severe"}))


def values(found: Column | pl.Expr, **series: pl.Series) -> list[Any]:
    expression = found.values if isinstance(found, Column) else found
    return pl.DataFrame(series or {"x": [None]}).select(expression.alias("found"))["found"].to_list()


def asked(text: str, type_: Type, series: pl.Series) -> list[Any]:
    return values(fold(parse(text), Columns({"x": leaf("x", type_, series.dtype)})), x=series)


@pytest.mark.parametrize(
    ("type_", "series", "text", "found"),
    [
        (DECIMAL, pl.Series([0.1, 2.5, None]), "x + 0.2 = 0.3", [True, False, None]),
        (DECIMAL, pl.Series([0.1, 2.5, None]), "x > 0.1", [False, True, None]),
        (DECIMAL, pl.Series([1, 2, None], dtype=pl.Int64), "x / 4 = 0.25", [True, False, None]),
        (DECIMAL, pl.Series([1, 2, None], dtype=pl.Int64), "x < 1.5", [True, False, None]),
        (DECIMAL, pl.Series([Decimal("0.5"), None]), "x = 0.5", [True, None]),
        (INTEGER, pl.Series([200, 0, None], dtype=pl.UInt8), "x - 201 = -1", [True, False, None]),
        (SEVERITY, pl.Series(["mild", None], dtype=pl.Enum(["mild", "severe"])), "x = 'mild'", [True, None]),
        (
            SEVERITY,
            pl.Series(["mild", None], dtype=pl.Enum(["mild", "severe"])),
            "Coalesce(x, 'severe')",
            ["mild", "severe"],
        ),
        (DAY, pl.Series([date(1, 1, 1), date(2024, 2, 29), None]), "x > @2000-01-01", [False, True, None]),
        (DAY, pl.Series([date(1, 1, 1), date(9999, 12, 31)]), "(x + 1 day) is null", [False, True]),
        (DAY, pl.Series([1, 3_652_059]), "(x + 1 day) is null", [False, True]),
    ],
)
def test_a_column_of_a_table_is_read_as_what_it_stands_for(
    type_: Type, series: pl.Series, text: str, found: list[Any]
) -> None:
    assert asked(text, type_, series) == found


def test_words_of_two_enums_are_compared_as_words() -> None:
    tables = {
        "one": pl.Series(["a", "b"], dtype=pl.Enum(["a", "b"])),
        "two": pl.Series(["a", "a"], dtype=pl.Enum(["b", "a"])),
    }
    names = {name: leaf(name, SEVERITY, series.dtype) for name, series in tables.items()}
    assert values(fold(parse("one = two"), Columns(names)), **tables) == [True, False]


@pytest.mark.parametrize(
    ("written", "fits"),
    [("1.5", True), ("0.00000001", True), ("12345678901.12345678", False), ("99999999999999999999.99999999", False)],
)
def test_a_number_keeps_a_float_only_where_it_holds_every_digit(written: str, fits: bool) -> None:
    assert (number(Decimal(written), DECIMAL).floats is not None) == fits


def test_a_float_is_never_compared_with_more_digits_than_it_holds() -> None:
    assert asked("x = 12345678901.12345678", DECIMAL, pl.Series([12345678901.123456])) == [False]


@pytest.mark.parametrize(
    ("value", "kind", "found"),
    [
        (None, Kind.NULL, None),
        (True, Kind.BOOLEAN, True),
        (7, Kind.INTEGER, 7),
        (Decimal("-0.5"), Kind.DECIMAL, -50_000_000),
        (Moment.of(date(1, 1, 2)), Kind.MOMENT, 2),
        ("mild", Kind.CHOICE, "mild"),
    ],
)
def test_a_value_that_is_written_stands_in_every_row(value: Any, kind: Kind, found: Any) -> None:
    assert literal(value).kind is kind
    assert values(literal(value)) == [found]


@pytest.mark.parametrize(
    ("type_", "last"),
    [(INTEGER, 2**31 - 1), (DECIMAL, 10**28 - 1), (DAY, 3_652_059), (Type(Kind.QUANTITY, unit="mm"), 10**28 - 1)],
)
def test_a_result_beyond_its_type_is_null(type_: Type, last: int) -> None:
    like = Column(type_, pl.lit(0))
    assert values(within(like, pl.lit(last, dtype=pl.Int128))) == [last]
    assert values(within(like, pl.lit(last + 1, dtype=pl.Int128))) == [None]


@pytest.mark.parametrize(
    ("count", "by", "nearest", "whole", "left"),
    [
        (7, 2, 4, 3, 1),
        (-7, 2, -4, -3, -1),
        (7, -2, -4, -3, 1),
        (5, 3, 2, 1, 2),
        (4, 3, 1, 1, 1),
        (1, 0, None, None, None),
    ],
)
def test_counts_are_divided_to_the_nearest_or_towards_0(
    count: int, by: int, nearest: int | None, whole: int | None, left: int | None
) -> None:
    operands = pl.lit(count, dtype=pl.Int128), pl.lit(by, dtype=pl.Int128)
    quotients = (column.divide(*operands), column.truncated_divide(*operands), column.modulo(*operands))
    assert [values(quotient) for quotient in quotients] == [[nearest], [whole], [left]]


@pytest.mark.parametrize(
    ("left", "right", "product"),
    [
        (ONE, 7, 7),
        (ONE // 2, 1, 1),
        (-ONE // 2, 1, -1),
        (ONE // 2 - 1, 1, 0),
        (10**27, 10**27, None),
        (10**18, 10**18, 10**28),
    ],
)
def test_counts_are_multiplied_into_a_count_and_never_overflow(left: int, right: int, product: int | None) -> None:
    found = column.multiply(pl.lit(left, dtype=pl.Int128), pl.lit(right, dtype=pl.Int128))
    assert values(found) == [product]


@pytest.mark.parametrize("most", [None, Decimal(100), Decimal(5 * 10**7), Decimal(10**8)])
def test_sums_of_floats_are_compared_as_the_decimals_they_stand_for(most: Decimal | None) -> None:
    columns = {name: leaf(name, Type(Kind.DECIMAL), pl.Float64(), most) for name in "xy"}
    frame = pl.DataFrame({"x": [3.3, 3.3, None], "y": [2.8, 2.79999999, 2.8]})  # as floats, 3.3 - 2.8 is under 0.5
    rules = {"same": "x - y = 0.5", "over": "x - y > 0.5", "left": "(x - y) + y = x"}
    found = frame.select(**{name: boolean(fold(parse(rule), Columns(columns))) for name, rule in rules.items()})
    assert found.to_dict(as_series=False) == {
        "same": [True, False, None],
        "over": [False, True, None],
        "left": [True, True, None],
    }
