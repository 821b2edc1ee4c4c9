"""Carry: a plan or a procedure to take along, as a booklet to print and as days for a calendar."""

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.booklet import booklet_of_plan, booklet_of_procedure
from isthmus.exchange.calendar import calendar_of
from isthmus.plan import PathwayVersion
from isthmus.present import ProcedurePage, events_of_plan, events_of_procedure, illustrate_procedure, procedure_page
from isthmus.web.day import read_day
from isthmus.web.desk import Desk, Here
from isthmus.web.made import plan_of
from isthmus.web.pages.interview import no_answers
from isthmus.web.visit import Visit, Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_PDF, _CALENDAR = "application/pdf", "text/calendar; charset=utf-8"


@router.get("/plan/booklet.pdf")
def plan_booklet(request: Request, desk: Here, visit: Visiting) -> Response:
    """Give the plan for this visit's answers as a booklet."""
    page = plan_of(visit, desk)
    return _file(booklet_of_plan(page), _PDF, "plan.pdf") if page else no_answers(request)


@router.get("/plan/calendar.ics")
def plan_calendar(request: Request, desk: Here, visit: Visiting) -> Response:
    """Give the days of the plan for this visit's answers."""
    page = plan_of(visit, desk)
    if page is None:
        return no_answers(request)
    days = events_of_plan(page, desk.handbook.book.editorial)
    return _file(calendar_of(days, name=page.title, made=page.made), _CALENDAR, "plan.ics")


@router.get("/procedures/{name}.pdf")
def procedure_booklet(name: str, desk: Here, visit: Visiting, on: str = "") -> Response:
    """Give a procedure as a booklet, with its days where the day is named."""
    page, pathway = _procedure(name, desk, visit, on), desk.condition.pathway
    edition = PathwayVersion(pathway.version, pathway.sha256)
    page, drawings = illustrate_procedure(page, desk.handbook)
    pdf = booklet_of_procedure(page, made=desk.today(), knowledge=edition, drawings=drawings)
    return _file(pdf, _PDF, f"{page.name}.pdf")


@router.get("/procedures/{name}.ics")
def procedure_calendar(name: str, desk: Here, visit: Visiting, on: str = "") -> Response:
    """Give the days of a procedure, counted from the one that is named."""
    page = _procedure(name, desk, visit, on)
    days = events_of_procedure(page, desk.handbook.book.editorial)
    return _file(calendar_of(days, name=page.title, made=desk.today()), _CALENDAR, f"{page.name}.ics")


def _procedure(name: str, desk: Desk, visit: Visit, on: str) -> ProcedurePage:
    if name not in desk.handbook.book.procedures:
        raise HTTPException(404)
    today = desk.today()
    return procedure_page(desk.handbook, name, visit.reader.id, today=today, on=read_day(on, today))


def _file(content: bytes, kind: str, name: str) -> Response:
    """Give a file to keep; its name tells nothing of the person."""
    return Response(content, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
