"""Claim: the whole record behind a sentence; what is known from memory only has no address."""

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import UnknownName
from isthmus.present import claim_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/claims/{name}", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting, name: str) -> Response:
    """Show the record of a claim."""
    try:
        page = claim_page(desk.condition, desk.handbook, name, visit.reader.id, today=desk.today())
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    return render(request, "pages/claim.html", page=page)
