from decimal import Decimal

import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, Evaluate, Name, Traced, Value, fold
from isthmus.rules.meanings.iso import iso
from isthmus.rules.text.parse import parse
from isthmus.terms import Moment, Truth


def value(text: str, **values: Value) -> Value:
    return fold(parse(text), Evaluate({name: Traced(Name(name), known) for name, known in values.items()})).value


@pytest.mark.parametrize(
    ("text", "short_for"),
    [
        ("x between 1 and y", "((x >= 1) and (x <= y))"),
        ("x properly between 1 and y", "((x > 1) and (x < y))"),
        ("case when a then 1 when b then 2 else 3 end", "(if a then 1 else if b then 2 else 3)"),
        ("case x when 1 then 'u' when y then 'v' else null end", "(if (x = 1) then 'u' else if (x = y) then 'v' else null)"),
        ("{1, 2} = {1, 3}", "((1 = 1) and (2 = 3))"),
        ("{1} != {2}", "(not (1 = 2))"),
        ("{1, 2} = {1}", "((1 = 1) and false)"),
        ("{-1} = {-2.5}", "((-1) = (-2.5))"),
        ("{1, 2} includes {-1}", "((-1) in {1, 2})"),
        ("'a' in {}", "false"),
        ("Coalesce({})", "null"),
        ("{1, 2} ~ {2, 1}", "((1 ~ 2) and (2 ~ 1))"),
        ("{1, null} ~ {null, null}", "((1 ~ null) and true)"),
        ("{1} !~ {1, 2}", "(not ((1 ~ 1) and false))"),
        ("{} ~ {}", "true"),
        ("{} ~ {1}", "false"),
        ("x in {1, null, 2}", "((x is null) or (x in {1, 2}))"),
        ("{null} contains x", "((x is null) or false)"),
        ("{1} includes {null, 1}", "((null in {1}) and (1 in {1}))"),
        ("null as List<String> contains 'a'", "false"),
        ("exists {}", "false"),
        ("exists l", "(exists l)"),
        ("Exists(null as List<Integer>)", "false"),
        ("{1} includes {}", "true"),
        ("{} includes 1", "false"),
        ("l includes {}", "(if (l is null) then null else true)"),
        ("{1} includes null as List< Integer >", "null"),
        ("null as List<Integer> includes {1}", "null"),
        ("{1, 2} includes {2, 1}", "((2 in {1, 2}) and (1 in {1, 2}))"),
        ("{1, 2} includes 2", "(2 in {1, 2})"),
        ("l includes {'u', 'v'}", "(if (l is null) then null else (('u' in l) and ('v' in l)))"),
        ("2 included in {1, 2}", "(2 in {1, 2})"),
        ("minimum Integer", "((-2147483647) - 1)"),
        ("maximum Decimal", "99999999999999999999.99999999"),
        ("minimum Decimal", "(-99999999999999999999.99999999)"),
    ],
)  # fmt: skip
def test_a_short_form_is_read_as_what_it_is_short_for(text: str, short_for: str) -> None:
    assert fold(parse(text), Cql()) == short_for


@pytest.mark.parametrize(
    ("text", "values", "comes_to"),
    [
        ("case x when 1 then 'u' else 'v' end", {"x": None}, "v"),
        ("case when x > 1 then 'u' else 'v' end", {"x": 2}, "u"),
        ("x between 1 and 3", {"x": Decimal(3)}, Truth.TRUE),
        ("x properly between 1 and 3", {"x": Decimal(3)}, Truth.FALSE),
        ("l includes {'u'}", {"l": None}, None),
        ("l includes {'u'}", {"l": ("u", "v")}, Truth.TRUE),
        ("minimum Integer", {}, -(2**31)),
    ],
)
def test_a_short_form_comes_to_what_it_means(text: str, values: dict[str, Value], comes_to: Value) -> None:
    assert value(text, **values) == comes_to


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("minimum Date", "0001-01-01"),
        ("maximum Date", "9999-12-31"),
        ("minimum DateTime", "0001-01-01T00:00:00.000"),
        ("maximum Time", "23:59:59.999"),
    ],
)
def test_the_calendar_has_a_first_and_a_last_moment(text: str, first: str) -> None:
    moment = value(text)
    assert isinstance(moment, Moment)
    assert iso(moment) == first


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{1, x}", "`{1, x}` lists `x`, which is not written out. List literals only."),
        (
            "l includes k",
            "asks for `k`, which is not written out. Write `in` for one thing, or list several in braces.",
        ),
        ("l includes null", "asks for `null`, which is not written out."),
        ("{1} = {}", "compares a list that is empty or holds a null. Leave the question out."),
        ("{} = {}", "compares a list that is empty or holds a null."),
        ("{1, null} = {1, null}", "compares a list that is empty or holds a null."),
        ("case when null then 1 else 2 end", "has `null` for a condition. Write a condition."),
        (
            "case 1 when 1.0 then 2 else 3 end",
            "`1 = 1.0` holds a whole number against a decimal, which `case` does not.",
        ),
        ("maximum Datum", "names no type that has one. Did you mean `Date`?"),
    ],
)
def test_what_cannot_be_said_exactly_is_refused(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert message in str(caught.value)


def test_the_parts_of_a_short_form_say_their_own_words() -> None:
    tree = parse("x between 1 and 3")
    assert [tree.text, *(part.text for part in tree.operands())] == ["x between 1 and 3", "x >= 1", "x <= 3"]
