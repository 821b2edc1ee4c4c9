"""`isthmus serve`: the web application on this machine."""

import gc
import socket
import sys
from datetime import date
from ipaddress import ip_address
from pathlib import Path

import click

from isthmus.cli.index import encoder_option, open_documents
from isthmus.cli.library import library_option
from isthmus.cli.options import default_slug, load_default_condition
from isthmus.cli.writer import load_writer
from isthmus.condition import load_handbook
from isthmus.errors import InvalidOption, PortTaken
from isthmus.settings import read_port, read_settings, read_writer

__all__ = ["serve_command"]

_TURN_SECONDS = 0.0005
"""How long a long answer may hold up others before it is their turn; a tenth of what Python has."""


@click.command("serve")
@click.option("--host", metavar="HOST", help="The address to listen at. [default: 127.0.0.1, this machine only]")
@click.option("--port", metavar="PORT", help="The port to listen at. [default: 8000]")
@library_option()
@encoder_option()
def serve_command(host: str | None, port: str | None, library: Path | None, encoder: Path | None) -> int:
    """Serve the web application."""
    # The web server and FastAPI take a third of a second to import; no other command should wait for them.
    import uvicorn  # noqa: PLC0415 - as above

    from isthmus.web import build_app  # noqa: PLC0415 - as above

    settings = read_settings()
    address = (host or settings.host, settings.port if port is None else read_port(port, where="--port"))
    listener = _listen(*address)
    with listener:
        documents = open_documents(library, encoder)
        handbook = load_handbook(default_slug(settings), knowledge=settings.knowledge)
        condition, writer = load_default_condition(settings), load_writer(read_writer())
        app = build_app(condition, handbook, documents, date.today, writer)
        app.state.names = settings.names or (None if _is_elsewhere(listener) else ())
        # What is loaded stays: without this, each full collection of garbage looks at it all, and every visitor waits for it.
        gc.collect()
        gc.freeze()
        sys.setswitchinterval(_TURN_SECONDS)
        click.echo(f"isthmus is at http://{_named(address[0])}:{listener.getsockname()[1]}/ (stop it with Ctrl+C)")
        uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False)).run(sockets=[listener])
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else is done, so that a port in use is told at once."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, OverflowError) as error:
        raise InvalidOption("This is not an address.", where=f"{host}:{port}", remedy="Give another.") from error
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        listener.listen()
    except OSError as error:
        listener.close()
        remedy = f"Stop the other program, or choose another port: isthmus serve --port {port + 1}"
        what = f"isthmus cannot listen here ({(error.strerror or 'unknown reason').lower()})."
        raise PortTaken(what, where=f"{host}:{port}", remedy=remedy) from error
    return listener


def _is_elsewhere(listener: socket.socket) -> bool:
    """Whether other machines can reach us, by names that we cannot know."""
    return not ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback


def _named(host: str) -> str:
    return f"[{host}]" if ":" in host else host
