"""About isthmus: how it decides, what is proved, what is held and what is kept, and how programs ask."""

from functools import lru_cache
from importlib.metadata import metadata

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from isthmus.answer import Writer
from isthmus.guide import Audience
from isthmus.present import AboutPage, about_page
from isthmus.web.body import FormBody
from isthmus.web.described import describe
from isthmus.web.desk import Desk, Here
from isthmus.web.kept import SAME_FOR_ALL
from isthmus.web.proving import Prover
from isthmus.web.render import render
from isthmus.web.visit import Visit, Visiting

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_WAIT_SECONDS = 2.0
"""How long the answer to a wish for proofs may take; who asks next sees how far they are."""


@router.get("/about", dependencies=[SAME_FOR_ALL])
def overview(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say what isthmus is, and what it never does."""
    return _show("pages/about.html", request, desk, visit)


@router.get("/about/how-it-decides", dependencies=[SAME_FOR_ALL])
def deciding(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say how the pathway decides."""
    return _show("about/deciding.html", request, desk, visit)


@router.get("/about/data")
def data(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say what is held, and in which version."""
    documents = len(desk.index.library) if desk.index else None
    licence = metadata("isthmus").json.get("license_expression")
    return _show("about/data.html", request, desk, visit, documents=documents, licence=licence)


@router.get("/about/privacy", dependencies=[SAME_FOR_ALL])
def privacy(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say what is kept of a visitor, where, and for how long."""
    writer: Writer | None = request.app.state.writer
    model = writer.model if writer else None
    return _show("about/privacy.html", request, desk, visit, sessions=visit.sessions, model=model)


@router.get("/about/accessibility", dependencies=[SAME_FOR_ALL])
def accessibility(request: Request, desk: Here, visit: Visiting) -> Response:
    """Say who can use these pages, and what was not tried."""
    return _show("about/accessibility.html", request, desk, visit)


@router.get("/about/api", dependencies=[SAME_FOR_ALL])
def api(request: Request, desk: Here, visit: Visiting) -> Response:
    """Describe the JSON API."""
    condition = desk.condition
    examples = {
        "/api/plan": {"inputs": {next(iter(condition.pathway.features)): False}},
        "/api/ask": {"question": f"What is {condition.title}?", "audience": visit.reader.id},
    }
    return _show("about/api.html", request, desk, visit, described=describe(request.app.openapi()), examples=examples)


@router.get("/about/proofs")
def proofs(request: Request, desk: Here, visit: Visiting) -> Response:
    """Show what was proved of the pathway that is served; nothing is proved that nobody asked for."""
    prover: Prover = request.app.state.prover
    return _show("about/proofs.html", request, desk, visit, proofs=prover.look())


@router.post("/about/proofs")
def start_proofs(request: Request, _form: FormBody) -> Response:
    """Have the proofs worked out, unless they are."""
    prover: Prover = request.app.state.prover
    prover.start(wait_seconds=_WAIT_SECONDS)
    return RedirectResponse("/about/proofs", 303)


def _show(template: str, request: Request, desk: Desk, visit: Visit, **values: object) -> Response:
    page = _lay_out(desk, visit.reader)
    return render(request, template, 200, page=page, version=request.app.version, **values)


@lru_cache(maxsize=16)
def _lay_out(desk: Desk, reader: Audience) -> AboutPage:
    """Lay the pages out, once for all readers of a kind."""
    return about_page(desk.condition, desk.handbook, reader.id)
