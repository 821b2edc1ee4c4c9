"""The shape of the files of words, entry by entry, such as `sets.yaml`, `lexicon.yaml` and `watches.yaml`."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "ContextShape",
    "FacetShape",
    "FacetsFile",
    "GivenNamesFile",
    "HeardShape",
    "LexiconFile",
    "ListenerFile",
    "ScaleShape",
    "SetsFile",
    "SpellingFile",
    "StageShape",
    "TopicShape",
    "WatchShape",
    "WatchesFile",
    "WhatIsDone",
]

_Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+$")]
_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[list[_Text], Field(min_length=1)]
_Stop = Literal["emergency", "send_to_care", "abstain", "clarify"]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True)


class SetsFile(_Shape):
    """`sets.yaml`."""

    sets: dict[str, _Texts]
    joining: dict[str, _Texts] = {}


class TopicShape(_Shape):
    """A topic as it is written down."""

    id: _Id
    title: _Text
    asked: _Texts
    ask: _Text
    then: list[_Id] = []
    as_stored: bool = False
    whole: bool = False


class StageShape(_Shape):
    """A stage of care as it is written down."""

    id: _Id
    title: _Text
    topics: Annotated[list[_Id], Field(min_length=1)]
    terms: _Texts
    marks: _Texts


class LexiconFile(_Shape):
    """`lexicon.yaml`."""

    condition: _Texts
    synonyms: list[Annotated[list[_Text], Field(min_length=2)]]
    filler: _Texts
    everyday: list[_Text] = []
    elsewhere: list[_Text]
    illnesses: list[_Text] = []
    body_parts: list[_Text] = []
    others: list[_Text] = []
    own: list[_Text] = []
    remedies: list[_Text] = []
    people: list[_Text]
    kindred: list[_Text] = []
    alongside: list[_Text] = []
    ours_alone: list[_Text] = []
    bears_on: list[_Text] = []
    leaning: list[_Text]
    pointing: list[_Text] = []
    topics: Annotated[list[TopicShape], Field(min_length=1)]
    stages: list[StageShape]
    staged: _Texts
    grades: list[_Texts] = []


class WhatIsDone(_Shape):
    """What is done with a message, as it is written down."""

    reason: _Text
    claims: list[_Id] = []
    follow_up: list[_Text] = []


class WatchShape(WhatIsDone):
    """A watch as it is written down."""

    id: _Id
    behaviour: _Stop
    asked: _Texts
    unless: list[_Text] = []
    told: list[_Text] = []


class ContextShape(_Shape):
    """Words that take back what stands beside them, as they are written down."""

    id: _Id
    reach: Literal["itself", "ahead", "behind", "sentence"]
    behaviours: Annotated[list[_Stop], Field(min_length=1)]
    cues: _Texts
    unless: list[_Text] = []
    over: list[_Text] = []
    listed: list[_Text] = []
    until: list[_Text] = []
    excepting: list[_Text] = []
    given: list[_Text] = []


class HeardShape(_Shape):
    """What is done with what is heard where no watch holds, as it is written down."""

    emergency: WhatIsDone
    send_to_care: WhatIsDone
    request: _Text
    overruled: list[_Id] = []
    unheard: list[_Id] = []
    in_passing: list[_Id] = []
    seeking: list[_Text] = []
    taken_back: list[_Text] = []


class LastingShape(_Shape):
    """How far a warning sign that was told lasts, as it is written down."""

    in_general: list[_Text] = []
    without_danger: list[_Text] = []


class _NoAnswer(_Shape):
    no_evidence: _Text
    out_of_scope: _Text


class WatchesFile(_Shape):
    """`watches.yaml`."""

    contexts: list[ContextShape]
    watches: list[WatchShape]
    heard: HeardShape | None = None
    lasting: LastingShape = LastingShape()
    no_answer: _NoAnswer


class SpellingFile(_Shape):
    """`spelling.yaml`."""

    listened_for: _Text
    words: _Text
    short_for: dict[_Text, _Text] = {}


class ShorthandFile(_Shape):
    """`shorthand.yaml`."""

    short_for: dict[_Text, _Text]
    not_before: dict[_Text, list[_Text]] = {}
    courtesies: list[_Text]


class GivenNamesFile(_Shape):
    """`given_names.yaml`."""

    kin: _Texts
    asks: _Texts
    does: _Texts
    owned: _Texts
    described: _Texts
    has: _Texts
    toward: _Texts
    never_after: _Texts
    never: _Texts
    she: _Texts
    third: _Texts


class FacetShape(_Shape):
    """What people ask as it is written down, with all the ways to ask it in one text."""

    id: _Id
    claims: Annotated[list[_Id], Field(min_length=1)]
    also: list[_Id] = []
    depends: list[_Id] = []
    given: list[_Id] = []
    point: _Id | None = None
    asks: Annotated[str, Field(pattern=r"\?$")]


class _Clarify(_Shape):
    reason: _Text
    personal: Annotated[list[_Text], Field(min_length=1)]
    facts: Annotated[dict[_Id, _Text], Field(min_length=1)]


class _Premise(_Shape):
    said: _Texts
    facts: list[_Id] = []
    of_whom: bool = False


class _OfSome(_Shape):
    named: _Id
    feature: _Id
    least: float | None = None
    most: float | None = None
    claims: Annotated[list[_Id], Field(min_length=1)]


class FacetsFile(_Shape):
    """`facets.yaml`."""

    clarify: _Clarify
    premises: dict[_Id, _Premise] = {}
    of_some: list[_OfSome] = []
    facets: list[FacetShape]


class ScaleShape(_Shape):
    """A scale as it is written down: for each number of steps, the signs of that weight."""

    start: int
    levels: dict[Annotated[str, Field(pattern=r"^-?[0-9]{1,4}$")], str]


class ListenerFile(_Shape):
    """`listener.yaml`."""

    danger: Annotated[Decimal, Field(gt=0, lt=1)]
    request: Annotated[Decimal, Field(gt=0, lt=1)]
    part: Annotated[Decimal, Field(gt=0, lt=1)]
    brief: Annotated[Decimal, Field(gt=0, lt=1)]
    brief_request: Annotated[Decimal, Field(gt=0, lt=1)]
    surely_answerable: Annotated[Decimal, Field(gt=0, lt=1)]
    dangers: list[_Id]
    alone: dict[_Id, Annotated[Decimal, Field(gt=0, lt=1)]] = {}
    step: Annotated[Decimal, Field(gt=0)]
    scales: Annotated[dict[_Id, ScaleShape], Field(min_length=2)]
