"""Whether a request that changes something comes from our own pages, or was sent by another site in a visitor's name."""

from typing import Literal

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from isthmus.web.errors import answer_foreign

__all__ = ["Origin", "sender"]

_SAFE = {"GET", "HEAD", "OPTIONS"}


def sender(headers: Headers) -> Literal["ours", "foreign", "unsaid"]:
    """Tell who sent a request.

    A browser says so in headers that no page can set; other programs say nothing, and carry no visitor's cookie unless
    they mean to.

    Source:
        W3C, Fetch Metadata Request Headers; RFC 6454, The Web Origin Concept.
    """
    if site := headers.get("sec-fetch-site"):
        return "ours" if site in {"same-origin", "none"} else "foreign"
    if origin := headers.get("origin"):
        return "ours" if origin.partition("://")[2] == headers.get("host") else "foreign"
    return "unsaid"


class Origin:
    """Refuses whatever another site sends in a visitor's name."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the application does, unless another site sent it to change something."""
        foreign = scope["type"] == "http" and scope["method"] not in _SAFE and sender(Headers(scope=scope)) == "foreign"
        await (answer_foreign(Request(scope)) if foreign else self.app)(scope, receive, send)
