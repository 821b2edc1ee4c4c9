"""The web application: pages, the same results as JSON, and the policy around both."""

from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

from isthmus.answer import Writer
from isthmus.condition import Condition
from isthmus.errors import IsthmusError
from isthmus.present import frame_page
from isthmus.search import PassageIndex
from isthmus.web.api import ENDPOINTS
from isthmus.web.api.inputs import describe_inputs
from isthmus.web.desk import Desk
from isthmus.web.errors import answer_error, answer_http
from isthmus.web.pages import PAGES
from isthmus.web.policy import Policy
from isthmus.web.shelter import Shelter

__all__ = ["build_app"]


def build_app(
    condition: Condition, index: PassageIndex | None, today: Callable[[], date], writer: Writer | None = None
) -> FastAPI:
    """Build the application for one condition.

    Args:
        condition: The knowledge to serve.
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
    app.state.desk = Desk.of(condition, index, today, writer)
    app.state.frame = frame_page(condition)
    for router in (*PAGES, *ENDPOINTS):
        app.include_router(router)
    describe_inputs(app, condition.pathway)
    app.mount("/static", StaticFiles(directory=Path(__file__).with_name("static")), name="static")
    app.add_middleware(Shelter)
    app.add_middleware(Policy)  # outermost: added last
    return app
