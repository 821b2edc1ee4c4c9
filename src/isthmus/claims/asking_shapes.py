"""The shape of the files that say how people ask."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from isthmus.claims.asking import FactValue, Kind

__all__ = ["AskedFactsFile", "AskingFile", "FeatureShape", "ReadingShape"]


def _number(value: object) -> object:
    if isinstance(value, Decimal) or type(value) is int:
        return Decimal(value)
    message = "this should be a plain number"
    raise ValueError(message)


def _value(value: object) -> object:
    """Take a value as a fact keeps it: a truth, a word, a number, or a list of words."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    if type(value) is int:
        return Decimal(value)
    if isinstance(value, bool | str | Decimal):
        return value
    message = "this should be a truth, a word, a number or a list of words"
    raise ValueError(message)


_Text = Annotated[str, Field(min_length=1)]
_Texts = Annotated[list[_Text], Field(min_length=1)]
_Number = Annotated[Decimal, BeforeValidator(_number)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


class _Numbers(_Shape):
    units: dict[str, int]
    tens: dict[str, int]
    grades: dict[str, int]
    inexact: _Texts
    beside: _Texts
    going_on: Annotated[_Texts, Field(alias="going-on")]
    measures: _Texts


class _Persons(_Shape):
    ward: _Texts
    other: _Texts
    nobody: _Texts
    self: _Texts
    together: _Texts
    pronoun: _Texts
    opening: _Texts
    bystander: _Texts
    another: _Texts
    undirected: _Texts
    several: list[_Text] = []
    for_whom: Annotated[_Texts, Field(alias="for-whom")]


class _Questions(_Shape):
    sentence: _Texts
    clause: _Texts
    plainly: _Texts
    further: _Texts
    telling: _Texts
    joins: _Texts


class _Denials(_Shape):
    words: _Texts
    between: _Texts
    either: _Texts
    anew: _Texts
    unclear: _Texts
    after: _Texts
    excepting: _Texts
    naming: _Texts
    idle: _Texts
    afresh: _Texts
    replies: _Texts
    subjects: _Texts
    narrowing: _Texts
    beside: _Texts
    taking_back: Annotated[_Texts, Field(alias="taking-back")]
    denying_on: Annotated[_Texts, Field(alias="denying-on")]
    doubling: _Texts
    refuting: _Texts


class _Kind(_Shape):
    id: Kind
    asked: _Texts


class _Audience(_Shape):
    audience: _Text
    asked: _Texts


class _FollowUps(_Shape):
    opening: _Texts
    pointing: _Texts
    bare: _Texts
    most_words: Annotated[int, Field(alias="most-words", ge=1)]
    things: _Texts
    standing: _Texts
    tried: list[_Text] = []
    whole: list[_Text] = []


class _Replies(_Shape):
    opening: _Texts
    closing: _Texts
    none: _Texts
    unclear: _Text
    courtesy: _Texts
    unasked: _Text


class AskingFile(_Shape):
    """`asking.yaml`."""

    times: dict[str, _Texts]
    sets: dict[str, _Texts]
    numbers: _Numbers
    persons: _Persons
    questions: _Questions
    supposing: _Texts
    ordered: _Texts
    hedges: _Texts
    denials: _Denials
    apart: list[_Texts]
    sexes: list[_Texts] = []
    contrasts: list[_Texts] = []
    kinds: Annotated[list[_Kind], Field(min_length=1)]
    audiences: list[_Audience]
    follow_ups: Annotated[_FollowUps, Field(alias="follow-ups")]
    replies: _Replies
    second_question: Annotated[_Texts, Field(alias="second-question")]
    next_steps: Annotated[_Texts, Field(alias="next-steps")]
    disputed: _Texts
    idioms: _Texts
    corrections: _Texts
    restated: list[_Text] = []
    retractions: list[_Text] = []
    whereabouts: _Texts
    past: _Texts
    unsettled: _Text
    of_several: Annotated[_Text, Field(alias="of-several")]


class ReadingShape(_Shape):
    """Wordings that state one value; `asked_facts.yaml` says what each key means."""

    said: _Texts
    unless: list[_Text] = []
    followed_by: Annotated[list[_Text], Field(alias="followed-by")] = []
    not_followed_by: Annotated[list[_Text], Field(alias="not-followed-by")] = []
    value: Annotated[FactValue | None, BeforeValidator(_value)] = None
    number: Literal["plain", "days", "weeks", "months"] | None = None
    denied: Annotated[FactValue | None, BeforeValidator(_value)] = None
    firm: bool = False


class FeatureShape(_Shape):
    """The wordings that state one case feature."""

    feature: _Text
    red_flag: Annotated[bool, Field(alias="red-flag")] = False
    here_and_now: Annotated[bool, Field(alias="here-and-now")] = False
    speaks: list[_Text] = []
    readings: Annotated[list[ReadingShape], Field(min_length=1)]


class AskedFactsFile(_Shape):
    """`asked_facts.yaml`."""

    times: dict[str, dict[str, _Number]]
    sets: dict[str, _Texts]
    complaints: list[_Text] = []
    ours: list[_Text] = []
    elsewhere: list[_Text] = []
    features: list[FeatureShape]
