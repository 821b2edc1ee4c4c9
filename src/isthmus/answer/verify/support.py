"""Whether a statement in other words says only what its source says, as far as that can be told from its words."""

from collections.abc import Iterable, Iterator

from isthmus.answer.verify.denials import denials
from isthmus.answer.verify.frames import Frames
from isthmus.answer.verify.marks import Mark, marks_in
from isthmus.answer.verify.pair import Objection, Pair, family
from isthmus.answer.verify.polarity import is_matter
from isthmus.answer.verify.tokens import Text, Token
from isthmus.answer.verify.words import NUMERALS

__all__ = ["supports"]

_SHARED_WORDS = 0.25


def supports(statement: str, cited: str, beside: str = "", *, shared: float = _SHARED_WORDS) -> tuple[Objection, ...]:
    """Hold a statement against the text it cites.

    Every number, unit, bound, side, level, grade, direction, population and promise has to stand there too, at a place
    that speaks of the same; what is denied has to be denied there, and what is only possible has to be no more.
    Whether the rest of a sentence follows from its source cannot be told this way.

    Args:
        statement: What is about to be said.
        cited: All that it cites, as one text.
        beside: What stands beside that and bears it out too, such as the figures of a claim or the year of its source;
            nothing is taken to be denied or left open there.
        shared: The least share of its words that must stand in either.

    Returns:
        What speaks against it; nothing when it holds.

    >>> [objection.kind for objection in supports("It heals in 6 months.", "It heals in 6 weeks.")]
    ['number', 'wording']
    """
    pair = Pair(statement, cited, beside)
    return () if _stands_whole(pair.said, pair.cited) else tuple(dict.fromkeys(_objections(pair, shared)))


def _stands_whole(said: Text, cited: Text) -> bool:
    """Tell whether a statement is whole sentences of what is cited, word for word."""
    words = [token.text for token in said.tokens]
    starts = [at for at, token in enumerate(cited.tokens) if not at or token.sentence != cited.tokens[at - 1].sentence]
    ends = {*starts, len(cited.tokens)}
    held = [token.text for token in cited.tokens]
    return any(at + len(words) in ends and held[at : at + len(words)] == words for at in starts if words)


def _objections(pair: Pair, shared: float) -> Iterator[Objection]:
    marks = marks_in(pair.said)
    for mark in marks:
        yield from _of_mark(mark, pair)
    yield from _repeated([mark for mark in marks if family(mark) == "number"], pair)
    yield from _slips(pair)
    yield from denials(pair)
    yield from _strange(pair, shared)


def _of_mark(mark: Mark, pair: Pair) -> Iterator[Objection]:
    same = [held.at for held in pair.held if family(held) == family(mark) and held.meanings & mark.meanings]
    others = [held.at for held in pair.held if held.kind == mark.kind and not held.meanings & mark.meanings]
    beside = pair.is_beside(mark)
    if same or beside:
        if pair.speaks_from(mark.at, others, same, beside=beside):
            why = f"What is cited says otherwise than `{mark.written}` at the place this speaks of."
            yield Objection(family(mark), mark.written, why)
    elif not mark.loose or pair.contradicts(mark.at, others):
        yield Objection(family(mark), mark.written, f"`{mark.written}` is said nowhere in what is cited.")


def _repeated(numbers: list[Mark], pair: Pair) -> Iterator[Objection]:
    """Find numbers that are said more often than they stand in what is cited, as when one is put for another."""
    for number in numbers:
        ours = sum(other.meanings == number.meanings for other in numbers)
        theirs = (sum(bool(held.meanings & number.meanings) for held in own) for own in (pair.held, pair.held_beside))
        if ours > max(1, *theirs):
            why = f"`{number.written}` is said more often than in what is cited."
            yield Objection("number", number.written, why)


def _slips(pair: Pair) -> Iterator[Objection]:
    """Find words that turn the sense in what is otherwise said word for word."""
    slips = (slip for parted, held in pair.frames.items() for slip in Frames(pair.said, parted=parted).slips_from(held))
    for slip in slips:
        said, held = (f"`{word}`" if word else "nothing" for word in (slip.said, slip.held))
        why = f"Between the same words, what is cited has {held} and this has {said}."
        yield Objection("wording", slip.said or slip.held, why)


def _strange(pair: Pair, shared: float) -> Iterator[Objection]:
    """Object to a statement of which most words stand nowhere in what is cited: it speaks of something else."""
    words = _matter(pair.said.tokens)
    if not words or len(words & _known(pair)) < shared * len(words):
        yield Objection("words", "", "Most of its words stand nowhere in what is cited.")


def _matter(tokens: Iterable[Token]) -> set[str]:
    return {token.stem for token in tokens if is_matter(token.text) and token.text not in NUMERALS}


def _known(pair: Pair) -> set[str]:
    return {token.stem for text in (pair.cited, pair.beside) for token in text.tokens}
