"""The shapes of the files of words, as a person writes them."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from isthmus.located import Day

__all__ = [
    "AudienceShape",
    "AudiencesFile",
    "Based",
    "ChapterShape",
    "ChapterTitleShape",
    "ChaptersFile",
    "ChoiceFile",
    "DrawingShape",
    "EditorialFile",
    "FactShape",
    "FigureOfShape",
    "FiguresFile",
    "GlossaryFile",
    "GuideFile",
    "HeadingShape",
    "HouseRuleShape",
    "HouseWordsFile",
    "OptionShape",
    "PanelShape",
    "PreparationShape",
    "ProcedureFile",
    "RecoveryPhaseShape",
    "ReviewShape",
    "RoleShape",
    "SentenceShape",
    "Shape",
    "SpokenShape",
    "TermShape",
    "VariantShape",
]


Words = Annotated[str, Field(min_length=1)]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
ClaimIds = list[Annotated[str, Field(pattern=r"^[A-Z]+-[0-9]+$")]]
AboutWhat = Literal["plan", "safety", "editorial"]


class Shape(BaseModel):
    """A mapping in a file of words; a key it does not name is a fault."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Based(Shape):
    """What a sentence rests on: claims, or a reason why it needs none."""

    claims: ClaimIds = []
    arithmetic: list[Words] = []
    parameters: list[Words] = []
    about: AboutWhat | None = None

    @model_validator(mode="after")
    def _stands_on_something(self) -> Self:
        if not self.claims and self.about is None:
            message = "a sentence needs `claims`, or `about` to say why it needs none"
            raise ValueError(message)
        return self


class SentenceShape(Based):
    """A sentence for one audience; `alone: false` keeps it out of answers, where its neighbours would be missing."""

    text: Words
    alone: bool = True


class SpokenShape(Based):
    """One sentence in both registers."""

    plain: Words
    clinical: Words


class HeadingShape(Shape):
    """A title in both registers."""

    plain: Words
    clinical: Words


class ReviewShape(Shape):
    """Where a file of words stands."""

    status: Literal["submitted", "under-review", "approved", "retired"]
    by: Words
    changed: Day
    next: Day


class AudienceShape(Shape):
    """A kind of reader."""

    id: Slug
    title: Words
    register_: Literal["plain", "clinical"] = Field(alias="register")
    grade: int | None
    longest_sentence: int | None


class AudiencesFile(Shape):
    """`audiences.yaml`."""

    audiences: list[AudienceShape]


class ChapterTitleShape(Shape):
    """A chapter that every guide has; `signs` where it lists the signs that cannot wait."""

    id: Slug
    title: Words
    signs: bool = False


class ChaptersFile(Shape):
    """`chapters.yaml`."""

    chapters: list[ChapterTitleShape]


class ChapterShape(Shape):
    """A chapter for one audience."""

    chapter: Slug
    title: Words
    says: Annotated[list[SentenceShape], Field(min_length=1)]


class GuideFile(Shape):
    """`guide/<lang>/<audience>.yaml`."""

    audience: Slug
    review: ReviewShape
    chapters: list[ChapterShape]


class FigureOfShape(Shape):
    """The figure of a claim by which a sentence can be drawn; `rest` where the sentence speaks of the rest of 100."""

    claim: Annotated[str, Field(pattern=r"^[A-Z]+-[0-9]+$")]
    measure: Words
    draw: Literal["people", "range"] | None = None
    rest: bool = False


class FactShape(SpokenShape):
    """A benefit or a harm."""

    figure: FigureOfShape | None = None


class PreparationShape(SpokenShape):
    """Something to do before the day."""

    days_before: Annotated[int, Field(ge=0)] | None


class RecoveryPhaseShape(Shape):
    """A phase of recovery, in weeks from the day; one without weeks goes by what a person can do."""

    phase: Words
    from_week: Annotated[int, Field(ge=0)] | None
    to_week: Annotated[int, Field(ge=0)] | None
    title: HeadingShape
    steps: Annotated[list[SpokenShape], Field(min_length=1)]

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        if self.to_week is not None and (self.from_week is None or self.to_week <= self.from_week):
            message = "this phase ends before it begins"
            raise ValueError(message)
        return self


class VariantShape(Shape):
    """A way of doing a procedure that has a name of its own."""

    name: Slug
    title: HeadingShape
    says: Annotated[list[SpokenShape], Field(min_length=1)]


