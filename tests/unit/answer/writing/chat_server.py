"""A small server that speaks as a language model does, in this process, well or badly as a test wants it."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType
from typing import Any

Behave = Callable[["Handler"], None]


@dataclass
class Model:
    """What the server does with a request, and what it was sent."""

    behave: Behave = lambda handler: handler.say([])
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    address: str = ""
    stopped: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    """Answers a chat completion."""

    model: Model

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.model.asked.append(body)
        self.model.headers.append({"path": self.path, **dict(self.headers)})
        self.model.behave(self)

    def say(self, sentences: list[tuple[str, list[int]]]) -> None:
        """Send sentences as a model that keeps the contract does."""
        told = {"sentences": [{"text": text, "rests_on": numbers} for text, numbers in sentences]}
        self.send(json.dumps({"choices": [{"message": {"role": "assistant", "content": json.dumps(told)}}]}).encode())

    def send(self, body: bytes, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})) -> None:
        """Send anything at all."""
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it so
        """Print nothing."""


@contextmanager
def serving(model: Model) -> Iterator[None]:
    """Serve a model at an address of its own while a test lasts."""
    handler = type("OwnHandler", (Handler,), {"model": model})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        model.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
        yield
        model.stopped.set()
        server.shutdown()
        thread.join()
