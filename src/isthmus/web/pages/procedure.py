"""Procedures: the list, and each with its days counted from the one that a reader gives."""

from importlib.util import find_spec

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import InvalidOption, UnknownName
from isthmus.present import behind, list_procedures, procedure_page, weigh
from isthmus.web.day import read_day
from isthmus.web.desk import Here
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_BOOKLETS = find_spec("typst") is not None
"""Whether what sets booklets is installed; what cannot be had is not offered."""


@router.get("/procedures")
def list_all(request: Request, desk: Here, visit: Visiting) -> Response:
    """List the procedures, and the choices between them."""
    listing = list_procedures(desk.handbook, visit.reader.id)
    return render(request, "procedures.html", listing=listing, behind=behind(listing, desk.condition.evidence))


@router.get("/procedures/{name}")
def show(request: Request, desk: Here, visit: Visiting, name: str, on: str = "") -> Response:
    """Show a procedure; a day that cannot be used is kept in its field, with what to do."""
    today = desk.today()
    day, error = None, None
    try:
        day = read_day(on, today)
    except InvalidOption as problem:
        error = problem.faults[0]
    try:
        page = procedure_page(desk.handbook, name, visit.reader.id, today=today, on=day)
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    typed = "" if day is None and error is None else on
    told = behind(page, desk.condition.evidence, desk.glossary(visit.reader.register))
    values = {
        "good": weigh(page.benefits, visit.reader.register),
        "bad": weigh(page.harms, visit.reader.register),
        "typed": typed,
        "error": error,
        "booklet": _BOOKLETS,
    }
    return render(request, "pages/procedure.html", 422 if error else 200, page=page, behind=told, **values)
