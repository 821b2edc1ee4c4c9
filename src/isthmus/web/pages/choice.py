"""Choices: decision aids, each with its options side by side in the same rows."""

from fastapi import APIRouter, HTTPException, Request, Response

from isthmus.errors import UnknownName
from isthmus.present import behind, choice_page, draw_options, list_choices
from isthmus.web.desk import Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/choices", dependencies=[SAME_FOR_ALL])
def list_all(request: Request, desk: Here, visit: Visiting) -> Response:
    """List the choices."""
    choices = list_choices(desk.handbook, visit.reader.id)
    return render(request, "choices.html", choices=choices, behind=behind(choices, desk.condition.evidence))


@router.get("/choices/{name}", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting, name: str) -> Response:
    """Show a choice."""
    try:
        page = choice_page(desk.handbook, name, visit.reader.id, today=desk.today())
    except UnknownName as unknown:
        raise HTTPException(404) from unknown
    told = behind(page, desk.condition.evidence, desk.glossary(visit.reader.register))
    figures = draw_options(page.options, visit.reader.register)
    return render(request, "pages/choice.html", page=page, behind=told, figures=figures)
