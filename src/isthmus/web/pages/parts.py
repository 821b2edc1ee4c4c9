"""Parts: the one small design system, every part of it live on a page with its rule."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request, Response

from isthmus.guide import Audience
from isthmus.present import Behind, ChoicePage, ProcedurePage, behind, choice_page, parts_page, procedure_page
from isthmus.web.desk import Desk, Here
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_TOKENS = (Path(__file__).parents[1] / "static" / "site" / "tokens.css").read_text("utf-8")


@router.get("/about/parts")
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show every part, made of what is really told."""
    procedure, choice, told = _lay_out(desk, visit.reader, desk.today())
    page = parts_page(_TOKENS)
    return render(request, "pages/parts.html", page=page, procedure=procedure, choice=choice, behind=told)


@lru_cache(maxsize=16)
def _lay_out(desk: Desk, reader: Audience, today: date) -> tuple[ProcedurePage, ChoicePage, Behind]:
    """Lay samples out, once a day for all readers of a kind: the first operation, and the first choice."""
    book = desk.handbook.book
    operations = [name for name, one in book.procedures.items() if one.kind == "operation"]
    name = next(iter(operations or book.procedures))
    procedure = procedure_page(desk.handbook, name, reader.id, today=today, on=today)
    choice = choice_page(desk.handbook, next(iter(book.choices)), reader.id, today=today)
    return procedure, choice, behind((procedure, choice), desk.condition.evidence, desk.glossary(reader.register))
