"""Names by which knowledge files refer to things, each with its own type."""

from typing import NewType

__all__ = [
    "ActionId",
    "AudienceId",
    "ClaimId",
    "ConditionId",
    "DisagreementId",
    "FeatureName",
    "FlagId",
    "PhaseId",
    "RowId",
    "SourceId",
    "StageId",
    "TopicId",
]

ActionId = NewType("ActionId", str)
"""What a row of the pathway leads to, such as `consider-injection`."""

AudienceId = NewType("AudienceId", str)
"""A kind of reader, such as `patient`."""

ClaimId = NewType("ClaimId", str)
"""An atomic statement with its sources, such as `PD-063`."""

ConditionId = NewType("ConditionId", str)
"""A condition, named as its folder under `knowledge/conditions/`."""

DisagreementId = NewType("DisagreementId", str)
"""A point on which sources differ, such as `D08`."""

FeatureName = NewType("FeatureName", str)
"""A case feature: one fact about one patient, such as `age_years`."""

FlagId = NewType("FlagId", str)
"""Something raised beside the action, such as `quit-smoking`."""

PhaseId = NewType("PhaseId", str)
"""A phase within an action, such as `RTS2`."""

RowId = NewType("RowId", str)
"""A row of the pathway's decision table, such as `R27`."""

SourceId = NewType("SourceId", str)
"""A publication, such as `KLEIN09`."""

StageId = NewType("StageId", str)
"""A stage of care, such as `first-line`."""

TopicId = NewType("TopicId", str)
"""What a claim is about, such as `natural_history`."""
