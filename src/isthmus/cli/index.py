"""The option `--encoder`, and the index of the library that answers."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from isthmus.cli.library import load_library
from isthmus.cli.options import FolderName
from isthmus.corpus import Library
from isthmus.search import Encoder, PassageIndex
from isthmus.settings import read_settings

__all__ = ["encoder_option", "load_encoder", "open_documents", "open_index"]

F = TypeVar("F", bound=Callable[..., object])


def encoder_option() -> Callable[[F], F]:
    """`--encoder DIR`."""
    help_text = "A folder with an encoder, which also finds what is said in other words. [default: none]"
    return click.option("--encoder", metavar="DIR", type=FolderName(), help=help_text)


def load_encoder(folder: Path | None) -> Encoder | None:
    """Take up the encoder of the option, or the one that is set; without either there is none.

    Raises:
        UnreadableFile: A file of it is missing, is another than its card says, or cannot be used.
        MalformedText: Its card says too little.
        MissingLibrary: The libraries that run it are not installed.
    """
    chosen = folder or read_settings().encoder
    return Encoder(chosen) if chosen else None


def open_documents(folder: Path | None, encoder: Path | None) -> PassageIndex | None:
    """Open the documents to answer from, with their index: those of the options, or those that are set.

    A library without a document says so on standard error, since its name may be a slip.

    Args:
        folder: What `--library` names.
        encoder: What `--encoder` names.

    Raises:
        UnreadableFile: The folder cannot be read, or nothing in it can.
        UnusableLibrary: Its library cannot be read here.
        InvalidOption: The index holds vectors that another encoder made.
    """
    library = load_library(folder or read_settings().library)
    if library is not None and not len(library):
        click.echo(f"{library.folder}: It holds no document yet. Read some into it: isthmus ingest.", err=True)
    return open_index(library, load_encoder(encoder)) if library else None


def open_index(library: Library, encoder: Encoder | None = None, *, renew: bool = False) -> PassageIndex:
    """Bring the index of a library up to date; what there is to say of it is told on standard error.

    Args:
        library: The documents.
        encoder: What also finds passages that say the same in other words.
        renew: Whether vectors of another encoder are made anew rather than refused.

    Raises:
        InvalidOption: The index holds vectors that another encoder made.
    """
    index = PassageIndex.over(library, encoder, renew=renew)
    for notice in index.notices:
        click.echo(notice, err=True)
    return index
