"""What stands beside a word and takes it back: a denial, a past that is over, a question in general.

After ConText: cues, the reach of each, and what ends it.

Source:
    Harkema, Dowling, Thornblade and Chapman, Journal of Biomedical Informatics 2009, doi:10.1016/j.jbi.2009.05.002.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from isthmus.claims.wording import NOWHERE, Part
from isthmus.claims.words import Words

__all__ = ["Context", "Reach"]

_OR = ("or", "nor")
_LIST = 3

Reach = Literal["itself", "ahead", "behind", "sentence"]
"""Which words a cue takes back: its own, those after it, those before it, or its whole sentence."""


@dataclass(frozen=True)
class Context:
    """Cues by which what is said does not count, as in `no fever or chills`, `bladder fine`, `what if`.

    A cue within `unless` is none; one that reaches its sentence is none when `unless` stands in that sentence, and
    reaches no further than where `until` begins. Where something is `given`, it has to stand outside of the sentence of a
    cue, or behind where that sentence turns: `my uncle is paralysed` is no news of the patient once `our son has a slip`
    names another. `over` may stand between a cue and what it takes back; `listed` is
    what it may take back one after the other. After "or" anything is taken back; after "and" or a comma only an item
    in which all is listed: `no fever, groin numb` denies the fever alone. Ahead, it goes over commas only along three
    items or to an "or", for `no pain, foot drop` may mean either, and over no other break. What `excepting` follows in
    the sentence is not taken back at all: `no fever until yesterday`.
    """

    id: str
    reach: Reach
    cues: Part
    unless: Part = NOWHERE
    over: Part = NOWHERE
    listed: Part = NOWHERE
    until: Part = NOWHERE
    excepting: Part = NOWHERE
    given: Part | None = None

    def void_in(self, text: Words) -> set[int]:
        """Find the positions that do not count."""
        cues = self.cues.spans_in(text)
        if not cues:
            return set()
        spared = self.unless.spans_in(text)
        if self.reach == "sentence":
            kept = {text.sentences[start] for start, _ in spared}
            stretches = self._stretches(text)
            over = {stretches[start] for start, _ in cues if text.sentences[start] not in kept}
            over -= {stretch for stretch in over if not self._is_given(text, stretches, stretch)}
            return {at for at, stretch in enumerate(stretches) if stretch in over}
        covered = {at for start, end in spared for at in range(start, end)}
        if self.reach == "itself":
            return {at for start, end in cues for at in range(start, end)} - covered
        walk = _Walk.ahead(self, text) if self.reach == "ahead" else _Walk.behind(self, text)
        excepted = {text.sentences[start]: start for start, _ in self.excepting.spans_in(text)}  # the last of each
        counting = [
            span for span in cues if span[0] not in covered and excepted.get(text.sentences[span[0]], -1) < span[0]
        ]
        return {at for start, end in counting for at in walk.reached_from(end - 1 if walk.step > 0 else start)}

    def taken_back_in(self, text: Words) -> set[int]:
        """Find what is `listed` among what does not count, with all cues; nothing where none of it is listed."""
        listed = self.void_in(text) & _places(self.listed, text)
        return listed | (_places(self.cues, text) - _places(self.unless, text)) if listed else set()

    def over_in(self, text: Words) -> set[int]:
        """Find what tells nothing: what may stand between a cue and what it takes back."""
        return _places(self.over, text)

    def _is_given(self, text: Words, stretches: list[tuple[int, int]], stretch: tuple[int, int]) -> bool:
        """Whether what has to be given stands in another stretch than that of a cue."""
        return self.given is None or any(stretches[start] != stretch for start, _ in self.given.spans_in(text))

    def _stretches(self, text: Words) -> list[tuple[int, int]]:
        """Tell for each word in which stretch it stands, that of a sentence to where `until` begins."""
        turns = {start for start, _ in self.until.spans_in(text)}
        passed = accumulate(at in turns for at in range(len(text.words)))
        return list(zip(text.sentences, passed, strict=True))


@dataclass(frozen=True)
class _Walk:
    """A walk through a text, one way, from a cue to where its reach ends."""

    text: Words
    step: int
    over: Mapping[int, int]
    listed: Mapping[int, int]

    @classmethod
    def ahead(cls, context: Context, text: Words) -> "_Walk":
        return cls(text, 1, _longest_from(context.over, text), _longest_from(context.listed, text))

    @classmethod
    def behind(cls, context: Context, text: Words) -> "_Walk":
        return cls(text, -1, _longest_to(context.over, text), _longest_to(context.listed, text))

    def reached_from(self, cue: int) -> Iterator[int]:
        """List the positions that a cue reaches."""
        at, named = cue + self.step, False
        while self._stays(at, cue):
            if (self._breaks(at) or self.text.words[at] == "and") and not self._goes_on(at, cue, named=named):
                return
            if self.text.words[at] in _OR:
                named = False
            end = self._past(at)
            if end == at:
                if not named and self.step > 0:
                    yield at
                return
            named = named or at in self.listed
            yield from range(at, end, self.step)
            at = end

    def _goes_on(self, at: int, cue: int, *, named: bool) -> bool:
        """Whether a list goes on over an "and" or a break, where ahead something was named before."""
        if self.step < 0:
            return self._lists_on(at, cue)
        along = at not in self.text.breaks or (at in self.text.commas and self._is_list(cue))
        return named and along and self._lists_on(at, cue)

    def _is_list(self, cue: int) -> bool:
        """Whether three items or more stand one after the other ahead of a cue, or one stands after an "or"."""
        at, items = cue + 1, 1
        while self._stays(at, cue) and self.text.words[at] not in _OR:
            breaks = at > cue + 1 and at in self.text.breaks
            if breaks or self.text.words[at] == "and":
                if (breaks and at not in self.text.commas) or not self._lists_on(at, cue):
                    break
                items += 1
            if self._past(at) == at:
                break
            at = self._past(at)
        return items >= _LIST or (self._stays(at, cue) and self.text.words[at] in _OR)

    def _lists_on(self, first: int, cue: int) -> bool:
        """Whether the next item of a list holds nothing but what may be listed."""
        at = first
        while self._stays(at, cue):
            if at != first and (self._breaks(at) or self.text.words[at] in {"and", *_OR}):
                return True
            if self._past(at) == at:
                return False
            at = self._past(at)
        return True

    def _past(self, at: int) -> int:
        """Step over what stands at a position; stay there when it is nothing a cue may reach over."""
        return self.listed.get(at, self.over.get(at, at))

    def _stays(self, at: int, cue: int) -> bool:
        return 0 <= at < len(self.text.words) and self.text.sentences[at] == self.text.sentences[cue]

    def _breaks(self, at: int) -> bool:
        return (at if self.step > 0 else at + 1) in self.text.breaks


def _places(part: Part, text: Words) -> set[int]:
    return {at for start, end in part.spans_in(text) for at in range(start, end)}


def _longest_from(part: Part, text: Words) -> dict[int, int]:
    """For each start of a span, its furthest end."""
    return dict(part.spans_in(text))  # spans are sorted, so the longest comes last


def _longest_to(part: Part, text: Words) -> dict[int, int]:
    """For each last word of a span, the position before its furthest start."""
    return {end - 1: start - 1 for start, end in reversed(part.spans_in(text))}
