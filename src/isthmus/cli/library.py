"""The option `--library`, and the documents it names."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from isthmus.corpus import Library, read_library
from isthmus.errors import UnreadableFile

__all__ = ["library_option", "load_library"]

F = TypeVar("F", bound=Callable[..., object])


def library_option() -> Callable[[F], F]:
    """`--library DIR`."""
    help_text = "A folder of documents to answer from; without it the built-in knowledge answers."
    return click.option("--library", metavar="DIR", type=click.Path(path_type=Path), help=help_text)


def load_library(folder: Path | None) -> Library | None:
    """Read a folder of documents; what could not be used is told on standard error, and the rest goes on.

    Raises:
        UnreadableFile: The folder cannot be read, or nothing in it can.
    """
    if folder is None:
        return None
    library, skipped = read_library(folder)
    for fault in skipped:
        click.echo(str(fault), err=True)
    if not library.sequence:
        remedy = "Put text or HTML files into it, or leave the option out."
        raise UnreadableFile("There is no document here that can be read.", where=str(folder), remedy=remedy)
    return library
