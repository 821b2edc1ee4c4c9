"""The letters of the symbol fonts of Word, which stand in its documents as numbers that mean nothing in any other font."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from isthmus.corpus.furniture import LEFT_OUT

__all__ = ["symbol", "without_private_letters"]

_PRIVATE = 0xF000  # where Word puts the letters of a symbol font
_PRIVATE_LETTER = re.compile("[\uf020-\uf0ff]")


def _table(rows: Mapping[int, str]) -> Mapping[int, str]:
    return MappingProxyType({first + at: letter for first, row in rows.items() for at, letter in enumerate(row)})


_SYMBOL = _table(
    {
        0x20: " !∀#∃%&∋()∗+,−./0123456789:;<=>?",  # noqa: RUF001 - as the font has them
        0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
        0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",  # noqa: RUF001 - as the font has them
        0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…",  # noqa: RUF001 - as the font has them
        0xC4: "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊",  # noqa: RUF001 - as the font has them
        0xE2: "®©™∑",
    }
)
_WINGDINGS = _table(
    {0x6C: "●", 0x6E: "■", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←↑→↓", 0xFB: "✗✓☒☑"}
)  # fmt: skip
_FONTS: Mapping[str, Mapping[int, str]] = MappingProxyType({"symbol": _SYMBOL, "wingdings": _WINGDINGS})
_OF_ANY_FONT = _table({0xA7: "▪", 0xB7: "•"})  # bullets that were copied from elsewhere


def symbol(font: str, code: int) -> str:
    """Tell the letter that a font of symbols shows for a number, or that one is left out where it is not known.

    >>> symbol("Symbol", 0xF0B3), symbol("Wingdings", 0xFB), symbol("Webdings", 0x30)
    ('≥', '✗', '[left out]')
    """
    return _FONTS.get(font.lower(), _OF_ANY_FONT).get(code - _PRIVATE if code >= _PRIVATE else code, LEFT_OUT)


def without_private_letters(words: str, font: str) -> str:
    """Write the letters of a symbol font that stand among words as what they show."""
    return _PRIVATE_LETTER.sub(lambda found: symbol(font, ord(found[0])), words)