class ProcedureFile(Shape):
    """`procedures/<name>.yaml`."""

    name: Slug
    kind: Literal["programme", "brace", "test", "injection", "operation"]
    title: HeadingShape
    review: ReviewShape
    actions: list[Slug]
    what_it_is: Annotated[list[SpokenShape], Field(min_length=1)]
    who_it_suits: Annotated[list[SpokenShape], Field(min_length=1)]
    who_not: Annotated[list[SpokenShape], Field(min_length=1)]
    benefits: Annotated[list[FactShape], Field(min_length=1)]
    harms: Annotated[list[FactShape], Field(min_length=1)]
    prepare: Annotated[list[PreparationShape], Field(min_length=1)]
    the_day: Annotated[list[SpokenShape], Field(min_length=1)]
    recovery: Annotated[list[RecoveryPhaseShape], Field(min_length=1)]
    recovery_of: SpokenShape
    warning_signs: Annotated[list[SpokenShape], Field(min_length=1)]
    questions: Annotated[list[SpokenShape], Field(min_length=1)]
    variants: list[VariantShape] = []


class OptionShape(Shape):
    """One of the ways that a choice is between."""

    name: Slug
    title: HeadingShape
    what: Annotated[list[SpokenShape], Field(min_length=1)]
    benefits: Annotated[list[FactShape], Field(min_length=1)]
    harms: Annotated[list[FactShape], Field(min_length=1)]
    like: Annotated[list[SpokenShape], Field(min_length=1)]


class ChoiceFile(Shape):
    """`choices/<name>.yaml`."""

    name: Slug
    title: HeadingShape
    review: ReviewShape
    actions: list[Slug]
    condition: Annotated[list[SpokenShape], Field(min_length=1)]
    decision: Annotated[list[SpokenShape], Field(min_length=1)]
    options: Annotated[list[OptionShape], Field(min_length=2)]
    values: Annotated[list[SpokenShape], Field(min_length=1)]
    uncertain: Annotated[list[SpokenShape], Field(min_length=1)]
    updates: Annotated[list[SpokenShape], Field(min_length=1)]
    funding: Annotated[list[SpokenShape], Field(min_length=1)]


class PanelShape(Shape):
    """One picture of a drawing: its file, its title and description, and the words of its labels by their names."""

    svg: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*\.svg$")]
    title: HeadingShape
    desc: SpokenShape
    labels: dict[Slug, HeadingShape] = {}


class DrawingShape(Shape):
    """A drawing, what is said below it, and where it stands."""

    name: Slug
    chapter: Slug
    shows: Annotated[ClaimIds, Field(min_length=1)]
    procedures: list[Slug] = []
    panels: Annotated[list[PanelShape], Field(min_length=1, max_length=6)]
    caption: Annotated[list[SpokenShape], Field(min_length=1)]


class FiguresFile(Shape):
    """`figures.yaml`."""

    review: ReviewShape
    drawings: list[DrawingShape]


class TermShape(Shape):
    """A word and what it means."""

    term: Words
    plain: Words
    clinical: Words
    claims: ClaimIds = []
    also: list[Words] = []
    abbreviations: list[Words] = []
    misspellings: list[Words] = []
    topics: list[Words] = []


class GlossaryFile(Shape):
    """`glossary.yaml`."""

    review: ReviewShape
    terms: list[TermShape]


class RoleShape(Shape):
    """Who does what with the words."""

    role: Words
    says: Annotated[list[SentenceShape], Field(min_length=1)]


class EditorialFile(Shape):
    """`editorial.yaml`."""

    review: ReviewShape
    policy: Annotated[list[SentenceShape], Field(min_length=1)]
    conflicts: Annotated[list[SentenceShape], Field(min_length=1)]
    funding: Annotated[list[SentenceShape], Field(min_length=1)]
    roles: Annotated[list[RoleShape], Field(min_length=1)]
    statuses: dict[Slug, Words]
    safety: dict[Slug, Annotated[list[SentenceShape], Field(min_length=1)]]
    days: dict[Slug, Annotated[list[SentenceShape], Field(min_length=1)]]


class HouseRuleShape(Shape):
    """Words that no sentence for a reader may hold."""

    id: Slug
    why: Words
    remedy: Words
    words: Annotated[list[Words], Field(min_length=1)]
    near: list[Words] = []
    within: Annotated[int, Field(ge=1)] = 1
    unless: list[Words] = []
    for_: Literal["plain", "clinical"] | None = Field(default=None, alias="for")


class HouseWordsFile(Shape):
    """`house_words.yaml`."""

    known: list[Words] = []
    british: dict[str, str] = {}
    rules: list[HouseRuleShape]
