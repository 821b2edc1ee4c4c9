"""Ask: a question in, the answer of the contract out."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from isthmus.answer import answer_as_json
from isthmus.errors import InvalidQuestion
from isthmus.web.api.problem import PROBLEMS
from isthmus.web.api.reading import described, read_body
from isthmus.web.body import TextBody
from isthmus.web.desk import Here

__all__ = ["AnswerOut", "router"]

router = APIRouter(tags=["ask"])


class QuestionIn(BaseModel):
    """A question, and for whom to answer it."""

    model_config = ConfigDict(extra="forbid")

    question: str
    audience: str = Field("patient", description="For whom the words are chosen.")


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


class StatementOut(BaseModel):
    """One sentence, with at least one citation."""

    text: str
    lead_in: str | None = Field(description="The line of a document that an item of a list completes.")
    stage: str | None
    claim: str | None
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
    pathway: None = Field(description="A plan, once questions are read for a patient's facts; null until then.")
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
    answered = desk.ask(asked.question, asked.audience)
    return JSONResponse(answer_as_json(answered))
