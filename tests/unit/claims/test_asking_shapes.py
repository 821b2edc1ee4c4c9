from decimal import Decimal

import pytest
from pydantic import ValidationError

from isthmus.claims.asking_shapes import AskedFactsFile, FeatureShape, ReadingShape


@pytest.mark.parametrize(
    ("written", "taken"),
    [
        (True, True),
        ("none", "none"),
        (0, Decimal(0)),
        (Decimal("1.5"), Decimal("1.5")),
        (["xray"], ("xray",)),
        ([], ()),
    ],
)
def test_a_value_is_taken_as_a_fact_keeps_it(written: object, taken: object) -> None:
    reading = ReadingShape.model_validate({"said": ["sore"], "value": written})
    assert (reading.value, type(reading.value)) == (taken, type(taken))


@pytest.mark.parametrize("written", [{}, [1], 1.5])
def test_a_value_of_another_kind_is_refused(written: object) -> None:
    with pytest.raises(ValidationError, match="this should be a truth, a word, a number or a list of words"):
        ReadingShape.model_validate({"said": ["sore"], "value": written})


def test_a_share_of_a_unit_is_a_plain_number() -> None:
    file = AskedFactsFile.model_validate({"times": {"months": {"week": Decimal("0.25")}}, "sets": {}, "features": []})
    assert file.times["months"]["week"] == Decimal("0.25")
    with pytest.raises(ValidationError, match="this should be a plain number"):
        AskedFactsFile.model_validate({"times": {"months": {"week": "a lot"}}, "sets": {}, "features": []})


def test_a_feature_has_at_least_one_reading() -> None:
    with pytest.raises(ValidationError):
        FeatureShape.model_validate({"feature": "age_years", "readings": []})
