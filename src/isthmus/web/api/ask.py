"""Ask: a question in, the answer of the contract out."""

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from isthmus.advise import advice_as_json
from isthmus.errors import InvalidQuestion
from isthmus.located import Day
from isthmus.web.api.plan import FactValue, PlanOut
from isthmus.web.api.problem import PROBLEMS
from isthmus.web.api.reading import described, read_body
from isthmus.web.body import TextBody
from isthmus.web.desk import Here

__all__ = ["AnswerOut", "router"]

router = APIRouter(tags=["ask"])


class QuestionIn(BaseModel):
    """A question, and for whom to answer it."""

    model_config = ConfigDict(extra="forbid")

    question: str = Field(json_schema_extra={"minLength": 1})
    audience: str = Field("patient", description="For whom the words are chosen; never guessed from the question.")
    thread: list[str] = Field([], description="What was asked before in the same conversation, oldest first.")
    case: dict[str, Any] = Field(
        {}, description="Case features and their values; they outrank what the question tells."
    )
    today: Day | None = Field(None, description="The day of the plan; without it, the server's.")


class FactRead(BaseModel):
    """A fact about the patient that the question, or one before it, tells."""

    feature: str
    value: FactValue
    said: str = Field(description="The words that say so.")


class ClashOut(BaseModel):
    """A fact of the case that the question tells otherwise; the case is used."""

    feature: str
    case: FactValue
    question: FactValue
    said: str


class CitationOut(BaseModel):
    """The place a statement comes from; `start` and `end` are bytes of the document's stored text."""

    source: str
    title: str
    publisher: str | None
    year: int | None
    url: str | None
    document: str | None
    start: int | None
    end: int | None
    quote: str
    kind: str | None = Field(description="The kind of document, such as review; null for the source of a claim.")


class StatementOut(BaseModel):
    """One sentence, with at least one citation."""

    text: str
    lead_in: str | None = Field(description="The line of a document that an item of a list completes.")
    under: list[str] = Field(
        description="The headings that a sentence of a document stands under, the outermost first."
    )
    stage: str | None
    claim: str | None
    question: str | None = Field(description="Of several questions, the one that it answers.")
    copies: list[str] = Field(description="Other documents that hold the same sentence.")
    citations: list[CitationOut]
    written_by: str | None = Field(
        description="The language model that wrote it from what it cites; null where none did."
    )


class WriterOut(BaseModel):
    """What became of the sentences of a language model, where one is asked to write."""

    model: str
    kept: int
    dropped: int
    note: str | None = Field(description="Why none of its sentences is shown, where none is.")


class PositionOut(BaseModel):
    """What one side of a disagreement says."""

    text: str
    low: float | None
    high: float | None
    unit: str | None
    n: int | None
    year: int | None
    source: list[str]


class DisagreementOut(BaseModel):
    """A point on which sources differ."""

    id: str
    question: str
    positions: list[PositionOut]
    why: str
    handling: str


class RefusalOut(BaseModel):
    """A part of a question that is never answered here: why, and whom to ask."""

    question: str
    reason: str


class ReadAsOut(BaseModel):
    """What looks like no word in a question, and the word that it was read as."""

    written: str
    read: str


class AnswerOut(BaseModel):
    """What is said to a question, or why nothing is."""

    model_config = ConfigDict(extra="forbid")

    question: str
    audience: str
    behaviour: str = Field(description="answer, answer_with_disagreement, clarify, abstain, emergency or send_to_care")
    reason: str | None
    statements: list[StatementOut]
    disagreements: list[DisagreementOut]
    follow_up: list[str]
    facts: list[FactRead] = Field(description="What was read of the patient, to be corrected where it is wrong.")
    read_as: list[ReadAsOut] = Field(description="What looks like a slip of the finger, and how it was read.")
    clashes: list[ClashOut]
    kind: str | None = Field(
        description="The kind of answer that is wanted, such as how-long; null when it is not clear."
    )
    unanswered: list[str] = Field(description="Of several questions, those to which nothing is said.")
    refused: list[RefusalOut] = Field(description="Of several questions, those that are never answered here.")
    suggested_audience: str | None = Field(description="Who seems to ask; only `audience` is ever used.")
    pathway: PlanOut | None = Field(
        description="The plan for the facts of the question and the case, if there are any."
    )
    notice: str
    writer: WriterOut | None


@router.post(
    "/api/ask",
    summary="An answer with its sources",
    response_model=AnswerOut,
    responses=PROBLEMS,
    openapi_extra=described(QuestionIn),
)
def answer(text: TextBody, desk: Here) -> JSONResponse:
    """Answer a question from the knowledge base, or from the library of documents if one was given."""
    asked = read_body(QuestionIn, text, InvalidQuestion)
    answered = desk.ask(asked.question, asked.audience, thread=asked.thread, case=asked.case, today=asked.today)
    return JSONResponse(advice_as_json(answered))
