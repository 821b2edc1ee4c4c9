"""`isthmus correct`: puts right what is known of a document."""

from pathlib import Path

import click

from isthmus.cli.index import open_index
from isthmus.cli.library import library_option, library_to_change
from isthmus.corpus import DOCUMENT_KINDS, correct
from isthmus.errors import InvalidOption

__all__ = ["correct_command"]


@click.command("correct")
@click.argument("document")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--publisher", metavar="TEXT", help="Who published it.")
@click.option("--year", metavar="YEAR", help="When, as 2024.")
@click.option("--published", metavar="DATE", help="When, as 2024-05-31 or as far as it is known.")
@click.option("--author", "authors", metavar="NAME", multiple=True, help="Who wrote it; may be given again.")
@click.option("--url", metavar="ADDRESS", help="Where it stands on the web.")
@click.option("--licence", metavar="TEXT", help="Under which licence.")
@click.option("--language", metavar="CODE", help="In which language, as en.")
@click.option("--kind", metavar="KIND", help=f"One of: {', '.join(DOCUMENT_KINDS)}.")
@library_option("The folder that holds the library.")
def correct_command(document: str, library: Path | None, authors: tuple[str, ...], **given: str | None) -> int:
    """Put right what is known of a document.

    DOCUMENT is an id, a unique beginning of one, or a place. An empty text says that nothing is known. What was put
    right stays so when the document, or a newer version of it, is ingested again.
    """
    told: dict[str, object] = {field: text or None for field, text in given.items() if text is not None}
    if told.get("year") is not None:
        told["year"] = _year(str(told["year"]))
    if authors:
        told["authors"] = [author for author in authors if author]
    if not told:
        raise click.UsageError("Say what to put right. See: isthmus correct --help")
    with library_to_change(library) as kept:
        key = kept.find(document)
        correct(kept, key, told)
        open_index(kept)
    click.echo(f"Corrected: {', '.join(sorted(told))} of {key}.")
    return 0


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == len("2024")):
        raise InvalidOption("This is not a year.", where="--year", remedy="Write it as 2024.")
    return int(text)
