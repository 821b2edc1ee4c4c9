import pytest

from isthmus.errors import RuleError
from isthmus.rules import Cql, Kind, Type, fold
from isthmus.rules.text.parse import parse, read_expression, read_rule, read_value

SCOPE = {"a": Type(Kind.BOOLEAN), "b": Type(Kind.BOOLEAN), "x": Type(Kind.DECIMAL)}


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("a or b and c", "(a or (b and c))"),
        ("a or b xor c", "((a or b) xor c)"),
        ("a implies b or c", "(a implies (b or c))"),
        ("a implies b implies c", "((a implies b) implies c)"),
        ("not a and b", "((not a) and b)"),
        ("not x is null", "(not (x is null))"),
        ("not exists l", "(not (exists l))"),
        ("x is not null", "(not (x is null))"),
        ("a is not true", "(not (a is true))"),
        ("a is not false", "(not (a is false))"),
        ("a = not b", "(a = (not b))"),
        ("x - 1 - y < 2", "(((x - 1) - y) < 2)"),
        ("x - 1 * y", "(x - (1 * y))"),
        ("x * y div z mod 2 / 3", "((((x * y) div z) mod 2) / 3)"),
        ("-x * y", "((-x) * y)"),
        ("- - 1", "(-(-1))"),
        ("+1 + 2", "(1 + 2)"),
        ("successor of x + 1", "((successor of x) + 1)"),
        ("month from d + 1", "((month from d) + 1)"),
        ("x < 1 = y", "((x < 1) = y)"),
        ("x between 1 and 2 and a", "((x >= 1) and (x <= 2) and a)"),
        ("months between d and e > 3", "((months between d and e) > 3)"),
        ("duration in months between d and e", "(months between d and e)"),
        ("difference in weeks between d and e + 1 day", "(difference in weeks between d and (e + 1 day))"),
        ("w = 'u' and w in {'u', 'v'}", "((w = 'u') and (w in {'u', 'v'}))"),
        ("w in l = a", "(w in (l = a))"),
        ("((a))", "a"),
        ("if a is true then 1 else if b is false then 2 else 3", "(if (a is true) then 1 else if (b is false) then 2 else 3)"),
        ("Coalesce(a, b, true)", "Coalesce(a, b, true)"),
        ("orange or android", "(orange or android)"),
        ("x = 1.50", "(x = 1.50)"),
        ("a or false or null", "(a or false or null)"),
        ("a // one of two\n or /* the\n other */ b", "(a or b)"),
        ('"quit-smoking" or "start"', '("quit-smoking" or "start")'),
        ("d + 3 months - 1 day", "((d + 3 months) - 1 day)"),
        ("1 month + 3 months", "(1 month + 3 months)"),
        ("-2147483648", "((-2147483647) - 1)"),
    ],
)  # fmt: skip
def test_precedence_is_that_of_cql(text: str, read_as: str) -> None:
    assert fold(parse(text), Cql()) == read_as


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("x <", "`x <` ends too early."),
        ("", "`` ends too early."),
        ("x = 'open", "`x = 'open` cannot be read from `'open` on."),
        ("x indone", "`x indone` cannot be read from `indone` on."),
        ("x < 99999999999", "`99999999999` is beyond the numbers of CQL."),
        ("x < " + "9" * 60, "is beyond the numbers of CQL."),
        ("x < 1.123456789", "`1.123456789` is beyond the numbers of CQL."),
        ("2147483648", "`2147483648` is beyond the numbers of CQL."),
        ("+2147483648", "`2147483648` is beyond the numbers of CQL."),
        ("not " * 5000 + "a", "nested too deeply"),
        ("a and then", "`a and then` cannot be read from `then` on."),
        ("a and same", "`same` is a word of CQL that cannot be read here."),
        ("a and date", "`date` is a word of CQL that cannot be read here."),
        ("l union k", "`union` is a word of CQL that is not in the rule language."),
        ("convert 5 to Decimal", "`convert` is a word of CQL that is not in the rule language."),
        ("'union' x", "`'union' x` cannot be read from `x` on."),
        ("2 ^ 3", "cannot be read from `^` on."),
    ],
)
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


def test_an_expression_is_read_without_the_advice_that_a_rule_is_held_to() -> None:
    assert read_expression("if a then 1 else 2", SCOPE).type.kind is Kind.INTEGER
    with pytest.raises(RuleError, match="may be unknown"):
        read_value("if a then 1 else 2", SCOPE)
