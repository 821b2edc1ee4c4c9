"""The names this application answers to, so that no other site can point its own name at it and read along."""

from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from isthmus.web.errors import answer_misdirected

__all__ = ["Names", "is_named"]


def is_named(host: str, names: Collection[str]) -> bool:
    """Whether a `Host` header names us: by one of our names, as this machine, or by a number, which nobody can lend.

    Args:
        host: The header, with or without a port.
        names: Our names, in small letters.
    """
    name = host.lower().removesuffix(f":{port}") if (port := host.rpartition(":")[2]).isdigit() else host.lower()
    return name in {"localhost", *names} or name.endswith(".localhost") or _is_number(name)


def _is_number(name: str) -> bool:
    try:
        ip_address(name.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return True


class Names:
    """Refuses requests that were meant for another name than those of the application's state.

    Source:
        Jackson and others, Protecting browsers from DNS rebinding attacks, CCS 2007, doi:10.1145/1315245.1315298.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the application does, if it is ours."""
        names = scope["app"].state.names
        meant = scope["type"] != "http" or names is None or is_named(Headers(scope=scope).get("host", ""), names)
        await (self.app if meant else answer_misdirected(Request(scope)))(scope, receive, send)
