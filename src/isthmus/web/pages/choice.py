"""Choices: decision aids, each with its options side by side in the same rows."""

from datetime import date
from functools import lru_cache

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import UnknownName
from isthmus.guide import Audience
from isthmus.present import Behind, ChoicePage, Listing, behind, choice_page, list_choices
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/choices", dependencies=[SAME_FOR_ALL])
def list_all(request: Request, desk: Here, visit: Visiting) -> Response:
    """List the choices."""
    choices, told = _list(desk, visit.reader)
    return render(request, "choices.html", choices=choices, behind=told)


@router.get("/choices/{name}", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting, name: str) -> Response:
    """Show a choice."""
    try:
        page, told = _lay_out(desk, visit.reader, name, desk.today())
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    return render(request, "pages/choice.html", page=page, behind=told)


@lru_cache(maxsize=16)
def _list(desk: Desk, reader: Audience) -> tuple[Listing, Behind]:
    listing = list_choices(desk.handbook, reader.id)
    return listing, behind(listing, desk.condition.evidence)


@lru_cache(maxsize=64)
def _lay_out(desk: Desk, reader: Audience, name: str, today: date) -> tuple[ChoicePage, Behind]:
    """Lay a choice out, once a day for all readers of a kind."""
    page = choice_page(desk.handbook, name, reader.id, today=today)
    return page, behind(page, desk.condition.evidence, desk.glossary(reader.register))
