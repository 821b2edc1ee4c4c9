"""The words that both wings of the house use."""

from isthmus.terms.dates import Window, long_date, window
from isthmus.terms.ids import (
    ActionId,
    AudienceId,
    ClaimId,
    ConditionId,
    DisagreementId,
    FeatureName,
    FlagId,
    PhaseId,
    RowId,
    SourceId,
    StageId,
    TopicId,
)
from isthmus.terms.json import Json
from isthmus.terms.truth import Truth

__all__ = [
    "ActionId",
    "AudienceId",
    "ClaimId",
    "ConditionId",
    "DisagreementId",
    "FeatureName",
    "FlagId",
    "Json",
    "PhaseId",
    "RowId",
    "SourceId",
    "StageId",
    "TopicId",
    "Truth",
    "Window",
    "long_date",
    "window",
]
