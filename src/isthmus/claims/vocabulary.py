"""The words of a glossary taken into a lexicon: more ways to say the same, abbreviations, and common misspellings."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from isthmus.claims.lexicon import Lexicon, Naming, Synonyms
from isthmus.claims.words import plain_words

__all__ = ["with_terms"]

Phrase = tuple[str, ...]

_ELSEWHERE = -1
"""The row of words for another illness, body part or treatment."""


def with_terms(lexicon: Lexicon, terms: Sequence[Naming]) -> Lexicon:
    """Let questions be asked in the words of a glossary as well.

    A term joins the row of synonyms that holds its name, or the only row that holds any of its other names or parts of
    its name. Otherwise it gets a row of its own, of those names that say more than their parts. A word that stands
    somewhere keeps its meaning.

    Args:
        lexicon: The words of the condition.
        terms: The terms of its glossary.
    """
    rows = _Rows(lexicon)
    for term in terms:
        rows.take_in(term)
    ways = (way for term in terms for way in (*term.written, *term.abbreviations))
    spelling = replace(
        lexicon.spelling,
        abbreviations={short: term.written[0] for term in terms for short in term.abbreviations if rows.is_new(short)},
        misspellings={wrong: right for term in terms for wrong, right in _corrections(term)},
        known=lexicon.spelling.known.union(*map(plain_words, ways)),
    )
    condition, *synonyms = (Synonyms(tuple(row)) for row in rows.rows)
    return replace(
        lexicon,
        condition=condition,
        synonyms=tuple(synonyms),
        filler=frozenset(rows.filler),
        spelling=spelling,
        terms=tuple(terms),
    )


class _Rows:
    """Rows of synonyms that grow; the first holds the condition's own names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.rows = [list(row.words) for row in (lexicon.condition, *lexicon.synonyms)]
        self.filler = set(lexicon.filler)
        self._row_of = {_plain(word): _ELSEWHERE for word in lexicon.elsewhere}
        self._row_of |= {_plain(word): at for at, row in enumerate(self.rows) for word in row}

    def is_new(self, way: str) -> bool:
        """Whether a way to write something stands in no row, nor among filler or the words for something else."""
        return _plain(way) not in self._row_of and not self.filler.issuperset(_plain(way))

    def take_in(self, term: Naming) -> None:
        name, *_ = term.written
        new = [way for way in term.written if self.is_new(way)]
        at = self._row_for(term)
        if self.filler.issuperset(_plain(name)):
            self.filler.update(word for way in new for word in _plain(way))
        elif at is not None:
            self._add(new, at)
        elif own := [way for way in new if self._says_more(way)]:
            self.rows.append([])
            self._add(own, len(self.rows) - 1)

    def _row_for(self, term: Naming) -> int | None:
        """Find the row of a term by its name, by its other names, or by the parts of its name, in this order."""
        name = _plain(term.written[0])
        if name in self._row_of:
            return None if self._row_of[name] == _ELSEWHERE else self._row_of[name]
        whole = {self._row_of[way] for way in map(_plain, term.written) if way in self._row_of} - {_ELSEWHERE}
        parts = set(self._parts(name)) - {None}
        met = whole or parts
        return next(iter(met)) if len(met) == 1 and _ELSEWHERE not in met else None

    def _says_more(self, way: str) -> bool:
        """Whether a way to write something is more than its known parts, and speaks of nothing that lies elsewhere."""
        rows = self._parts(_plain(way))
        return None in rows and _ELSEWHERE not in rows

    def _parts(self, words: Phrase) -> list[int | None]:
        """Take a phrase apart: the rows of its known phrases, the longest first, and None for each other word."""
        parts: list[int | None] = []
        while words:
            known = next((words[:end] for end in range(len(words), 0, -1) if words[:end] in self._row_of), words[:1])
            if not self.filler.issuperset(known):
                parts.append(self._row_of.get(known))
            words = words[len(known) :]
        return parts

    def _add(self, ways: Sequence[str], at: int) -> None:
        self.rows[at] += ways
        self._row_of |= dict.fromkeys(map(_plain, ways), at)


def _corrections(term: Naming) -> Iterable[tuple[str, str]]:
    """Pair each misspelling with the way to write the term that it looks most like."""
    right = [_plain(way) for way in (*term.written, *term.abbreviations)]
    for wrong in term.misspellings:
        words = _plain(wrong)
        if not any(_holds(words, way) for way in right):
            yield " ".join(words), max(term.written, key=lambda way: _likeness(words, _plain(way)))


def _holds(words: Phrase, way: Phrase) -> bool:
    return any(words[at : at + len(way)] == way for at in range(len(words)))


def _likeness(one: Phrase, other: Phrase) -> float:
    return SequenceMatcher(None, "".join(one), "".join(other)).ratio()


def _plain(text: str) -> Phrase:
    return tuple(plain_words(text))
