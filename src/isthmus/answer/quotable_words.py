"""The words by which a sentence of a document is not said by itself, as `quotable.toml` tells them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from isthmus.claims import Part, Wording, WordingReader, Words, plain_words

__all__ = ["QuotableWords", "quotable_words"]

_NEVER = ("label", "hearsay", "personal", "selling", "ordering", "pointing", "stopping", "clearing", "reassuring")
"""What no sentence may hold that is said by itself."""


@dataclass(frozen=True)
class QuotableWords:
    """What a line takes back of what stands below it, what a sentence takes back of its neighbour, and what is never said.

    `after` is how a sentence takes back the one before it, `before` the one after it, `below` all below it, `title` how a title
    takes back its document, and `limiting` how one begins that
    limits the one before. `note` is a heading over a note on the text, `past` one over what was done formerly, of which
    `told_of_the_past` is how a sentence tells it. `against` is how somebody asks what is not to be done, and `forbidding` how a heading does; with `harming` either asks what does harm.
    """

    falsehood: Part
    truth: Part
    warning: Part
    denying: Part
    forbidding_itself: Part
    after: Part
    before: Part
    below: Part
    title: Part
    note: Part
    past: Part
    told_of_the_past: tuple[Wording, ...]
    limiting: Part
    never: tuple[Wording, ...]
    against: tuple[Wording, ...]
    harming: tuple[Wording, ...]
    forbidding: tuple[Wording, ...]
    people: tuple[tuple[Part, ...], ...]
    states: tuple[Part, ...]
    animals: Part
    crosses: frozenset[str]

    def falsifies(self, line: str) -> bool:
        """Whether a line says that what stands below it is not so."""
        return bool(self.falsehood.spans_in(Words.of(line)))

    def clears(self, line: str) -> bool:
        """Whether a line says that what stands below it is so, whatever a line further up says."""
        return bool(self.truth.spans_in(Words.of(line))) and not self.falsifies(line)

    def warns(self, line: str) -> bool:
        """Whether what stands below a line is not to be done, or not for those of whom it speaks."""
        if self.crosses_out(line):
            return True
        words = Words.of(line)
        if line.endswith("?"):
            return self.asks_what_not(line) or bool(self.warning.spans_in(words))
        return bool(self.warning.spans_in(words) or self.denying.spans_in(words))

    def warns_as_title(self, title: str) -> bool:
        """Whether a whole document is about what is not to be done, by its title."""
        if title.endswith("?"):
            return self.asks_what_not(title)
        return self.crosses_out(title) or bool(self.title.spans_in(Words.of(title)))

    def asks_what_not(self, line: str) -> bool:
        """Whether a line is a question that what is not to be done, or does harm, answers."""
        words = Words.of(line)
        return line.endswith("?") and any(wording.found_in(words) for wording in (*self.forbidding, *self.harming))

    def forbids(self, sentence: str) -> bool:
        """Whether a sentence says by itself that something is not to be done, or does harm."""
        return bool(self.forbidding_itself.spans_in(Words.of(sentence)))

    def crosses_out(self, line: str) -> bool:
        """Whether a cross or the like stands in a line, which takes it back."""
        return not self.crosses.isdisjoint(line)

    def is_note(self, line: str) -> bool:
        """Whether a heading only says that what stands below it is a note on the text."""
        return bool(self.note.spans_in(Words.of(line)))

    def is_title(self, line: str, title: str) -> bool:
        """Whether a heading is the title of its document, which may have the name of its site beside it."""
        words, whole_title = " ".join(plain_words(line)), " ".join(plain_words(title))
        return f" {words} " in f" {whole_title} " and len(words) > len(whole_title) // 2

    def is_past(self, line: str, sentence: str) -> bool:
        """Whether a sentence tells below a line such as `History` how people were treated, and not what patients tell."""
        if not self.past.spans_in(Words.of(line)):
            return False
        words = Words.of(sentence)
        return any(wording.found_in(words) for wording in self.told_of_the_past)

    def people_in(self, words: Words, pair: int) -> frozenset[int]:
        """Tell by their numbers which people of a pair a text names, such as children of children and adults."""
        return frozenset(at for at, people in enumerate(self.people[pair]) if people.spans_in(words))


@cache
def quotable_words() -> QuotableWords:
    """Read what came with the package, once."""
    told = tomllib.loads(Path(__file__).with_name("quotable.toml").read_text(encoding="utf-8"))
    reader = WordingReader()
    for name in ("medicine", "danger"):
        reader.define(name, told[name])
    return QuotableWords(
        falsehood=reader.choice(told["falsehood"]),
        truth=reader.choice(told["truth"]),
        warning=reader.choice(told["warning"]),
        denying=reader.choice(told["denying"]),
        forbidding_itself=reader.choice(told["forbidding_itself"]),
        after=reader.choice(told["taken_back_after"]),
        before=reader.choice(told["taken_back_before"]),
        below=reader.choice(told["taken_back_below"]),
        title=reader.choice(told["denying_title"]),
        note=reader.choice(told["note"]),
        past=reader.choice(told["past"]),
        told_of_the_past=tuple(map(reader.read, told["told_of_the_past"])),
        limiting=reader.choice(told["limiting"]),
        never=tuple(reader.read(row) for name in _NEVER for row in told[name]),
        against=tuple(map(reader.read, told["against"])),
        harming=tuple(map(reader.read, told["harming"])),
        forbidding=tuple(map(reader.read, told["forbidding"])),
        people=tuple(tuple(map(reader.choice, pair)) for pair in told["people"]),
        states=tuple(map(reader.choice, told["states"])),
        animals=reader.choice(told["animals"]),
        crosses=frozenset(told["crosses"]),
    )
