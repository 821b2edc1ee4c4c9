"""Asks a language model behind an OpenAI-compatible chat address, within bounds of time and size."""

from dataclasses import dataclass, field
from importlib import import_module
from threading import BoundedSemaphore, Thread
from types import ModuleType
from typing import TYPE_CHECKING

from isthmus.answer.writing.contract import messages_for, read_reply
from isthmus.answer.writing.model import Brief, Draft
from isthmus.errors import MissingLibrary

if TYPE_CHECKING:
    import httpx

__all__ = ["ChatWriter"]

_ENDPOINT = "/chat/completions"
_MOST_BYTES = 200_000
_MOST_TOKENS = 2_000
_GRACE = 0.5
_AT_ONCE = 8
_UNREACHABLE = Draft(fault="It cannot be reached.")
_REFUSED = Draft(fault="It refused the request.")
_TOO_LONG = Draft(fault="It sent more than can be used.")
_TOO_SLOW = Draft(fault="It took too long.")
_BUSY = Draft(fault="It is busy with other questions.")


@dataclass(frozen=True)
class ChatWriter:
    """A language model at an address that somebody named.

    The question and the chosen statements go to that address and nowhere else: no redirect is followed and no proxy of
    the environment is used. While as many questions wait for it as it may keep waiting, no other does: a slow model holds up
    nothing but the few answers that it writes.

    Args:
        address: Where its chat answers, with or without `/chat/completions`.
        model: The name it is asked for, and shown to readers.
        key: What it wants to be let in with, if anything.
        within_seconds: How long it may take in all.
        places: One for each question that may wait for it at the same time.
    """

    address: str
    model: str
    key: str | None = field(default=None, repr=False)
    within_seconds: float = 20.0
    places: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(_AT_ONCE), repr=False, compare=False)

    def write(self, brief: Brief) -> Draft:
        """Ask for sentences; whatever goes wrong is a fault that it hands in.

        Raises:
            MissingLibrary: The library that speaks HTTP is not installed.
        """
        library = _library()
        if not self.places.acquire(blocking=False):
            return _BUSY
        try:
            return self._write(library, brief)
        finally:
            self.places.release()

    def _write(self, library: ModuleType, brief: Brief) -> Draft:
        client = library.Client(timeout=self.within_seconds, trust_env=False, follow_redirects=False)
        handed_in: list[Draft] = []
        # A server may drip its reply, each drop in time: only a second thread holds the time for the whole.
        # The grace leaves a server that says nothing at all to the library, which closes what it opened.
        thread = Thread(target=lambda: handed_in.append(self._ask(library, client, brief)), daemon=True)
        thread.start()
        thread.join(self.within_seconds + _GRACE)
        in_time = tuple(handed_in)  # closing the client ends what still runs, and makes it hand in another fault
        client.close()
        return in_time[0] if in_time else _TOO_SLOW

    def _ask(self, library: ModuleType, client: "httpx.Client", brief: Brief) -> Draft:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        body = {"model": self.model, "messages": messages_for(brief), "temperature": 0, "max_tokens": _MOST_TOKENS}
        try:
            with client.stream("POST", self._url, json=body, headers=headers) as response:
                return _read(response)
        except library.TimeoutException:
            return _TOO_SLOW
        except (library.HTTPError, library.InvalidURL, library.StreamError, RuntimeError, ValueError):
            return _UNREACHABLE

    @property
    def _url(self) -> str:
        address = self.address.rstrip("/")
        return address if address.endswith(_ENDPOINT) else address + _ENDPOINT


def _library() -> ModuleType:
    try:
        return import_module("httpx")
    except ImportError as error:
        what = "A writer needs a library that is not installed."
        raise MissingLibrary(what, where="writer", remedy="Run: pip install httpx") from error


def _read(response: "httpx.Response") -> Draft:
    if not response.is_success:
        return _REFUSED
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > _MOST_BYTES:
            return _TOO_LONG
    return read_reply(bytes(body))
