"""Signs: the red flags as a standing list, one step from every page."""

from datetime import date
from functools import lru_cache

from fastapi import APIRouter, Request, Response

from isthmus.present import SignsPage, signs_page
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/signs", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here) -> Response:
    """Show the signs that cannot wait."""
    return render(request, "pages/signs.html", page=_signs(desk, desk.today()))


@lru_cache(maxsize=4)
def _signs(desk: Desk, today: date) -> SignsPage:
    """Ask the pathway what each sign leads to, once a day."""
    return signs_page(desk.condition, today)
