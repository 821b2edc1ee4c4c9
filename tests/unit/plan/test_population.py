from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from tests.unit.knowledge import PATHWAY

from isthmus.errors import InvalidCase
from isthmus.plan.population import read_population
from isthmus.terms import FeatureName

STATUS = pl.Enum([choice.value for choice in PATHWAY.features[FeatureName("defect_status")].choices])
"""The words of a case feature in the order of the knowledge."""


def faults(series: pl.Series) -> list[str]:
    with pytest.raises(InvalidCase) as raised:
        read_population(PATHWAY, pl.DataFrame([series]))
    return [str(fault) for fault in raised.value.faults]


def test_every_case_feature_has_a_column_and_what_is_left_out_is_null() -> None:
    read = read_population(PATHWAY, pl.DataFrame({"smoker": [True, None], "age_years": [12.5, None]}))
    assert read.columns == list(PATHWAY.features)
    assert read["smoker"].to_list() == [True, None]
    assert read["pregnant"].to_list() == read["imaging_done"].to_list() == read["course"].to_list() == [None, None]


def test_a_table_of_nothing_holds_nobody() -> None:
    assert read_population(PATHWAY, pl.DataFrame()).shape == (0, len(PATHWAY.features))


@pytest.mark.parametrize(
    ("name", "values", "dtype"),
    [
        ("age_years", [12, None], pl.UInt8()),
        ("age_years", [12.5, None], pl.Float64()),
        ("age_years", [Decimal("12.5"), None], pl.Decimal(10, 8)),
        ("days_to_surgery", [3, None], pl.Int16()),
        ("defect_status", ["confirmed", None], pl.String()),
        ("defect_status", ["confirmed", None], pl.Categorical()),
        ("defect_status", ["confirmed", None], STATUS),
        ("defect_status", ["confirmed", None], pl.Enum(["confirmed", "excluded"])),
        ("imaging_done", [["xray", "mri"], [], None], pl.List(pl.String())),
        ("imaging_done", [["xray", "mri"], [], None], pl.List(pl.Enum(["mri", "xray"]))),
        ("smoker", [None, None], pl.Null()),
        ("defect_status", [None, None], pl.Null()),
    ],
)
def test_a_column_may_be_of_any_type_that_holds_its_values(name: str, values: list[Any], dtype: pl.DataType) -> None:
    assert read_population(PATHWAY, pl.DataFrame([pl.Series(name, values, dtype=dtype)]))[name].to_list() == values


def test_words_are_kept_as_numbers_of_their_choices() -> None:
    assert read_population(PATHWAY, pl.DataFrame({"defect_status": ["excluded"]}))["defect_status"].dtype == STATUS


@pytest.mark.parametrize(
    ("name", "values", "dtype", "fault"),
    [
        ("smoker", [1], pl.Int8(), "`smoker` is not a column of truths. Make it Boolean."),
        ("days_to_surgery", [1.0], None, "`days_to_surgery` is not a column of whole numbers. Make it Int64."),
        (
            "age_years",
            [1.5],
            pl.Float32(),
            "`age_years` is not a column of numbers of at most 8 decimal places. Make it",
        ),
        ("age_years", [Decimal("1.5")], pl.Decimal(20, 9), "`age_years` is not a column of numbers of at most 8"),
        ("defect_status", [1], None, "`defect_status` is not a column of words. Make it String or Enum."),
        ("imaging_done", ["xray"], None, "`imaging_done` is not a column of lists of words. Make it List of String."),
    ],
)
def test_a_column_of_another_type_is_refused(name: str, values: list[Any], dtype: Any, fault: str) -> None:
    (told,) = faults(pl.Series(name, values, dtype=dtype))
    assert told.startswith(f"{name}: {fault}")


@pytest.mark.parametrize(
    ("name", "values", "fault"),
    [
        (
            "age_years",
            [12.5, float("nan")],
            "holds what is not a number. Give a number from 0 to 110 (years), or null.",
        ),
        ("age_years", [12.5, float("inf")], "is out of range. Give a number from 0 to 110 (years), or null."),
        ("age_years", [12.5, -0.5], "is out of range. Give a number from 0 to 110 (years), or null."),
        ("age_years", [111], "is out of range. Give a number from 0 to 110 (years), or null."),
        ("age_years", [Decimal("110.1")], "is out of range. Give a number from 0 to 110 (years), or null."),
        ("age_years", [0.123456789], "has more than 8 decimal places. Round it, or null."),
        ("days_to_surgery", [366, None], "is out of range. Give a number from 0 to 365 (days), or null."),
        ("defect_status", ["broken", None], "is not one of its choices. Give"),
        ("imaging_done", [["xray"], ["photo"]], "is not a list of its choices. List any of"),
        ("imaging_done", [["xray", None], []], "is not a list of its choices. List any of"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_and_not_told(name: str, values: list[Any], fault: str) -> None:
    (told,) = faults(pl.Series(name, values))
    assert told.startswith(f"{name}: `{name}` {fault}")


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(InvalidCase) as raised:
        read_population(PATHWAY, pl.DataFrame({"age_yeers": [1], "zzz": [1], "smoker": ["yes"]}))
    remedies = [(fault.where, fault.remedy) for fault in raised.value.faults]
    assert remedies == [
        ("age_yeers", "Did you mean `age_years`?"),
        ("zzz", "Leave it out."),
        ("smoker", "Make it Boolean."),
    ]


@pytest.mark.parametrize("value", [3.3, 1.4, 7.1, 0.00000001, 109.99999999])
def test_a_float_of_at_most_eight_places_is_taken_however_it_is_rounded(value: float) -> None:
    assert read_population(PATHWAY, pl.DataFrame({"age_years": [value]}))["age_years"].to_list() == [value]
