"""Given names, told by where they stand in a text; whoever is the only one named is read as `he` or `she`."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

__all__ = ["GivenNames"]

_Words = frozenset[str]
_NONE: _Words = frozenset()

_LARGE = r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+(?:-[A-Z][a-z]+)?"
_NAME = rf"\b(?P<name>{_LARGE})"
_OWNS = r"['\N{RIGHT SINGLE QUOTATION MARK}]s"
_IS = rf"(?: is| was| turned| who is|{_OWNS})(?: just| now| only)?"
_AGE = r"(?P<age>\d{1,2})"
_ENDS = r"(?:[MFmf]\b|(?=[),.;:!?]|$| (?:and|now|years?|yrs?|yo|with|but|who|so)\b))"
# What follows `Tom's` where that is short for `Tom is` or `Tom has`.
_BEHIND_IS = r"(?= (?:had|been|got|not|in|on|now|only|just|still|always|very|already|a|an|the|out|off)\b| \d)"
_MY = r"(?:\b[Mm]y |\b[Oo]ur )?"
_WHO_ASKS = re.compile(
    rf"(?P<i>\b(?:I am|I['\N{{RIGHT SINGLE QUOTATION MARK}}]?m|[Ii]m)) (?P<own>{_LARGE}),? \(?(?=\d{{1,2}}\b)"
    rf"|(?P<before>^|[.!?] )(?P<here>{_LARGE}) here,? \(?(?=\d{{1,2}}\b)"
)
_CANDIDATE = re.compile(rf"\b{_LARGE}")
_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_BEFORE = re.compile(r"(?:([\w']+) )?([\w']+) \Z")
_NEAR = 60
"""How many characters before a name are looked at."""
_SHE, _HE = ("she", "her", "her"), ("he", "him", "his")


@dataclass(frozen=True)
class GivenNames:
    """The places in which a word with a capital is a name: behind `kin`, before an age, between what `asks` and what one `does`.

    And before what is `owned`, which may be `described`, or where a sentence opens with it and what it `has`. Words of
    `never` are no names, nor is anything right behind a word of `never_after`. An age by itself, as in `Emma, 15,`, may be
    that of who asks, unless the text speaks of a `third`. `toward` stands before `him` and `her`; `she` tells a woman.
    """

    kin: _Words = _NONE
    asks: _Words = _NONE
    does: _Words = _NONE
    owned: _Words = _NONE
    described: _Words = _NONE
    has: _Words = _NONE
    toward: _Words = _NONE
    never_after: _Words = _NONE
    never: _Words = _NONE
    she: _Words = _NONE
    third: _Words = _NONE

    def beside(self, words: Iterable[str]) -> "GivenNames":
        """Take words that mean something for no names."""
        return replace(self, never=self.never.union(words))

    def names_in(self, text: str) -> tuple[str, ...]:
        """Tell whom a text names, each once and in order.

        >>> GivenNames(kin=frozenset({"son"})).names_in("My son Tom and my son Ben have a slip.")
        ('Tom', 'Ben')
        """
        written = frozenset(_WORD.findall(text))
        may_be = {word for word in _CANDIDATE.findall(text) if self._may_be_a_name(word, written)}
        found = self._found(text, written) if self.kin and may_be else ()  # nearly always there is none
        return tuple(dict.fromkeys(name for _, name in sorted(found) if name in may_be))

    def read(self, text: str) -> str:
        """Read a text with a pronoun in place of the name, where it names one person; behind `my son` and `I am`, with nothing.

        >>> names = GivenNames(kin=frozenset({"son"}), asks=frozenset({"should"}), does=frozenset({"rest"}))
        >>> names.read("My son Tom is 14. Should Tom rest?")
        'My son is 14. Should he rest?'
        """
        text = _WHO_ASKS.sub(self._who_asks, text)
        names = self.names_in(text)
        return self._without(names[0], text) if len(names) == 1 else text

    def _who_asks(self, found: re.Match[str]) -> str:
        """Leave out the name of who asks before an age: `I'm Tom, 16` tells the same as `I'm 16`."""
        name = found["own"] or found["here"]
        if not (self.kin and self._may_be_a_name(name, ())):
            return found.group()
        return f"{found['i']} " if found["own"] else f"{found['before']}I am "

    def _may_be_a_name(self, word: str, written: Collection[str]) -> bool:
        small = word.lower()
        return small not in written and self.never.isdisjoint((small, small.removesuffix("s")))

    def _found(self, text: str, written: frozenset[str]) -> Iterator[tuple[int, str]]:
        """Find each place that may be one of a name, and what is written there."""
        of_a_third = not written.isdisjoint(self.third | self.she)
        for frame in (*self._frames, self._aged) if of_a_third else self._frames:
            for match in frame.finditer(text):
                start = match.start("name")
                if not self._stands_elsewhere(text[max(0, start - _NEAR) : start]):
                    yield start, match["name"]

    def _stands_elsewhere(self, before: str) -> bool:
        """Whether a place or who asks is named behind such words, or something of several words with capitals."""
        found = _BEFORE.search(before)
        if found is None:
            return False
        two, one = found.group().lower().strip(), found[2]
        asks_or_kin = self.asks | self.kin | {"my", "our"}
        large = one[0].isupper() and one.lower() not in asks_or_kin
        return large or not self.never_after.isdisjoint((two, one.lower()))

    @cached_property
    def _frames(self) -> tuple[re.Pattern[str], ...]:
        kin, asks, does, owned, described, has = map(
            _any_of, (self.kin, self.asks, self.does, self.owned, self.described, self.has)
        )
        return tuple(
            re.compile(pattern)
            for pattern in (
                rf"\b{kin} {_NAME}\b",
                rf"\b{kin}, {_NAME},",
                rf"{_NAME}(?: \(|,?{_IS} ){_AGE}{_ENDS}",
                rf"{_NAME}, {_AGE}, (?:is|was|who|{has}|{does})\b",
                rf"\b(?i:my|our) {_NAME}, {_AGE}{_ENDS}",
                rf"\b(?i:my|our) {_NAME} (?:to )?{does}\b",
                rf"\b{asks} {_NAME} {does}\b",
                rf"{_NAME}{_OWNS} (?:{described} )*{owned}\b",
                rf"(?:^|[.!?] ){_NAME} {has} (?:{described} )*{owned}\b",
                rf"(?:^|[.!?] ){_NAME}{_OWNS} (?:had|got) (?:{described} )*{owned}\b",
            )
        )

    @cached_property
    def _aged(self) -> re.Pattern[str]:
        return re.compile(rf"{_NAME}, (?:aged? )?{_AGE}{_ENDS}")

    def _without(self, name: str, text: str) -> str:
        he, him, his = _HE if self.she.isdisjoint(map(str.lower, _WORD.findall(text))) else _SHE
        kin, toward, named = _any_of(self.kin), _any_of(self.toward), rf"\b{re.escape(name)}"
        for pattern, said in (
            (rf"\b({kin})(?:, {named},| {named}(?:\b(?!['\N{{RIGHT SINGLE QUOTATION MARK}}])|(?={_OWNS})))", r"\1"),
            (rf"{_MY}{named}(?: \(|, (?:aged? )?)(\d{{1,2}}[MFmf]?\b)\)?", rf"{he} is \1"),
            (rf"{_MY}{named}{_OWNS}{_BEHIND_IS}", f"{he}'s"),
            (rf"{_MY}{named}{_OWNS}", his),
            (rf"\b({toward}) {_MY}{named}\b", rf"\1 {him}"),
            (rf"{_MY}{named}\b", he),
        ):
            text = re.sub(pattern, said, text)
        return text


def _any_of(words: Iterable[str]) -> str:
    """Match any of some words in small or large letters, the longest first; of none, nothing."""
    return f"(?i:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True)) or '(?!)'})"
