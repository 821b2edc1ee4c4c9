"""A document as its page shows it: what is known of it, and its stored text with cited spans marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from isthmus.corpus import About, Library, Span, copies_of, corrections, leaves_between, parts_of, read_span
from isthmus.errors import InvalidOption
from isthmus.present.stored import Run, page_at, page_count, page_span, runs

__all__ = ["DocumentPage", "Near", "document_page"]

_MOST_MARKS = 100


@dataclass(frozen=True)
class Near:
    """Another document that belongs to one: a copy, the page it stands on, a source it quotes."""

    id: str
    title: str
    publisher: str | None


@dataclass(frozen=True)
class DocumentPage:
    """Everything the page of a document says.

    `about` is what is known of it; `url` its address where that is one of the web; `taken_in` the day it was read here. `runs` are the stored text of page
    `number` of `pages`; `marks` the spans that were asked for. `size` is in bytes.
    """

    about: About
    url: str | None
    places: tuple[str, ...]
    taken_in: date | None
    corrected: tuple[str, ...]
    copies: tuple[Near, ...]
    stands_on: Near | None
    parts: tuple[Near, ...]
    size: int
    marks: tuple[Span, ...]
    runs: tuple[Run, ...]
    number: int
    pages: int


def document_page(
    library: Library, key: str, *, at: Sequence[str] = (), page: int | None = None
) -> DocumentPage | None:
    """Show a document; None where the library holds none of this id.

    Args:
        library: The documents.
        key: The id of the document.
        at: Spans to mark, each as in `12-34`, in bytes.
        page: Which page of a long text, counted from 1; without it the one of the first span.

    Raises:
        InvalidOption: A span is none of this text, or there is no such page.
        UnusableLibrary: Its text is not what was stored.
    """
    about, stored = library.about(key), library.intact(key)
    if about is None or stored is None:
        return None
    text = stored.text.encode()
    if len(at) > _MOST_MARKS:
        remedy = f"Mark up to {_MOST_MARKS} spans at a time."
        raise InvalidOption("That is more than can be marked.", where="at", remedy=remedy)
    marks = tuple(sorted({read_span(written, text, where="at") for written in at}))
    first = page_at(text, marks[0][0]) if marks else 1
    number = first if page is None else page
    pages = page_count(text)
    if not 1 <= number <= pages:
        raise InvalidOption("The text has no such page.", where="page", remedy=f"Give a number from 1 to {pages}.")
    part = page_span(text, number)
    return DocumentPage(
        about=about,
        url=about.url if (about.url or "").startswith(("https://", "http://")) else None,
        places=library.places(key),
        taken_in=library.taken_in(key),
        corrected=tuple(sorted(corrections(library, about.id))),
        copies=tuple(map(_near, copies_of(library, about))),
        stands_on=_page_of(about, library),
        parts=tuple(map(_near, parts_of(library, about.id))),
        size=len(text),
        marks=marks,
        runs=tuple(runs(text, part, leaves_between(library, about.id, *part), marks)),
        number=number,
        pages=pages,
    )


def _near(about: About) -> Near:
    return Near(about.id, about.title, about.publisher)


def _page_of(about: About, library: Library) -> Near | None:
    page = library.about(about.stands_on) if about.stands_on else None
    return _near(page) if page else None
