from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from isthmus.guide.shapes import PreparationShape, RecoveryPhaseShape, ReviewShape, SentenceShape

REVIEW: dict[str, Any] = {"status": "submitted", "by": "editor", "changed": "2026-11-21", "next": "2027-05-21"}
SAID: dict[str, Any] = {"plain": "Call.", "clinical": "Call.", "about": "plan"}


def test_a_sentence_stands_on_a_claim_or_says_why_it_need_not() -> None:
    assert SentenceShape(text="We cite.", about="editorial").claims == []
    with pytest.raises(ValidationError, match="a sentence needs `claims`"):
        SentenceShape(text="It heals.")


def test_a_day_is_a_date() -> None:
    assert ReviewShape.model_validate(REVIEW).next == date(2027, 5, 21)
    with pytest.raises(ValidationError, match="should be a date such as 2026-11-21"):
        ReviewShape.model_validate(REVIEW | {"changed": "yesterday"})
    with pytest.raises(ValidationError):
        ReviewShape.model_validate(REVIEW | {"changed": 2026})


@pytest.mark.parametrize("days", [-1, "14", 1.5])
def test_days_before_are_whole_and_count_back(days: object) -> None:
    with pytest.raises(ValidationError):
        PreparationShape.model_validate({**SAID, "days_before": days})


def test_a_key_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        SentenceShape.model_validate({"text": "Call.", "about": "plan", "dose": "none"})


def test_a_phase_ends_after_it_begins() -> None:
    phase = {"phase": "PO1", "from_week": 2, "title": {"plain": "a", "clinical": "b"}, "steps": [SAID]}
    assert RecoveryPhaseShape.model_validate({**phase, "to_week": None}).to_week is None
    assert RecoveryPhaseShape.model_validate({**phase, "from_week": None, "to_week": None}).from_week is None
    with pytest.raises(ValidationError, match="ends before it begins"):
        RecoveryPhaseShape.model_validate({**phase, "to_week": 1})
    with pytest.raises(ValidationError, match="ends before it begins"):
        RecoveryPhaseShape.model_validate({**phase, "from_week": None, "to_week": 1})
