import pytest

from isthmus.errors import RuleError
from isthmus.rules import Kind, Type, check
from isthmus.rules.parse import parse

SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "x": Type(Kind.DECIMAL),
    "k": Type(Kind.INTEGER),
    "limit": Type(Kind.INTEGER, certain=True),
    "course": Type(Kind.CHOICE, frozenset({"better", "worse"})),
    "injection": Type(Kind.CHOICE, frozenset({"none", "relief"})),
    "done": Type(Kind.LIST, frozenset({"xray", "mri"})),
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a and b", Kind.BOOLEAN),
        ("k - 1", Kind.INTEGER),
        ("k - x", Kind.DECIMAL),
        ("Coalesce(k, x)", Kind.DECIMAL),
        ("Coalesce(x, k)", Kind.DECIMAL),
        ("Coalesce(null, a)", Kind.BOOLEAN),
        ("course = 'worse'", Kind.BOOLEAN),
        ("course != injection", Kind.BOOLEAN),
        ("if a is true then 1 else null", Kind.INTEGER),
        ("if a is true then null else 1", Kind.INTEGER),
        ("if a is true and x is null then 'yes' else 'no'", Kind.CHOICE),
        ("if done is null then null else 'mri' in done", Kind.BOOLEAN),
        ("if done is null then false else 'mri' in done", Kind.BOOLEAN),
        ("null", Kind.NULL),
    ],
)
def test_an_expression_has_the_type_of_what_it_comes_to(text: str, kind: Kind) -> None:
    assert check(parse(text), SCOPE).kind is kind


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("agee < 3", "`agee` is not defined. Define it above."),
        ("corse = 'worse'", "`corse` is not defined. Did you mean `course`?"),
        ("not x", "`x` is a decimal number, not a truth. Write a comparison, or put parentheses where they belong."),
        ("a and course", "`course` is a choice, not a truth."),
        ("a = b", "`a = b` compares a truth. Write `is true` or `is false`."),
        ("x = null", "`x = null` compares with null, which is never true. Write `is null`."),
        ("course < 3", "`course < 3` sets a choice against a whole number. Compare numbers."),
        ("course = 'wurse'", "uses `wurse`, which is not an allowed value. Did you mean `worse`?"),
        ("'wurse' = course", "uses `wurse`, which is not an allowed value. Did you mean `worse`?"),
        ("course in {'better', 'wrse'}", "uses `wrse`, which is not an allowed value. Did you mean `worse`?"),
        ("'ct' in done", "uses `ct`, which is not an allowed value."),
        ("course in {'better', 1}", "holds something that is not a word in quotes. List words in quotes only."),
        ("x in {'better'}", "asks whether a decimal number is in a list of choices. Ask whether a choice is in a list."),
        ("'mri' in done", "`'mri' in done` is a question about a list that may be unknown. Write `if done is null then null else 'mri' in done`"),
        ("not 'mri' in done", "Write a comparison, or put parentheses where they belong."),
        ("not ('mri' in done)", "is a question about a list that may be unknown, not a truth. Write `if done is null then null else 'mri' in done`, best as a definition."),
        ("('mri' in done) is null", "is always false. Leave it out."),
        ("if course is null then null else 'mri' in done", "is a question about a list that may be unknown"),
        ("if a is true then 1 else 2 - a", "sets a whole number against a truth. Compare numbers."),
        ("if a then 1 else 2", "`a` may be unknown, which `if` would take for false. Write `(a) is true`, and say what"),
        ("if x then 1 else 2", "`x` is a decimal number, not a truth. Write a condition."),
        ("if a is true then 1 else 'b'", "is a whole number or a choice. Give both the same type."),
        ("limit is null", "`limit is null` is always false. Leave it out."),
        ("x is true", "`x` is a decimal number, not a truth."),
        ("x is false", "`x` is a decimal number, not a truth."),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(RuleError) as caught:
        check(parse(text), SCOPE)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("a", False),
        ("true", True),
        ("a is true or x is null", True),
        ("a is true or b", False),
        ("limit > 3", True),
        ("x > limit", False),
        ("Coalesce(a, false)", True),
        ("if a is true then limit else 3", True),
        ("if a is true then limit else null", False),
    ],
)
def test_what_is_never_unknown_is_known_to_be_so(text: str, certain: bool) -> None:
    assert check(parse(text), SCOPE).certain is certain
