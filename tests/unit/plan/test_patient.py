from decimal import Decimal
from types import MappingProxyType

import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.errors import InvalidCase
from isthmus.plan import read_patient
from isthmus.rules import Value
from isthmus.terms import FeatureName, Truth


def read(name: str, value: object) -> Value:
    return read_patient(PATHWAY, {name: value})[FeatureName(name)]


@pytest.mark.parametrize(
    ("name", "written", "value"),
    [
        ("smoker", True, Truth.TRUE),
        ("smoker", False, Truth.FALSE),
        ("smoker", None, Truth.UNKNOWN),
        ("smoker", "unknown", Truth.UNKNOWN),
        ("age_years", 17, Decimal(17)),
        ("age_years", 2.9, Decimal("2.9")),
        ("age_years", Decimal("2.90"), Decimal("2.9")),
        ("age_years", "unknown", None),
        ("age_years", {"value": 17, "unit": "years"}, Decimal(17)),
        ("days_to_surgery", 7, 7),
        ("days_to_surgery", 7.0, 7),
        ("course", "worse", "worse"),
        ("course", "unknown", None),
        ("imaging_done", ["mri", "xray", "mri"], ("xray", "mri")),
        ("imaging_done", (), ()),
        ("imaging_done", None, None),
    ],
)
def test_a_value_that_fits_is_read(name: str, written: object, value: Value) -> None:
    assert read(name, written) == value


def test_what_is_left_out_is_not_known() -> None:
    patient = read_patient(PATHWAY, {})
    assert set(patient) == set(PATHWAY.features)
    assert set(patient.values()) == {None, Truth.UNKNOWN}


NUMBER = "Give a number from 0 to 110 (years), or null."


@pytest.mark.parametrize(
    ("name", "written", "message"),
    [
        ("smoker", "yes", "`smoker` is not a truth. Give true, false or null."),
        ("smoker", 1, "`smoker` is not a truth. Give true, false or null."),
        ("age_years", "17", f"`age_years` is not a number. {NUMBER}"),
        ("age_years", True, f"`age_years` is not a number. {NUMBER}"),
        ("age_years", float("nan"), f"`age_years` is not a number. {NUMBER}"),
        ("age_years", float("inf"), f"`age_years` is not a number. {NUMBER}"),
        ("age_years", 111, f"`age_years` is out of range. {NUMBER}"),
        ("age_years", -0.01, f"`age_years` is out of range. {NUMBER}"),
        ("age_years", Decimal("1E+999999"), f"`age_years` is out of range. {NUMBER}"),
        ("age_years", Decimal("0.123456789"), "`age_years` has more than 8 decimal places. Round it."),
        ("age_years", [17], f"`age_years` is not a number. {NUMBER}"),
        ("age_years", {"value": 17}, "`age_years` has no unit. Add `unit: years`."),
        ("age_years", {"value": 17, "unit": "months"}, "`age_years` has another unit than it is kept in. Give it in years."),
        ("age_years", {"years": 17}, "`age_years` is not a number with its unit. Give {value: ..., unit: years}."),
        ("days_to_surgery", 7.5, "`days_to_surgery` is not a whole number. Give a number from 0 to 365 (days), or null."),
        ("course", "beter", "`course` is not one of its choices. Give resolved, improving, not_improved, worse, unknown or null."),
        ("course", False, "`course` is not one of its choices."),
        ("imaging_done", "xray", "`imaging_done` is not a list of its choices. List any of xray, mri, ct, spect, flexext, or give null."),
        ("imaging_done", ["xrey"], "`imaging_done` is not a list of its choices."),
        ("imaging_done", [["xray"]], "`imaging_done` is not a list of its choices."),
        ("age_yaers", 17, "`age_yaers` is not a case feature. Did you mean `age_years`?"),
        ("hobby", 17, "`hobby` is not a case feature. Leave it out."),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_without_showing_it(name: str, written: object, message: str) -> None:
    with pytest.raises(InvalidCase) as caught:
        read(name, written)
    assert message in str(caught.value)
    assert caught.value.faults[0].where == name


def test_no_value_of_a_patient_appears_in_a_message() -> None:
    facts = {"age_years": 4711, "course": "secret words", "imaging_done": ["hush"], "smoker": "private"}
    with pytest.raises(InvalidCase) as caught:
        read_patient(PATHWAY, facts)
    assert not any(word in str(caught.value) for word in ("4711", "secret", "hush", "private"))


def test_every_fault_is_told_at_once_and_where_the_caller_says() -> None:
    facts = MappingProxyType({"age_years": 200, "smoker": "yes", "nonsense": 1})
    with pytest.raises(InvalidCase) as caught:
        read_patient(PATHWAY, facts, where=lambda name: f"case.yaml:{name}")
    assert {fault.where for fault in caught.value.faults} == {
        "case.yaml:age_years",
        "case.yaml:smoker",
        "case.yaml:nonsense",
    }
