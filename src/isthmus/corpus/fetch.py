"""Fetches single pages from the web, politely and within bounds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from email.message import Message
from types import TracebackType
from typing import Self

import httpcore
import httpx
from protego import Protego

from isthmus.corpus.bounds import BOUNDS, Bounds
from isthmus.corpus.gather import Fetched
from isthmus.corpus.media import ARCHIVES, COLLECTION, DOCX, HTML, MARKDOWN, PDF, TEXT, media_type_of
from isthmus.corpus.network import Clock, NotPublic, Patience, PublicNetwork
from isthmus.corpus.reading import encoding_named
from isthmus.errors import UnreadableFile

__all__ = ["AGENT", "Fetcher"]

AGENT = "isthmus (reads single pages into a local library; follows no links)"
_ROBOT = "isthmus"
_SECONDS_OF_A_FETCH, _SECONDS_OF_A_STEP = 60.0, 15.0
_MOST_REDIRECTS = 5
_MOST_BYTES_OF_ROBOTS = 500_000
_REDIRECTS = frozenset([301, 302, 303, 307, 308])
_WORDS = frozenset([HTML, MARKDOWN, TEXT])
_DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True)
class _Answer:
    """What a server sent; the names of headers are in small letters."""

    url: httpx.URL
    status: int
    headers: dict[str, str]
    content: bytes

    def header(self, name: str) -> str:
        return self.headers.get(name, "")

    def said(self) -> Message:
        message = Message()
        message["content-type"] = self.header("content-type") or "application/octet-stream"
        return message

    def kind(self) -> str:
        return media_type_of(self.url.path, self.said().get_content_type())


class Fetcher:
    """Fetches addresses one at a time; see `Fetch`.

    What a site's robots.txt forbids is not fetched. Each redirect is checked like the address itself. Nothing is sent
    but the address and who asks: no cookies, no credentials.

    Args:
        clock: Tells the seconds that have passed, for the time a fetch may take.
        private: Whether addresses of one's own network, and of this machine, may be fetched.
        bounds: The most that is read.
        seconds: How long one fetch may take in all, redirects and robots.txt included.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        private: bool = False,
        bounds: Bounds = BOUNDS,
        seconds: float = _SECONDS_OF_A_FETCH,
    ) -> None:
        self._bounds = bounds
        self._patience = Patience(clock, seconds)
        network = PublicNetwork(self._patience, private=private)
        self._pool = httpcore.ConnectionPool(network_backend=network, max_keepalive_connections=0)
        self._robots: dict[tuple[str, str, int], Protego | None] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def __call__(self, address: str) -> Fetched:
        """Fetch one address.

        Raises:
            UnreadableFile: It may not be fetched, or gives nothing that can be read.
        """
        self._patience.begin()
        url = _checked(address)
        where = str(url)
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                self._ask_robots(url, where)
                answer = self._get(url, where, self._most)
                if answer.status not in _REDIRECTS:
                    return _fetched(answer, url, where)
                if not answer.header("location"):
                    what = f"It answers with {answer.status}, which leads elsewhere, and does not say where."
                    raise UnreadableFile(what, where=str(url), remedy="Check the address, or save the page.")
                url = _checked(str(url.join(answer.header("location"))))
        except NotPublic as error:
            what = "It leads to an address that is not of the public web."
            remedy = "Give the file itself, or set ISTHMUS_PRIVATE_ADDRESSES=yes."
            raise UnreadableFile(what, where=where, remedy=remedy) from error
        except httpcore.TimeoutException as error:
            raise UnreadableFile("It took too long.", where=where, remedy="Try again, or save the page.") from error
        except (httpcore.ProtocolError, httpcore.NetworkError, httpx.InvalidURL, OSError, ValueError) as error:
            what = "It cannot be reached, or breaks off."
            raise UnreadableFile(what, where=where, remedy="Check the address, or save the page.") from error
        raise UnreadableFile("It leads on and on to other addresses.", where=where, remedy="Save the page instead.")

    def _ask_robots(self, url: httpx.URL, where: str) -> None:
        """Refuse what a site does not want to be read by programs; a site that cannot say so is left in peace."""
        origin = (url.scheme, url.host, _port(url))
        if origin not in self._robots:
            self._robots[origin] = self._rules(url, where)
        rules = self._robots[origin]
        if rules is None or not rules.can_fetch(str(url), _ROBOT):
            what = "Its site does not allow programs to read it (robots.txt)."
            raise UnreadableFile(what, where=where, remedy="Ask the site, or save the page by hand.")

    def _rules(self, url: httpx.URL, where: str) -> Protego | None:
        """Read a site's robots.txt; as RFC 9309 has it, a site without one allows all, and a broken one nothing."""
        place = url.copy_with(raw_path=b"/robots.txt", fragment=None)
        for _ in range(_MOST_REDIRECTS + 1):
            answer = self._get(place, where, lambda _: _MOST_BYTES_OF_ROBOTS)
            if answer.status in _REDIRECTS and answer.header("location"):
                place = _checked(str(place.join(answer.header("location"))))
                continue
            if 400 <= answer.status < 500:  # noqa: PLR2004 - the client errors of HTTP
                return Protego.parse("")
            return Protego.parse(answer.content.decode("utf-8", "replace")) if answer.status == 200 else None  # noqa: PLR2004 - as above, OK
        return Protego.parse("")

    def _most(self, answer: "_Answer") -> int:
        """Tell how many bytes an answer may have, by what it is."""
        kind = answer.kind()
        if not kind:
            return 0
        if kind in ARCHIVES or kind == COLLECTION:
            return self._bounds.archive
        return self._bounds.page_layout if kind in {PDF, DOCX} else self._bounds.text

    def _get(self, url: httpx.URL, where: str, most_of: "Callable[[_Answer], int]") -> "_Answer":
        """Ask for one address and read no more of the answer than is allowed."""
        target = httpcore.URL(
            scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path.partition(b"#")[0]
        )
        headers = [(b"Host", url.netloc), (b"User-Agent", AGENT.encode()), (b"Accept-Encoding", b"identity")]
        steps = dict.fromkeys(("connect", "read", "write", "pool"), _SECONDS_OF_A_STEP)
        with self._pool.stream("GET", target, headers=headers, extensions={"timeout": steps}) as response:
            answer = _Answer(url, response.status, dict(_headers(response)), b"")
            if answer.status != 200:  # noqa: PLR2004 - only what is there is read
                return answer
            if answer.header("content-encoding").lower() not in {"", "identity"}:
                what = "It is sent packed in a way that was not asked for."
                raise UnreadableFile(what, where=where, remedy="Save the page instead.")
            most = most_of(answer)
            if not most:
                return answer
            return replace(answer, content=_body(response, answer, most, where))


