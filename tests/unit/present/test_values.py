from decimal import Decimal

import pytest

from isthmus.condition import Condition
from isthmus.present.values import Value, choice_words, fact_of
from isthmus.terms import FeatureName


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("pregnant", True, True),
        ("pregnant", False, False),
        ("pregnant", None, None),
        ("laterality", "unilateral", "One side"),
        ("laterality", "unknown", None),
        ("symptom_months", Decimal("1.5"), "1.5\N{NO-BREAK SPACE}months"),
        ("pain_now", 6, "6\N{NO-BREAK SPACE}out of 10"),
        ("imaging_done", ["xray", "mri"], ("X-ray", "MRI")),
        ("imaging_done", [], ()),
    ],
)
def test_a_fact_is_said_in_words(name: str, value: object, words: Value, condition: Condition) -> None:
    assert fact_of(condition.pathway.features[FeatureName(name)], value).value == words


def test_a_value_that_is_no_choice_stays_as_it_is(condition: Condition) -> None:
    assert choice_words(condition.pathway.features[FeatureName("laterality")], "odd") == "odd"
    assert choice_words(None, "odd") == "odd"
