"""Library: the documents behind the answers, which of them hold what somebody looks for, and the text of each."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query, Request, Response

from isthmus.present import document_page, library_page
from isthmus.web.desk import Here
from isthmus.web.paging import PageNumber
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/library")
def list_documents(request: Request, desk: Here, page: PageNumber, q: str = "") -> Response:
    """List the documents, or those that hold what is looked for."""
    listed = library_page(desk.index, desk.condition.evidence.lexicon, searched=q, number=1 if page is None else page)
    return render(request, "pages/library.html", page=listed, shown=None)


@router.get("/library/{name:path}")
def read(
    request: Request, desk: Here, name: str, page: PageNumber, at: Annotated[list[str] | None, Query()] = None
) -> Response:
    """Show a document, with the spans that the address names marked."""
    shown = document_page(desk.index.library, name, at=at or (), page=page) if desk.index else None
    if shown is None:
        raise HTTPException(404, "The library holds no document of this name. It may have been forgotten.")
    return render(request, "pages/library.html", page=None, shown=shown)