def _checked(address: str) -> httpx.URL:
    """Take an address apart, and refuse one that is not plainly a page of the web.

    Raises:
        UnreadableFile: It is of another kind, or carries a name and a password.
    """
    try:
        url = httpx.URL(address)
        host = url.host  # which is only decoded when it is asked for
    except (httpx.InvalidURL, ValueError) as error:
        raise UnreadableFile("This is not an address.", where="an address", remedy="Check it.") from error
    shown = str(url.copy_with(username=None, password=None))
    if url.userinfo:
        what = "There is a name or a password in this address."
        raise UnreadableFile(what, where=shown, remedy="Leave it out; nothing is fetched that needs one.")
    if url.scheme not in _DEFAULT_PORTS or not host:
        what = "Only addresses that begin with http or https are fetched."
        raise UnreadableFile(what, where=shown, remedy="Save the page instead.")
    return url.copy_with(fragment=None)


def _port(url: httpx.URL) -> int:
    return url.port or _DEFAULT_PORTS[url.scheme]


def _headers(response: httpcore.Response) -> Iterator[tuple[str, str]]:
    for name, value in response.headers:
        yield name.decode("ascii", "replace").lower(), value.decode("latin-1")


def _body(response: httpcore.Response, answer: _Answer, most: int, where: str) -> bytes:
    too_large = UnreadableFile(f"It is larger than {most:,} bytes.", where=where, remedy="Save it, and split it.")
    declared = answer.header("content-length")
    if declared.isdecimal() and int(declared[:20]) > most:
        raise too_large
    chunks: list[bytes] = []
    left = most
    for chunk in response.iter_stream():
        left -= len(chunk)
        if left < 0:
            raise too_large
        chunks.append(chunk)
    return b"".join(chunks)


def _fetched(answer: _Answer, url: httpx.URL, where: str) -> Fetched:
    if answer.status != 200:  # noqa: PLR2004 - OK, in HTTP
        what = f"It answers with {answer.status} instead of a page."
        raise UnreadableFile(what, where=where, remedy="Check the address.")
    said = answer.said()
    kind = answer.kind()
    if not kind:
        what = f"It sends `{said.get_content_type()}`, which is not read."
        raise UnreadableFile(what, where=where, remedy="Give a page, a text, a PDF or an article.")
    content = _as_utf8(answer.content, str(said.get_content_charset(""))) if kind in _WORDS else answer.content
    return Fetched(content, kind, str(url))


def _as_utf8(content: bytes, charset: str) -> bytes:
    """Write a text in UTF-8, behind a mark that says so, where its server names another encoding that it really has."""
    encoding = encoding_named(charset) if charset else None
    if encoding is None or encoding == "utf-8-sig":
        return content
    try:
        return content.decode(encoding).encode("utf-8-sig")
    except UnicodeDecodeError:
        return content
