import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from rich.console import Console
from tests.unit.cli.conftest import Call

PAGE = "Care for a pars defect\n\nMost people rest from sport for three months.\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "care.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pages" / "scan.png").write_bytes(b"\x89PNG")
    return tmp_path / "pages"


def test_a_report_says_what_was_read_and_what_was_not_and_why(call: Call, pages: Path, tmp_path: Path) -> None:
    library = str(tmp_path / "library")
    told = call("ingest", str(pages), "--library", library)
    assert (told.code, told.out) == (0, f"1 read; 1 skipped.\n{library} holds 1 document.\n")
    assert told.err.startswith("scan.png: This kind of file is not read.")
    assert told.err.count("\n") == 1
    again = call("ingest", str(pages), "--library", library)
    assert (again.code, again.out) == (0, f"1 unchanged; 1 skipped.\n{library} holds 1 document.\n")


def test_a_report_may_be_json(call: Call, pages: Path, tmp_path: Path) -> None:
    told = call("ingest", str(pages), str(pages / "care.txt"), "--library", str(tmp_path / "library"), "--json")
    report = json.loads(told.out)
    assert [fault.pop("where") for fault in report["skipped"]] == ["scan.png"]
    assert report.pop("skipped")[0].keys() == {"what", "remedy"}
    counts = {"documents": 1, "read": 1, "unchanged": 1, "copies": 0, "moved": 0, "replaced": 0}
    assert report == {"library": str(tmp_path / "library"), **counts}


def test_where_nothing_could_be_used_that_is_an_error(call: Call, tmp_path: Path) -> None:
    told = call("ingest", str(tmp_path / "none"), "--library", str(tmp_path / "library"))
    assert (told.code, told.out) == (2, "")
    assert told.err.splitlines() == [
        f"{tmp_path / 'none'}: There is no such file or folder. Check the name.",
        f"{tmp_path / 'library'}: Nothing that was given could be used. See the lines above.",
    ]


def test_where_an_encoder_cannot_be_used_nothing_is_read(call: Call, pages: Path, tmp_path: Path) -> None:
    told = call("ingest", str(pages), "--library", str(tmp_path / "library"), "--encoder", str(tmp_path / "none"))
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / "library").exists()


def test_where_the_library_is_may_be_set_and_is_asked_for_otherwise(
    call: Call, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ISTHMUS_LIBRARY", raising=False)
    told = call("ingest", str(pages))
    assert told.code == 2
    assert told.err == (
        "--library: It is not said where the library is. Name a folder: --library DIR, or set ISTHMUS_LIBRARY.\n"
    )
    monkeypatch.setenv("ISTHMUS_LIBRARY", str(tmp_path / "set"))
    assert call("ingest", str(pages)).code == 0
    assert (tmp_path / "set" / "library.sqlite").is_file()


def test_nothing_to_read_is_a_call_that_makes_no_sense(call: Call) -> None:
    assert call("ingest").code == 2


def test_somebody_who_watches_sees_how_far_it_is(
    call: Call, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("rich.console.Console", lambda **options: Console(**options, force_terminal=True))
    (pages / "z[").mkdir()
    (pages / "z[" / "b].txt").write_text(PAGE, encoding="utf-8")
    told = call("ingest", str(pages), "--library", str(tmp_path / "library"))
    assert told.code == 0
    assert "read" in told.err
    assert "z[/b].txt" in told.err  # which is no markup


@pytest.fixture
def site() -> Iterator[str]:
    """Serve one page from this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = PAGE.encode()
            self.send_response(404 if self.path == "/robots.txt" else 200)
            self.send_header("Content-Type", "text/plain; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Say nothing: a test is listening."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        Thread(target=server.serve_forever).start()
        yield f"http://127.0.0.1:{server.server_port}/care.txt"
        server.shutdown()


def test_an_address_of_this_machine_is_refused_unless_that_is_allowed(
    call: Call, site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = str(tmp_path / "library")
    told = call("ingest", site, "--library", library)
    assert told.code == 2
    assert told.err.startswith(site)
    monkeypatch.setenv("ISTHMUS_PRIVATE_ADDRESSES", "yes")
    assert call("ingest", site, "--library", library).code == 0
    (source,) = json.loads(call("sources", "--json", "--library", library).out)
    assert (source["title"], source["places"], source["url"]) == ("Care for a pars defect", [site], site)
    again = json.loads(call("ingest", site, "--library", library, "--json").out)
    assert (again["read"], again["unchanged"]) == (0, 1)
