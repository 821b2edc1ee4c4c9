"""`isthmus sources`: the documents of a library, and what is known of each."""

from pathlib import Path

import click

from isthmus.cli.about_json import about_as_json
from isthmus.cli.library import library_option, open_library
from isthmus.cli.options import json_option, print_json

__all__ = ["sources_command"]


@click.command("sources")
@library_option("The folder that holds the library.")
@json_option("Print the documents as JSON.")
def sources_command(library: Path | None, *, as_json: bool) -> int:
    """List the documents of a library.

    Documents that share a group are copies of one text, and count as one source.
    """
    kept = open_library(library)
    if as_json:
        print_json([about_as_json(about, kept) for about in kept.abouts()])
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_sources import show_sources  # noqa: PLC0415 - as above

        show_sources(kept)
    return 0
