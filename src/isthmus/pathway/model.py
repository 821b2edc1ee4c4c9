"""A care pathway as values: what may be known of a patient, the rules, and what they lead to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from isthmus.errors import UnknownName, nearest
from isthmus.pathway.words import Option, Register, Timeline, Wording
from isthmus.rules import Rule
from isthmus.terms import ActionId, AudienceId, ClaimId, ConditionId, FeatureName, FlagId, PhaseId, RowId, StageId

__all__ = [
    "ACTION_NAME",
    "ROW_NAME",
    "Action",
    "Alternative",
    "CaseFeature",
    "Choice",
    "ClassificationItem",
    "Code",
    "Contradiction",
    "Definition",
    "DetailItem",
    "DrawnAs",
    "Example",
    "FeatureType",
    "Flag",
    "Group",
    "Outlook",
    "Parameter",
    "Pathway",
    "Phase",
    "Recommendation",
    "Review",
    "Stage",
    "Step",
    "Urgency",
    "WorkedCase",
    "contradiction_name",
]

FeatureType = Literal["boolean", "integer", "decimal", "choice", "choices"]
"""What kind of value a case feature takes; `choices` is any number of the allowed values."""

Changes = Literal["any", "never", "up", "down", "grows"] | tuple[tuple[str | bool, str | bool], ...]
"""How a fact can change in time: in any way or none, a number up or down, a list by gaining; or step by step."""


DrawnAs = Literal["station", "way-out", "pause"]
"""What a stage of care is on the drawn pathway: a station, the way out of it, or a question before its place is known."""

ROW_NAME, ACTION_NAME = "row", "action"
"""The names by which a flag's rule speaks of the row that fired and of its action."""


def contradiction_name(letter: str) -> str:
    """The name by which rules speak of a contradiction.

    >>> contradiction_name("a")
    'contradiction_a'
    """
    return f"contradiction_{letter}"


@dataclass(frozen=True)
class Code:
    """A code of a public system that means the same as a case feature or a value of one."""

    system: str
    code: str
    display: str
    source: str
    value: str | None


@dataclass(frozen=True)
class Choice:
    """A value a case feature may take, and the words for it on a form."""

    value: str
    label: str


@dataclass(frozen=True)
class CaseFeature:
    """One fact about one patient: its type, unit and range, how a person is asked for it, and what a rule calls it."""

    name: FeatureName
    type: FeatureType
    group: str
    ask: str
    label: str
    hint: str | None
    left_out_when: str | None
    asked_of: str
    unit: str | None
    unit_label: str | None
    low: Decimal | None
    high: Decimal | None
    choices: tuple[Choice, ...]
    red_flag: bool
    claims: tuple[ClaimId, ...]
    codes: tuple[Code, ...]
    changes: Changes = "any"
    """How it can change in time; each step is from one value to another."""


@dataclass(frozen=True)
class Group:
    """Case features that are asked together, in the order of the file; red flags come first."""

    id: str
    title: str
    features: tuple[FeatureName, ...]


@dataclass(frozen=True)
class Alternative:
    """Another value in use for a parameter, and who uses it."""

    says: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Parameter:
    """A threshold, with its unit, where it comes from, and what others use."""

    name: str
    value: int | Decimal
    unit: str
    says: str
    origin: str
    claims: tuple[ClaimId, ...]
    alternatives: tuple[Alternative, ...]


@dataclass(frozen=True)
class Definition:
    """A rule with a name, so that it is written once and used in others."""

    name: str
    says: str
    rule: Rule


@dataclass(frozen=True)
class DetailItem:
    """A word that an action's detail holds when its rule is true: a missing input, a clash or a phase."""

    name: str
    when: Rule


