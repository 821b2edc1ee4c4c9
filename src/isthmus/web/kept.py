"""Pages that are the same for everybody: laid out once a day for each kind of reader, then sent as they are."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from http import HTTPStatus
from typing import TypeAlias

from fastapi import Depends, Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from isthmus.web.visit import visit_of

__all__ = ["SAME_FOR_ALL", "Kept"]

_Key: TypeAlias = tuple[str, bool, str, str, date]


def _say_so(request: Request) -> None:
    request.state.is_same_for_all = True


SAME_FOR_ALL = Depends(_say_so)
"""Marks a route whose page depends on the knowledge, the reader, the colours and the day, and on nothing else.

A visitor with a session gets a page of their own all the same, since its forms carry their token.
"""


class Kept:
    """Sends again what was laid out before.

    Args:
        app: The application, which compresses what it sends.
        today: Tells the day of a request.
        most_bytes: How much is kept, as it is sent; beyond that, what was unused for longest gives way.
    """

    def __init__(self, app: ASGIApp, today: Callable[[], date], most_bytes: int = 32_000_000) -> None:
        self.app, self._today, self._most_bytes = app, today, most_bytes
        self._pages: OrderedDict[_Key, Sequence[Message]] = OrderedDict()  # the longest unused comes first
        self._bytes = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as before, if it was answered before and the answer is the same for all."""
        key = self._key(scope) if scope["type"] == "http" and scope["method"] == "GET" else None
        if key is None:
            await self.app(scope, receive, send)
            return
        if key in self._pages:
            self._pages.move_to_end(key)
            for message in self._pages[key]:
                await send(_copy(message))
            return
        sent: list[Message] = []

        async def send_and_note(message: Message) -> None:
            sent.append(_copy(message))
            await send(message)

        await self.app(scope, receive, send_and_note)
        self._keep(key, sent, scope)

    def _key(self, scope: Scope) -> _Key | None:
        """Name what an answer may depend on; None where it depends on more."""
        visit = visit_of(Request(scope))
        if scope["query_string"] or visit.session or visit.is_lost:
            return None
        zipped = "gzip" in Headers(scope=scope).get("accept-encoding", "")
        return scope["path"], zipped, visit.reader.id, visit.theme, self._today()

    def _keep(self, key: _Key, sent: Sequence[Message], scope: Scope) -> None:
        whole = bool(sent) and sent[0].get("status") == HTTPStatus.OK and not sent[-1].get("more_body")
        if not whole or not scope["state"].get("is_same_for_all"):
            return
        before = self._pages.pop(key, ())  # two may have asked at once
        self._pages[key] = sent
        self._bytes += _length(sent) - _length(before)
        while self._bytes > self._most_bytes:
            _, oldest = self._pages.popitem(last=False)
            self._bytes -= _length(oldest)


def _copy(message: Message) -> Message:
    """Copy a message with its headers, to which others add theirs."""
    return {**message, "headers": list(message["headers"])} if "headers" in message else message


def _length(messages: Sequence[Message]) -> int:
    return sum(len(message.get("body", b"")) for message in messages)
