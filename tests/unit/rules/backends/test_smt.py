from decimal import Decimal
from typing import Any

import pytest

from isthmus.rules import Kind, Type, fold
from isthmus.rules.backends.smt import Smt
from isthmus.rules.check import check
from isthmus.rules.proof.solver import run_rules
from isthmus.rules.text.parse import parse
from isthmus.terms import Amount, Form, Moment, Precision

DAY = Type(Kind.MOMENT, form=Form.DATE, precision=Precision.DAY)
SCOPE = {
    "a": Type(Kind.BOOLEAN),
    "b": Type(Kind.BOOLEAN),
    "i": Type(Kind.INTEGER),
    "x": Type(Kind.DECIMAL),
    "word": Type(Kind.CHOICE, frozenset({"mild", "severe"})),
    "words": Type(Kind.LIST, frozenset({"mild", "severe"}), item=Kind.CHOICE),
    "born": DAY,
    "long": Type(Kind.QUANTITY, unit="cm"),
}


def of(text: str, **facts: Any) -> Any:
    tree = parse(text)
    check(tree, SCOPE)
    return run_rules([tree], SCOPE, [facts])[0][0]


@pytest.mark.parametrize(
    ("text", "facts", "comes_to"),
    [
        ("a and b", {"a": False}, False),
        ("a and b", {"a": True}, None),
        ("a or b", {"a": True}, True),
        ("a xor b", {"a": True, "b": False}, True),
        ("a implies b", {"a": False}, True),
        ("a implies b", {"b": False}, None),
        ("a is not true", {}, True),
        ("a ~ b", {}, True),
        ("i ~ 3", {}, False),
    ],
)
def test_what_is_not_known_is_neither_true_nor_false(text: str, facts: dict[str, Any], comes_to: object) -> None:
    assert of(text, **facts) is comes_to


@pytest.mark.parametrize(
    ("text", "facts", "comes_to"),
    [
        ("i + 1", {"i": 2**31 - 1}, None),
        ("-i", {"i": -(2**31)}, None),
        ("Abs(i)", {"i": -3}, 3),
        ("i * i", {"i": 7}, 49),
        ("i div 2", {"i": -7}, -3),
        ("i mod 3", {"i": -7}, -1),
        ("i div 0", {"i": 1}, None),
        ("2 mod i", {"i": 0}, None),
        ("i / 3", {"i": 2}, Decimal("0.66666667")),
        ("x / i", {"i": 0, "x": Decimal(1)}, None),
        ("x * 0.5", {"x": Decimal("-0.00000001")}, Decimal("-0.00000001")),
        ("x * x", {"x": Decimal(10) ** 11}, None),
        ("x div 2.0", {"x": Decimal("7.5")}, Decimal(3)),
        ("Ceiling(x)", {"x": Decimal("-1.5")}, -1),
        ("Floor(x)", {"x": Decimal("-1.5")}, -2),
        ("Truncate(x)", {"x": Decimal("-1.5")}, -1),
        ("Floor(i)", {"i": 4}, 4),
        ("Floor(x)", {"x": Decimal(2**31)}, None),
        ("successor of i", {"i": 4}, 5),
        ("predecessor of x", {"x": Decimal(0)}, Decimal("-0.00000001")),
        ("i + x", {"i": 1, "x": Decimal("0.5")}, Decimal("1.5")),
        ("i + null", {"i": 1}, None),
    ],
)
def test_numbers_are_those_of_cql(text: str, facts: dict[str, Any], comes_to: object) -> None:
    assert of(text, **facts) == comes_to


@pytest.mark.parametrize(
    ("text", "facts", "comes_to"),
    [
        ("word = 'mild'", {"word": "mild"}, True),
        ("word != 'mild'", {"word": "severe"}, True),
        ("word = null", {"word": "mild"}, None),
        ("word in {'mild'}", {}, False),
        ("word in words", {"word": "mild", "words": ("mild",)}, True),
        ("word in words", {"word": "mild"}, False),
        ("i in {1, 2}", {"i": 2}, True),
        ("exists words", {"words": ()}, False),
        ("exists {1}", {}, True),
        ("words", {"words": ("severe",)}, ("severe",)),
        ("Coalesce(word, 'severe')", {}, "severe"),
        ("if a then word else null", {"a": True, "word": "mild"}, "mild"),
        ("if a then null else i", {"i": 4}, 4),
        ("Coalesce(null, a)", {"a": True}, True),
    ],
)
def test_words_and_lists_are_one_truth_a_word(text: str, facts: dict[str, Any], comes_to: object) -> None:
    assert of(text, **facts) == comes_to


JANUARY = Moment(Form.DATE, Precision.DAY, 735629)


@pytest.mark.parametrize(
    ("text", "facts", "comes_to"),
    [
        ("year from born", {"born": JANUARY}, 2015),
        ("born + 1 month", {"born": JANUARY}, Moment(Form.DATE, Precision.DAY, 735657)),
        ("born + 9999 years", {"born": JANUARY}, None),
        ("months between @2014-01-31 and born", {"born": JANUARY}, 12),
        ("difference in years between born and @2014-01-01", {"born": JANUARY}, -1),
        ("successor of born", {"born": JANUARY}, Moment(Form.DATE, Precision.DAY, 735630)),
        ("born < @2015-02-01", {"born": JANUARY}, True),
        ("long > 1 'm'", {"long": Amount(Decimal(101), "cm")}, True),
        ("long > 1 'm'", {"long": Decimal(99)}, False),
        ("long + 1 'mm'", {"long": Amount(Decimal(1), "cm")}, Amount(Decimal(11), "mm")),
        ("successor of long", {"long": Amount(Decimal(1), "cm")}, Amount(Decimal("1.00000001"), "cm")),
    ],
)
def test_moments_and_quantities_are_counts(text: str, facts: dict[str, Any], comes_to: object) -> None:
    assert of(text, **facts) == comes_to


def test_what_is_plain_needs_no_solver() -> None:
    term = fold(parse("1 + 1 = 2 and not (1 > 2)"), Smt({}))
    assert (term.known, term.holds, term.fails) == (True, True, False)


@pytest.mark.parametrize(
    ("text", "facts", "comes_to"),
    [
        ("{3, 2, 3}", {}, (3, 2, 3)),
        ("{'b', 'a', 'b'}", {}, ("b", "a", "b")),
        ("{@2014-01-01}", {}, (Moment(Form.DATE, Precision.DAY, 735234),)),
        ("if a then {1, 2} else {3}", {"a": True}, (1, 2)),
        ("if a then {1, 2} else {3}", {}, (3,)),
        ("if a then {'mild', 'mild'} else words", {"a": True}, ("mild",)),
        ("if a then {'mild'} else words", {"words": ("severe",)}, ("severe",)),
        ("if a then {'mild'} else words", {}, None),
        ("1 in (if a then {1, 2} else {3})", {"a": True}, True),
        ("1 in (if a then {1, 2} else {3})", {}, False),
        ("'mild' in Coalesce(words, {'mild'})", {}, True),
        ("Exists(if a then null else {1})", {"a": True}, False),
        ("Exists(if a then null else {1})", {}, True),
    ],
)
def test_a_list_that_is_written_out_keeps_its_items(text: str, facts: dict[str, Any], comes_to: object) -> None:
    assert of(text, **facts) == comes_to
