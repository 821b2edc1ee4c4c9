"""A document of the library: what is known of it, and its stored text with cited spans marked."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from isthmus.present import document_page
from isthmus.web.desk import Here
from isthmus.web.paging import PageNumber
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/library/{name:path}")
def read(
    request: Request, desk: Here, name: str, page: PageNumber, at: Annotated[list[str] | None, Query()] = None
) -> Response:
    """Show a document, with the spans that the address names marked."""
    shown = document_page(desk.index.library, name, at=at or (), page=page) if desk.index else None
    if shown is None:
        raise HTTPException(404, "The library holds no document of this name. It may have been forgotten.")
    return render(request, "pages/document.html", page=shown)
