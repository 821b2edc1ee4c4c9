import pytest

from isthmus.rules.constants import is_constant, without_value
from isthmus.rules.text.parse import parse


@pytest.mark.parametrize(
    ("text", "constant"),
    [("1 + 2", True), ("@2014 + 1 year", True), ("{1, 2}", True), ("x + 1", False), ("1 + null", False)],
)
def test_a_part_without_name_and_null_is_constant(text: str, constant: bool) -> None:
    assert is_constant(parse(text)) is constant


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("1 / 0", True),
        ("2147483647 + 1", True),
        ("@9999-12-31 + 1 day", True),
        ("1 / 2", False),
        ("x / 0", False),
        ("1", False),
        ("{1}", False),
    ],
)
def test_a_calculation_that_comes_to_nothing_for_any_patient_is_found(text: str, without: bool) -> None:
    assert without_value(parse(text)) is without
