"""Words that no sentence for a reader may hold: doses, promises, orders about drugs, and what else the house rules name."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from isthmus.errors import Fault
from isthmus.guide.writing import Written

__all__ = ["HouseRule", "check_words"]


@dataclass(frozen=True)
class HouseRule:
    """Phrases, why they are not for readers, and what to write instead.

    Where `near` is given, a phrase counts only within `within` words of one of them; a sentence that holds one of
    `unless` is left alone; `register` is set where the rule is for one kind of reader.
    """

    id: str
    why: str
    remedy: str
    words: tuple[str, ...]
    near: tuple[str, ...] = ()
    within: int = 1
    unless: tuple[str, ...] = ()
    register: str | None = None

    def finds(self, text: str) -> str | None:
        """Find the first phrase of the rule in a text, as it is written there."""
        plain = text.lower().replace("\u2019", "'")
        if self.unless and self._excuse.search(plain):
            return None
        found = self._pattern.search(plain)
        return None if found is None else next(filter(None, found.groups()))

    @cached_property
    def _excuse(self) -> re.Pattern[str]:
        return re.compile(_either(self.unless))

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        phrase = f"({_either(self.words)})"
        if not self.near:
            return re.compile(phrase)
        gap, near = rf"(?:\W+[\w'-]+){{0,{self.within - 1}}}\W+", _either(self.near)
        return re.compile(rf"{phrase}{gap}{near}|{near}{gap}{phrase}")


def check_words(written: Iterable[Written], rules: Sequence[HouseRule]) -> Iterator[Fault]:
    """Hold every text against the house rules on words."""
    for text in written:
        for rule in rules:
            if rule.register in {None, text.register} and (phrase := rule.finds(text.text)):
                yield Fault(text.where, f"`{phrase}`: {rule.why} ({rule.id}).", rule.remedy)


def _either(phrases: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(_phrase, phrases))})"


def _phrase(phrase: str) -> str:
    """Make a pattern of a phrase; `N` is any number, and a word that ends in `*` may go on."""
    words = (r"\d[\d.,]*" if word == "N" else re.escape(word).replace(r"\*", r"[\w'-]*") for word in phrase.split())
    whole = r"[\s-]*".join(words) if phrase.startswith("N ") else r"\s+".join(words)
    before = r"(?<![\w'])" if phrase[:1].isalnum() else ""
    after = r"(?![\w'])" if phrase[-1:].isalnum() or phrase.endswith("*") else ""
    return f"{before}{whole}{after}"
