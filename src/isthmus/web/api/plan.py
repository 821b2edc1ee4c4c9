"""Plan: one patient's facts in, the plan of the contract out."""

from datetime import date
from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from isthmus.condition import plan
from isthmus.errors import InvalidCase
from isthmus.located import Day
from isthmus.plan import plan_as_json
from isthmus.web.api.problem import PROBLEMS
from isthmus.web.api.reading import described, read_body
from isthmus.web.body import TextBody
from isthmus.web.desk import Here

__all__ = ["PlanOut", "router"]

router = APIRouter(tags=["plan"])

FactValue = bool | int | float | str | list[str]


class PlanIn(BaseModel):
    """A patient's facts, and for whom and for which day to plan."""

    model_config = ConfigDict(extra="forbid")

    inputs: dict[str, Any] = Field(description="Case features and their values; null is not asked or not known.")
    audience: str = Field("patient", description="For whom the words are chosen.")
    today: Day | None = Field(None, description="The day to count from; without it, the server's.")


class PathwayOut(BaseModel):
    """The exact knowledge that decided."""

    version: str
    sha256: str


class StepOut(BaseModel):
    """Something to do: when, what, and the claims behind it."""

    when: str
    what: str
    claims: list[str]


class PartOut(BaseModel):
    """A part of a rule and what it came to."""

    text: str
    value: str
    parts: list["PartOut"]


class RowOut(BaseModel):
    """A row that was looked at."""

    row: str
    truth: str = Field(description="true, false or unknown")
    rule: PartOut


class ReviewOut(BaseModel):
    """When the next look is due."""

    when: str
    weeks: tuple[int, int] | None


class StandingOut(BaseModel):
    """Where a sentence stands, and the days on which its file changed and is due to be looked at again."""

    status: str = Field(description="submitted, under-review, approved or retired")
    changed: date
    next: date


class SaidOut(BaseModel):
    """A sentence for a reader, the claims it rests on, and where it stands."""

    text: str
    claims: list[str]
    review: StandingOut


class QuestionOut(BaseModel):
    """A fact that is not known and can still change the action."""

    feature: str
    ask: str = Field(description="In the words of the audience.")
    why: SaidOut | None = Field(description="Why it is asked.")
    could_lead_to: list[str] = Field(description="Actions other than the present one, in the table's order.")


class FactOut(BaseModel):
    """A known fact of those that force the action."""

    feature: str
    value: FactValue


class ChangeOut(BaseModel):
    """A known fact that takes another value."""

    feature: str
    before: FactValue = Field(alias="from")
    after: FactValue = Field(alias="to")


class TurnOut(BaseModel):
    """Changes that together lead to another action."""

    changes: list[ChangeOut]
    action: str


class OptionOut(BaseModel):
    """An option of a talk in this case."""

    option: str
    title: str
    procedure: str
    for_: list[SaidOut] = Field(alias="for")
    against: list[SaidOut]
    could_speak_for: list[SaidOut] = Field(description="What is not known, and would speak for it if it were true.")
    could_speak_against: list[SaidOut] = Field(description="What is not known, and would speak against it if true.")


class PhaseOut(BaseModel):
    """A phase of the plan, in weeks from the day it all began."""

    phase: str
    title: str
    from_week: int | None = Field(description="Null: it goes by what a person can do, and by no calendar.")
    to_week: int | None = Field(description="Null: its end is open.")
    first: date | None = Field(description="The day of `from_week`, where it can be counted from today.")
    last: date | None
    now: bool = Field(description="Whether this is known to be the phase of today.")
    steps: list[SaidOut]


class PlanOut(BaseModel):
    """A plan for one patient, with its basis."""

    model_config = ConfigDict(extra="forbid")

    condition: str
    pathway: PathwayOut
    action: str
    row: str
    detail: list[str]
    flags: list[str]
    settled: bool = Field(description="Whether no consistent value of what is not known could change the action.")
    questions: list[QuestionOut] = Field(description="The most useful first; none when settled.")
    because: list[FactOut] = Field(description="A smallest set of known facts that forces the action; when settled.")
    would_change: list[TurnOut] = Field(description="The nearest possible changes of known facts that lead elsewhere.")
    title: str
    stage: str
    urgency: str = Field(description="emergency, urgent, question or ordinary")
    classification: dict[str, str | None]
    outlook: list[str] = Field(description="Ids of claims on healing and slipping that fit this patient.")
    steps: list[StepOut]
    trace: list[RowOut]
    review: ReviewOut
    citations: list[str] = Field(description="Claim ids.")
    wording: list[SaidOut] = Field(description="What the action means, in the words of the audience.")
    options: list[OptionOut] = Field(description="Of a talk: what speaks for and against each in this case.")
    timeline: list[PhaseOut] = Field(description="The phases ahead, where the action has some.")
    timeline_holds: SaidOut | None = Field(description="For whom these weeks hold.")
    why: list[SaidOut] = Field(description="Why this row speaks.")
    next: list[SaidOut] = Field(description="What to do next.")
    changes: list[SaidOut] = Field(description="What would change it.")
    audience: str
    today: date
    notice: str


@router.post(
    "/api/plan",
    summary="A plan for one patient",
    response_model=PlanOut,
    responses=PROBLEMS,
    openapi_extra=described(PlanIn),
)
def make(text: TextBody, desk: Here) -> JSONResponse:
    """Make a plan from a patient's facts. Nothing that is sent is stored."""
    asked = read_body(PlanIn, text, InvalidCase)
    made = plan(desk.condition, asked.inputs, audience=asked.audience, today=asked.today or desk.today())
    return JSONResponse(plan_as_json(made))
