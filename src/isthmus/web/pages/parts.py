"""Parts: the one small design system, every part of it live on a page with its rule."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fastapi import APIRouter, Request, Response

from isthmus.guide import Audience
from isthmus.present import (
    Behind,
    ChoicePage,
    DrawingTold,
    Figures,
    PathwayDrawn,
    ProcedurePage,
    Weighed,
    behind,
    choice_page,
    draw_options,
    draw_pathway,
    drawings_of_procedure,
    parts_page,
    procedure_page,
    weigh,
)
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_TOKENS = (Path(__file__).parents[1] / "static" / "site" / "tokens.css").read_text("utf-8")


@dataclass(frozen=True)
class _Samples:
    """What the parts are shown with."""

    procedure: ProcedurePage
    choice: ChoicePage
    drawings: tuple[DrawingTold, ...]
    figures: Figures
    weighed: Weighed
    pathway: PathwayDrawn | None
    behind: Behind


@router.get("/about/parts", dependencies=[SAME_FOR_ALL])
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show every part, made of what is really told."""
    samples = _lay_out(desk, visit.reader, desk.today())
    values = {"samples": samples, "procedure": samples.procedure, "choice": samples.choice, "behind": samples.behind}
    return render(request, "pages/parts.html", 200, page=parts_page(_TOKENS), **values)


def _lay_out(desk: Desk, reader: Audience, today: date) -> _Samples:
    """Lay samples out: the first operation that is drawn, and the first choice."""
    book, pathway = desk.handbook.book, desk.condition.pathway
    drawn = {name: drawings_of_procedure(desk.handbook, reader.id, name) for name in book.procedures}
    operations = (name for name, one in book.procedures.items() if one.kind == "operation" and drawn[name])
    name = next(operations, next(iter(drawn)))
    procedure = procedure_page(desk.handbook, name, reader.id, today=today, on=today)
    choice = choice_page(desk.handbook, next(iter(book.choices)), reader.id, today=today)
    stages = [stage.id for stage in pathway.stages.values() if stage.drawn == "station"]
    return _Samples(
        procedure=procedure,
        choice=choice,
        drawings=drawn[name][:1],
        figures=draw_options(choice.options, reader.register),
        weighed=weigh(procedure.benefits, reader.register),
        pathway=draw_pathway(pathway, stages[len(stages) // 2], reader.id),
        behind=behind((procedure, choice, drawn[name]), desk.condition.evidence, desk.glossary(reader.register)),
    )
