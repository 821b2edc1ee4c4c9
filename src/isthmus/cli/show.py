"""`isthmus show`: one document as it is stored, with the words that are cited marked."""

from pathlib import Path

import click

from isthmus.cli.about_json import about_as_json
from isthmus.cli.index import open_index
from isthmus.cli.library import library_option, open_library
from isthmus.cli.options import json_option, load_default_condition, print_json
from isthmus.corpus import Document, Library, read_span

__all__ = ["show_command"]


@click.command("show")
@click.argument("document")
@click.option("--span", "spans", metavar="START-END", multiple=True, help="Mark these bytes; may be given again.")
@click.option("--question", metavar="TEXT", help="Mark what an answer to this question cites.")
@library_option("The folder that holds the library.")
@json_option("Print the document as JSON.")
def show_command(
    document: str, spans: tuple[str, ...], question: str | None, library: Path | None, *, as_json: bool
) -> int:
    """Show a document as it is stored.

    DOCUMENT is its id, a unique beginning of it, or a place where it was found.
    """
    kept = open_library(library)
    found = kept.intact(kept.find(document))
    assert found is not None  # noqa: S101 - what `find` names is there
    stored = found.text.encode()
    marks = [read_span(text, stored, where="--span") for text in spans]
    marks += _cited(question, found, kept) if question else []
    if as_json:
        shown = [{"start": start, "end": end} for start, end in sorted(set(marks))]
        print_json(about_as_json(found, kept) | {"marks": shown, "text": found.text})
    else:
        # What draws in the terminal need not be loaded by a program that wants JSON.
        from isthmus.cli.show_sources import show_document  # noqa: PLC0415 - as above

        show_document(found, kept, marks)
    return 0


def _cited(question: str, document: Document, library: Library) -> list[tuple[int, int]]:
    """Ask, and find the spans of the document that the answer cites."""
    from isthmus.answer import Respondent  # noqa: PLC0415 - a document can be shown without what answers it

    condition = load_default_condition()
    answer = Respondent(condition.evidence, open_index(library), condition.phrases).ask(question)
    cited = (citation for statement in answer.statements for citation in statement.citations)
    spans = ((c.start, c.end) for c in cited if c.document == document.id)
    return [(start, end) for start, end in spans if start is not None and end is not None]
