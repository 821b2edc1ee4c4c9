import pytest
from tests.unit.rules.scope import SCOPE

from isthmus.errors import RuleError
from isthmus.rules.lint import lint
from isthmus.rules.text.parse import parse


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = b", "`a = b` compares a truth. Write `is true` or `is false`."),
        ("x = null", "`x = null` compares with null, which is never true. Write `is null`."),
        ("x < null", "`x < null` compares with null, which is never true. Write `is null`."),
        ("k ~ null", "`k ~ null` compares with null. Write `is null`."),
        ("limit is null", "`limit is null` is always false. Leave it out."),
        ("{1} is null", "is always false. Leave it out."),
        ("if a then 1 else 2", "`a` may be unknown, which `if` would take for false. Write `(a) is true`, and say what holds when it is unknown."),
        ("case when x > 1 then 1 else 2 end", "`x > 1` may be unknown, which `case` would take for false. Write `(x > 1) is true`"),
        ("case course when 'worse' then 1 else 2 end", "`course = 'worse'` may be unknown, which `case` would take for false."),
        ("'mri' in done", "`'mri' in done` is a question about a list that may be unknown, to which CQL says no. Write `if done is null then null else 'mri' in done`, best as a definition."),
        ("course in {'better'}", "is a question about a value that may be unknown, to which CQL says no. Write `if course is null then null else course in {'better'}`"),
        ("course in done", "Write `if course is null or done is null then null else course in done`"),
        ("exists done", "`exists done` is a question about a list that may be unknown"),
        ("not ('mri' in done)", "is a question about a list that may be unknown"),
        ("('mri' in done) is null", "is a question about a list that may be unknown"),
        ("if course is null then null else 'mri' in done", "is a question about a list that may be unknown"),
        ("if done is null then 'mri' in done else null", "is a question about a list that may be unknown"),
        ("1 div 0 > x", "`1 div 0` has no value for any patient. Leave it out, or correct the numbers."),
        ("2147483647 + 1 > k", "`2147483647 + 1` has no value for any patient."),
    ],
)  # fmt: skip
def test_what_would_lose_an_unknown_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        lint(parse(text), SCOPE)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("k / 2 > 1", "Multiply the other side instead, or define a case feature that holds the quotient."),
        ("x * 2 > 1", "Calculate with whole numbers, or define a case feature that holds the result."),
        ("x div 2 > 1", "Calculate with whole numbers"),
        ("k mod 2.0 > 1", "Calculate with whole numbers"),
        ("months between surgery and surgery > 3", "Count days or years, or compare with the date that is so many"),
        ("difference in weeks between surgery and surgery > 3", "Count weeks or days between."),
        ("slip > 3 'cm'", "Give both in one unit."),
        ("slip + 3 'cm' > 5 'mm'", "Give both in one unit."),
    ],
)
def test_what_the_engines_of_cql_dispute_is_refused_with_a_remedy(text: str, remedy: str) -> None:
    with pytest.raises(RuleError, match="is something on which the engines of CQL differ. ") as caught:
        lint(parse(text), SCOPE)
    assert remedy in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "a is true and x > 3",
        "a ~ b",
        "if a is true then 1 else 2",
        "case when a is true then 1 else 2 end",
        "if done is null then null else 'mri' in done",
        "if done is null then false else 'mri' in done and exists done",
        "if done is null or course is null then null else course in done",
        "if done is not null and a is true then exists done else null",
        "if not (done is not null) then null else exists done",
        "done is not null and exists done",
        "exists done and not (done is null)",
        "done is null or exists done",
        "exists done or done is null",
        "done includes {'mri'}",
        "limit in {1, 2}",
        "k is null",
        "k * 2 > 1",
        "k div 2 > k mod 2",
        "years between surgery and surgery > 3",
        "weeks between surgery and surgery > 3",
        "slip > 3 'mm'",
        "x + 1.5 > 2",
    ],
)
def test_what_says_what_holds_of_an_unknown_is_left_alone(text: str) -> None:
    lint(parse(text), SCOPE)
