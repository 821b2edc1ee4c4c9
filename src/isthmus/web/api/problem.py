"""The shape of an error for programs, for the description of the API."""

from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel, Field

__all__ = ["PROBLEMS", "ProblemDetails", "describe_problems"]


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
    "4XX": {"description": "What was sent cannot be used; `detail` says why and what to do.", "model": ProblemDetails},
    "5XX": {"description": "The fault is ours, or something is not set up here.", "model": ProblemDetails},
}


def describe_problems(app: FastAPI) -> None:
    """Describe errors under the media type that they have, which is not the one of the endpoint's results."""
    for operations in app.openapi()["paths"].values():
        for operation in operations.values():
            for status in PROBLEMS:
                said = operation["responses"][status]
                (shape,) = said["content"].values()
                said["content"] = {"application/problem+json": shape}
