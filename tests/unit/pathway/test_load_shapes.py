import pytest
from pydantic import ValidationError

from isthmus.pathway.load_shapes import FeatureShape, RowShape


def test_a_row_may_ask_for_an_input_only_under_a_condition() -> None:
    row = RowShape.model_validate({"row": "R1", "says": "x", "asks": ["a", {"b": "c is null"}], "then": "d"})
    assert row.asks == ["a", {"b": "c is null"}]


@pytest.mark.parametrize("name", ["Age", "age-years", "1age", ""])
def test_a_feature_is_named_as_a_rule_can_write_it(name: str) -> None:
    with pytest.raises(ValidationError):
        FeatureShape.model_validate({"name": name, "type": "boolean", "ask": "?"})
