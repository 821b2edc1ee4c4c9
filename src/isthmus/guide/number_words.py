"""The numbers in a text, whether in digits, in words or as the grade of a slip."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

__all__ = ["NumberSaid", "numbers_in"]

_TEXTS = 4096
"""How many texts are kept with their numbers: each claim is held against many sentences."""
_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_PLAIN = {
    **{word: Decimal(at) for at, word in enumerate(_UNITS.split(), start=2)},
    **{word: Decimal(at * 10) for at, word in enumerate(_TENS.split(), start=2)},
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "dozen": Decimal(12),
    "twice": Decimal(2),
    "double": Decimal(2),
    "doubles": Decimal(2),
    "doubled": Decimal(2),
    "thrice": Decimal(3),
}
_PARTS_OF_ONE = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_HOW_MANY = {"one": 1, "two": 2, "three": 3, "four": 4}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_TENS_WORD, _UNITS_WORD = "|".join(_TENS.split()), "|".join(["one", *_UNITS.split()[:8]])

_TOKEN = re.compile(
    rf"""
      (?P<name>\b[A-Za-z]+\d[\w.]*(?:-[A-Za-z]*\d+)?\b|\b[A-Z]{{2,}}-\d+\b|\b\d+[A-Za-z]\w*)
    | \b(?:1|one)[ ](?:in|of)[ ](?:every[ ])?(?=\d|{"|".join(sorted(_PLAIN, key=len, reverse=True))})
    | (?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)
    | \bgrades?[ ](?P<grade>(?:[IV]+\b(?:[ ](?:to|or|and)[ ]|-|,[ ])?)+)
    | \b(?:(?P<many>one|two|three|four|an?)[ -])(?P<share>half|third|quarter|fifth|tenth)s?\b
    | \b(?P<half>half)\b
    | \b(?P<share_of>third|quarter)s?(?=[ ]of\b)
    | \b(?P<tens>{_TENS_WORD})-(?P<ones>{_UNITS_WORD})\b
    | \b(?P<word>{"|".join(sorted(_PLAIN, key=len, reverse=True))})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One thing that looks like a number; a name such as L5 or S1 is none, nor is the `one` of `one in five`."""


@dataclass(frozen=True)
class NumberSaid:
    """A number as it was written, and the values that would bear it out; a share is borne out by its percentage.

    It stands in its text from character `start` up to, not including, `end`.
    """

    written: str
    values: tuple[Decimal, ...]
    start: int
    end: int


@lru_cache(maxsize=_TEXTS)
def numbers_in(text: str) -> tuple[NumberSaid, ...]:
    """Read every number of a text, in order.

    >>> [said.written for said in numbers_in("About 84 of 100 with a break at L5, and one in five, did well.")]
    ['84', '100', 'five']
    """
    return tuple(said for found in _TOKEN.finditer(text) for said in _said(found))


def _said(found: re.Match[str]) -> tuple[NumberSaid, ...]:
    if found["grade"]:
        return tuple(_grades(found["grade"].upper(), found.start("grade")))
    values = _values({key: value.lower() for key, value in found.groupdict().items() if value is not None})
    return (NumberSaid(found.group(), values, *found.span()),) if values else ()


def _grades(grades: str, start: int) -> Iterator[NumberSaid]:
    for found in re.finditer(r"[IV]+", grades):
        if found.group() in _ROMAN:
            value = Decimal(_ROMAN[found.group()])
            yield NumberSaid(found.group(), (value,), start + found.start(), start + found.end())


def _values(parts: Mapping[str, str]) -> tuple[Decimal, ...]:
    match parts:
        case {"digits": digits}:
            return (Decimal(digits.replace(",", "")),)
        case {"share": share, **rest}:
            return _share(_HOW_MANY.get(rest.get("many", ""), 1), share)
        case {"half": share} | {"share_of": share}:
            return _share(1, share)
        case {"tens": tens, "ones": ones}:
            return (_PLAIN[tens] + _PLAIN.get(ones, Decimal(1)),)
        case {"word": word}:
            return (_PLAIN[word],)
        case _:
            return ()


def _share(many: int, share: str) -> tuple[Decimal, ...]:
    """Give a share of one as a part, in percent, and in percent to one decimal."""
    part = Decimal(many) / _PARTS_OF_ONE[share]
    return tuple(dict.fromkeys((part, Decimal(round(part * 100)), round(part * 100, 1))))
