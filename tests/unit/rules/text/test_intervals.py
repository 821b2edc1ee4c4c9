from decimal import Decimal

import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, Evaluate, Value, fold
from isthmus.rules.text.parse import parse
from isthmus.terms import Truth


def value(text: str) -> Value:
    return fold(parse(text), Evaluate({})).value


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("start of Interval[2, 7]", 2),
        ("start of Interval(2, 7]", 3),
        ("end of Interval[2, 7)", 6),
        ("end of Interval[2.0, 7.0)", Decimal("6.99999999")),
        ("width of Interval[2, 7]", 5),
        ("width of Interval(-2, 7)", 7),
        ("start of Interval[2, null]", 2),
        ("Interval[2, 7] = Interval(1, 8)", Truth.TRUE),
        ("Interval[2, 7] = Interval[2, 8]", Truth.FALSE),
        ("Interval[2, 7] != Interval[2, 8]", Truth.TRUE),
        ("Interval[2, 7] ~ Interval[2, 7]", Truth.TRUE),
        ("Interval[2, 7] !~ Interval[2, 7]", Truth.FALSE),
    ],
)
def test_an_interval_comes_to_its_bounds(text: str, comes_to: Value) -> None:
    assert value(text) == comes_to


@pytest.mark.parametrize(
    "text",
    [
        "Interval[5, 3]",
        "Interval[5, 5)",
        "Interval(5, 6)",
        "Interval[5.0, 4.0]",
        "Interval(5.0, 5.00000001)",
        "Interval[5, 4.5]",
        "Interval[5 'mm', 4 'mm']",
        "Interval[5 'mm', 5 'mm')",
        "Interval[5 'mm', -(5 'mm')]",
        "Interval(5 'mm', 5.00000001 'mm')",
        "Interval[1 'm', 5 'mm']",
        "Interval[10 'mm', 1 'cm')",
        "Interval[@2014-02-01, @2014-01-31]",
        "Interval(@2014-01-31, @2014-02-01)",
        "Interval[@T10:00, @T10:00)",
    ],
)
def test_an_interval_with_nothing_in_it_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="has nothing in it. Write the lower bound first."):
        parse(f"x in {text}")


@pytest.mark.parametrize(
    "text",
    [
        "Interval[5, 5]",
        "Interval[5, 6)",
        "Interval[5 'mm', 1 'm']",
        "Interval[5 'mm', 1 'g']",
        "Interval[@2014, @2013-01]",
        "Interval[1, @2014]",
    ],
)
def test_an_interval_that_may_hold_something_is_read(text: str) -> None:
    parse(f"x in {text}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x in Interval[null, null]", "`Interval[null, null]` has no bound at all. Leave the question out."),
        ("x in Interval[1, y]", "has the bound `y`, which is not written out. Write `between`, or comparisons"),
        ("x in Interval['a', 'b']", "has the bound `'a'`, which is not written out."),
        ("x in Interval[true, 2]", "has the bound `true`, which is not written out."),
        ("x in Interval[Interval[1, 2], 3]", "is an interval, of which nothing is asked."),
        ("end of Interval[1, null]", "has no bound on that side, or an unknown one."),
        ("end of Interval[1, null)", "has no bound on that side, or an unknown one."),
    ],
)
def test_a_bound_on_which_engines_differ_is_refused(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("5 in (null as Interval<Integer>)", "false"),
        ("null as Interval< Integer > contains x", "false"),
        ("x during (null as Interval<Integer>)", "false"),
        ("(null as Interval<Integer>) includes 5", "false"),
        ("Interval[1, 2] overlaps (null as Interval<Integer>)", "null"),
        ("(null as Interval<Date>) on or before Interval[@2014-01-01, @2014-02-01]", "null"),
        ("(null as Interval<Integer>) includes (null as Interval<Integer>)", "null"),
        ("5 before (null as Interval<Integer>)", "(5 < null)"),
    ],
)
def test_of_an_interval_that_is_null_nothing_is_known_but_that_it_holds_nothing(text: str, read_as: str) -> None:
    assert fold(parse(text), Cql()) == read_as
