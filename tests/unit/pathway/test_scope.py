from decimal import Decimal

from tests.unit.knowledge import PATHWAY

from isthmus.pathway import Parameter
from isthmus.pathway.scope import feature_type, parameter_type
from isthmus.rules import Kind
from isthmus.terms import FeatureName


def parameter(value: int | Decimal, unit: str = "months") -> Parameter:
    return Parameter("t", value, unit, "x", "x", (), ())


def test_a_case_feature_may_always_be_unknown() -> None:
    assert not any(feature_type(feature).certain for feature in PATHWAY.features.values())


def test_a_choice_knows_its_words() -> None:
    course = feature_type(PATHWAY.features[FeatureName("course")])
    assert course.kind is Kind.CHOICE
    assert course.choices == {"resolved", "improving", "not_improved", "worse"}


def test_a_list_knows_what_it_holds() -> None:
    done = feature_type(PATHWAY.features[FeatureName("imaging_done")])
    assert (done.kind, done.item) == (Kind.LIST, Kind.CHOICE)


def test_a_parameter_is_always_known() -> None:
    assert parameter_type(parameter(3)).kind is Kind.INTEGER
    assert parameter_type(parameter(Decimal("1.5"))).kind is Kind.DECIMAL
    assert parameter_type(parameter(3)).certain


def test_numbers_know_the_unit_they_are_kept_in() -> None:
    assert feature_type(PATHWAY.features[FeatureName("age_years")]).unit == "years"
    assert parameter_type(parameter(3)).unit == "months"
    assert parameter_type(parameter(3, unit="")).unit is None
