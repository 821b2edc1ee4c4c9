"""Pages that are the same for everybody: laid out once a day for each kind of reader, then sent as they are."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import TypeAlias

from fastapi import Depends, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isthmus.web.visit import Visit, visit_of

__all__ = ["SAME_FOR_ALL", "KeptPages"]

_Key: TypeAlias = tuple[str, bytes, bool, str, str, date]
_LONGEST_QUERY = 100


def _say_so(request: Request) -> None:
    request.state.is_same_for_all = True


SAME_FOR_ALL = Depends(_say_so)
"""Marks a route whose page depends on its address, the knowledge, the reader, the colours and the day, and no more.

Where such a page asks for the visitor's session or writes a token into a form, a visitor with a session gets their own.
"""


@dataclass(frozen=True)
class _Page:
    """An answer as it was sent; `is_personal` where it would differ for a visitor with a session."""

    messages: Sequence[Message]
    is_personal: bool

    @property
    def length(self) -> int:
        return sum(len(message.get("body", b"")) for message in self.messages)


class KeptPages:
    """Sends again what was laid out before.

    Args:
        app: The application, which compresses what it sends.
        today: Tells the day of a request.
        most_bytes: How much is kept, as it is sent; beyond that, what was unused for longest gives way.
    """

    def __init__(self, app: ASGIApp, today: Callable[[], date], most_bytes: int = 32_000_000) -> None:
        self.app, self._today, self._most_bytes = app, today, most_bytes
        self._pages: OrderedDict[_Key, _Page] = OrderedDict()  # the longest unused comes first
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as before, if it was answered before and the answer is the same for all."""
        if scope["type"] != "http" or scope["method"] != "GET" or len(scope["query_string"]) > _LONGEST_QUERY:
            await self.app(scope, receive, send)
            return
        visit = visit_of(Request(scope))
        key, has_session = self._key(scope, visit), bool(visit.session or visit.is_lost)
        page = self._pages.get(key)
        if page and not (page.is_personal and has_session):
            self._pages.move_to_end(key)
            for message in page.messages:
                await send(_copy(message))
            return
        sent: list[Message] = []

        async def send_and_note(message: Message) -> None:
            sent.append(_copy(message))
            await send(message)

        await self.app(scope, receive, send_and_note)
        is_personal = bool(scope["state"].get("is_personal"))
        if scope["state"].get("is_same_for_all") and _is_whole(sent) and not (is_personal and has_session):
            self._keep(key, _Page(sent, is_personal))

    def _key(self, scope: Scope, visit: Visit) -> _Key:
        """Name what an answer may depend on."""
        zipped = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        return scope["path"], scope["query_string"], zipped, visit.reader.id, visit.theme, self._today()

    def _keep(self, key: _Key, page: _Page) -> None:
        before = self._pages.pop(key, None)  # two may have asked at once
        self._pages[key] = page
        self._bytes += page.length - (before.length if before else 0)
        while self._bytes > self._most_bytes:
            _, oldest = self._pages.popitem(last=False)
            self._bytes -= oldest.length


def _is_whole(sent: Sequence[Message]) -> bool:
    """Whether an answer was given in full and is a page."""
    return bool(sent) and sent[0].get("status") == HTTPStatus.OK and not sent[-1].get("more_body")


def _copy(message: Message) -> Message:
    """Copy a message with its headers, to which others add theirs."""
    return {**message, "headers": list(message["headers"])} if "headers" in message else message
