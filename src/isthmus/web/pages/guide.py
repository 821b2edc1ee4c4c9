"""Guide: the chapters in the reader's words, each on a page of its own."""

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import UnknownName
from isthmus.present import chapter_page, contents_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/guide", dependencies=[SAME_FOR_ALL])
def list_chapters(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the way into the guide."""
    page = contents_page(desk.handbook, desk.condition.evidence, visit.reader.id, today=desk.today())
    return render(request, "pages/guide.html", page=page)


@router.get("/guide/{chapter}", dependencies=[SAME_FOR_ALL])
def show_chapter(request: Request, desk: Here, visit: Visiting, chapter: str) -> Response:
    """Show one chapter."""
    try:
        page = chapter_page(
            desk.handbook, desk.condition.evidence, visit.reader.id, today=desk.today(), chapter=chapter
        )
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    return render(request, "pages/guide.html", page=page)
