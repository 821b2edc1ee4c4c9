from decimal import Decimal

import pytest

from isthmus.condition import Condition
from isthmus.terms import FeatureName
from isthmus.web.forms import DECLINED, NONE_OF_THESE, read_answer, read_facts, type_out


@pytest.mark.parametrize(
    ("name", "texts", "value"),
    [
        ("rf_saddle_numb", ["true"], True),
        ("rf_saddle_numb", ["false"], False),
        ("rf_saddle_numb", [""], None),
        ("rf_saddle_numb", [], None),
        ("age_years", ["16"], 16),
        ("age_years", [" 16.5 "], Decimal("16.5")),
        ("age_years", ["16.0"], 16),
        ("age_years", ["   "], None),
        ("days_to_surgery", ["10"], 10),
        ("course", ["worse"], "worse"),
        ("course", [""], None),
        ("imaging_done", ["xray", "mri"], ["xray", "mri"]),
        ("imaging_done", [NONE_OF_THESE], []),
        ("imaging_done", [""], None),
        ("imaging_done", [], None),
    ],
)
def test_what_is_typed_is_read_as_a_fact_and_an_empty_answer_is_not_known(
    name: str, texts: list[str], value: object, condition: Condition
) -> None:
    facts, faults = read_facts(condition.pathway, {name: texts})
    assert (facts[name], faults) == (value, ())
    assert type(facts[name]) is type(value)


@pytest.mark.parametrize(
    ("name", "texts", "what"),
    [
        ("rf_saddle_numb", ["yes"], "This is none of the answers."),
        ("course", ["odd"], "This is none of the answers."),
        ("imaging_done", ["xray", NONE_OF_THESE], "Two answers here exclude each other."),
        ("imaging_done", ["xray", ""], "Two answers here exclude each other."),
        ("imaging_done", ["odd"], "This is none of the answers."),
        ("age_years", ["sixteen"], "This is not a number we can read."),
        ("age_years", ["1e3"], "This is not a number we can read."),
        ("age_years", ["NaN"], "This is not a number we can read."),
        ("age_years", ["1,5"], "This is not a number we can read."),
        ("age_years", ["\N{ARABIC-INDIC DIGIT ONE}"], "This is not a number we can read."),
        ("age_years", ["-1"], "This is out of range."),
        ("age_years", ["110.5"], "This is out of range."),
        ("days_to_surgery", ["1.5"], "This is not a whole number."),
    ],
)
def test_what_cannot_be_read_is_a_fault_at_its_question_and_the_fact_stays_open(
    name: str, texts: list[str], what: str, condition: Condition
) -> None:
    facts, faults = read_facts(condition.pathway, {name: texts})
    assert [(fault.where, fault.what) for fault in faults] == [(name, what)]
    assert facts[name] is None


def test_every_fault_is_found_at_once(condition: Condition) -> None:
    _, faults = read_facts(condition.pathway, {"age_years": ["x"], "course": ["odd"], "pain_now": ["11"]})
    assert [fault.where for fault in faults] == ["age_years", "pain_now", "course"]


def test_a_field_that_is_no_case_feature_is_left_for_the_pathway_to_refuse(condition: Condition) -> None:
    facts, faults = read_facts(condition.pathway, {"age_yaers": ["16"], "empty": [""]})
    assert facts["age_yaers"] == "16"
    assert "empty" not in facts
    assert faults == ()


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("age_years", {"age_years": ["16"]}, 16),
        ("age_years", {"age_years": [""], DECLINED: ["1"]}, None),
        ("age_years", {DECLINED: ["1"]}, None),
        ("course", {"course": [""]}, None),
        ("course", {"course": ["worse"]}, "worse"),
        ("rf_saddle_numb", {"rf_saddle_numb": ["false"]}, False),
        ("imaging_done", {"imaging_done": [NONE_OF_THESE]}, []),
    ],
)
def test_one_answer_is_read_as_a_fact(
    name: str, typed: dict[str, list[str]], value: object, condition: Condition
) -> None:
    assert read_answer(condition.pathway.features[FeatureName(name)], typed) == (value, ())


@pytest.mark.parametrize(
    ("name", "typed", "what"),
    [
        ("age_years", {}, "There is no answer yet."),
        ("age_years", {"age_years": [" "]}, "There is no answer yet."),
        ("course", {}, "There is no answer yet."),
        ("age_years", {"age_years": ["16"], DECLINED: ["1"]}, "Two answers here exclude each other."),
        ("age_years", {"age_years": ["abc"]}, "This is not a number we can read."),
    ],
)
def test_no_answer_is_no_answer_and_never_a_no(
    name: str, typed: dict[str, list[str]], what: str, condition: Condition
) -> None:
    value, (fault,) = read_answer(condition.pathway.features[FeatureName(name)], typed)
    assert (value, fault.where, fault.what) == (None, name, what)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age_years", 16),
        ("age_years", Decimal("16.5")),
        ("age_years", None),
        ("course", "worse"),
        ("course", None),
        ("rf_saddle_numb", False),
        ("rf_saddle_numb", True),
        ("imaging_done", []),
        ("imaging_done", ["xray"]),
    ],
)
def test_a_fact_is_typed_out_as_it_would_be_read(name: str, value: object, condition: Condition) -> None:
    feature = condition.pathway.features[FeatureName(name)]
    assert read_answer(feature, type_out(feature.name, value)) == (value, ())
