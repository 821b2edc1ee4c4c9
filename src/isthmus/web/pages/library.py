"""Library: the documents behind the answers, and which of them hold what somebody looks for."""

from fastapi import APIRouter, Request, Response

from isthmus.present import library_page
from isthmus.web.desk import Here
from isthmus.web.paging import PageNumber
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/library")
def list_documents(request: Request, desk: Here, page: PageNumber, q: str = "") -> Response:
    """List the documents, or those that hold what is looked for."""
    shown = library_page(desk.index, desk.condition.evidence.lexicon, searched=q, number=page or 1)
    return render(request, "pages/library.html", page=shown)
