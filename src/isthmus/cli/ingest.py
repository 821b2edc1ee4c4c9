"""`isthmus ingest`: reads documents into a library that can be asked."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Protocol

import click

from isthmus.cli.errors import DONE, UNUSABLE
from isthmus.cli.index import encoder_option, load_encoder, open_index
from isthmus.cli.library import library_folder, library_option
from isthmus.cli.options import json_option, print_json, read_day
from isthmus.corpus import Fetched, Library, Report, Sources, ingest, is_address
from isthmus.settings import read_settings
from isthmus.terms import Json

__all__ = ["ingest_command"]


@click.command("ingest")
@click.argument("places", nargs=-1, required=True, metavar="PLACE...")
@library_option("The folder that holds the library; it is made where there is none.")
@encoder_option()
@json_option("Print the report as JSON.")
def ingest_command(places: tuple[str, ...], library: Path | None, encoder: Path | None, *, as_json: bool) -> int:
    """Read documents into a library.

    PLACE is a folder, a file, an archive, a collection or an address. What was read before and has not changed is not
    read again. Stopped at any moment, the same command goes on where it was.
    """
    folder = library_folder(library)
    found = load_encoder(encoder)  # before anything is read, since it may be refused
    kept = Library.at(folder)
    try:
        with _progress() as told, _fetching(places) as fetch:
            report = ingest(kept, Sources(places, fetch=fetch, day=read_day(None)), told)
        held = len(kept)
        open_index(kept, found, renew=True)
    finally:
        kept.close()
    for fault in report.skipped:
        click.echo(str(fault), err=True)
    if as_json:
        print_json(_as_json(report, folder, held))
    elif report.used:
        click.echo(_in_words(report, folder, held))
    else:
        click.echo(f"{folder}: Nothing that was given could be used. See the lines above.", err=True)
    return DONE if report.used else UNUSABLE


@contextmanager
def _fetching(places: Sequence[str]) -> Iterator[Callable[[str], Fetched] | None]:
    """Make ready to fetch addresses, where any is given: what fetches is not loaded for files."""
    if not any(map(is_address, places)):
        yield None
        return
    from isthmus.corpus.fetch import Fetcher  # noqa: PLC0415 - as above

    with Fetcher(monotonic, private=read_settings().private_addresses) as fetcher:
        yield fetcher


class _Told(Protocol):
    def __call__(self, place: str) -> object: ...


@contextmanager
def _progress() -> Iterator[_Told]:
    """Show what is being read, where somebody watches; elsewhere nothing is drawn."""
    if not sys.stderr.isatty():
        yield lambda place: None  # noqa: ARG005 - nobody watches
        return
    # What draws in the terminal need not be loaded where nobody watches.
    from rich.console import Console  # noqa: PLC0415 - as above
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - as above

    columns = (
        BarColumn(24),
        TextColumn("{task.completed:,} read"),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),  # the name of a file may look like markup
    )
    with Progress(*columns, console=Console(stderr=True, markup=False), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda place: progress.update(task, advance=1, description=place[-60:])


def _in_words(report: Report, folder: Path, held: int) -> str:
    counts = [
        (report.read, "read"),
        (report.unchanged, "unchanged"),
        (report.copies, "known already from another place"),
        (report.moved, "found at another place than before"),
        (report.replaced, "replaced by what stands in their place now"),
        (len(report.skipped), "skipped"),
    ]
    told = "; ".join(f"{count:,} {what}" for count, what in counts if count)
    return f"{told}.\n{folder} holds {held:,} document{'' if held == 1 else 's'}."


def _as_json(report: Report, folder: Path, held: int) -> Json:
    return {
        "library": str(folder),
        "documents": held,
        "read": report.read,
        "unchanged": report.unchanged,
        "copies": report.copies,
        "moved": report.moved,
        "replaced": report.replaced,
        "skipped": [{"where": fault.where, "what": fault.what, "remedy": fault.remedy} for fault in report.skipped],
    }
