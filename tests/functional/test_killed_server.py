"""A server that is killed while it answers leaves nothing behind that the next one stumbles over."""

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from httpx import Client
from tests.benchmark.web_visits import Connection, mixed

from isthmus.corpus import Library, Sources, ingest

ISTHMUS = str(Path(sys.executable).with_name("isthmus"))
AT_ONCE = 8
KILLED_AFTER_S = 0.7
QUESTION = {"question": "What is the first treatment for a pars defect?"}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Keep a library on disk, which a server has open."""
    pages, folder = tmp_path / "pages", tmp_path / "library"
    pages.mkdir()
    (pages / "letter.txt").write_text("The first treatment for a pars defect is rest from sport.\n", "utf-8")
    kept = Library.at(folder)
    ingest(kept, Sources([str(pages)]))
    kept.close()
    return folder


@contextmanager
def serving(library: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    """Serve until the block ends, or until somebody ends it in the block."""
    command = [ISTHMUS, "serve", "--port", str(port), "--library", str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert f":{port}/" in server.stdout.readline()
        try:
            yield server
        finally:
            server.terminate()


def answered(port: int) -> tuple[dict[str, object], str]:
    """Ask a question of the programs' door, and for a page."""
    with Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
        answer, page = client.post("/api/ask", json=QUESTION), client.get("/procedures/brace")
    assert (answer.status_code, page.status_code) == (200, 200)
    return dict(answer.json()), page.text


async def keep_asking(port: int) -> int:
    """Ask for pages without end, and tell how many came; it ends when nobody answers any more."""
    count = 0
    try:
        connection = await Connection.to(f"127.0.0.1:{port}")
        for request in mixed():
            await connection.ask(request.sent(f"127.0.0.1:{port}", ""))
            count += 1
    except (OSError, asyncio.IncompleteReadError):
        await connection.close()
    return count


async def kill_while_it_answers(server: "subprocess.Popen[str]", port: int) -> int:
    """Kill it at work."""
    visitors = [asyncio.create_task(keep_asking(port)) for _ in range(AT_ONCE)]
    await asyncio.sleep(KILLED_AFTER_S)
    server.send_signal(signal.SIGKILL)
    return sum(await asyncio.gather(*visitors))


def test_a_server_that_is_killed_while_it_answers_starts_again_and_answers_the_same(library: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving(library, port) as server:
        before = answered(port)
        assert asyncio.run(kill_while_it_answers(server, port)) > 0
        assert server.wait() == -signal.SIGKILL
    with serving(library, port) as server:
        assert answered(port) == before
        server.terminate()
        assert server.stderr is not None
        assert server.stderr.read() == ""
    assert sorted(path.name for path in library.iterdir() if path.name.startswith(".isthmus-")) == []
