import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, Evaluate, Name, Traced, Value, fold
from isthmus.rules.text.parse import parse
from isthmus.terms import Truth

TRUE, FALSE, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def value(text: str, x: Value = None) -> Value:
    return fold(parse(text), Evaluate({"x": Traced(Name("x"), x)})).value


@pytest.mark.parametrize(
    ("interval", "inside", "outside"),
    [
        ("[2, 7]", (2, 7), (1, 8)),
        ("(2, 7)", (3, 6), (2, 7)),
        ("[2, null]", (2, 2**31 - 1), (1, 1)),
        ("[null, 7)", (-(2**31), 6), (7, 8)),
    ],
)
def test_a_point_lies_in_an_interval_or_not(interval: str, inside: tuple[int, int], outside: tuple[int, int]) -> None:
    for question in (f"x in Interval{interval}", f"Interval{interval} contains x", f"x during Interval{interval}"):
        assert [value(question, x) for x in inside] == [TRUE, TRUE]
        assert [value(question, x) for x in outside] == [FALSE, FALSE]
        assert value(question) is UNKNOWN


def test_beyond_an_unknown_bound_nothing_is_settled() -> None:
    assert value("x in Interval(null, 7]", 8) is FALSE
    assert value("x in Interval(null, 7]", 6) is UNKNOWN
    assert value("x in Interval[2, null)", 3) is UNKNOWN


def test_an_interval_with_an_unknown_bound_holds_its_known_end() -> None:
    assert value("x in Interval(null, 7]", 7) is TRUE
    assert value("x in Interval[2, null)", 2) is TRUE
    assert value("x in Interval[2, null)") is UNKNOWN


@pytest.mark.parametrize(
    ("text", "comes_to"),
    [
        ("@2014-01-31 in month of Interval[@2014-01-15, @2014-02-15]", TRUE),
        ("@2014-03-01 in month of Interval[@2014-01-15, @2014-02-15]", FALSE),
        ("@2014-01-15 in day of Interval(@2014-01-15, @2014-02-15)", FALSE),
        ("@2014-02-14 in day of Interval(@2014-01-15, @2014-02-15)", TRUE),
        ("1 before Interval[2, 7]", TRUE),
        ("2 before Interval[2, 7]", FALSE),
        ("2 before Interval(2, 7]", TRUE),
        ("7 after Interval[2, 7)", TRUE),
        ("Interval[2, 7] before 8", TRUE),
        ("Interval[2, 7] before Interval[8, 9]", TRUE),
        ("Interval[2, 7] after Interval[0, 1]", TRUE),
        ("Interval[2, 7] on or before 7", TRUE),
        ("Interval[2, 7] on or before Interval[6, 9]", FALSE),
        ("8 on or after Interval[2, 7]", TRUE),
        ("8 before Interval[null, 7]", FALSE),
        ("Interval[2, null] before 8", FALSE),
        ("8 after Interval[2, null]", FALSE),
        ("Interval[2, null] before Interval[0, 1]", FALSE),
        ("Interval[0, 1] after Interval[2, null]", FALSE),
        ("Interval[null, 9] after Interval(null, 3]", FALSE),
        ("@2014-01-31 before month of @2014-02-01", TRUE),
        ("@2014-01-31 same month as @2014-01-01", TRUE),
        ("Interval[2, 7] includes 7", TRUE),
        ("Interval[2, 7] includes Interval[3, 7]", TRUE),
        ("Interval[2, 7] includes Interval[3, 8]", FALSE),
        ("Interval[2, null] includes Interval[3, 8]", TRUE),
        ("Interval[null, 7] includes Interval[3, 8]", FALSE),
        ("Interval[3, 7] included in Interval[2, 7]", TRUE),
        ("Interval[2, 7] properly includes Interval[2, 7]", FALSE),
        ("Interval[2, 7] properly includes Interval[2, 6]", TRUE),
        ("Interval[2, 6] properly during Interval[2, 7]", TRUE),
        ("Interval[2, 7] overlaps Interval[7, 9]", TRUE),
        ("Interval[2, 7) overlaps Interval[7, 9]", FALSE),
        ("Interval[2, 7] overlaps before Interval[7, 9]", TRUE),
        ("Interval[2, 7] overlaps before Interval[2, 9]", FALSE),
        ("Interval[2, 7] overlaps after Interval[0, 2]", TRUE),
        ("Interval[2, 7] overlaps after Interval[0, 7]", FALSE),
        ("Interval[2, 7] meets Interval[8, 9]", TRUE),
        ("Interval[8, 9] meets Interval[2, 7]", TRUE),
        ("Interval[2, 7] meets before Interval[8, 9]", TRUE),
        ("Interval[2, 7] meets before Interval[9, 9]", FALSE),
        ("Interval[2, 2147483647] meets before Interval[2, 9]", FALSE),
        ("Interval[8, 9] meets after Interval[2, 7]", TRUE),
        ("Interval[2, 4] starts Interval[2, 7]", TRUE),
        ("Interval[2, 8] starts Interval[2, 7]", FALSE),
        ("Interval[3, 7] ends Interval[2, 7]", TRUE),
        ("Interval[1, 7] ends Interval[2, 7]", FALSE),
    ],
)
def test_relations_mean_what_cql_says(text: str, comes_to: Truth) -> None:
    assert value(text) is comes_to


@pytest.mark.parametrize("text", ["x before Interval[null, 7]", "x after Interval[2, null]"])
def test_of_a_point_that_is_not_known_nothing_is_settled_even_where_any_point_gives_the_same(text: str) -> None:
    assert value(text) is UNKNOWN
    assert value(text, 5) is FALSE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x same as Interval[1, 2]", "is an interval, not a point in time. Compare its start or its end."),
        ("Interval[1, 2] same as x", "is an interval, not a point in time."),
        ("x same as 5", "`5` is no point in time. Write `=`."),
        ("1 'kg' same as x", "`1 'kg'` is no point in time."),
        ("x overlaps Interval[1, 2]", "`x` is not an interval."),
        ("Interval[1, 2] properly includes x", "`x` is not an interval."),
        ("Interval(1, 7] starts Interval[1, 7]", "leaves out a bound, on which the engines of CQL differ here."),
        ("x in Interval(null, 7)", "asks more of an unknown bound than the engines of CQL agree on."),
        ("x in Interval(2, null)", "asks more of an unknown bound than the engines of CQL agree on."),
        ("x in day of Interval[@2014-01-31, null)", "asks more of an unknown bound than the engines of CQL agree on."),
        ("x before Interval(null, 7]", "has no bound on that side, or an unknown one."),
        ("x on or before Interval[null, 7]", "has no bound on that side, or an unknown one."),
        ("Interval[1, null] overlaps Interval[1, 2]", "has no bound on that side, or an unknown one."),
    ],
)
def test_what_engines_do_not_agree_on_is_refused(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert message in str(caught.value)


def test_one_bound_alone_is_one_comparison() -> None:
    assert fold(parse("x in Interval[2, null]"), Cql()) == "(2 <= x)"
