"""Plan: the questions of the pathway as a form, then the plan; answers are kept in the page and nowhere else."""

from fastapi import APIRouter, Request, Response

from isthmus.condition import plan
from isthmus.errors import Fault, InvalidCase
from isthmus.present import lay_out, plan_page
from isthmus.web.body import FormBody
from isthmus.web.desk import Desk, Here
from isthmus.web.forms import CHANGE, read_facts
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/plan")
def ask_all(request: Request, desk: Here) -> Response:
    """Show the questions."""
    return render(request, "pages/plan.html", form=lay_out(desk.condition.pathway, {}), page=None)


@router.post("/plan")
def make(request: Request, desk: Here, typed: FormBody) -> Response:
    """Make a plan, or show the questions again with what was typed kept."""
    answers = {name: texts for name, texts in typed.items() if name != CHANGE}
    pathway = desk.condition.pathway
    if CHANGE in typed:
        return render(request, "pages/plan.html", form=lay_out(pathway, answers), page=None)
    facts, faults = read_facts(pathway, answers)
    try:
        made = plan(desk.condition, facts, today=desk.today())
    except InvalidCase as error:
        faults += error.faults
    if faults:
        form = lay_out(pathway, answers, _in_order(faults, desk))
        return render(request, "pages/plan.html", 422, form=form, page=None)
    page = plan_page(made, desk.condition, facts)
    return render(request, "pages/plan.html", form=None, page=page, typed=answers)


def _in_order(faults: tuple[Fault, ...], desk: Desk) -> tuple[Fault, ...]:
    """Put faults in the order of the questions, whoever found them."""
    order = {str(name): at for at, name in enumerate(desk.condition.pathway.features)}
    return tuple(sorted(faults, key=lambda fault: order.get(fault.where, len(order))))
