import pytest
from tests.unit.rules.scope import SCOPE

from isthmus.errors import RuleError
from isthmus.rules import Kind, check
from isthmus.rules.syntax import Quantity, Shift
from isthmus.rules.text.parse import parse
from isthmus.terms import Precision


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a and b", Kind.BOOLEAN),
        ("a xor null", Kind.BOOLEAN),
        ("a implies b", Kind.BOOLEAN),
        ("not null", Kind.BOOLEAN),
        ("a is false", Kind.BOOLEAN),
        ("x <= limit", Kind.BOOLEAN),
        ("x >= limit", Kind.BOOLEAN),
        ("a = b", Kind.BOOLEAN),
        ("a ~ null", Kind.BOOLEAN),
        ("k ~ 3", Kind.BOOLEAN),
        ("x = null", Kind.BOOLEAN),
        ("null + 1", Kind.INTEGER),
        ("k - 1", Kind.INTEGER),
        ("k - x", Kind.DECIMAL),
        ("-x", Kind.DECIMAL),
        ("k * k", Kind.INTEGER),
        ("k * x", Kind.DECIMAL),
        ("k / k", Kind.DECIMAL),
        ("k div k", Kind.INTEGER),
        ("k mod 2.0", Kind.DECIMAL),
        ("Abs(x)", Kind.DECIMAL),
        ("Ceiling(x)", Kind.INTEGER),
        ("Floor(x)", Kind.INTEGER),
        ("Truncate(x)", Kind.INTEGER),
        ("successor of x", Kind.DECIMAL),
        ("predecessor of surgery", Kind.MOMENT),
        ("Abs(null as Integer)", Kind.INTEGER),
        ("Coalesce(k, limit)", Kind.INTEGER),
        ("Coalesce(null, a)", Kind.BOOLEAN),
        ("course = 'worse'", Kind.BOOLEAN),
        ("course != injection", Kind.BOOLEAN),
        ("'a' = 'b'", Kind.BOOLEAN),
        ("slip > 3 'cm'", Kind.BOOLEAN),
        ("slip + 3 'cm'", Kind.QUANTITY),
        ("-slip", Kind.QUANTITY),
        ("stay <= 2 years", Kind.BOOLEAN),
        ("surgery < @2014-01-31", Kind.BOOLEAN),
        ("surgery + 3 months", Kind.MOMENT),
        ("in_year - 25 months", Kind.MOMENT),
        ("seen + 5 minutes", Kind.MOMENT),
        ("month from surgery", Kind.INTEGER),
        ("hour from clock", Kind.INTEGER),
        ("months between surgery and @2014-01-31", Kind.INTEGER),
        ("minutes between seen and seen", Kind.INTEGER),
        ("hours between clock and clock", Kind.INTEGER),
        ("difference in years between in_year and surgery", Kind.INTEGER),
        ("age > years between surgery and surgery", Kind.BOOLEAN),
        ("k in {1, 2}", Kind.BOOLEAN),
        ("k in {1.0, 2.5}", Kind.BOOLEAN),
        ("surgery in {@2014-01-31}", Kind.BOOLEAN),
        ("null in {1}", Kind.BOOLEAN),
        ("null as String = null", Kind.BOOLEAN),
        ("course ~ null", Kind.BOOLEAN),
        ("exists null", Kind.BOOLEAN),
        ("'mri' in done", Kind.BOOLEAN),
        ("done contains course", Kind.BOOLEAN),
        ("exists done", Kind.BOOLEAN),
        ("if a is true then 1 else null", Kind.INTEGER),
        ("if a is true then null else 1", Kind.INTEGER),
        ("if null then 1 else 2", Kind.INTEGER),
        ("if a is true and x is null then 'yes' else 'no'", Kind.CHOICE),
        ("if a then done else {'xray'}", Kind.LIST),
        ("if done is null then null else 'mri' in done", Kind.BOOLEAN),
        ("null", Kind.NULL),
    ],
)
def test_an_expression_has_the_type_of_what_it_comes_to(text: str, kind: Kind) -> None:
    assert check(parse(text), SCOPE).kind is kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("slip + 3 'cm'", "mm"),
        ("3 'cm' + slip", "mm"),
        ("slip + slip", "mm"),
        ("age - 3", "years"),
        ("3 + care", "months"),
        ("age * 2", None),
        ("Coalesce(age, 3)", "years"),
        ("weeks between surgery and surgery", "weeks"),
    ],
)
def test_a_unit_stays_with_its_number(text: str, unit: str | None) -> None:
    assert check(parse(text), SCOPE).unit == unit


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("a", False),
        ("true", True),
        ("a is true or x is null", True),
        ("a is true or b", False),
        ("limit > 3", True),
        ("limit > -1", True),
        ("limit + 1 > 3", False),
        ("x > limit", False),
        ("a ~ b", True),
        ("Coalesce(a, false)", True),
        ("if a is true then limit else 3", True),
        ("if a is true then limit else null", False),
        ("course in {'better'}", True),
        ("exists done", True),
        ("year from @2014", True),
        ("@2014 + 1 year", False),
        ("days between @2014-01-01 and @2014-01-31", True),
        ("difference in seconds between @T10:00:00 and @T10:00:01", False),
    ],
)
def test_what_is_never_unknown_is_known_to_be_so(text: str, certain: bool) -> None:
    assert check(parse(text), SCOPE).certain is certain


def test_a_quantity_made_by_hand_has_a_unit_that_is_known() -> None:
    with pytest.raises(RuleError, match="has the unit `mn`, which is not known."):
        check(Quantity(3, "mn"), SCOPE)  # type: ignore[arg-type]  # the value does not matter here


def test_a_shift_made_by_hand_is_held_to_the_same_rules() -> None:
    assert check(Shift(parse("surgery"), 0, "week"), SCOPE).precision is Precision.DAY
