"""Parts: the one small design system, every part of it live on a page with its rule."""

from pathlib import Path

from fastapi import APIRouter, Request, Response

from isthmus.present import behind, choice_page, parts_page, procedure_page
from isthmus.web.desk import Here
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_TOKENS = (Path(__file__).parents[1] / "static" / "site" / "tokens.css").read_text("utf-8")


@router.get("/about/parts")
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show every part, made of what is really told: the first operation, the first choice."""
    book, today = desk.handbook.book, desk.today()
    operation = next(
        (name for name, one in book.procedures.items() if one.kind == "operation"), next(iter(book.procedures))
    )
    shown = (
        procedure_page(desk.handbook, operation, visit.reader.id, today=today, on=today),
        choice_page(desk.handbook, next(iter(book.choices)), visit.reader.id, today=today),
    )
    told = behind(shown, desk.condition.evidence, desk.glossary(visit.reader.register))
    return render(
        request, "pages/parts.html", page=parts_page(_TOKENS), procedure=shown[0], choice=shown[1], behind=told
    )
