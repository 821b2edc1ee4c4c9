"""Editorial: how the words are made, by whom, and who pays."""

from fastapi import APIRouter, Request, Response

from isthmus.present import editorial_page
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/editorial", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here) -> Response:
    """Show how the words are made and kept."""
    return render(request, "pages/editorial.html", page=editorial_page(desk.handbook, today=desk.today()))
