"""Small changes to a text that is otherwise said word for word: what stands between the same two words as before."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from isthmus.answer.verify.polarity import is_negator
from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import AXES, CERTAIN, EXTENTS, LIMITERS, MODALS, PEOPLE, UNITS

__all__ = ["Frames", "Slip", "decides"]

_EDGE = "."


@dataclass(frozen=True)
class Slip:
    """A word that was put in, put in the place of another, or left out; `held` is what stands there, if anything does."""

    said: str
    held: str


def decides(word: str) -> bool:
    """Tell whether a word can turn what a sentence says, such as a number, `not`, `more`, `left` or `must`."""
    return (
        word[0].isdigit()
        or is_negator(word)
        or any(word in words for words in (AXES, CERTAIN, EXTENTS, LIMITERS, MODALS, PEOPLE, UNITS))
        or word in {"left", "right"}
    )


@dataclass(frozen=True)
class Frames:
    """The words of a text by what stands on either side of them."""

    text: Text

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset((before, after) for before, _, after in self._thirds(gap=0))

    @cached_property
    def _between(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for before, word, after in self._thirds(gap=1):
            found[before, after].add(word)
        return found

    def slips_from(self, source: "Frames") -> Iterator[Slip]:
        """Find every word that turns the sense and is not what its source has at that place."""
        for before, word, after in self._thirds(gap=1):
            held = source._between.get((before, after), set())  # noqa: SLF001 - another of its own kind
            if held and word not in held and any(map(decides, (word, *held))):
                yield Slip(word, min(held))
            elif not held and decides(word) and (before, after) in source._pairs and _may_be_put_in(word):  # noqa: SLF001 - as above
                yield Slip(word, "")
        for before, _, after in self._thirds(gap=0):
            if (before, after) not in source._pairs:  # noqa: SLF001 - as above
                yield from (Slip("", held) for held in source._between.get((before, after), ()) if _may_be_put_in(held))  # noqa: SLF001 - as above

    def _thirds(self, *, gap: int) -> Iterator[tuple[str, str, str]]:
        """Give each word with its neighbours, or each two neighbours with nothing between them."""
        words = [_EDGE]
        for at, token in enumerate(self.text.tokens):
            if at and token.sentence != self.text.tokens[at - 1].sentence:
                words.append(_EDGE)
            words.append(token.text)
        words.append(_EDGE)
        for at in range(len(words) - 1 - gap):
            yield words[at], words[at + gap] if gap else "", words[at + 1 + gap]


def _may_be_put_in(word: str) -> bool:
    return is_negator(word) or word in LIMITERS or word in MODALS


