from dataclasses import replace
from decimal import Decimal

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.cli.reply import Unreadable, how_to_reply, read_reply
from isthmus.pathway import CaseFeature
from isthmus.terms import FeatureName


def feature(name: str) -> CaseFeature:
    return PATHWAY.features[FeatureName(name)]


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("smoker", "yes", True),
        ("smoker", " N \n", False),
        ("smoker", "TRUE", True),
        ("age_years", "15", 15),
        ("symptom_months", "1.5", Decimal("1.5")),
        ("radicular", "1", "none"),
        ("radicular", "Pain only", "pain_only"),
        ("radicular", "motor_stable", "motor_stable"),
        ("radicular", "no", "none"),
        ("imaging_done", "none", []),
        ("imaging_done", "0", []),
        ("imaging_done", "1 2", ["xray", "mri"]),
        ("imaging_done", "x-ray, ct,", ["xray", "ct"]),
        ("imaging_done", "bone scan (spect)", ["spect"]),
    ],
)
def test_what_is_typed_is_read_by_number_word_or_name(name: str, typed: str, value: object) -> None:
    assert read_reply(PATHWAY, feature(name), typed) == value


@pytest.mark.parametrize("name", ["smoker", "age_years", "radicular", "imaging_done"])
@pytest.mark.parametrize("typed", ["", "\n", " ? ", "unknown", "NULL"])
def test_what_is_not_known_is_none_and_never_no(name: str, typed: str) -> None:
    assert read_reply(PATHWAY, feature(name), typed) is None


@pytest.mark.parametrize(
    ("name", "typed", "why"),
    [
        ("smoker", "perhaps", "That is neither yes nor no."),
        ("smoker", "0", "That is neither yes nor no."),
        ("age_years", "fifteen", "That is not a number."),
        ("age_years", "1e2", "That is not a number."),
        ("age_years", "170", "That is out of range."),
        ("age_years", "15.123456789", "That has more than 8 decimal places."),
        ("days_to_surgery", "1.5", "That is not a whole number."),
        ("radicular", "5", "That is not one of its choices."),
        ("imaging_done", "1, 9", "That is not a list of its choices."),
    ],
)
def test_what_does_not_fit_is_refused_and_not_repeated(name: str, typed: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_reply(PATHWAY, feature(name), typed)
    assert str(refused.value) == why


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("smoker", "Answer yes or no."),
        ("age_years", "Give a number from 0 to 110 (years)."),
        ("radicular", "Choose one by its number."),
        ("imaging_done", "Choose any by their numbers, such as 1, 2; or none."),
    ],
)
def test_each_kind_of_question_says_what_it_takes(name: str, how: str) -> None:
    assert how_to_reply(feature(name)) == how


def test_a_choice_that_is_called_by_a_number_is_meant_by_its_name() -> None:
    choices = feature("radicular").choices
    graded = replace(feature("radicular"), choices=(replace(choices[0], value="2"), *choices[1:]))
    pathway = replace(PATHWAY, features={**PATHWAY.features, graded.name: graded})
    assert read_reply(pathway, graded, "2") == "2"
