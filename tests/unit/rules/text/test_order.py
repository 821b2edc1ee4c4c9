import pytest

from isthmus.rules import Evaluate, Expr, Traced, fold
from isthmus.rules.syntax import Literal, Name, Period
from isthmus.rules.text.literals import moment
from isthmus.rules.text.order import Order
from isthmus.terms import Truth


def truth(tree: Expr) -> Truth:
    return fold(tree, Evaluate({"x": Traced(Name("x"), None)})).truth


def literal(text: str) -> Literal:
    return Literal(moment(text), text=text)


@pytest.mark.parametrize(
    ("one", "other", "period"),
    [
        ("@2014-12-31", "@2015-01-01", "year"),
        ("@2014-01-31", "@2014-02-01", "month"),
        ("@2014-01-31T23:59", "@2014-02-01T00:00", "day"),
        ("@T10:59", "@T11:00", "hour"),
        ("@2014-01-31T10:29:59", "@2014-01-31T10:30:00", "minute"),
        ("@0001-01-01T00:00:59.999", "@9999-01-01T00:00:00.000", "second"),
        ("@T10:00:00.001", "@T10:00:00.002", "millisecond"),
        ("@2014-01-31", "@2014-02-01", None),
    ],
)
def test_one_point_comes_before_another_by_a_period(one: str, other: str, period: Period | None) -> None:
    order, a, b = Order(period), literal(one), literal(other)
    assert (truth(order.less(a, b)), truth(order.less(b, a))) == (Truth.TRUE, Truth.FALSE)
    assert (truth(order.at_most(a, b)), truth(order.at_most(b, a))) == (Truth.TRUE, Truth.FALSE)
    assert (truth(order.same(a, b)), truth(order.same(a, a))) == (Truth.FALSE, Truth.TRUE)
    assert truth(order.less(a, a)) is Truth.FALSE
    assert truth(order.at_most(a, a)) is Truth.TRUE


def test_where_a_point_is_not_known_its_place_is_unknown() -> None:
    order, a, x = Order(), literal("@2014-01-31"), Name("x")
    assert [truth(how(x, a)) for how in (order.less, order.at_most, order.same)] == [Truth.UNKNOWN] * 3


def test_a_comparison_says_its_own_words() -> None:
    a, b = literal("@2014"), literal("@2015")
    assert Order("year").less(a, b).text == "@2014 before year of @2015"
    assert Order("year").same(a, b).text == "@2014 same year as @2015"
    assert Order("year").at_most(a, b).text == "@2014 same year or before @2015"
    assert Order().at_most(a, b).text == "@2014 <= @2015"


def test_what_shares_the_hour_is_told_apart_by_the_parts_of_the_clock() -> None:
    order = Order("second")
    assert truth(order.same(literal("@T10:00:05.100"), literal("@T10:00:05.900"))) is Truth.TRUE
    assert truth(order.same(literal("@T10:00:05.100"), literal("@T10:01:05.100"))) is Truth.FALSE
