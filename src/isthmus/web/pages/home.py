"""Home: what this is about, what can be done here, and how far to trust it."""

from fastapi import APIRouter, Request, Response

from isthmus.present import home_page
from isthmus.web.desk import Here
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/")
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the first page."""
    page = home_page(desk.condition, desk.handbook, visit.reader.id, today=desk.today())
    return render(request, "pages/home.html", page=page)
