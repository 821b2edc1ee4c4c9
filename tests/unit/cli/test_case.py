import io
from decimal import Decimal
from pathlib import Path

import pytest

from isthmus.cli.case import parse_case, read_case
from isthmus.errors import InputError


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("age_years: 2.9\nsmoker: null\n", {"age_years": Decimal("2.9"), "smoker": None}),
        ('{"age_years": 2.9}', {"age_years": Decimal("2.9")}),
        ("{age_years: 17}", {"age_years": 17}),
        ("title: x\ninputs:\n  age_years: 17\n", {"age_years": 17}),
        ('\t{"inputs": {"age_years": 17}}', {"age_years": 17}),
        ("{}", {}),
    ],
)
def test_a_case_is_yaml_or_json_at_the_top_or_under_inputs(text: str, facts: dict[str, object]) -> None:
    assert parse_case(text, "case").facts == facts


def test_a_name_stands_on_its_line_also_under_inputs() -> None:
    assert parse_case("age_years: 17\nsmoker: no\n", "case.yaml").where("smoker") == "case.yaml:2"
    assert parse_case("inputs:\n  age_years: 17\n", "case.yaml").where("age_years") == "case.yaml:2"


@pytest.mark.parametrize("text", ["", "- age_years", "17", "inputs: 3", '"age_years"'])
def test_what_is_no_mapping_of_case_features_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="This is not a mapping of case features"):
        parse_case(text, "case.yaml")


def test_text_that_is_neither_json_nor_yaml_is_told_as_the_json_it_seems_to_be() -> None:
    with pytest.raises(InputError, match=r"case:1:17: This is not JSON\."):
        parse_case('{"age_years": 17', "case")


def test_a_file_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("age_years: 17", encoding="utf-8")
    assert read_case(str(tmp_path / "case.yaml"), io.BytesIO()).facts == {"age_years": 17}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"age_years: \xff", "standard input: It is not UTF-8 text"),
        (b"x" * 1_000_002, "standard input: It is larger than 1,000,000 bytes"),
    ],
)
def test_standard_input_that_cannot_be_read_is_told(content: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_case("-", io.BytesIO(content))
