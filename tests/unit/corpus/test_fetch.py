import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpcore
import pytest

from isthmus.corpus.bounds import Bounds
from isthmus.corpus.fetch import AGENT, Fetcher
from isthmus.errors import UnreadableFile

Answers = dict[str, bytes | Callable[[socket.socket], None]]


def dotted(*parts: int) -> str:
    """Write an address of the older kind, which no file of ours holds in full."""
    return ".".join(map(str, parts))


def page(body: bytes = b"<p>It heals.</p>", kind: str = "text/html", status: str = "200 OK", more: str = "") -> bytes:
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n{more}Connection: close\r\n\r\n"
    )
    return head.encode() + body


def to(place: str) -> bytes:
    return page(b"", status="302 Found", more=f"Location: {place}\r\n")


class Server:
    """A site on this machine: for each path what is sent, to the byte."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.heads: list[str] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head and b"GET".startswith(head[:3]) and (more := connection.recv(4096)):
            head += more
        told = head.decode("latin-1")
        path = told.split(" ", 2)[1] if told.startswith("GET ") else ""
        self.asked.append(path)
        self.heads.append(told)
        answer = self.answers.get(path, page(b"", status="404 Not Found"))
        try:
            if isinstance(answer, bytes):
                connection.sendall(answer)
            else:
                answer(connection)
        except OSError:  # whoever asked has heard enough
            return

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(2)


@contextmanager
def site(answers: Answers) -> Iterator[Server]:
    server = Server(answers)
    try:
        yield server
    finally:
        server.close()


def fetcher(*, private: bool = True, bounds: Bounds | None = None, seconds: float = 5) -> Fetcher:
    return Fetcher(time.monotonic, private=private, bounds=bounds or Bounds(), seconds=seconds)


def refusal(server: Server, path: str, **settings: object) -> str:
    with fetcher(**settings) as fetch, pytest.raises(UnreadableFile) as caught:  # type: ignore[arg-type]  # a table of settings
        fetch(server.at(path))
    return str(caught.value).replace(server.at(""), "SITE")


def test_a_page_is_fetched_with_what_its_server_calls_it() -> None:
    with site({"/a": page()}) as server, fetcher() as fetch:
        found = fetch(server.at("/a#part"))
    assert (found.content, found.media_type) == (b"<p>It heals.</p>", "text/html")
    assert found.url == server.at("/a")
    assert server.asked == ["/robots.txt", "/a"]
    assert f"User-Agent: {AGENT}" in server.heads[1]
    assert "Cookie" not in server.heads[1]


def test_robots_are_asked_once_and_obeyed() -> None:
    rules = page(b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n", "text/plain")
    with site({"/robots.txt": rules, "/a": page(), "/private/open": page()}) as server, fetcher() as fetch:
        fetch(server.at("/a"))
        fetch(server.at("/private/open"))
        with pytest.raises(UnreadableFile, match=r"does not allow programs to read it \(robots.txt\)"):
            fetch(server.at("/private/a"))
    assert server.asked == ["/robots.txt", "/a", "/private/open"]


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (page(b"", status="404 Not Found"), True),
        (page(b"", status="500 Oops"), False),
        (page(b"User-agent: isthmus\nDisallow: /\n", "text/plain"), False),
        (page(b"User-agent: other\nDisallow: /\n", "text/plain"), True),
        (page(b"\xff\xfe<html>not rules", "text/html"), True),
    ],
)
def test_a_site_without_rules_allows_and_one_that_fails_forbids(robots: bytes, *, allowed: bool) -> None:
    with site({"/robots.txt": robots, "/a": page()}) as server:
        if allowed:
            with fetcher() as fetch:
                assert fetch(server.at("/a")).content
        else:
            assert "robots.txt" in refusal(server, "/a")


def test_rules_that_lie_elsewhere_are_followed_there() -> None:
    rules = page(b"User-agent: *\nDisallow: /\n", "text/plain")
    with site({"/robots.txt": to("/rules"), "/rules": rules}) as server:
        assert "robots.txt" in refusal(server, "/a")
    with site({"/robots.txt": to("/robots.txt"), "/a": page()}) as server, fetcher() as fetch:
        assert fetch(server.at("/a")).content


def test_redirects_are_followed_and_told() -> None:
    with site({"/a": to("b?c=1"), "/b?c=1": page()}) as server, fetcher() as fetch:
        assert fetch(server.at("/a")).url == server.at("/b?c=1")


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("/a", "leads on and on"),
        ("file:///etc/hosts", "Only addresses that begin with http or https"),
        ("ftp://example.org/a", "Only addresses that begin with http or https"),
        ("http://me:secret@example.org/", "There is a name or a password"),
    ],
)
def test_each_redirect_is_checked_like_an_address(place: str, what: str) -> None:
    with site({"/a": to(place)}) as server:
        said = refusal(server, "/a")
    assert what in said
    assert "secret" not in said


def test_a_private_address_is_refused_unless_it_is_allowed() -> None:
    with site({"/a": page()}) as server:
        said = refusal(server, "/a", private=False)
    assert said == (
        "SITE/a: It leads to an address that is not of the public web. "
        "Give the file itself, or set ISTHMUS_PRIVATE_ADDRESSES=yes."
    )
    assert server.asked == []


@pytest.mark.parametrize("host", ["localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.1"])
def test_no_way_of_writing_it_makes_a_private_address_public(host: str) -> None:
    with fetcher(private=False) as fetch, pytest.raises(UnreadableFile, match="not of the public web"):
        fetch(f"http://{host}:9/a")


def test_a_name_is_looked_up_once_so_that_it_cannot_lead_elsewhere_the_second_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up: list[str] = []
    with site({"/a": page()}) as server:

        def turn(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
            looked_up.append(host)
            address = "127.0.0.1" if len(looked_up) > 1 else dotted(93, 184, 215, 14)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        connected: list[str] = []

        def connect(self: object, host: str, *_: object) -> None:  # noqa: ARG001 - the shape of httpcore's backend
            connected.append(host)
            raise httpcore.ConnectError

        monkeypatch.setattr("isthmus.corpus.network.socket.getaddrinfo", turn)
        monkeypatch.setattr("httpcore.SyncBackend.connect_tcp", connect)
        assert "cannot be reached" in refusal(server, "/a", private=False)
    assert (len(looked_up), connected) == (1, [dotted(93, 184, 215, 14)])


@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
def test_a_redirect_to_nowhere_is_told_and_followed_no_further(path: str) -> None:
    with site({"/a": page(), path: page(b"", status="302 Found")}) as server:
        told = refusal(server, "/a")
        assert server.asked.count(path) == 1
    what = "SITE/a: It answers with 302, which leads elsewhere, and does not say where."
    assert told.startswith(what if path == "/a" else "SITE/a: Its site does not allow programs to read it")


def test_a_redirect_to_a_private_place_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with site({"/a": to("http://inside.example/secret")}) as server:

        def resolve(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
            address = dotted(10, 0, 0, 7) if host == "inside.example" else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        monkeypatch.setattr("isthmus.corpus.network.socket.getaddrinfo", resolve)
        monkeypatch.setattr("isthmus.corpus.network.is_public", lambda address: address == "127.0.0.1")
        assert "not of the public web" in refusal(server, "/a", private=False)


def drip(connection: socket.socket) -> None:
    for letter in page(b"x" * 1000):
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def pour(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(10_000):
        connection.sendall(b"x" * 1000)


def test_what_drips_in_byte_by_byte_is_given_up() -> None:
    with site({"/a": drip}) as server:
        assert refusal(server, "/a", seconds=0.5) == "SITE/a: It took too long. Try again, or save the page."


@pytest.mark.parametrize(
    "answer",
    [
        pour,
        page(b"x" * 2000),
        page(b"x").replace(b"Content-Length: 1\r\n", b"Content-Length: 99999999999999999999\r\n"),
    ],
)
def test_no_more_is_read_than_allowed(answer: bytes | Callable[[socket.socket], None]) -> None:
    with site({"/a": answer}) as server:
        said = refusal(server, "/a", bounds=Bounds(text=1000))
    assert said == "SITE/a: It is larger than 1,000 bytes. Save it, and split it."


@pytest.mark.parametrize(
    "answer",
    [
        page(b"It heals.").replace(b"Content-Length: 9", b"Content-Length: 900"),
        b"not http at all",
        b"",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\n",
    ],
)
def test_a_server_that_breaks_off_or_lies_about_lengths_is_told(answer: bytes) -> None:
    with site({"/a": answer}) as server:
        assert refusal(server, "/a").startswith("SITE/a: It cannot be reached, or breaks off.")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (page(status="403 Forbidden"), "It answers with 403 instead of a page."),
        (page(kind="image/png"), "It sends `image/png`, which is not read."),
        (page(more="Content-Encoding: gzip\r\n"), "It is sent packed in a way that was not asked for."),
    ],
)
def test_what_is_no_page_is_told(answer: bytes, what: str) -> None:
    with site({"/a": answer}) as server:
        assert what in refusal(server, "/a")


def test_a_file_is_what_its_server_calls_it_and_else_what_its_name_says() -> None:
    answers: Answers = {
        "/a.txt": page(b"%PDF-", "application/pdf; x=y"),
        "/b.md": page(b"# B", "application/octet-stream"),
    }
    with site(answers) as server, fetcher() as fetch:
        assert fetch(server.at("/a.txt")).media_type == "application/pdf"
        assert fetch(server.at("/b.md")).media_type == "text/markdown"


def test_the_encoding_a_server_names_is_honoured_where_it_holds() -> None:
    answers: Answers = {
        "/a": page(b"caf\xe9", "text/plain; charset=iso-8859-1"),
        "/b": page(b"caf\xc3\xa9", "text/plain; charset=unknown"),
        "/c": page(b"caf\xe9s", "text/plain; charset=euc-jp"),
    }
    with site(answers) as server, fetcher() as fetch:
        assert fetch(server.at("/a")).content.decode("utf-8-sig") == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"
        assert fetch(server.at("/b")).content == b"caf\xc3\xa9"
        assert fetch(server.at("/c")).content == b"caf\xe9s"


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("http://me:secret@example.org/a", "There is a name or a password in this address."),
        ("ftp://example.org/a", "Only addresses that begin with http or https"),
        ("http:///a", "Only addresses that begin with http or https"),
        ("http://[", "Check the address"),
        ("http://a b/", "Check the address"),
        ("http://example.org:port/", "This is not an address."),
        ("http://xn--/", "This is not an address."),
        ("http://" + "a" * 300 + ".example/", "."),
    ],
)
def test_an_address_that_is_none_is_refused_without_a_word_of_its_secrets(address: str, what: str) -> None:
    with fetcher(private=False) as fetch, pytest.raises(UnreadableFile) as caught:
        fetch(address)
    assert what in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_server_that_speaks_no_tls_where_it_should_is_told() -> None:
    with site({"/a": page()}) as server, fetcher() as fetch, pytest.raises(UnreadableFile, match="cannot be reached"):
        fetch(server.at("/a").replace("http:", "https:"))
