import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, fold
from isthmus.rules.text.parse import parse


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("4 'mm'", "4 'mm'"),
        ("1.5 weeks", "1.5 weeks"),
        ("DateTime(2014, 1, 31, 10)", "@2014-01-31T10"),
        ("Date(2014)", "@2014"),
        ("Time(10, 30)", "@T10:30"),
        ("@2014-01-31T10:30", "@2014-01-31T10:30"),
        (r"'it\'s'", r"'it\'s'"),
        ("null as Integer", "null"),
        ("x !~ 3", "(not (x ~ 3))"),
        ("x ~ 3", "(x ~ 3)"),
        ("x != 3", "(x != 3)"),
        ("IsNull(x)", "(x is null)"),
        ("IsTrue(a)", "(a is true)"),
        ("IsFalse(a)", "(a is false)"),
        ("Abs(x)", "Abs(x)"),
        ("Exists(l)", "(exists l)"),
        ("Coalesce({1, null})", "Coalesce(1, null)"),
        ("{1, -2, 'a', -(3)}", "{1, (-2), 'a', (-3)}"),
        ("l contains 'a'", "('a' in l)"),
        ("predecessor of x", "(predecessor of x)"),
        ("d - 2 weeks", "(d - 2 weeks)"),
        ("-(1 month) + 2 months", "((-1 month) + 2 months)"),
        ("d same month as e", "((difference in months between d and e) = 0)"),
        ("d before or on e", "(d <= e)"),
        ("d on or after e", "(e <= d)"),
        ("d same or before e", "(d <= e)"),
        ("d same day or after e", "(not ((difference in days between d and e) > 0))"),
        ("x in Interval[1, 5]", "((1 <= x) and (x <= 5))"),
        ("{'a'} included in l", "(if (l is null) then null else ('a' in l))"),
        ("maximum Integer", "2147483647"),
    ],
)
def test_every_form_becomes_its_tree(text: str, read_as: str) -> None:
    assert fold(parse(text), Cql()) == read_as


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Interval[1, 2]", "is an interval, of which nothing is asked. Ask whether something is `in` it"),
        ("Interval[1, 2] and a", "`Interval[1, 2]` is an interval, of which nothing is asked."),
        ("4 'ML'", "`ML` is not a unit known here. Did you mean `mL`?"),
        ("4 'month'", "`'month'` is a unit of UCUM only without its quotes. Write `months`."),
        ("+'a'", "has a plus sign before something that is no number. Leave the sign out."),
        ("d + 1.5 days", "`d + 1.5 days` moves by a part of a period. Write whole periods."),
        ("x as Decimal", "converts to another type, which is not in the rule language."),
        ("null as Code", "converts to another type, which is not in the rule language."),
        ("week from d", "asks for a week, which is no part of a date. Count `weeks between`."),
        ("d same week as e", "`same week as` compares by the week. Count `weeks between`."),
        ("start of x", "`x` is not an interval. Write `Interval[..., ...]` with both bounds."),
        ("Round(x)", "`Round` is a function that is not in the rule language. Use the functions"),
        ("Ceil(x)", "`Ceil` is a function that is not in the rule language. Did you mean `Ceiling`?"),
        ("Abs(x, y)", "gives 2 things to `Abs`. Give it one."),
        ("Coalesce(x)", "gives too few things to `Coalesce`. Give it two or more."),
        ("Coalesce()", "gives too few things to `Coalesce`."),
        ("DateTime(2014, null)", "has a part that is not a whole number written out."),
        ("DateTime(2014, 1.0)", "has a part that is not a whole number written out."),
        ("x in month of l", "compares by a period with what is not an interval. Leave the period out."),
        ("l includes month of {1}", "compares by a period with what is not an interval. Leave the period out."),
        ("minimum Boolean", "names no type that has one. Name a type of numbers or points in time."),
    ],
)
def test_what_cql_allows_and_a_rule_does_not_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert message in str(caught.value)
