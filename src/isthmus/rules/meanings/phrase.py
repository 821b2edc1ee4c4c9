"""Words for an expression, as prose puts them together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from isthmus.terms import period_of

__all__ = ["Joined", "Phrase", "listed", "quoted", "stated", "with_unit"]

Joined = Literal["", "and", "or", "sum", "other"]
"""What holds a phrase of several parts together; parts that are held by something else stand in parentheses."""

_OPPOSITE: Mapping[Joined, Joined] = {"and": "or", "or": "and"}


@dataclass(frozen=True)
class Phrase:
    """Words for an expression: as a thing; and, of a truth, for that it holds and for that it does not.

    Attributes:
        noun: What it is called, such as `age`; of a truth, empty where it has no name.
        holds: Of a truth, that it is true.
        fails: Of a truth, that it is false; what is not known is neither.
        joined: What holds the parts together when it is true; when it is false, `and` and `or` change places.
        parts: What `and` or `or` holds together when it is true.
        about: Of a statement, what it is about: parts about the same thing name it once.
        says: Of a statement, what it says of that thing, and the contrary, each beginning with `is`.
        hangs_on: What it must be known of to be known itself, where that is one thing alone.
        sure: How it is said where that thing is known.
        cases: Of a choice, each value with its condition, in their order, and last the value without one.
        unit: Of a number, its unit, for a bare number that stands against it.
        choices: The words for the values it may have, with their quotation marks.
        word: Of a literal in quotes, the value.
        items: Of literals in braces, each of them.
        bare: Whether it is a number that is written, and so has no unit yet.
        moment: Whether it is a point in time, which is before another and not under it.
        certain: Whether it is never unknown.
        known: False of `null` alone.
    """

    noun: str = ""
    holds: str = ""
    fails: str = ""
    joined: Joined = ""
    parts: tuple["Phrase", ...] = ()
    about: str = ""
    says: tuple[str, str] = ("", "")
    hangs_on: str = ""
    sure: "Phrase | None" = None
    cases: tuple[str, ...] = ()
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    word: str | None = None
    items: tuple["Phrase", ...] = ()
    bare: bool = False
    moment: bool = False
    certain: bool = False
    known: bool = True

    @property
    def text(self) -> str:
        """Its words on their own: of a truth, that it holds."""
        return self.holds or self.noun

    @property
    def so(self) -> str:
        """That it is true."""
        if self.holds:
            return self.holds
        return f"{self.noun} holds" if self.known else "this is not known"

    @property
    def not_so(self) -> str:
        """That it is false."""
        if self.fails:
            return self.fails
        return f"{self.noun} does not hold" if self.known else "this is not known"

    @property
    def thing(self) -> str:
        """What it is called; of a truth without a name, `whether` it holds."""
        return self.noun or f"whether {self.holds}"

    @property
    def part(self) -> str:
        """What it is called as part of a sum, in parentheses where it is one itself."""
        return f"({self.thing})" if self.joined == "sum" else self.thing

    def parts_in(self, joined: Joined) -> tuple["Phrase", ...]:
        """Its parts where the same word holds them together as the longer phrase; otherwise itself as one part."""
        return self.parts if self.parts and self.joined == joined else (self,)

    def so_in(self, joined: Joined) -> str:
        """That it is true, as part of a longer phrase."""
        return self.so if self.joined in ("", joined) else f"({self.so})"

    def not_so_in(self, joined: Joined) -> str:
        """That it is false, as part of a longer phrase."""
        held = _OPPOSITE.get(self.joined, self.joined)
        return self.not_so if held in ("", joined) else f"({self.not_so})"

    def opposite(self) -> "Phrase":
        """That the other of the two is so."""
        held = _OPPOSITE.get(self.joined, self.joined)
        so, not_so = self.says
        return Phrase(
            holds=self.not_so,
            fails=self.so,
            joined=held,
            about=self.about,
            says=(not_so, so),
            hangs_on=self.hangs_on,
            certain=self.certain,
        )

    def goes_with(self, other: "Phrase", joined: Joined) -> bool:
        """Whether it and another are statements about one thing that `and` or `or` may hold together in one breath."""
        return bool(self.about) and self.about == other.about and {self.joined, other.joined} <= {"", joined}

    def with_also(self, other: "Phrase", joined: Joined) -> "Phrase":
        """Both in one breath: `age is at least 3 years and under 6 years`."""
        words = (joined, _OPPOSITE[joined])
        pairs = zip(words, self.says, other.says, strict=True)
        so, not_so = (f"{mine} {word} {theirs.removeprefix('is ')}" for word, mine, theirs in pairs)
        return replace(
            stated(self.about, so, not_so, certain=self.certain and other.certain),
            joined=joined,
            hangs_on=self.hangs_on if self.hangs_on == other.hangs_on else "",
        )

    def beside(self, other: "Phrase") -> "Phrase":
        """The same value as it is said beside another: a bare number with its unit, a word in the other's words."""
        if self.items:
            return replace(self, items=tuple(item.beside(other) for item in self.items))
        if self.word is not None:
            return replace(self, noun=other.choices.get(self.word) or quoted(self.word))
        return replace(self, noun=with_unit(self.noun, other.unit)) if self.bare else self


def stated(about: str, so: str, not_so: str, *, certain: bool) -> Phrase:
    """State something of a thing, and the contrary."""
    return Phrase(holds=f"{about} {so}", fails=f"{about} {not_so}", about=about, says=(so, not_so), certain=certain)


def with_unit(number: str, unit: str) -> str:
    """Write a number with its unit.

    >>> with_unit("1", "months"), with_unit("50", "%"), with_unit("2", "")
    ('1 month', '50%', '2')
    """
    if unit == "%":
        return f"{number}%"
    return f"{number} {(period_of(unit) if number == '1' else None) or unit}".rstrip()


def quoted(words: str | Decimal) -> str:
    """Put words in quotation marks."""
    return f"\N{LEFT DOUBLE QUOTATION MARK}{words}\N{RIGHT DOUBLE QUOTATION MARK}"


def listed(words: Iterable[str], joined: str) -> str:
    """Write words in a row.

    >>> listed(["a", "b", "c"], "or")
    'a, b or c'
    """
    *first, last = words
    return f"{', '.join(first)} {joined} {last}" if first else last
