"""Home: what this is about, what can be done here, and how far to trust it."""

from datetime import date
from functools import lru_cache

from fastapi import APIRouter, Request, Response

from isthmus.present import HomePage, home_page
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the first page."""
    return render(request, "pages/home.html", page=_home(desk, visit.reader.id, desk.today()))


@lru_cache(maxsize=16)
def _home(desk: Desk, audience: str, today: date) -> HomePage:
    """Lay the page out once for all readers of a kind on one day."""
    return home_page(desk.condition, desk.handbook, audience, today=today)
