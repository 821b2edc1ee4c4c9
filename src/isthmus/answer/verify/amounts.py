"""Every number of a text with its unit, its bound and what else it may stand for, so that amounts can be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from isthmus.answer.verify.tokens import Text
from isthmus.answer.verify.words import PEOPLE, UNITS
from isthmus.guide import numbers_in

__all__ = ["Amount", "amounts_in", "ranges_in"]

Meaning = tuple[str, Decimal | str, str]
"""What is measured, how much in the smallest unit, and how it is bounded."""

_JOINS = frozenset({"to", "and", "or", "-", "until", "versus", "vs", "against", "through"})
_LEADING = {"grade", "grades", "stage", "stages", "type", "phase", "class", "meyerding", "level"}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_AGES = {"age", "aged", "ages"}
_LOW_BEFORE = (("at", "least"), ("more", "than"), ("minimum", "of"), ("over",), ("above",), (">",), ("\u2265",),
               ("exceeding",), ("longer", "than"), ("older", "than"), ("greater", "than"), ("higher", "than"), ("beyond",))  # fmt: skip
_HIGH_BEFORE = (("at", "most"), ("less", "than"), ("fewer", "than"), ("up", "to"), ("maximum", "of"), ("under",),
                ("below",), ("<",), ("\u2264",), ("within",), ("shorter", "than"), ("younger", "than"), ("lower", "than"))  # fmt: skip
_LOW_AFTER = (("or", "more"), ("or", "older"), ("or", "over"), ("or", "longer"), ("and", "over"), ("and", "older"))
_HIGH_AFTER = (("or", "less"), ("or", "fewer"), ("or", "under"), ("or", "younger"), ("and", "under"), ("or", "below"))
_COUNTED = frozenset({"patients", "people", "persons", "those", "anyone", "everyone", "all"})
_ABOUT = frozenset({"about", "almost", "nearly", "around", "roughly", "approximately", "some", "over", "just"})
_RATIO_WORDS = frozenset({"of", "in", "out"})
_TIMES = {"time", "calendar"}
_HUNDRED = Decimal(100)
_MOST_ROUNDED = Decimal(10) ** 12


@dataclass(frozen=True)
class Amount:
    """A number at one place.

    `meanings` are the ways in which another amount may bear it out: any that both share.
    """

    values: tuple[Decimal, ...]
    at: int
    end: int
    written: str
    unit: str = ""
    bound: str = ""
    about: bool = False

    @property
    def may_be_year(self) -> bool:
        """Tell whether it may be a year of our time."""
        return not self.unit and len(self.written) == len("2026") and self.written[:2] in {"19", "20"}

    def meanings(self, *, bears_out: bool) -> Iterator[Meaning]:
        """Say what it may stand for; what bears out another amount also does so rounded, or without its unit."""
        measured, factor = UNITS.get(self.unit, ("", Decimal(1)))
        for value in self.values:
            yield measured, (value * factor).normalize(), self.bound
            if bears_out or not self.unit:
                yield "any", value.normalize(), self.bound
            if (bears_out or self.about) and value < _MOST_ROUNDED:
                yield f"about {measured}", (value.quantize(Decimal(1), ROUND_HALF_UP) * factor).normalize(), self.bound


def amounts_in(text: Text) -> tuple[Amount, ...]:
    """Read every amount of a text, in order.

    A number of a range or list has the unit that stands behind the last of them, as in `6 to 12 weeks`.
    """
    read = tuple(_numbers(text))
    united = _with_units(text, read)
    told = [amount for amount in united if not _is_base(text, amount)]
    return tuple(replace(amount, bound=_bound(text, amount), about=_is_about(text, amount)) for amount in told)


def ranges_in(text: Text, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Amount]]:
    """Pair the two ends of each range, such as `6 to 12 weeks`."""
    for low, high in pairwise(amounts):
        if _joined(text, low, high) and [token.text for token in text.tokens[low.end : high.at]] in ([], ["to"]):
            yield low, high


def _numbers(text: Text) -> Iterator[Amount]:
    places = {token.start: at for at, token in enumerate(text.tokens)}
    taken: set[int] = set()
    for said in numbers_in(text.plain):
        at = places.get(said.start)
        if at is not None:
            end = next((n for n in range(at, len(text.tokens)) if text.tokens[n].start >= said.end), len(text.tokens))
            taken.update(range(at, end))
            yield Amount(said.values, at, end, said.written)
    for at, token in enumerate(text.tokens):
        if at in taken:
            continue
        if token.text.isdecimal():
            yield Amount((Decimal(token.text),), at, at + 1, token.text)
        elif token.text in {"one", "a", "an"} and UNITS.get(text.word(at + 1), ("",))[0] in _TIMES:
            yield Amount((Decimal(1),), at, at + 1, token.text)
        elif token.text in _ROMAN and _leads(text, at):
            yield Amount((Decimal(_ROMAN[token.text]),), at, at + 1, token.text)


def _leads(text: Text, at: int) -> bool:
    return text.word(at - 1) in _LEADING


def _with_units(text: Text, amounts: Sequence[Amount]) -> list[Amount]:
    ordered = sorted(amounts, key=lambda amount: amount.at)
    united: list[Amount] = []
    for amount in reversed(ordered):
        after = united[-1] if united else None
        unit = _unit_of(text, amount)
        if not unit and after is not None and _joined(text, amount, after):
            unit = after.unit
        united.append(replace(amount, unit=unit))
    united.reverse()
    for n, (one, other) in enumerate(pairwise(united)):
        if not other.unit and one.unit in {*_LEADING, "years"} and _joined(text, one, other):
            united[n + 1] = replace(other, unit=one.unit)
    return united


def _unit_of(text: Text, amount: Amount) -> str:
    word = text.word(amount.end)
    if word in UNITS and word not in _LEADING:
        return word
    before = text.word(amount.at - 1)
    if before in _LEADING:
        return before
    of_hundred = word in _RATIO_WORDS and any(text.word(amount.end + step) in {"100", "hundred"} for step in (1, 2, 3))
    if of_hundred:
        return "%"
    return "years" if before in _AGES else ""


def _is_base(text: Text, amount: Amount) -> bool:
    """Tell whether a number is the hundred of `84 of 100`, which says no more than `%` does."""
    before = text.tokens[max(0, amount.at - 4) : amount.at]
    counted = [n for n, token in enumerate(before) if token.text in _RATIO_WORDS]
    return amount.values == (_HUNDRED,) and any(before[n - 1].text[0].isdigit() for n in counted if n)


def _is_about(text: Text, amount: Amount) -> bool:
    return text.word(amount.at - 1) in _ABOUT or (amount.unit == "%" and text.word(amount.end) in _RATIO_WORDS)


def _joined(text: Text, one: Amount, other: Amount) -> bool:
    between = text.tokens[one.end : other.at]
    same_clause = text.tokens[one.at].clause == text.tokens[other.at].clause
    return same_clause and len(between) <= 1 and all(token.text in _JOINS for token in between)


def _bound(text: Text, amount: Amount) -> str:
    before = [text.word(amount.at - step) for step in (3, 2, 1)]
    if text.word(amount.at - 1) in _LEADING or text.word(amount.at - 1) in _AGES:
        before = [text.word(amount.at - step) for step in (4, 3, 2)]
    if before[0] in {"no", "not"} and before[2] == "than":
        return {"more": "<", "longer": "<", "later": "<", "less": ">", "fewer": ">"}.get(before[1], "")
    after = amount.end + (1 if text.word(amount.end) in UNITS else 0)
    if before[2] == "over" and before[1] not in _AGES | _COUNTED and before[1] not in PEOPLE:
        return ""  # as in `over a year` and `over 300 people`, which is a course or a count
    if _stands_before(before, _LOW_BEFORE) or any(text.follows(after, *words) for words in _LOW_AFTER):
        return ">"
    if _stands_before(before, _HIGH_BEFORE) or any(text.follows(after, *words) for words in _HIGH_AFTER):
        return "<"
    return ""


def _stands_before(before: Sequence[str], phrases: Sequence[tuple[str, ...]]) -> bool:
    return any(tuple(before[-len(phrase) :]) == phrase for phrase in phrases)
