"""The web application: pages, the same results as JSON, and the policy around both."""

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware

from isthmus.answer import Writer
from isthmus.condition import Condition, Handbook
from isthmus.errors import IsthmusError
from isthmus.guide import Register
from isthmus.present import frame_page
from isthmus.search import PassageIndex
from isthmus.web.api import ENDPOINTS
from isthmus.web.api.inputs import describe_inputs
from isthmus.web.api.problem import describe_problems
from isthmus.web.assets import Assets, serve_assets
from isthmus.web.desk import Desk
from isthmus.web.errors import answer_error, answer_http
from isthmus.web.head import Head
from isthmus.web.kept import KeptPages
from isthmus.web.names import Names
from isthmus.web.origin import Origin
from isthmus.web.pages import PAGES
from isthmus.web.policy import Policy
from isthmus.web.proving import Prover
from isthmus.web.render import Look
from isthmus.web.sessions import Sessions
from isthmus.web.shelter import Shelter
from isthmus.web.visits import Visits

__all__ = ["build_app"]


def build_app(
    condition: Condition,
    handbook: Handbook,
    index: PassageIndex | None,
    today: Callable[[], date],
    writer: Writer | None = None,
) -> FastAPI:
    """Build the application for one condition; it answers to every name until `app.state.names` says which are its own.

    Args:
        condition: The knowledge to serve.
        handbook: What readers are told of the same condition.
        index: The passages of documents to answer from as well, or None for the built-in knowledge alone.
        today: Tells the day of a request.
        writer: A language model that may put answers into sentences; None, and nothing writes.
    """
    app = FastAPI(
        title="isthmus",
        version=version("isthmus"),
        description=condition.pathway.notice,
        docs_url=None,  # the usual pages load their script from elsewhere; the description stands at /openapi.json
        redoc_url=None,
    )
    app.add_exception_handler(IsthmusError, answer_error)
    app.add_exception_handler(HTTPException, answer_http)
    app.state.desk = Desk.of(condition, handbook, index, today, writer)
    app.state.names = None
    app.state.look = look = _look(condition, handbook)
    app.state.prover, app.state.writer = Prover(condition.pathway), writer
    for router in (*PAGES, *ENDPOINTS, serve_assets(look.assets)):
        app.include_router(router)
    describe_inputs(app, condition.pathway)
    describe_problems(app)
    app.add_middleware(Origin)  # what is added first stands innermost
    app.add_middleware(Shelter)
    app.add_middleware(GZipMiddleware, compresslevel=6)  # half the time of 9, and one byte in a hundred more
    app.add_middleware(KeptPages, today=today)
    app.add_middleware(Names)
    app.add_middleware(Visits, book=handbook.book, sessions=Sessions())
    app.add_middleware(Policy)
    app.add_middleware(Head)
    return app


def _look(condition: Condition, handbook: Handbook) -> Look:
    frames = {register: frame_page(condition, register) for register in get_args(Register)}
    readers = tuple(handbook.book.audiences.values())
    return Look(frames, readers, Assets(Path(__file__).with_name("static")))
