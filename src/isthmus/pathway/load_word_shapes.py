"""The shapes of the pathway's files of words, as a person writes them."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from isthmus.located import Day
from isthmus.pathway.load_shapes import ClaimIds, Identifier, Shape, Slug

__all__ = [
    "ActionWordsShape",
    "AudiencesFile",
    "OptionShape",
    "OptionsFile",
    "ReasonShape",
    "SentenceShape",
    "SpokenShape",
    "StatusesFile",
    "TimelineShape",
    "TimelinesFile",
    "WeeksFile",
    "WordingFile",
    "WordsReviewShape",
]


class AudienceShape(Shape):
    """A kind of reader; what makes words fit it is the guide's to know."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, defer_build=True)

    id: Slug
    title: str
    register_: Literal["plain", "clinical"] = Field(alias="register")


class AudiencesFile(Shape):
    """`audiences.yaml`."""

    audiences: list[AudienceShape]


class StatusesFile(Shape):
    """`editorial.yaml`, of which only what each status of a review says is needed here."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, defer_build=True)

    statuses: dict[Slug, str]


class SentenceShape(Shape):
    """A sentence for a reader; without claims, `about` says why it needs none.

    That its numbers are those of its claims, of the sums in `arithmetic` or of `parameters` is checked with all words.
    """

    text: str
    claims: ClaimIds = Field(default_factory=list)
    arithmetic: list[str] = Field(default_factory=list)
    parameters: list[Identifier] = Field(default_factory=list)
    about: Literal["plan", "safety", "editorial"] | None = None


class ActionWordsShape(Shape):
    """An action in a reader's words: what it means, what to do next, and what would change it."""

    title: str
    says: Annotated[list[SentenceShape], Field(min_length=1)]
    next: Annotated[list[SentenceShape], Field(min_length=1)]
    changes: Annotated[list[SentenceShape], Field(min_length=1)]


class FeatureWordsShape(Shape):
    """A case feature in a reader's words: how it is asked for, and why."""

    ask: str
    why: SentenceShape


class SpokenShape(Shape):
    """One sentence in both registers."""

    plain: str
    clinical: str
    claims: ClaimIds = Field(default_factory=list)
    arithmetic: list[str] = Field(default_factory=list)
    parameters: list[Identifier] = Field(default_factory=list)
    about: Literal["plan", "safety", "editorial"] | None = None


class ReasonShape(SpokenShape):
    """What speaks for or against an option, and the rule by which it does."""

    when: str


class HeadingShape(Shape):
    """A title in both registers."""

    plain: str
    clinical: str


class OptionShape(Shape):
    """One of the ways that a talk is about."""

    option: Slug
    title: HeadingShape
    procedure: Slug
    for_: Annotated[list[ReasonShape], Field(alias="for", min_length=1)]
    against: Annotated[list[ReasonShape], Field(min_length=1)]


class WordsReviewShape(Shape):
    """Where a file of words stands."""

    status: Literal["submitted", "under-review", "approved", "retired"]
    by: str
    changed: Day
    next: Day


class WordingFile(Shape):
    """`wording/<lang>/<audience>.yaml`."""

    audience: Slug
    review: WordsReviewShape
    actions: dict[Slug, ActionWordsShape]
    rows: dict[str, Annotated[list[SentenceShape], Field(min_length=1)]]
    flags: dict[Slug, SentenceShape]
    contradictions: dict[Identifier, SentenceShape]
    features: dict[Identifier, FeatureWordsShape]
    phases: dict[str, Annotated[list[SentenceShape], Field(min_length=1)]]


class OptionsFile(Shape):
    """`options.yaml`: for each talk its options, and what speaks for and against each."""

    review: WordsReviewShape
    actions: dict[Slug, Annotated[list[Slug], Field(min_length=2)]]
    options: list[OptionShape]


class TimelineShape(Shape):
    """Which phases of which procedures a plan shows, and to whom.

    Of several procedures it shows the phases that they have in common, in the words of the pathway; `says` then tells
    for whom the weeks hold, which one procedure tells itself.
    """

    action: Slug
    when: str = "true"
    procedures: Annotated[list[Slug], Field(min_length=1)]
    phases: list[str] | None = None
    from_today: bool = False
    says: SpokenShape | None = None


class TimelinesFile(Shape):
    """`timelines.yaml`: the phases that plans show."""

    review: WordsReviewShape
    timelines: list[TimelineShape]


class WeeksShape(Shape):
    """A phase of a procedure's recovery; the guide holds it to its whole shape."""

    phase: str
    from_week: int | None
    to_week: int | None
    title: HeadingShape
    steps: list[SpokenShape]


class WeeksFile(Shape):
    """`procedures/<name>.yaml`, of which only the weeks are needed here."""

    model_config = ConfigDict(extra="ignore", strict=True, frozen=True, defer_build=True)

    review: WordsReviewShape
    recovery: list[WeeksShape]
    recovery_of: SpokenShape
