"""Ask: a question goes in the body, so that no address, history or log ever holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from isthmus.advise import Advice
from isthmus.answer import LONGEST_THREAD
from isthmus.errors import InvalidQuestion
from isthmus.plan import plain
from isthmus.present import answer_page, ask_page
from isthmus.web.body import FormBody
from isthmus.web.desk import Desk, Here
from isthmus.web.forms import CHECK
from isthmus.web.made import planned_of
from isthmus.web.render import render
from isthmus.web.visit import Visit, Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_LAST_TURNS = 19
"""Of a conversation the last turns are all thought of, and of those before them what tells something."""


@router.get("/ask")
def open_box(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show the last answer of the visit again, for the reader who is chosen now, or the box for a question."""
    thread = visit.session.thread if visit.session else ()
    if thread:
        return _shown(request, desk, visit, _ask(desk, visit, thread), thread[:-1])
    page = replace(ask_page(desk.condition, known=_known(visit)), lost=visit.is_lost)
    return render(request, "pages/ask.html", page=page, answer=None)


@router.post("/ask")
def answer(request: Request, desk: Here, visit: Visiting, form: FormBody) -> Response:
    """Answer a question, or keep it in the box and say why it cannot be used."""
    question = form.get("question", [""])[0]
    before = _before(desk, visit, question)
    try:
        answered = _ask(desk, visit, (*before, question))
    except InvalidQuestion as error:
        words = " ".join(f"{fault.what} {fault.remedy}" for fault in error.faults)
        page = ask_page(desk.condition, question=question, error=words, earlier=before, known=_known(visit))
        return render(request, "pages/ask.html", 422, page=page, answer=None)
    visit.begin().thread = (*before, answered.question)
    return _shown(request, desk, visit, answered, before)


@router.post("/ask/new")
def begin_again(visit: Visiting, _: FormBody) -> Response:
    """Leave the conversation for a question that leans on nothing; what was answered stays."""
    if visit.session:
        visit.session.thread = ()
    return RedirectResponse("/ask", 303)


@router.post("/ask/forget")
def forget(visit: Visiting, _: FormBody) -> Response:
    """Forget what was asked and answered."""
    visit.forget()
    return RedirectResponse("/ask", 303)


@router.post("/ask/leave-out")
def leave_out(visit: Visiting, form: FormBody) -> Response:
    """Take a fact out of what the visitor answered, and answer again without it."""
    left = set(form.get("feature", []))
    if visit.session:
        visit.session.replies = {name: value for name, value in visit.session.replies.items() if name not in left}
    return RedirectResponse("/ask", 303)


@router.post("/ask/take")
def take(desk: Here, visit: Visiting, _: FormBody) -> Response:
    """Take the facts of the question into the visitor's plan; what was answered there before stays as it is."""
    session = visit.session
    if session is None or not session.thread:
        return RedirectResponse("/ask", 303)
    told = {str(fact.feature): plain(fact.value) for fact in _ask(desk, visit, session.thread).facts}
    session.replies = {**session.replies, **told, **_known(visit)}
    signs = {str(name) for name, feature in desk.condition.pathway.features.items() if feature.red_flag}
    # Danger signs come first; what was taken is shown after them, to be checked.
    return RedirectResponse("/plan/check" if signs <= _known(visit).keys() else f"/plan/signs?{CHECK}=1", 303)


def _before(desk: Desk, visit: Visit, question: str) -> Sequence[str]:
    """Give the questions before this one; one that is sent again, as by loading the page anew, counts once."""
    thread = visit.session.thread if visit.session else ()
    before = thread[:-1] if thread[-1:] == (" ".join(question.split()),) else thread
    earlier = [turn for turn in before[:-_LAST_TURNS] if desk.adviser.tells(turn)]
    return (*earlier, *before[-_LAST_TURNS:])[-LONGEST_THREAD:]


def _known(visit: Visit) -> Mapping[str, object]:
    """Give what the visitor answered of the patient, less what they do not know."""
    replies = visit.session.replies if visit.session else {}
    return {name: value for name, value in replies.items() if value is not None}


def _ask(desk: Desk, visit: Visit, thread: Sequence[str]) -> Advice:
    """Ask the last question of a conversation, in view of the others and of what was answered."""
    *before, question = thread
    return desk.ask(question, visit.reader.id, thread=before, case=planned_of(visit, desk))


def _shown(request: Request, desk: Desk, visit: Visit, answered: Advice, before: Sequence[str]) -> Response:
    known = _known(visit)
    library = desk.index.library if desk.index else None
    page = ask_page(desk.condition, question=answered.question, earlier=before, known=known)
    shown = answer_page(answered, desk.condition, library=library, known=known)
    return render(request, "pages/ask.html", page=page, answer=shown, day=desk.today())
