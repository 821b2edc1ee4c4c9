"""Plan: where it starts, the plan of a visitor's answers, an example, all questions on one page, and forgetting."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from isthmus.booklet import is_installed
from isthmus.errors import Fault, InvalidCase
from isthmus.present import NO_FIGURES, Figures, PlanPage, draw_options, is_dated, lay_out
from isthmus.web.body import FormBody
from isthmus.web.desk import Desk, Here
from isthmus.web.forms import CHANGE, read_facts
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.made import page_of_example, page_of_plan, plan_of
from isthmus.web.pages.interview import no_answers
from isthmus.web.render import render
from isthmus.web.visit import Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/plan")
def start(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say what a plan is and what will be asked, and go on where a visitor left off."""
    answered = len(visit.session.replies) if visit.session else 0
    return _show(request, start={"answered": answered, "examples": desk.condition.examples})


@router.get("/plan/sheet", dependencies=[SAME_FOR_ALL])
def ask_all(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show all questions on one page; it needs no cookie."""
    return _show(request, form=lay_out(desk.condition.pathway, {}, audience=visit.reader.id))


@router.post("/plan")
def make(request: Request, desk: Here, visit: Visiting, typed: FormBody) -> Response:
    """Make the plan of the one page, or show its questions again with what was typed kept."""
    answers = {name: texts for name, texts in typed.items() if name != CHANGE}
    pathway = desk.condition.pathway
    if CHANGE in typed:
        return _show(request, form=lay_out(pathway, answers, audience=visit.reader.id))
    facts, faults = read_facts(pathway, answers)
    try:
        page = page_of_plan(facts, visit, desk)
    except InvalidCase as error:
        faults += error.faults
    if faults:
        return _show(request, 422, form=lay_out(pathway, answers, _in_order(faults, desk), audience=visit.reader.id))
    return _show(request, page=page, typed=answers)


def _in_order(faults: tuple[Fault, ...], desk: Desk) -> tuple[Fault, ...]:
    """Put faults in the order of the questions, whoever found them."""
    order = {str(name): at for at, name in enumerate(desk.condition.pathway.features)}
    return tuple(sorted(faults, key=lambda fault: order.get(fault.where, len(order))))


@router.get("/plan/result")
def show(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the plan of what was answered in this visit."""
    page = plan_of(visit, desk)
    if page is None:
        return no_answers(request)
    numbers = {name: number for number, name in enumerate(visit.session.replies if visit.session else (), start=1)}
    return _show(request, page=page, numbers=numbers)


@router.get("/plan/example", dependencies=[SAME_FOR_ALL])
@router.get("/plan/example/{number:int}", dependencies=[SAME_FOR_ALL])
def example(request: Request, desk: Here, visit: Visiting, number: int = 1) -> Response:
    """Show the plan of a person who was made up, which needs no answers."""
    if not 1 <= number <= len(desk.condition.examples):
        raise HTTPException(404)
    case, page = desk.condition.examples[number - 1], page_of_example(number, visit, desk)
    return _show(request, page=page, example={"case": case, "number": number, "of": len(desk.condition.examples)})


@router.post("/plan/forget")
def forget(visit: Visiting, typed: FormBody) -> Response:  # noqa: ARG001 - reading the form is what checks that it is ours
    """Forget all that was answered and asked in this visit."""
    visit.forget()
    return RedirectResponse("/plan/forgotten", 303)


@router.get("/plan/forgotten")
def forgotten(request: Request) -> Response:
    """Say that all was forgotten."""
    return _show(request, forgotten=True)


def _show(request: Request, status: int = 200, **values: object) -> Response:
    """Show the page with what it is for: `start`, `form`, `page` or `forgotten`."""
    nothing = {"start": None, "form": None, "page": None, "forgotten": False}
    page = values.get("page")
    carried = {
        "dated": isinstance(page, PlanPage) and is_dated(page),
        "booklet": is_installed(),
        "figures": _figures(page),
    }
    beside: dict[str, object] = {"typed": None, "numbers": {}, "example": None, **carried}
    return render(request, "pages/plan.html", status, **{**nothing, **beside, **values})


def _figures(page: object) -> Figures:
    """Draw the figures of the decision aid beside a plan."""
    if isinstance(page, PlanPage) and page.talk.aid:
        return draw_options(page.talk.aid.options, page.register)
    return NO_FIGURES
