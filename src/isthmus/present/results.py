"""The sources of an answer as a search page lists them: kind, copies, and each cited span in its context."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from isthmus.answer import Citation, Statement
from isthmus.corpus import About, Library, copies_of
from isthmus.present.sources import Listed, Quote
from isthmus.present.stored import Setting, setting
from isthmus.terms import SourceId

__all__ = ["Copy", "Result", "Snippet", "as_one_source", "list_results"]

_MOST_COPIES = 5


@dataclass(frozen=True)
class Snippet:
    """Words that were cited, and what stands around them in the stored text; no setting for the words of a claim."""

    quote: Quote
    setting: Setting | None


@dataclass(frozen=True)
class Copy:
    """Another document with the same text."""

    id: str
    title: str
    publisher: str | None


@dataclass(frozen=True)
class Result:
    """A source with what was taken from it.

    `kind` is the kind of a document, as `DOCUMENT_KINDS` lists them; `copies` are others that hold its text, and
    `more_copies` how many more there are.
    """

    listed: Listed
    kind: str | None
    snippets: tuple[Snippet, ...]
    copies: tuple[Copy, ...] = ()
    more_copies: int = 0

    @property
    def number(self) -> int:
        """Its number on the page."""
        return self.listed.number


def as_one_source(statements: Iterable[Statement], library: Library | None) -> tuple[Statement, ...]:
    """Let documents that hold the same text be one source: the one that is cited first."""
    if library is None:
        return tuple(statements)
    first: dict[str, SourceId] = {}
    group = cache(lambda key: _group(library.about(key), key))

    def known(citation: Citation) -> Citation:
        if citation.document is None:
            return citation
        return replace(citation, source=first.setdefault(group(citation.document), citation.source))

    return tuple(replace(one, citations=tuple(map(known, one.citations))) for one in statements)


def _group(about: About | None, key: str) -> str:
    return about.group if about else key


def list_results(
    listed: Iterable[Listed], citations: Iterable[Citation], library: Library | None
) -> tuple[Result, ...]:
    """Say what each source of a page is, and show what was cited in its context.

    Args:
        listed: The sources of the page.
        citations: Its citations, which tell the kinds of documents.
        library: Where the stored texts are; None where only claims answer.
    """
    kinds = {citation.document: citation.kind for citation in citations if citation.document}
    return tuple(_result(source, kinds, library) for source in listed)


def _result(source: Listed, kinds: Mapping[str, str | None], library: Library | None) -> Result:
    document = next((quote.document for quote in source.quotes if quote.document), None)
    about = library.about(document) if library and document else None
    copies = copies_of(library, about) if library and about else []
    near = tuple(Copy(one.id, one.title, one.publisher) for one in copies[:_MOST_COPIES])
    kind = kinds.get(document) if document else None
    return Result(source, kind, tuple(_snippets(source.quotes, library)), near, len(copies) - len(near))


def _snippets(quotes: Iterable[Quote], library: Library | None) -> Iterator[Snippet]:
    text = cache(lambda key: library.text(key) if library else None)
    for quote in quotes:
        stored = text(quote.document) if quote.document else None
        cited = quote.start is not None and quote.end is not None
        around = setting(stored, (quote.start or 0, quote.end or 0)) if stored is not None and cited else None
        yield Snippet(quote, around)