@dataclass(frozen=True)
class Contradiction:
    """Facts that cannot both be right; its letter is what the plan names."""

    id: str
    says: str
    rule: Rule
    features: tuple[FeatureName, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Recommendation:
    """A row of the decision table: when its rule is true and no row above it was, its action is the plan."""

    row: RowId
    says: str
    when: Rule
    action: ActionId
    details: tuple[DetailItem, ...]
    claims: tuple[ClaimId, ...]
    origin: str | None


@dataclass(frozen=True)
class Phase:
    """A phase of recovery or of the return to sport: when it applies, and what it holds."""

    id: PhaseId
    action: ActionId
    title: str
    when: Rule
    content: str
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Flag:
    """Something raised beside the action, whichever row set it."""

    id: FlagId
    says: str
    when: Rule
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Review:
    """When the next look is due, in words and, where it can be counted, in weeks."""

    when: str
    weeks: tuple[int, int] | None


@dataclass(frozen=True)
class Step:
    """Something to do within an action: when, what, and the claims behind it."""

    when: str
    what: str
    claims: tuple[ClaimId, ...]


Urgency = Literal["emergency", "urgent", "question", "ordinary"]
"""How loud an action must be said: go now, be seen within days, something must be known first, or none of these."""


@dataclass(frozen=True)
class Action:
    """What a row leads to: its stage of care, urgency, follow-up and steps.

    `invasiveness` says how much the step may do to a person; `requires`, what must be so of everyone led to it.
    """

    id: ActionId
    stage: StageId
    urgency: Urgency
    invasiveness: int
    requires: Rule | None
    review: Review
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Outlook:
    """Claims on healing or slipping that fit a patient when its rule is true."""

    id: str
    when: Rule
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True)
class Stage:
    """A stage of care: its title, in plain words too, and its place on the drawn pathway.

    `after` names the stages from which people come to it; a pause has no place of its own.
    """

    id: StageId
    title: str
    plain: str | None = None
    drawn: DrawnAs = "station"
    after: tuple[StageId, ...] = ()

    def in_register(self, register: Register) -> str:
        """Choose the title of one register."""
        return self.title if register == "clinical" else self.plain or self.title


@dataclass(frozen=True)
class ClassificationItem:
    """A line of the classification: the label, the name whose value it shows, and words for the values."""

    id: str
    title: str
    name: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Example:
    """A person who was made up, to show what a plan is before anybody answers a question."""

    id: str
    title: Mapping[Register, str]
    facts: Mapping[str, object]


@dataclass(frozen=True)
class WorkedCase:
    """A synthetic patient with the plan the pathway must give, so that a copy of the knowledge tests itself.

    `flags` are all that must be raised; None where only `flags_at_least` says which must.
    """

    id: str
    title: str
    facts: Mapping[str, object]
    action: ActionId
    row: RowId
    detail: tuple[str, ...]
    flags: tuple[FlagId, ...] | None
    flags_at_least: tuple[FlagId, ...]
    forbidden_actions: tuple[ActionId, ...]
    where: str


@dataclass(frozen=True)
class Pathway:
    """The computable care pathway of one condition."""

    condition: ConditionId
    title: str
    version: str
    review_status: str
    notice: str
    sha256: str
    groups: tuple[Group, ...]
    features: Mapping[FeatureName, CaseFeature]
    parameters: Mapping[str, Parameter]
    definitions: Mapping[str, Definition]
    contradictions: tuple[Contradiction, ...]
    recommendations: tuple[Recommendation, ...]
    phases: tuple[Phase, ...]
    flags: tuple[Flag, ...]
    stages: Mapping[StageId, Stage]
    actions: Mapping[ActionId, Action]
    classify_when: Rule
    classification: tuple[ClassificationItem, ...]
    outlooks: tuple[Outlook, ...]
    wordings: Mapping[AudienceId, Wording]
    registers: Mapping[AudienceId, Register]
    options: Mapping[ActionId, tuple[Option, ...]]
    timelines: Mapping[ActionId, tuple[Timeline, ...]]
    """In the order in which they are tried: the first whose rule is true is shown."""

    def recommendation(self, row: RowId) -> Recommendation:
        """Find a row of the table, such as the one that set a plan's action."""
        return next(known for known in self.recommendations if known.row == row)

    def audience(self, name: str) -> AudienceId:
        """Find an audience by its name.

        Raises:
            UnknownName: There are no words for it.
        """
        known = list(self.wordings)
        if name not in known:
            remedy = nearest(name, known, otherwise=f"Name one of: {', '.join(known)}.")
            raise UnknownName(f"There is no audience `{name}`.", where="audience", remedy=remedy)
        return AudienceId(name)
