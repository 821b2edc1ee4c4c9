"""The page of the library: the documents behind the answers, and those that hold what somebody looks for."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from isthmus.claims import Lexicon
from isthmus.corpus import About, Library, Passage, copies_of, texts, texts_by_title, without_orders
from isthmus.errors import InvalidOption
from isthmus.present.paged import ON_A_PAGE, Part, turn_to
from isthmus.search import PassageIndex, Query, Thesaurus, stems

__all__ = ["Entry", "Excerpt", "LibraryPage", "library_page"]

_MOST_FOUND = 100
_LONGEST_SEARCH = 300
_EXCERPT = 280
_ALL = turn_to(1, 0)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Excerpt:
    """Words of a document that hold what is looked for: pieces, each with whether it is one of those words."""

    pieces: tuple[tuple[str, bool], ...]
    start: int
    end: int


@dataclass(frozen=True)
class Entry:
    """A text in the list: what is known of one of its documents, how many copies there are, and where it was found.

    `taken_in` is the day on which that document was read into the library, where it was written down.
    """

    about: About
    url: str | None
    copies: int
    taken_in: date | None = None
    excerpt: Excerpt | None = None


@dataclass(frozen=True)
class LibraryPage:
    """Everything the page of the library says; `holds` is None where there is no library, else how many texts."""

    holds: int | None
    searched: str
    entries: tuple[Entry, ...]
    part: Part = _ALL


def library_page(index: PassageIndex | None, lexicon: Lexicon, *, searched: str = "", number: int = 1) -> LibraryPage:
    """List the texts of a library by title, or those in which something was found, best first.

    Args:
        index: The documents to answer from; None where there are none.
        lexicon: The words of the condition.
        searched: What is looked for; empty lists all.
        number: Which page of the list, counted from 1.

    Raises:
        InvalidOption: There is no such page, or too much is looked for.
    """
    searched = " ".join(without_orders(searched).split())
    if len(searched) > _LONGEST_SEARCH:
        remedy = f"Look for a few words, up to {_LONGEST_SEARCH} characters."
        raise InvalidOption("This is too long to look for.", where="q", remedy=remedy)
    if index is None:
        return LibraryPage(None, searched, ())
    library = index.library
    holds = texts(library)
    if searched:
        return LibraryPage(holds, searched, tuple(_found(index, Thesaurus.of_lexicon(lexicon).read(searched))))
    part = turn_to(number, holds)
    shown = texts_by_title(library, start=part.start, most=ON_A_PAGE)
    return LibraryPage(holds, "", tuple(_entry(about, library) for about in shown), part)


def _entry(about: About, library: Library, excerpt: Excerpt | None = None) -> Entry:
    url = about.url if (about.url or "").startswith(("https://", "http://")) else None
    return Entry(about, url, len(copies_of(library, about)), library.taken_in(about.id), excerpt)


def _found(index: PassageIndex, query: Query) -> Iterator[Entry]:
    """Show each text once, with the passage in which most was found."""
    shown: set[str] = set()
    wanted = frozenset(_words(query))
    for passage, _ in index.find(query, _MOST_FOUND):
        about = index.library.about(passage.document)
        if about is None or about.group in shown:  # a copy, or forgotten meanwhile
            continue
        shown.add(about.group)
        yield _entry(about, index.library, _excerpt(passage, wanted))
        if len(shown) == ON_A_PAGE:
            return


def _words(query: Query) -> Iterator[str]:
    """Take the words that were looked for, and the single words that mean the same."""
    for own, *others in query.wanted:
        yield from own
        yield from (phrase[0] for phrase in others if len(phrase) == 1)


def _excerpt(passage: Passage, wanted: frozenset[str]) -> Excerpt:
    """Quote a passage from the sentence that holds most of the words."""
    best = max(passage.sentences, key=lambda sentence: len(wanted.intersection(stems(sentence.text))))
    told = passage.text.encode()[best.start - passage.start :].decode()
    cut = told if len(told) <= _EXCERPT else f"{told[:_EXCERPT].rpartition(' ')[0]}\N{HORIZONTAL ELLIPSIS}"
    line = " ".join(without_orders(cut).split())
    return Excerpt(tuple(_marked(line, wanted)), best.start, best.end)


def _marked(text: str, wanted: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Tell the words that were looked for from the others."""
    at, known = 0, frozenset(wanted)
    for word in _WORD.finditer(text):
        if known.intersection(stems(word[0])):
            yield text[at : word.start()], False
            yield word[0], True
            at = word.end()
    yield text[at:], False
