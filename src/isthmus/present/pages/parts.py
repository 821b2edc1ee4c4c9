"""The parts that all pages are made of: colours by what they mean, with the contrast that each really has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Colour", "PartsPage", "contrast", "parts_page"]

TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of what has to be seen to be used or understood.

Source:
    Web Content Accessibility Guidelines 2.2, criteria 1.4.3 and 1.4.11.
"""

_ROLES: Sequence[tuple[str, str, str, float]] = (
    ("ink", "text", "paper", TEXT),
    ("ink-2", "second text", "paper", TEXT),
    ("ink-3", "notes and marks", "paper", TEXT),
    ("ink-3", "notes and marks on a quiet ground", "wash", TEXT),
    ("sea", "what you can act on, data, your place", "paper", TEXT),
    ("sea", "the same, chosen", "sea-wash", TEXT),
    ("on-sea", "words on a button", "sea", TEXT),
    ("rule-strong", "borders of fields", "paper", SHAPE),
    ("alarm-ink", "emergency words, and errors in a form", "paper", TEXT),
    ("on-alarm", "words on the emergency block", "alarm", TEXT),
    ("care", "see a clinician", "care-wash", TEXT),
    ("on-care", "words on the head of that", "care", TEXT),
    ("doubt", "we do not answer, or nobody counted", "doubt-wash", TEXT),
    ("on-hi", "a marked passage", "hi", TEXT),
    ("focus", "where the keyboard is", "paper", SHAPE),
)
_LIGHT, _DARK = ":root {", ':root[data-theme="dark"] {'
_COLOUR = re.compile(r"--([\w-]+):\s*#([0-9a-f]{6})")
_LINEAR_UP_TO = 0.04045
_SHARES = (0.2126, 0.7152, 0.0722)


@dataclass(frozen=True)
class Colour:
    """A colour by its role: what it means, on which ground, the least contrast it needs, and what it has in each theme."""

    name: str
    means: str
    on: str
    needs: float
    light: float
    dark: float

    @property
    def holds(self) -> bool:
        """Whether it has the contrast it needs, in both."""
        return min(self.light, self.dark) >= self.needs


@dataclass(frozen=True)
class PartsPage:
    """Everything of the parts that is not the parts themselves."""

    colours: tuple[Colour, ...]


def parts_page(tokens: str) -> PartsPage:
    """Work out what the tokens of our style sheets come to.

    Args:
        tokens: The sheet that gives every colour its value, light and dark.
    """
    light, dark = _colours(tokens, _LIGHT), _colours(tokens, _DARK)
    return PartsPage(
        tuple(
            Colour(name, means, on, needs, contrast(light[name], light[on]), contrast(dark[name], dark[on]))
            for name, means, on, needs in _ROLES
        )
    )


def _colours(tokens: str, selector: str) -> Mapping[str, str]:
    """Find the colours that are set for a selector, in all its blocks."""
    blocks = (block.partition("}")[0] for block in tokens.split(selector)[1:])
    return {name: value for block in blocks for name, value in _COLOUR.findall(block)}


def contrast(one: str, other: str) -> float:
    """Measure the contrast of two colours, 1 to 21.

    Args:
        one: As six hexadecimal digits: red, green, blue.
        other: The same.

    Source:
        Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio.

    >>> contrast("000000", "ffffff")
    21.0
    """
    dark, light = sorted(map(_luminance, (one, other)))
    return round((light + 0.05) / (dark + 0.05), 2)


def _luminance(colour: str) -> float:
    return sum(share * part for share, part in zip(_SHARES, _linear(colour), strict=True))


def _linear(colour: str) -> Iterator[float]:
    for at in (0, 2, 4):
        part = int(colour[at : at + 2], 16) / 255
        yield part / 12.92 if part <= _LINEAR_UP_TO else ((part + 0.055) / 1.055) ** 2.4
