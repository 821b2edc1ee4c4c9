"""`isthmus forget`: takes documents out of a library, so that nothing of their text remains in it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from isthmus.cli.errors import DONE
from isthmus.cli.index import open_index
from isthmus.cli.library import library_option, library_to_change
from isthmus.corpus import About, DocumentId, forget, without_orders
from isthmus.errors import UnknownName, UnusableLibrary

__all__ = ["forget_command"]


@click.command("forget")
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@library_option("The folder that holds the library.")
def forget_command(documents: tuple[str, ...], library: Path | None) -> int:
    """Take documents out of a library for good.

    DOCUMENT is an id, a unique beginning of one, or a place. What is forgotten comes back if it is ingested again, so
    remove the file too.
    """
    with library_to_change(library) as kept:
        known = {about.id: about for about in kept.abouts()}
        try:
            places = {key: kept.places(key) for key in map(kept.find, documents)}
            gone = forget(kept, places)
        except UnknownName as unknown:
            if not kept.store.has_wiped:
                raise
            open_index(kept)
            click.echo(f"What was forgotten before is wiped now; nothing else was forgotten. {unknown}")
            return DONE
        except UnusableLibrary:
            if kept.is_unwiped:
                click.echo(f"Out of every answer: {', '.join(documents)}.", err=True)
            raise
        open_index(kept)  # which makes it anew without the words of what was forgotten
    for key in gone:
        click.echo(
            f"Forgotten: {without_orders(known[key].title)} ({key}), found at {', '.join(places.get(key, (known[key].place,)))}."
        )
    for line in _left(gone, known):
        click.echo(line, err=True)
    return DONE


def _left(gone: Sequence[DocumentId], known: Mapping[DocumentId, About]) -> list[str]:
    """Name what is left that says the same: copies, and the page on which a source was quoted."""
    lines = []
    for key in gone:
        about = known[key]
        copies = [other.id for other in known.values() if other.group == about.group and other.id not in gone]
        lines += [f"{key}: A copy is kept. To forget it too, run: isthmus forget {copy}" for copy in copies]
        if about.stands_on and about.stands_on not in gone:
            page = about.stands_on
            lines.append(f"{key}: The page that quotes it is kept. To forget it too, run: isthmus forget {page}")
    return lines
