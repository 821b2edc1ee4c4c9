"""The shapes of the pathway's knowledge files, as a person writes them."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from isthmus.pathway.model import Changes

__all__ = [
    "ActionShape",
    "CasesFile",
    "ClaimIds",
    "ConditionFile",
    "FeatureShape",
    "FeaturesFile",
    "Identifier",
    "PathwayFile",
    "RowShape",
    "Shape",
    "Slug",
    "UnitsFile",
]

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
ClaimIds = list[Annotated[str, Field(pattern=r"^[A-Z]+-[0-9]+$")]]
Number = Annotated[int | Decimal, Field(union_mode="left_to_right")]


def _ways(said: object) -> object:
    """Say in one message what a union of shapes would say in several."""
    match said:
        case "any" | "never" | "up" | "down" | "grows":
            return said
        case list() if all(map(_is_step, said)):
            return tuple((before, after) for before, after in said)
    message = "It is neither any, never, up, down or grows, nor steps such as [[from, to]]"
    raise ValueError(message)


def _is_step(said: object) -> bool:
    match said:
        case [bool() | str(), bool() | str()]:
            return True
        case _:
            return False


Ways = Annotated[Changes, BeforeValidator(_ways)]


class Shape(BaseModel):
    """A mapping in a knowledge file; a key it does not name is a fault."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class ConditionFile(Shape):
    """`condition.yaml`."""

    slug: Slug
    title: str
    also_called: list[str]
    review_status: Literal["submitted", "under-review", "approved", "retired"]
    in_force: str
    notice: str


class UnitShape(Shape):
    """A unit of measure."""

    name: Slug
    label: str
    ucum: str


class UnitsFile(Shape):
    """`units.yaml`."""

    units: list[UnitShape]


class ChoiceShape(Shape):
    """A value that a case feature may take."""

    value: Identifier
    label: str


class CodeShape(Shape):
    """A code of a public system."""

    system: str
    code: str
    display: str
    source: str
    value: Identifier | None = None


class FeatureShape(Shape):
    """A case feature."""

    name: Identifier
    type: Literal["boolean", "integer", "decimal", "choice", "choices"]
    ask: str
    label: str | None = None
    hint: str | None = None
    left_out_when: str | None = None
    asked_of: Literal["patient", "clinician", "report", "physiotherapist"] = "patient"
    unit: str | None = None
    range: tuple[Number, Number] | None = Field(default=None, strict=False)
    choices: list[ChoiceShape] = []
    claims: ClaimIds = []
    codes: list[CodeShape] = []
    changes: Ways = "any"


class GroupShape(Shape):
    """Case features that are asked together."""

    id: Slug
    title: str
    red_flags: bool = False
    features: list[FeatureShape]


class FeaturesFile(Shape):
    """`case_features.yaml`."""

    groups: list[GroupShape]


class AlternativeShape(Shape):
    """Another value in use."""

    says: str
    claims: ClaimIds = []


class ParameterShape(Shape):
    """A threshold."""

    name: Identifier
    value: Number
    unit: str
    says: str
    origin: str
    claims: ClaimIds = []
    alternatives: list[AlternativeShape] = []


class DefinitionShape(Shape):
    """A named rule."""

    name: Identifier
    says: str
    means: str


class ContradictionShape(Shape):
    """Facts that cannot both be right."""

    id: Identifier
    says: str
    when: str
    features: list[Identifier]
    claims: ClaimIds = []


class RowShape(Shape):
    """A row of the decision table."""

    row: str
    says: str
    when: str | None = None
    asks: list[Identifier | dict[Identifier, str]] = []
    clashes: list[Identifier] = []
    phases: bool = False
    names: list[dict[Identifier, str]] = []
    then: Slug
    claims: ClaimIds = []
    origin: str | None = None


class PhaseShape(Shape):
    """A phase of an action."""

    id: str
    action: Slug
    title: str
    when: str
    content: str
    claims: ClaimIds = []


class FlagShape(Shape):
    """Something raised beside the action."""

    id: Slug
    says: str
    when: str
    claims: ClaimIds = []


class ReviewShape(Shape):
    """When the next look is due."""

    when: str
    weeks: tuple[int, int] | None = Field(default=None, strict=False)


class StepShape(Shape):
    """Something to do within an action."""

    when: str
    what: str
    claims: ClaimIds = []


class StageShape(Shape):
    """A stage of care, and its place on the drawn pathway."""

    id: Slug
    title: str
    plain: str | None = None
    drawn: Literal["station", "way-out", "pause"] = "station"
    after: list[Slug] = []


class ActionShape(Shape):
    """What a row leads to."""

    id: Slug
    stage: Slug
    urgency: Literal["emergency", "urgent", "question", "ordinary"] = "ordinary"
    invasiveness: Annotated[int, Field(ge=0, le=9)]
    requires: str | None = None
    review: ReviewShape
    programme: Slug | None = None


class ProgrammeShape(Shape):
    """Steps that belong together, used by one action or more."""

    id: Slug
    title: str
    steps: list[StepShape]


class OutlookShape(Shape):
    """Claims on healing or slipping that fit a patient."""

    id: Slug
    when: str
    claims: ClaimIds


class ClassificationShape(Shape):
    """A line of the classification."""

    id: Slug
    title: str
    name: Identifier
    words: dict[str, str] = {}


class PathwayFile(Shape):
    """`pathway.yaml`."""

    version: str
    parameters: list[ParameterShape]
    definitions: list[DefinitionShape]
    contradictions: list[ContradictionShape]
    stages: list[StageShape]
    actions: list[ActionShape]
    programmes: list[ProgrammeShape]
    recommendations: list[RowShape]
    phases: list[PhaseShape]
    flags: list[FlagShape]
    classify_when: str
    classification: list[ClassificationShape]
    outlooks: list[OutlookShape]


class ExpectedShape(Shape):
    """The plan a worked patient must get."""

    action: Slug
    row: str
    detail: list[str] = []
    flags: list[Slug] | None = None
    flags_at_least: list[Slug] = []
    forbidden_actions: list[Slug] = []


class CaseShape(Shape):
    """A worked patient; what is not given is as in `background`."""

    id: Slug
    title: str
    background: Slug | None = None
    facts: dict[Identifier, object]
    expected: ExpectedShape


class CasesFile(Shape):
    """`cases.yaml`."""

    backgrounds: dict[Slug, dict[Identifier, object]]
    cases: list[CaseShape]


class ExampleTitleShape(Shape):
    """Who an example is, in both registers."""

    plain: str
    clinical: str


class ExampleShape(Shape):
    """A person who was made up, to show what a plan is."""

    id: Slug
    title: ExampleTitleShape
    facts: dict[Identifier, object]


class ExamplesFile(Shape):
    """`examples.yaml`."""

    examples: list[ExampleShape]
