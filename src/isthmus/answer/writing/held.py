"""Which sentences of a draft may be shown: those that are made of the statements they rest on, and lose no condition."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isthmus.answer.model import Statement
from isthmus.answer.verify import must_stay, parts_said, supports
from isthmus.answer.writing.model import Drafted

__all__ = ["Held", "held_of"]

_MOST_CHARACTERS = 600
_MOST_RESTED_ON = 3
# Signs that plain sentences do without, and addresses: what markup, formulas, links, questions and doubt are made of.
_SIGNS = re.compile(r"[^\w\s.,;:'()%\N{EN DASH}\N{EM DASH}\u2018\u2019-]|_|[^\W\d_]\.[^\W\d_]{2,}")
# A word with a letter that only looks like an English one.
_FOREIGN = re.compile(r"\w*[^\W\d_a-zA-Z]\w*")

_Place = tuple[int, int]
"""A statement by its number, and the part of it."""


@dataclass(frozen=True)
class Held:
    """A sentence that may be shown, with the numbers of the statements it rests on, and what of them it says."""

    text: str
    rests_on: tuple[int, ...]
    says: tuple[_Place, ...]


def held_of(drafted: Iterable[Drafted], statements: Sequence[Statement]) -> list[Held]:
    """Choose the sentences that hold.

    One that says nothing which those before it have not said is left out, and so is every one that rests on a statement
    of which what must stay is said by none.

    Args:
        drafted: What was handed in.
        statements: What it may rest on, counted from 1.
    """
    held = _less_repeated(_held(one, statements) for one in drafted)
    while torn := {number for number, one in enumerate(statements, start=1) if _is_torn(number, one.text, held)}:
        held = [one for one in held if torn.isdisjoint(one.rests_on)]
    return held


def _held(sentence: Drafted, statements: Sequence[Statement]) -> Held | None:
    rests_on, text = sentence.rests_on, sentence.text
    if not 0 < len(rests_on) <= _MOST_RESTED_ON or not all(1 <= number <= len(statements) for number in rests_on):
        return None
    own = [statements[number - 1] for number in rests_on]
    texts = [one.text for one in own]
    if not _go_together(own) or not _is_plain(text, " ".join(texts)):
        return None
    said = parts_said(text, texts)
    if {part.text for part in said} != set(range(len(own))) or supports(text, " ".join(texts)):
        return None
    return Held(text, rests_on, tuple((rests_on[part.text], part.part) for part in said))


def _go_together(own: Sequence[Statement]) -> bool:
    """Tell whether statements may be said in one sentence: what leads into a list may forbid what an item says."""
    return len({(one.stage, one.question, one.under) for one in own}) == 1 and not any(one.lead_in for one in own)


def _is_plain(text: str, cited: str) -> bool:
    """Tell whether a sentence is one line of no undue length, with no odd sign or letter but those that are cited."""
    if not text.isprintable() or text != text.strip() or not 0 < len(text) <= _MOST_CHARACTERS:
        return False
    return all(sign in cited for sign in (*_SIGNS.findall(text), *_FOREIGN.findall(text)))


def _less_repeated(held: Iterable[Held | None]) -> list[Held]:
    kept: list[Held] = []
    said: set[_Place] = set()
    for one in held:
        if one and not said.issuperset(one.says):
            kept.append(one)
            said.update(one.says)
    return kept


def _is_torn(number: int, text: str, held: Sequence[Held]) -> bool:
    """Tell whether some of a statement is said, and of what must stay with it some is not."""
    said = {part for one in held for statement, part in one.says if statement == number}
    return bool(said) and not said.issuperset(must_stay(text))
