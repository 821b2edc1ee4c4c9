"""Names that hold a number, such as a vertebral level: L5, L5-S1, the fifth lumbar vertebra."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from isthmus.answer.verify.tokens import Text

__all__ = ["Level", "levels_in"]

_LEVEL = re.compile(r"([clts])(\d{1,2})(?:-([clts]?)(\d{1,2}))?")
_REGIONS = {"lumbar": "l", "sacral": "s", "thoracic": "t", "cervical": "c"}
_NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_ORDINALS = _NTHS.split()
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_COUNTS = _NUMBERS.split()
_NTH = re.compile(r"(\d+)(?:st|nd|rd|th)")


@dataclass(frozen=True)
class Level:
    """A name with a number in it at one place; vertebral levels have one name however they are written."""

    name: str
    at: int
    written: str
    vertebral: bool


def levels_in(text: Text) -> Iterator[Level]:
    """Read every name that holds a number.

    >>> from isthmus.answer.verify.tokens import read_text
    >>> [level.name for level in levels_in(read_text("the fifth lumbar vertebra, L4/5 and COVID-19"))]
    ['l5', 'l4-l5', 'covid-19']
    """
    for at, token in enumerate(text.tokens):
        if token.text in _REGIONS:
            yield from _spoken(text, at)
        elif token.text[-1].isdigit() and not token.text[0].isdigit():
            yield _named(text, at)
        elif token.text[0].isdigit() and not token.text[-1].isdigit():
            nth = _NTH.fullmatch(token.text)
            if nth is None or not _region_follows(text, at):
                yield Level(token.text, at, token.text, vertebral=False)


def _named(text: Text, at: int) -> Level:
    token = text.tokens[at]
    found = _LEVEL.fullmatch(token.text)
    if found is None:
        return Level(token.text, at, token.text, vertebral=False)
    region, number, other, to = found.groups()
    to = to or _after_stroke(text, at)
    name = f"{region}{number}" + (f"-{other or _next_region(region, number, to)}{to}" if to else "")
    return Level(name, at, token.text, vertebral=True)


def _after_stroke(text: Text, at: int) -> str | None:
    """Read the second number of `L4/5`."""
    token = text.tokens[at]
    found = re.match(r"/\s?(\d{1,2})\b(?![./]\d)", text.plain[token.start + len(token.text) :])
    return found.group(1) if found else None


def _next_region(region: str, number: str, to: str) -> str:
    """Name the region of the second number of `L5-1`, which lies below the last lumbar vertebra."""
    return {"c": "t", "t": "l", "l": "s"}.get(region, region) if int(to) < int(number) else region


def _spoken(text: Text, at: int) -> Iterator[Level]:
    region = _REGIONS[text.word(at)]
    before = text.word(at - 1)
    nth = _NTH.fullmatch(before)
    number = int(nth.group(1)) if nth else _ORDINALS.index(before) + 1 if before in _ORDINALS else None
    after = text.word(at + 1)
    if number is None and after in _COUNTS:
        number = _COUNTS.index(after) + 1
    if number is not None:
        yield Level(f"{region}{number}", at, f"{before} {text.word(at)}", vertebral=True)


def _region_follows(text: Text, at: int) -> bool:
    return text.word(at + 1) in _REGIONS
