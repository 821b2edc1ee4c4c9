"""From a browser's cookie and address to a visit, and back into the cookie."""

import re
from typing import cast, get_args

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isthmus.errors import InvalidOption
from isthmus.guide import GuideBook
from isthmus.web.errors import answer_error
from isthmus.web.sessions import Sessions
from isthmus.web.visit import Theme, Visit

__all__ = ["COOKIE", "Visits"]

COOKIE = "__Host-isthmus"
"""The one cookie: the reader, the colours, and the secret name of the session where something was answered."""

_KEPT = re.compile(r"(?P<reader>[a-z-]{1,64})\.(?P<theme>auto|light|dark)\.(?P<session>[\w-]{0,64})", re.ASCII)


class Visits:
    """Tells every request who visits, and lets the browser keep what was chosen.

    An address chooses with `?reader=` and `?theme=`, so that a link can be given to somebody else.
    """

    def __init__(self, app: ASGIApp, book: GuideBook, sessions: Sessions) -> None:
        self.app, self._book, self._sessions = app, book, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the application does for this visitor."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        request.state.visit = visit = self._remembered(request.cookies.get(COOKIE))
        app, as_it_came = self.app, visit.cookie()
        try:
            self._choose(visit, request)
        except InvalidOption as error:
            app = answer_error(request, error)

        async def send_with_cookie(message: Message) -> None:
            if message["type"] == "http.response.start" and (visit.is_lost or visit.cookie() != as_it_came):
                _keep(message, visit)
            await send(message)

        await app(scope, receive, send_with_cookie)

    def _remembered(self, cookie: str | None) -> Visit:
        """Read our cookie; one that says nothing we know is as good as none."""
        kept = _KEPT.fullmatch(cookie or "")
        audiences = list(self._book.audiences.values())
        if kept is None:
            return Visit(audiences[0], "auto", None, self._sessions)
        reader = next((one for one in audiences if one.id == kept["reader"]), audiences[0])
        session = self._sessions.find(kept["session"])
        lost = bool(kept["session"]) and session is None
        return Visit(reader, cast("Theme", kept["theme"]), session, self._sessions, lost)

    def _choose(self, visit: Visit, request: Request) -> None:
        """Choose what the address asks for.

        Raises:
            InvalidOption: There is no such reader; what stood in the address is not repeated.
        """
        if reader := request.query_params.get("reader"):
            known = {str(one.id): one for one in self._book.audiences.values()}
            if reader not in known:
                raise InvalidOption("There is no such reader.", where="reader", remedy=f"Choose {', '.join(known)}.")
            visit.reader = known[reader]
        if (theme := request.query_params.get("theme")) in get_args(Theme):
            visit.theme = cast("Theme", theme)


def _keep(message: Message, visit: Visit) -> None:
    value = f"{COOKIE}={visit.cookie()}; Path=/; Secure; HttpOnly; SameSite=Lax"
    MutableHeaders(scope=message).append("Set-Cookie", value)
