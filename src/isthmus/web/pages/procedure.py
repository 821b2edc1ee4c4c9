"""Procedures: the list, and each with its days counted from the one that a reader gives."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from isthmus.booklet import is_installed
from isthmus.errors import Fault, InvalidOption, UnknownName
from isthmus.guide import Audience
from isthmus.present import (
    Behind,
    DrawingTold,
    ProcedurePage,
    Weighed,
    behind,
    counted_from,
    illustrate_procedure,
    list_procedures,
    procedure_page,
    weigh,
)
from isthmus.web.day import read_day
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


_COUNT = "count"
"""What the button of the form for a day is called."""


@dataclass(frozen=True)
class _Laid:
    """A procedure without days, laid out for all readers of a kind."""

    page: ProcedurePage
    drawings: tuple[DrawingTold, ...]
    behind: Behind
    good: Weighed
    bad: Weighed


@router.get("/procedures", dependencies=[SAME_FOR_ALL])
def list_all(request: Request, desk: Here, visit: Visiting) -> Response:
    """List the procedures, and the choices between them."""
    listing = list_procedures(desk.handbook, visit.reader.id)
    return render(request, "procedures.html", listing=listing, behind=behind(listing, desk.condition.evidence))


@router.get("/procedures/{name}", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting, name: str, on: str = "") -> Response:
    """Show a procedure; a day that cannot be used is kept in its field, with what to do.

    The form comes with `count` and goes on to the list of what to do. It cannot name that place itself, or a browser
    would go there past the summary of what is wrong.
    """
    day, error = _day(on, desk.today())
    try:
        laid = _lay_out(desk, visit.reader, name, desk.today())
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    if _COUNT in request.query_params and not error:
        return RedirectResponse(f"/procedures/{name}{f'?on={day}' if day else ''}#ready", 303)
    dated = counted_from(laid.page, day) if day else laid.page
    asked = {"typed": on if day or error else "", "error": error, "booklet": is_installed()}
    laid_out = {"drawings": laid.drawings, "behind": laid.behind, "good": laid.good, "bad": laid.bad}
    return render(request, "pages/procedure.html", 422 if error else 200, page=dated, **asked, **laid_out)


def _day(text: str, today: date) -> tuple[date | None, Fault | None]:
    """Read the day, or tell what is wrong with it."""
    try:
        return read_day(text, today), None
    except InvalidOption as problem:
        return None, problem.faults[0]


@lru_cache(maxsize=128)
def _lay_out(desk: Desk, reader: Audience, name: str, today: date) -> _Laid:
    """Lay a procedure out, once a day for all readers of a kind; its sentences are the same with days and without."""
    page, drawings = illustrate_procedure(procedure_page(desk.handbook, name, reader.id, today=today), desk.handbook)
    in_order = (page.what_it_is, drawings, page)
    told = behind(in_order, desk.condition.evidence, desk.glossary(reader.register))
    return _Laid(page, drawings, told, weigh(page.benefits, reader.register), weigh(page.harms, reader.register))
