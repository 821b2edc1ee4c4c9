from decimal import Decimal
from pathlib import Path

from tests.unit.knowledge import PATHWAY, spoilt

from isthmus.pathway.load import load_pathway
from isthmus.terms import FeatureName


def test_red_flags_are_the_first_group_and_nothing_else_is_in_it() -> None:
    first, *others = PATHWAY.groups
    assert all(PATHWAY.features[name].red_flag for name in first.features)
    assert not any(PATHWAY.features[name].red_flag for group in others for name in group.features)


def test_a_number_has_its_unit_and_range() -> None:
    feature = PATHWAY.features[FeatureName("slip_percent")]
    assert (feature.unit, feature.low, feature.high) == ("percent", Decimal(0), Decimal(150))


def test_a_code_says_where_it_was_confirmed() -> None:
    codes = [code for feature in PATHWAY.features.values() for code in feature.codes]
    assert codes
    assert all(code.source for code in codes)


def test_unknown_is_no_choice_because_it_is_no_value() -> None:
    assert not any(choice.value == "unknown" for feature in PATHWAY.features.values() for choice in feature.choices)


def test_a_rule_calls_a_fact_by_its_label_or_else_by_its_name(tmp_path: Path) -> None:
    name = FeatureName("pain_now")
    folder = spoilt(tmp_path, "case_features.yaml", lambda text: text.replace("label: pain today\n", "label:\n"))
    assert PATHWAY.features[name].label == "pain today"
    assert load_pathway(folder, claims=None).features[name].label == "pain now"
