"""The option `--library`, and the documents it names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import click

from isthmus.cli.options import FolderName
from isthmus.corpus import Library, holds_library, read_library
from isthmus.errors import InvalidOption, UnreadableFile, UnusableLibrary
from isthmus.settings import read_settings

__all__ = ["library_folder", "library_option", "library_to_change", "load_library", "open_library"]

F = TypeVar("F", bound=Callable[..., object])


def library_option(
    help_text: str = "Documents to answer from; without it the built-in knowledge answers.",
) -> Callable[[F], F]:
    """`--library DIR`."""
    return click.option("--library", metavar="DIR", type=FolderName(), help=help_text)


def load_library(folder: Path | None) -> Library | None:
    """Open a library, or read a folder of documents; what could not be used is told on standard error.

    Raises:
        UnreadableFile: The folder cannot be read, or nothing in it can.
        UnusableLibrary: Its library cannot be read here.
    """
    if folder is None:
        return None
    library, skipped = read_library(folder)
    for fault in skipped:
        click.echo(str(fault), err=True)
    if not len(library) and library.folder is None:
        remedy = "Put text or HTML files into it, or leave the option out."
        raise UnreadableFile("There is no document here that can be read.", where=str(folder), remedy=remedy)
    return library


def library_folder(folder: Path | None) -> Path:
    """Name the folder of the library that a command is about: the option's, or the one that is set.

    Raises:
        InvalidOption: Neither is given.
    """
    chosen = folder or read_settings().library
    if chosen is None:
        remedy = "Name a folder: --library DIR, or set ISTHMUS_LIBRARY."
        raise InvalidOption("It is not said where the library is.", where="--library", remedy=remedy)
    return chosen


def open_library(folder: Path | None) -> Library:
    """Open a library to look into it, or read a folder of documents.

    Raises:
        InvalidOption: It is not said where it is.
        UnreadableFile: The folder cannot be read, or nothing in it can.
        UnusableLibrary: Its library cannot be read here.
    """
    library = load_library(library_folder(folder))
    assert library is not None  # noqa: S101 - a folder was named
    return library


@contextmanager
def library_to_change(folder: Path | None) -> Iterator[Library]:
    """Open a library that was ingested, to change it, and let go of it at the end.

    Raises:
        InvalidOption: It is not said where it is.
        UnusableLibrary: There is none, or it cannot be changed here.
    """
    chosen = library_folder(folder)
    if not holds_library(chosen):
        what, remedy = "There is no library here.", f"Make one: isthmus ingest PLACE --library {chosen}"
        raise UnusableLibrary(what, where=str(chosen), remedy=remedy)
    library = Library.at(chosen)
    try:
        yield library
    finally:
        library.close()
