"""Documents: the stored text behind a citation, so that its bytes can be checked."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import PlainTextResponse

from isthmus.web.api.problem import PROBLEMS
from isthmus.web.desk import Here

__all__ = ["router"]

router = APIRouter(tags=["documents"])


@router.get(
    "/api/documents/{name:path}",
    summary="The stored text of a document",
    response_class=PlainTextResponse,
    responses=PROBLEMS,
)
def read(name: str, desk: Here) -> PlainTextResponse:
    """Give a document's text exactly as stored: a citation's `start` and `end` are bytes of this response."""
    document = desk.document(name)
    if document is None:
        raise HTTPException(404, "No document bears this name. Take it from a citation's `document`.")
    return PlainTextResponse(document.text)
