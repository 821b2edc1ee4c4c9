"""The documents of a library in the terminal, and one of them with the words that are cited."""

from collections.abc import Iterator, Sequence

from rich.text import Text

from isthmus.cli.terminal import QUIET, Terminal
from isthmus.corpus import About, Document, Library, Span, corrections, joined, without_orders
from isthmus.terms import long_date

__all__ = ["show_document", "show_sources"]

_OPEN, _CLOSE = "[[", "]]"
_MARKED = "bold reverse"
_REPEAT = ("repeat", "repeats")


def show_sources(library: Library) -> None:
    """Print every document with what is known of it."""
    terminal = Terminal()
    abouts = list(library.abouts())
    copies = len(abouts) - len({about.group for about in abouts})
    count = f"{len(abouts):,} document{'' if len(abouts) == 1 else 's'}"
    terminal.title(
        str(library.folder), f"{count}, of which {copies:,} {_REPEAT[copies == 1]} another" if copies else count
    )
    if library.is_unwiped:
        terminal.quiet(
            "What was forgotten is out of every answer and not wiped from the disk yet: ingest or forget wipes it."
        )
    titles = {str(about.id): about.title for about in abouts}
    for about in abouts:
        terminal.section(without_orders(about.title), list(_lines(about, library, titles.get(about.group, ""))))
    terminal.console.print()


def show_document(document: Document, library: Library, spans: Sequence[Span]) -> None:
    """Print a document as it is stored, with some of its words marked."""
    terminal = Terminal()
    terminal.title(without_orders(document.title), document.place)
    terminal.section("", list(_lines(document, library, "")))
    terminal.console.print()
    terminal.console.print(_marked(document.text.encode(), spans), soft_wrap=True)


def _lines(about: About, library: Library, first: str) -> Iterator[Text]:
    parts = (about.kind, about.publisher, about.published or about.year, ", ".join(about.authors), about.licence)
    yield Text(without_orders("; ".join(str(part) for part in parts if part)))
    if about.url:
        yield Text(without_orders(about.url), style=QUIET)
    yield Text(f"{about.id}  {', '.join(library.places(about.id))}", style=QUIET)
    if day := library.taken_in(about.id):
        yield Text(f"taken in on {long_date(day)}", style=QUIET)
    if about.stands_on:
        yield Text(f"quoted on {about.stands_on}", style=QUIET)
    if about.group != about.id:
        yield Text(f"a copy: same group as {about.group}{f', {first}' if first else ''}", style=QUIET)
    if corrected := ", ".join(sorted(corrections(library, about.id))):
        yield Text(f"corrected here: {corrected}", style=QUIET)


def _marked(text: bytes, spans: Sequence[Span]) -> Text:
    """Set marks around words, which say without colour what is marked; words marked twice are marked once."""
    told, at = Text(), 0
    for start, end in joined(spans):
        told.append(without_orders(text[at:start].decode()))
        told.append(f"{_OPEN}{without_orders(text[start:end].decode())}{_CLOSE}", style=_MARKED)
        at = end
    return told.append(without_orders(text[at:].decode()))
