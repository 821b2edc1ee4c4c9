"""Interview: danger signs first and alone, then one question a page, then all answers to check; addresses say nothing."""

from collections.abc import Sequence

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from isthmus.pathway import CaseFeature, Pathway
from isthmus.plan import Question
from isthmus.present import Kept, Place, Typed, check_page, first_page, interview_page
from isthmus.terms import FeatureName
from isthmus.web.body import FormBody
from isthmus.web.desk import Desk, Here
from isthmus.web.forms import ASKED, CHECK, DECLINED, OTHERS, SIGNS, read_answer, type_out
from isthmus.web.made import is_over, open_questions, plan_of
from isthmus.web.render import render
from isthmus.web.sessions import Session
from isthmus.web.visit import Visit, Visiting, visit_of

__all__ = ["no_answers", "router"]

router = APIRouter(include_in_schema=False)

_SEE_OTHER, _NOT_FOUND, _MISFIT = 303, 404, 422
_ALARMS = {"emergency", "urgent"}


@router.get("/plan/signs")
def ask_signs(request: Request, desk: Here, visit: Visiting) -> Response:
    """Ask for all danger signs, before anything else."""
    return _ask_signs(request, desk, visit)


def _ask_signs(request: Request, desk: Desk, visit: Visit, status: int = 200) -> Response:
    replies = visit.session.replies if visit.session else {}
    page = first_page(desk.condition, visit.reader.id, replies)
    return _show(request, status, first=page, action=f"/plan/signs{_kept(request)}", unsaid=status == _MISFIT)


@router.post("/plan/signs")
def note_signs(request: Request, desk: Here, visit: Visiting, typed: FormBody) -> Response:
    """Note the signs that were ticked; only a visitor who says so is free of the others, and who says nothing is asked."""
    pathway, others = desk.condition.pathway, typed.get(OTHERS, [""])[0]
    signs = [name for name, feature in pathway.features.items() if feature.red_flag]
    ticked = {name for name in signs if name in typed.get(SIGNS, ())}
    if not ticked and not others:
        return _ask_signs(request, desk, visit, _MISFIT)
    session, absent = visit.begin(), others == "absent"
    said = {str(name): name in ticked for name in signs if name in ticked or absent}
    kept = {name: value for name, value in session.replies.items() if name not in signs}
    session.replies = {**said, **kept}
    return _go_on(desk, visit, session, None, checking=CHECK in request.query_params)


@router.get("/plan/check")
def check(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show all answers, each with a way to change it."""
    if visit.session is None or not visit.session.replies:
        return no_answers(request)
    still_open = open_questions(visit.session, desk)
    page = check_page(desk.condition.pathway, visit.reader.id, visit.session.replies, still_open)
    return _show(request, check=page, next_number=len(visit.session.replies) + 1)


@router.get("/plan/{number:int}")
def ask(request: Request, desk: Here, visit: Visiting, number: int) -> Response:
    """Ask a question, or show an answer to change."""
    session = visit.session
    if session is None:
        return no_answers(request)
    names = list(session.replies)
    if 1 <= number <= len(names):
        name = FeatureName(names[number - 1])
        return _ask(request, desk, name, number, Kept(type_out(name, session.replies[name])))
    following = open_questions(session, desk)
    if not following:
        return _to("/plan/check")
    if number != len(names) + 1:
        return _to(f"/plan/{len(names) + 1}")
    return _ask(request, desk, following[0].feature, number, Kept({}))


@router.post("/plan/{number:int}")
def note(request: Request, desk: Here, visit: Visiting, number: int, typed: FormBody) -> Response:
    """Note an answer and go on; one that cannot be read is kept and asked again."""
    session, pathway = visit.session, desk.condition.pathway
    feature = _feature(pathway, typed)
    if session is None:
        return no_answers(request)
    if feature is None:
        return _to(f"/plan/{len(session.replies) + 1}")
    value, faults = read_answer(feature, typed)
    if faults:
        return _ask(request, desk, feature.name, number, Kept(typed, faults))
    session.replies = {**session.replies, str(feature.name): value}
    return _go_on(desk, visit, session, number, checking=CHECK in request.query_params)


def _feature(pathway: Pathway, typed: Typed) -> CaseFeature | None:
    """Find what was answered: the form says so, since a page that stood open may be older than its address."""
    return pathway.features.get(FeatureName(typed.get(ASKED, [""])[0]))


def _ask(request: Request, desk: Desk, name: FeatureName, number: int, kept: Kept) -> Response:
    """Show a question; where it can lead is told of what was not answered yet."""
    visit = visit_of(request)
    replies = visit.session.replies if visit.session else {}
    following = () if visit.session is None or name in replies else open_questions(visit.session, desk)
    plain = Question(name, "", ())
    asked = next((question for question in following if question.feature == name), plain)
    place = Place(number, len(replies), len(following) or None)
    page = interview_page(desk.condition, visit.reader.id, asked, place, kept)
    return _show(
        request,
        _MISFIT if kept.faults else 200,
        asked=page,
        action=f"/plan/{number}{_kept(request)}",
        declined=DECLINED in kept.typed,
        back="/plan/check" if CHECK in request.query_params else _before(desk.condition.pathway, list(replies), number),
    )


def _before(pathway: Pathway, names: Sequence[str], number: int) -> str:
    """Where `Back` leads: to the question before, or to the danger signs where only they were asked before."""
    earlier = names[: number - 1]
    return f"/plan/{number - 1}" if _asks_more(pathway, earlier) else "/plan/signs"


def _asks_more(pathway: Pathway, names: Sequence[str]) -> bool:
    return not all(pathway.features[FeatureName(name)].red_flag for name in names)


def _go_on(desk: Desk, visit: Visit, session: Session, after: int | None, *, checking: bool) -> Response:
    """Go where an answer leads: an alarm at once, else back to the check, to the next question, or to the end."""
    over, count = is_over(session, desk), len(session.replies)
    page = plan_of(visit, desk) if over else None
    if page and page.tone in _ALARMS:
        return _to("/plan/result")
    if checking:
        return _to("/plan/check")
    if after is not None and after < count:
        return _to(f"/plan/{after + 1}")
    return _to("/plan/check" if over else f"/plan/{count + 1}")


def no_answers(request: Request) -> Response:
    """Say kindly that there are no answers to go on with, and why that may be."""
    return _show(request, _NOT_FOUND)


def _show(request: Request, status: int = 200, **values: object) -> Response:
    """Show the page of the interview with what it is for: `first`, `asked` or `check`; with none of them, the lack."""
    nothing = {"first": None, "asked": None, "check": None, "action": None, "back": None, "unsaid": False}
    return render(request, "pages/interview.html", status, **{**nothing, **values})


def _kept(request: Request) -> str:
    """Keep in the address that one came from the check of all answers, and will go back there."""
    return f"?{CHECK}=1" if CHECK in request.query_params else ""


def _to(address: str) -> Response:
    """Send the browser on, so that a reload repeats nothing."""
    return RedirectResponse(address, _SEE_OTHER)
