"""Small changes to a text that is otherwise said word for word: what stands between the same words as before."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from isthmus.answer.verify.polarity import is_negator
from isthmus.answer.verify.tokens import Text, Token
from isthmus.answer.verify.words import AXES, CERTAIN, EXTENTS, LIMITERS, MODALS, NUMERALS, PEOPLE, UNITS

__all__ = ["Frames", "Slip"]

_EDGE = "."
_Frame = tuple[str, str, str, str]


@dataclass(frozen=True)
class Slip:
    """A word that was put in, put in the place of another, or left out; `held` is what stands there, if anything does."""

    said: str
    held: str


class Frames:
    """The words of a text by what stands on either side of them: two words on one side, one on the other.

    Args:
        text: The text.
        parted: Whether a sentence ends what stands beside a word; else it is read on, as a list of references wants it.
    """

    def __init__(self, text: Text, *, parted: bool) -> None:
        self._words = tuple(_words_of(text, parted=parted))

    @cached_property
    def _gaps(self) -> frozenset[_Frame]:
        """Where two words follow each other, with one more on either side."""
        return frozenset(frame for at in range(len(self._words) - 1) for frame in self._around(at, at + 1))

    @cached_property
    def _between(self) -> dict[_Frame, set[str]]:
        found: dict[_Frame, set[str]] = defaultdict(set)
        for at in range(1, len(self._words) - 1):
            for frame in self._around(at - 1, at + 1):
                found[frame].add(self._words[at])
        return found

    def slips_from(self, source: "Frames") -> Iterator[Slip]:
        """Find every word that turns the sense and is not what its source has at that place."""
        between, gaps = source._between, source._gaps  # noqa: SLF001 - another of its own kind
        for at in range(1, len(self._words) - 1):
            word, frames = self._words[at], self._around(at - 1, at + 1)
            held = {other for frame in frames for other in between.get(frame, ())}
            if held and word not in held and any(_turns(word, other) for other in held):
                yield Slip(word, min(held))
            elif not held and _denies(word) and not gaps.isdisjoint(frames):
                yield Slip(word, "")
        for at in range(len(self._words) - 1):
            frames = self._around(at, at + 1)
            if gaps.isdisjoint(frames):
                yield from (Slip("", other) for frame in frames for other in between.get(frame, ()) if _narrows(other))

    def _around(self, before: int, after: int) -> tuple[_Frame, ...]:
        """Give a place by its two neighbours and one word more, on the one side and on the other."""
        words = self._words
        one, other = words[before], words[after]
        left = ((words[before - 1], one, other, "<"),) if before else ()
        right = ((one, other, words[after + 1], ">"),) if after + 1 < len(words) else ()
        return (*left, *right)


def _words_of(text: Text, *, parted: bool) -> Iterator[str]:
    yield _EDGE
    for one, other in pairwise((*text.tokens, None)):
        yield _plain(one) if one else _EDGE
        if parted and one and other and one.sentence != other.sentence:
            yield _EDGE
    yield _EDGE


def _plain(token: Token) -> str:
    """Write a word as any of its kind: a number in digits, the rest by their stem unless they turn the sense."""
    if token.text[0].isdigit():
        return token.text.rstrip("0").rstrip(".") if "." in token.text else token.text
    return NUMERALS.get(token.text) or (token.text if _decides(token.text) else token.stem)


def _decides(word: str) -> bool:
    """Tell whether a word can turn what a sentence says, such as a number, `not`, `more`, `left` or `must`."""
    tables = (AXES, CERTAIN, EXTENTS, LIMITERS, MODALS, PEOPLE, UNITS)
    return word[0].isdigit() or word in {"left", "right"} or is_negator(word) or any(word in words for words in tables)


def _turns(word: str, held: str) -> bool:
    """Tell whether one word in the place of the other says something else: not where both point the same way."""
    if _denies(word) or _narrows(held):
        return True
    alike = any(
        word in words and held in words and words[word] == words[held]
        for words in (AXES, EXTENTS, MODALS, PEOPLE, UNITS)
    )
    return _decides(word) and _decides(held) and not alike


def _denies(word: str) -> bool:
    return is_negator(word) or MODALS.get(word) == "must"


def _narrows(word: str) -> bool:
    return is_negator(word) or word in LIMITERS or MODALS.get(word) == "may"
