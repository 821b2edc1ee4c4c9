"""Guide: the chapters in the reader's words, each on a page of its own."""

from datetime import date
from functools import lru_cache

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import UnknownName
from isthmus.present import ChapterPage, ContentsPage, chapter_page, contents_page
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/guide", dependencies=[SAME_FOR_ALL])
def list_chapters(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the way into the guide."""
    return render(request, "pages/guide.html", page=_contents(desk, visit.reader.id, desk.today()))


@router.get("/guide/{chapter}", dependencies=[SAME_FOR_ALL])
def show_chapter(request: Request, desk: Here, visit: Visiting, chapter: str) -> Response:
    """Show one chapter."""
    try:
        page = _chapter(desk, visit.reader.id, desk.today(), chapter)
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    return render(request, "pages/guide.html", page=page)


# The words are the same for all readers of a kind on one day, so they are laid out once.
@lru_cache(maxsize=16)
def _contents(desk: Desk, audience: str, today: date) -> ContentsPage:
    return contents_page(desk.handbook, desk.condition.evidence, audience, today=today)


@lru_cache(maxsize=128)
def _chapter(desk: Desk, audience: str, today: date, chapter: str) -> ChapterPage:
    return chapter_page(desk.handbook, desk.condition.evidence, audience, today=today, chapter=chapter)
