"""Whether a text is made of whole parts of other texts: their words in their order, of which only whole clauses may move."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from isthmus.answer.verify.tokens import Token, read_text
from isthmus.answer.verify.words import (
    JOINING,
    LIMITERS,
    MODALS,
    NEGATORS,
    OPENING,
    PEOPLE,
    TURNING,
    WEAK_NEGATORS,
)

__all__ = ["Part", "must_stay", "parts_said"]

_LISTED = frozenset({"and", "or"})
_GAP = re.compile(r"[^\w\s][^\w]*$")
_MINUS = re.compile(r"(?:^|[^\w-])-$")
# What parts words, or is read as a word of its own; any other sign, such as a bracket or a stroke, is read with what follows.
_PLAIN_SIGNS = frozenset(" \n\t,.;:!?'\"-)]%<>=\u2264\u2265\u2022\u201c\u201d\u2018\u2019")

_Word = tuple[str, str]
"""A word, and the signs before it that plain sentences do without."""
_Clause = tuple[_Word, ...]
_Row = tuple[_Clause, ...]


class Part(NamedTuple):
    """A sentence of a text, or what a semicolon parts of one: the number of its text, and its own within that."""

    text: int
    part: int


def parts_said(statement: str, texts: Sequence[str]) -> tuple[Part, ...]:
    """Find the parts of some texts that a statement is made of, in the order in which it says them.

    A part is said whole, word for word in its order, but for words inside a clause that only join others, such as `is`,
    `that` and `and`. An `if`, `when`, `after` or the like may move with all that follows it to the front, or from there to the
    end, and the words of a list of three may change places. Of several texts each is said from its beginning on.

    Args:
        statement: What is about to be said.
        texts: What it may be made of.

    Returns:
        The parts; none where any of it is not made so, or says a part twice.

    >>> texts = ["Pain eases when the bone heals; a brace is worn by day.", "Rest comes first."]
    >>> parts_said("When the bone heals, pain eases.", texts)
    (Part(text=0, part=0),)
    >>> parts_said("The bone eases when pain heals.", texts)
    ()
    """
    forms = {
        form: Part(number, at)
        for number, text in reversed([*enumerate(texts)])
        for at, row in reversed([*enumerate(_rows(text))])
        for form in _forms(row)
    }
    said: list[Part] = []
    for row in _rows(statement):
        found = _parted(row, forms)
        if not found:
            return ()
        said += found
    several = len({part.text for part in said}) > 1
    return tuple(said) if len(set(said)) == len(said) and not (several and _is_torn(said)) else ()


def must_stay(text: str) -> frozenset[int]:
    """Number the parts of a text that cannot be left out: the first, on which others lean, and those with a condition.

    >>> sorted(must_stay("Rest helps. It is cheap. It takes months, but not in children."))
    [0, 2]
    """
    tokens = read_text(text).tokens
    parts = [[*own] for _, own in groupby(tokens, key=lambda token: token.sentence)]
    return frozenset(at for at, own in enumerate(parts) if not at or any(_turns(token.text) for token in own))


def _turns(word: str) -> bool:
    tables = (LIMITERS, NEGATORS, OPENING, PEOPLE, TURNING, WEAK_NEGATORS)
    return word in MODALS or any(word in words for words in tables)


def _is_torn(said: Sequence[Part]) -> bool:
    """Tell whether a part stands where what it leans on does not stand before it."""
    return any(
        then.part <= now.part if then.text == now.text else bool(then.part)
        for now, then in pairwise((Part(-1, 0), *said))
    )


def _parted(row: _Row, forms: Mapping[_Row, Part]) -> list[Part]:
    """Part a sentence into parts that follow one another; none where that cannot be done."""
    ways: dict[int, list[Part]] = {0: []}
    for start in range(len(row)):
        for end in range(start + 1, len(row) + 1) if start in ways else ():
            part = forms.get(row[start:end])
            if part is not None:
                ways.setdefault(end, [*ways[start], part])
    return ways.get(len(row), [])


def _forms(row: _Row) -> Iterator[_Row]:
    """Give the orders in which the clauses of a part may stand."""
    yield row
    for at in range(1, len(row)):
        if _opens(row[at]) or (at == 1 and _opens(row[0])):
            yield (*row[at:], *row[:at])


def _opens(clause: _Clause) -> bool:
    return bool(clause) and clause[0][0] in OPENING


def _rows(text: str) -> list[_Row]:
    """Read the parts of a text, each as its clauses, less the words that only join; the items of a list have one order."""
    read = read_text(text)
    rows: list[_Row] = []
    for _, own in groupby(read.tokens, key=lambda token: token.sentence):
        clauses = _with_lists_sorted([*_clauses([*own])])
        rows.append(tuple(tuple(_word(one, read.plain) for one in own if one.text not in JOINING) for own in clauses))
    return rows


def _clauses(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Part the words of a sentence at its signs, and before an `if` or the like that is not one of two."""
    clause: list[Token] = []
    for at, token in enumerate(tokens):
        near = {other.text for other in tokens[max(0, at - 1) : at + 2]}
        opens = token.text in OPENING and near.isdisjoint(_LISTED)
        if clause and (opens or token.clause != clause[-1].clause):
            yield clause
            clause = []
        clause.append(token)
    yield clause


def _with_lists_sorted(clauses: list[list[Token]]) -> list[list[Token]]:
    """Sort the single words of each list such as `rest, bracing or surgery`, so that any order of them is the same."""
    for one, other in pairwise(clauses):
        match other:
            case [second, join, third] if join.text in _LISTED and one[-1].clause != second.clause:
                if all(token.text.isalpha() for token in (one[-1], second, third)):
                    one[-1], other[0], other[2] = sorted((one[-1], second, third), key=lambda token: token.text)
            case _:
                pass
    return clauses


def _word(token: Token, plain: str) -> _Word:
    before = plain[: token.start]
    gap = _GAP.search(before)
    signs = "".join(sign for sign in (gap.group() if gap else "") if sign not in _PLAIN_SIGNS)
    return token.text, signs + ("-" if _MINUS.search(before) else "")
