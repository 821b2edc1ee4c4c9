"""Glossary: every word of the condition, in the reader's register."""

from fastapi import APIRouter, Request, Response

from isthmus.present import glossary_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/glossary", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show what each word means."""
    return render(request, "pages/glossary.html", page=glossary_page(desk.handbook, visit.reader.id))
