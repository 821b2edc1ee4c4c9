"""What visitors of the web application ask for, as bytes on a socket, and the connections that carry it."""

import asyncio
import itertools
from asyncio import StreamReader, StreamWriter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

QUESTIONS = (
    "What is the treatment for a pars defect?",
    "How long does a brace have to be worn?",
    "When can I play sport again after a stress fracture of the back?",
    "Does the crack heal by itself?",
    "What are the risks of fusion surgery?",
    "Can both sides be broken?",
    "Should I have an MRI or a CT?",
    "I am 15 and my back hurts when I bend back; what now?",
)
READERS = ("patient", "parent", "athlete", "surgeon")
GUIDE = ("/", "/guide", "/guide?reader={reader}", "/claims/PD-001", "/glossary", "/signs")
PLAN = ("/plan", "/plan/signs", "/plan/result", "/plan/check", "/plan/example", "/plan/result?reader={reader}")
PROCEDURES = (
    "/procedures",
    "/procedures/brace?on=2027-01-15",
    "/procedures/fusion?on=2027-01-15&reader={reader}",
    "/procedures/direct-repair",
    "/procedures/mri?reader={reader}",
)


_THREE = ("guide", "plan", "procedures")
ORDER = (*_THREE, "guide", "ask", *_THREE, "guide", "health", *_THREE, "ask", "guide", *_THREE, "plan", "procedures")
"""The families in the order in which they are asked for, again and again."""


@dataclass(frozen=True)
class Request:
    """A request and the family of pages it belongs to, without the cookie."""

    family: str
    method: str
    path: str
    body: bytes = b""

    def sent(self, host: str, cookie: str) -> bytes:
        """Write it as a browser does: compressed answers, an open connection, its own origin."""
        lines = [f"{self.method} {self.path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip", "Accept: text/html"]
        lines += [f"Cookie: {cookie}"] if cookie else []
        if self.method == "POST":
            lines += [f"Origin: http://{host}", f"Content-Length: {len(self.body)}"]
            lines += ["Content-Type: application/x-www-form-urlencoded"]
        return "\r\n".join([*lines, "", ""]).encode() + self.body


def posted(family: str, path: str, fields: Mapping[str, str]) -> Request:
    """Make a form that is sent."""
    return Request(family, "POST", path, urlencode(fields).encode())


def mixed() -> Iterator[Request]:
    """Ask for pages of all families without end, in the shares of `ORDER`."""
    pages = {
        "guide": itertools.cycle(GUIDE),
        "plan": itertools.cycle(PLAN),
        "procedures": itertools.cycle(PROCEDURES),
    }
    questions, readers = itertools.cycle(QUESTIONS), itertools.cycle(READERS)
    for family in itertools.cycle(ORDER):
        match family:
            case "ask":
                yield posted("ask", "/ask", {"question": next(questions)})
            case "health":
                yield Request("health", "GET", "/health")
            case _:
                path = next(pages[family])
                yield Request(family, "GET", path.format(reader=next(readers)) if "{" in path else path)


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers by their small names, the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Connection:
    """A connection that is kept open and carries one request at a time."""

    def __init__(self, reader: StreamReader, writer: StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    @classmethod
    async def to(cls, host: str) -> "Connection":
        """Open one."""
        name, _, port = host.rpartition(":")
        return cls(*await asyncio.open_connection(name, int(port)))

    async def ask(self, sent: bytes) -> Answer:
        """Send a request and read the whole answer."""
        self._writer.write(sent)
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        pairs = (line.partition(": ") for line in head[1:] if line)
        headers = {name.lower(): value for name, _, value in pairs}
        if "content-length" in headers:
            body = await self._reader.readexactly(int(headers["content-length"]))
        else:
            body = await self._chunks()
        return Answer(int(head[0].split()[1]), headers, body)

    async def _chunks(self) -> bytes:
        body = b""
        while size := int(await self._reader.readuntil(b"\r\n"), 16):
            body += await self._reader.readexactly(size)
            await self._reader.readexactly(2)
        await self._reader.readexactly(2)
        return body

    async def close(self) -> None:
        """Close it."""
        self._writer.close()
        await self._writer.wait_closed()


async def begin_visit(host: str, asked: Sequence[str]) -> str:
    """Say in the interview that there is no danger sign and one more thing; the cookie of the visit remembers it.

    Args:
        host: Where the application is.
        asked: A case feature and its answer.
    """
    connection = await Connection.to(host)
    try:
        answer = await connection.ask(posted("plan", "/plan/signs", {"others": "absent"}).sent(host, ""))
        cookie = answer.headers["set-cookie"].partition(";")[0]
        path = urlsplit(answer.headers["location"]).path
        feature, value = asked
        answer = await connection.ask(posted("plan", path, {"asked": feature, feature: value}).sent(host, cookie))
    finally:
        await connection.close()
    if answer.status != 303:
        raise RuntimeError(f"the interview answered {answer.status} to the load generator")
    return cookie
