"""Ask: a question goes in the body, so that no address, history or log ever holds it."""

from fastapi import APIRouter, Request, Response

from isthmus.errors import InvalidQuestion
from isthmus.present import answer_page, ask_page
from isthmus.web.body import FormBody
from isthmus.web.desk import Here
from isthmus.web.render import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/ask")
def open_box(request: Request, desk: Here) -> Response:
    """Show the box for a question."""
    return render(request, "pages/ask.html", page=ask_page(desk.condition), answer=None)


@router.post("/ask")
def answer(request: Request, desk: Here, form: FormBody) -> Response:
    """Answer a question, or keep it in the box and say why it cannot be used."""
    question = form.get("question", [""])[0]
    try:
        answered = desk.ask(question)
    except InvalidQuestion as error:
        words = " ".join(f"{fault.what} {fault.remedy}" for fault in error.faults)
        page = ask_page(desk.condition, question=question, error=words)
        return render(request, "pages/ask.html", 422, page=page, answer=None)
    page = ask_page(desk.condition, question=question)
    return render(request, "pages/ask.html", page=page, answer=answer_page(answered, desk.condition))
