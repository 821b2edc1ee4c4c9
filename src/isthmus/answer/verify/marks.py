"""What a text says that may not be told otherwise: its amounts, sides, levels, directions and people, each at its place."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from isthmus.answer.verify.amounts import amounts_in, ranges_in
from isthmus.answer.verify.levels import levels_in
from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import AXES, CERTAIN, EXTENTS, MODALS, PEOPLE, UNITS

_ADDRESSED = frozenset({"your", "my", "a", "an", "the"})

__all__ = ["Mark", "marks_in"]


@dataclass(frozen=True)
class Mark:
    """One thing said at one place; two marks agree when they share a meaning.

    `kind` is what it is told as; marks of one `kind` are rivals for a place. A mark that is `loose` may be said where
    nothing that is cited says it, as long as nothing says the contrary.
    """

    kind: str
    meanings: frozenset[Hashable]
    at: int
    written: str
    loose: bool = False


def marks_in(text: Text, *, cited: bool = False) -> tuple[Mark, ...]:
    """Read every mark of a text, in order; what is cited bears out `about 38` by its 37.9 too."""
    marks = (*_amounts(text, cited=cited), *_levels(text), *_sides(text), *_words(text))
    return tuple(sorted(marks, key=lambda mark: mark.at))


def _amounts(text: Text, *, cited: bool) -> Iterator[Mark]:
    amounts = amounts_in(text)
    for low, high in ranges_in(text, amounts):
        yield Mark(
            "range",
            frozenset({(low.values[0], high.values[0])}),
            low.at,
            f"{low.written} to {high.written}",
            loose=True,
        )
    for amount in amounts:
        meanings = frozenset(amount.meanings(bears_out=cited))
        rank = UNITS.get(amount.unit, ("year" if amount.may_be_year else "",))[0]
        yield Mark(f"number {rank}".strip(), meanings, amount.at, amount.written)


def _levels(text: Text) -> Iterator[Mark]:
    for level in levels_in(text):
        yield Mark("level" if level.vertebral else "name", frozenset({level.name}), level.at, level.written)


def _sides(text: Text) -> Iterator[Mark]:
    for at, token in enumerate(text.tokens):
        if token.text in {"left", "right"} and not text.follows(at, "right", "away"):
            yield Mark("side", frozenset({token.text}), at, token.text)
        of_sides = text.word(at + 1) in {"side", "sides", "sided"}
        extent = "both" if token.text == "two" and of_sides else EXTENTS.get(token.text)
        if extent:
            named = of_sides or token.text not in {"one", "single", "both"}
            yield Mark("extent", frozenset({extent}), at, token.text, loose=not named)


def _words(text: Text) -> Iterator[Mark]:
    for at, token in enumerate(text.tokens):
        word = token.text
        if word in AXES and not _is_bound(text, at):
            for axis, _, pole in (name.partition(" ") for name in AXES[word]):
                yield Mark(axis, frozenset({pole}), at, word, loose=True)
        if word in MODALS:
            yield Mark("modality", frozenset({MODALS[word]}), at, word, loose=MODALS[word] != "must")
        if word in CERTAIN:
            yield Mark("certainty", frozenset({"certain"}), at, word)
        if word in PEOPLE:
            yield Mark("population", PEOPLE[word], at, word, loose=text.word(at - 1) in _ADDRESSED)


def _is_bound(text: Text, at: int) -> bool:
    """Tell whether a word only bounds the number after it, which reads it: `at least`, `more than 3`, `under 19`."""
    return text.word(at - 1) == "at" and text.word(at) in {"least", "most"}
