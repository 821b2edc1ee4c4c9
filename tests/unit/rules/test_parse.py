import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, Kind, Type, fold
from isthmus.rules.parse import parse, read_rule, read_value

SCOPE = {"a": Type(Kind.BOOLEAN), "b": Type(Kind.BOOLEAN), "x": Type(Kind.DECIMAL)}


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("a or b and c", "(a or (b and c))"),
        ("not a and b", "((not a) and b)"),
        ("not x is null", "(not (x is null))"),
        ("x is not null", "(not (x is null))"),
        ("a is not true", "(not (a is true))"),
        ("a is not false", "(not (a is false))"),
        ("x - 1 - y < 2", "(((x - 1) - y) < 2)"),
        ("x < 1 = y", "((x < 1) = y)"),
        ("w = 'u' and w in {'u', 'v'}", "((w = 'u') and (w in {'u', 'v'}))"),
        ("((a))", "a"),
        ("if a is true then 1 else if b is false then 2 else 3", "(if (a is true) then 1 else (if (b is false) then 2 else 3))"),
        ("Coalesce(a, b, true)", "Coalesce(a, b, true)"),
        ("orange or android", "(orange or android)"),
        ("x = 1.50", "(x = 1.50)"),
        ("a or false or null", "((a or false) or null)"),
    ],
)  # fmt: skip
def test_precedence_is_that_of_cql(text: str, read_as: str) -> None:
    assert fold(parse(text), Cql()) == read_as


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x <", "`x <` ends too early."),
        ("", "`` ends too early."),
        ("a xor b", "`a xor b` cannot be read from `xor` on."),
        ("x = 'open", "`x = 'open` cannot be read from `'open` on."),
        ("x < 99999999999", "`99999999999` is beyond the numbers of CQL."),
        ("x < " + "9" * 60, "is beyond the numbers of CQL."),
        ("x < 1.123456789", "`1.123456789` is beyond the numbers of CQL."),
        ("not " * 5000 + "a", "nested too deeply"),
    ],
)  # fmt: skip
def test_text_outside_the_language_is_refused_with_its_place(text: str, what: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse(text)
    assert what in caught.value.faults[0].what


def test_every_part_keeps_its_own_words() -> None:
    tree = parse("a  and x is not null")
    left, right = tree.operands()
    (inner,) = right.operands()
    assert [tree.text, left.text, right.text, inner.text] == ["a  and x is not null", "a", "x is not null", "x is null"]


def test_a_rule_must_come_to_what_is_wanted() -> None:
    assert read_value("x - 1", SCOPE).type.kind is Kind.DECIMAL
    with pytest.raises(RuleError, match="`x - 1` is a decimal number, not a truth"):
        read_rule("x - 1", SCOPE)
