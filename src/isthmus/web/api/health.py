"""Health: is it up, and with exactly which knowledge?"""

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from isthmus.web.api.problem import PROBLEMS
from isthmus.web.desk import Here

__all__ = ["router"]

router = APIRouter(tags=["health"])


class PathwayVersion(BaseModel):
    """The exact knowledge that decides."""

    version: str
    sha256: str
    review_status: str = Field(description="Where the pathway stands in clinical review.")


class Health(BaseModel):
    """A sign of life."""

    status: str
    version: str = Field(description="The version of isthmus.")
    condition: str
    pathway: PathwayVersion


@router.get("/health", summary="Is it up, and with which knowledge?", responses=PROBLEMS)
def health(request: Request, desk: Here) -> Health:
    """Say that the application is up, its version, and the version and hash of its pathway."""
    known = desk.condition.pathway
    return Health(
        status="ok",
        version=request.app.version,
        condition=desk.condition.slug,
        pathway=PathwayVersion(version=known.version, sha256=known.sha256, review_status=known.review_status),
    )
