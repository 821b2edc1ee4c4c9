from typing import Any

import pytest
from pydantic import ValidationError

from isthmus.claims.shapes import ClaimShape, SourceShape

CLAIM: dict[str, Any] = {"id": "PD-001", "topic": "t", "text": "It heals.", "sources": ["A"], "seen": "seed"}
SOURCE: dict[str, Any] = {"id": "A", "title": "A page", "seen_as": "seed", "extent": "all", "licence": "free"}


@pytest.mark.parametrize("number", ["5", True, [5], {}])
def test_only_a_number_is_a_number(number: object) -> None:
    with pytest.raises(ValidationError, match="plain number"):
        ClaimShape.model_validate({**CLAIM, "figures": [{"measure": "m", "unit": "%", "value": number}]})


@pytest.mark.parametrize("change", [{"text": ""}, {"seen": "heard"}, {"note": 5}, {"sources": "A"}, {"extra": "x"}])
def test_a_claim_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ClaimShape.model_validate(CLAIM | change)


@pytest.mark.parametrize("change", [{"url": "10.1000/1"}, {"url": "javascript:x"}, {"year": "2001"}, {"pmid": 5}])
def test_a_source_of_another_shape_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        SourceShape.model_validate(SOURCE | change)


def test_what_is_left_out_is_none() -> None:
    assert SourceShape.model_validate(SOURCE).build().publisher is None
