"""The words that both wings of the house use."""

from isthmus.terms.collecting import collected_later
from isthmus.terms.dates import Window, after_weeks, in_weeks, long_date, short_date, window
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
from isthmus.terms.moment import Form, Moment, Precision
from isthmus.terms.truth import Truth
from isthmus.terms.units import PERIODS, UNITS, Amount, Unit, period_of, unit_of

__all__ = [
    "PERIODS",
    "UNITS",
    "ActionId",
    "Amount",
    "AudienceId",
    "ClaimId",
    "ConditionId",
    "DisagreementId",
    "FeatureName",
    "FlagId",
    "Form",
    "Json",
    "Moment",
    "PhaseId",
    "Precision",
    "RowId",
    "SourceId",
    "StageId",
    "TopicId",
    "Truth",
    "Unit",
    "Window",
    "after_weeks",
    "collected_later",
    "in_weeks",
    "long_date",
    "period_of",
    "short_date",
    "unit_of",
    "window",
]
