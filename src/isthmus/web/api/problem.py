"""The shape of an error for programs, for the description of the API."""

from typing import Any

from pydantic import BaseModel, Field

__all__ = ["PROBLEMS", "ProblemDetails"]


class Named(BaseModel):
    """One thing that is wrong, where it is, and what to do about it."""

    where: str = Field(description="For a patient's facts: the name of the case feature.")
    what: str
    remedy: str


class ProblemDetails(BaseModel):
    """Problem details after RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Named]


PROBLEMS: dict[int | str, dict[str, Any]] = {
    "4XX": {
        "description": "What was sent cannot be used; `detail` says why and what to do.",
        "content": {"application/problem+json": {}},
        "model": ProblemDetails,
    }
}
