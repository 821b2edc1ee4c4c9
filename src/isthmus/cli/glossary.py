"""`isthmus glossary`: what the words mean, and how else they are written."""

import click

from isthmus.cli.options import audience_option, default_slug, json_option, print_json
from isthmus.condition import load_handbook
from isthmus.guide import Audience, Term
from isthmus.settings import read_settings
from isthmus.terms import Json

__all__ = ["glossary_command"]


@click.command("glossary")
@click.argument("term", required=False)
@json_option("Print the terms as JSON.")
@audience_option()
def glossary_command(term: str | None, *, as_json: bool, audience: str) -> int:
    """Look up what a word means.

    TERM is a word in any of the ways people write it, such as `spondy`; without it all terms are printed.
    """
    settings = read_settings()
    book = load_handbook(default_slug(settings), knowledge=settings.knowledge).book
    reader = book.audience(audience)
    found = book.terms if term is None else (book.term(term),)
    if as_json:
        print_json([_as_json(entry, reader) for entry in found])
    else:
        for entry in found:
            click.echo(_in_a_line(entry, reader))
    return 0


def _in_a_line(term: Term, reader: Audience) -> str:
    others = ", ".join(_others(term))
    return f"{term.term}: {term.in_register(reader.register)}{f' (also: {others})' if others else ''}"


def _as_json(term: Term, reader: Audience) -> Json:
    return {
        "term": term.term,
        "means": term.in_register(reader.register),
        "also": list(_others(term)),
        "claims": list(term.claims),
    }


def _others(term: Term) -> tuple[str, ...]:
    """List the other ways to write a term, each once."""
    return tuple(way for way in dict.fromkeys(term.written()) if way != term.term)
