"""Signs: the red flags as a standing list, one step from every page."""

from fastapi import APIRouter, Request, Response

from isthmus.present import signs_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/signs", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here) -> Response:
    """Show the signs that cannot wait."""
    return render(request, "pages/signs.html", page=signs_page(desk.condition, desk.today()))
