"""The last net: a fault of ours becomes a plain page, and its log line tells the place but no patient's value."""

import logging
import traceback

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isthmus.web.errors import answer_fault

__all__ = ["Shelter"]

_LOG = logging.getLogger("isthmus.web")


class Shelter:
    """Catches what nothing else caught.

    The message of an exception can hold what a person typed, so only its kind and its place are logged.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the application does, or with the page for a fault of ours."""
        begun = fault = None

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = message
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Exception as error:  # noqa: BLE001 - the last net has to catch everything
            fault = error
        if fault:
            _note(fault)
        if fault and not begun:
            await answer_fault(Request(scope))(scope, receive, send)


def _note(fault: Exception) -> None:
    last = traceback.extract_tb(fault.__traceback__)[-1]
    _LOG.error("%s at %s:%s", type(fault).__name__, last.filename, last.lineno)
