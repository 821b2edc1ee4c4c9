"""Numbers that a keyboard puts into one character, such as a half or a raised two, written in plain figures."""

import re
import unicodedata
from decimal import Decimal

__all__ = ["in_plain_figures"]

_ODD = "".join(c for c in map(chr, range(0x3300)) if unicodedata.category(c) == "No")
"""All but those of old scripts."""
_FRACTIONS = frozenset(c for c in _ODD if unicodedata.decomposition(c).startswith("<fraction>"))
_FRACTION = re.compile(rf"(?:(\d+)\s?)?([{''.join(sorted(_FRACTIONS))}])")
_FIGURES = re.compile(rf"[{_ODD}]+")
_HALF = "\N{VULGAR FRACTION ONE HALF}"
_PLACES = Decimal("0.01")


def in_plain_figures(text: str) -> str:
    r"""Write fractions as decimals, and raised, lowered or circled figures as figures, apart from what stands before.

    >>> in_plain_figures("15\N{VULGAR FRACTION ONE HALF}, grade \N{CIRCLED DIGIT TWO}")
    '15.5, grade 2'
    >>> in_plain_figures("\N{VULGAR FRACTION ONE HALF} a year")
    'half a year'
    """
    return _FIGURES.sub(_as_figures, _FRACTION.sub(_as_decimal, text))


def _as_decimal(found: re.Match[str]) -> str:
    whole, fraction = found.groups()
    if not whole and fraction == _HALF:
        return "half"
    return f"{Decimal(whole or 0) + Decimal(unicodedata.numeric(fraction)).quantize(_PLACES):f}".rstrip("0")


def _as_figures(found: re.Match[str]) -> str:
    before = found.string[: found.start()][-1:]
    return f"{' ' if before.isalnum() else ''}{unicodedata.normalize('NFKC', found.group())}"
