import re
from decimal import Decimal
from pathlib import Path

import pytest
from tests.unit.knowledge import PATHWAY, spoilt

from isthmus.errors import KnowledgeError
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


def test_how_a_fact_can_change_is_any_way_unless_it_says_otherwise() -> None:
    changes = {name: PATHWAY.features[FeatureName(name)].changes for name in ("pain_now", "age_years", "imaging_done")}
    assert changes == {"pain_now": "any", "age_years": "up", "imaging_done": "grows"}
    assert PATHWAY.features[FeatureName("skeletal_maturity")].changes == (("immature", "mature"),)
    assert PATHWAY.features[FeatureName("incidental")].changes == ((True, False),)


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("rf_saddle_numb", "up", "cannot change `up`: it is no number. Say any, never or its steps."),
        ("course", "grows", "cannot change `grows`: it is no list of choices. Say any, never or its steps."),
        ("pain_now", "[[1, 2]]", "it is neither any, never, up, down or grows, nor steps such as [[from, to]]."),
        ("pain_now", "[[true, false]]", "changes by steps, which only a truth or a choice can."),
        (
            "course",
            "[[worse, improvin]]",
            "has a step with `improvin`, which is none of its values. Did you mean `improving`?",
        ),
        ("rf_saddle_numb", "[[true, maybe]]", "has a step with `maybe`, which is none of its values."),
        ("course", "sideways", "it is neither any, never, up, down or grows"),
    ],
)
def test_a_change_that_a_fact_cannot_make_is_refused(name: str, changes: str, message: str, tmp_path: Path) -> None:
    def change(text: str) -> str:
        before, after = text.split(f"      - name: {name}\n")
        lines = [line for line in after.splitlines(keepends=True) if not line.startswith("        changes:")]
        return f"{before}      - name: {name}\n        changes: {changes}\n{''.join(lines)}"

    with pytest.raises(KnowledgeError, match=re.escape(message)):
        load_pathway(spoilt(tmp_path, "case_features.yaml", change), claims=None)
