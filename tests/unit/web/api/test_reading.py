from decimal import Decimal
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict

from isthmus.errors import InvalidCase, MalformedText
from isthmus.web.api.reading import described, read_body


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid")

    inputs: dict[str, Any]


def test_decimals_stay_exact() -> None:
    assert read_body(Body, '{"inputs": {"a": 0.1}}', InvalidCase).inputs == {"a": Decimal("0.1")}


@pytest.mark.parametrize("text", ["[]", "5", "null", '{"other": 1}'])
def test_another_shape_is_refused_as_the_caller_wishes(text: str) -> None:
    with pytest.raises(InvalidCase, match="`inputs`"):
        read_body(Body, text, InvalidCase)


def test_what_is_not_json_is_malformed() -> None:
    with pytest.raises(MalformedText, match="not JSON"):
        read_body(Body, "{", InvalidCase)


def test_a_body_is_described_by_its_model() -> None:
    content = described(Body)["requestBody"]["content"]
    assert list(content["application/json"]["schema"]["properties"]) == ["inputs"]
