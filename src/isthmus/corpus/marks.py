"""Ticks and crosses before a line, which say of its words that they are right or wrong, done or not done."""

import re
from typing import Literal

__all__ = ["Mark", "forbids", "mark_of"]

Mark = Literal["tick", "cross"]

_TICKS = "\N{CHECK MARK}\N{HEAVY CHECK MARK}\N{WHITE HEAVY CHECK MARK}\N{BALLOT BOX WITH CHECK}\N{THUMBS UP SIGN}"
_CROSSES = (
    "\N{BALLOT X}\N{HEAVY BALLOT X}\N{MULTIPLICATION X}\N{HEAVY MULTIPLICATION X}\N{CROSS MARK}"
    "\N{NEGATIVE SQUARED CROSS MARK}\N{BALLOT BOX WITH X}\N{NO ENTRY}\N{NO ENTRY SIGN}\N{THUMBS DOWN SIGN}"
)
_TIMES = "\N{MULTIPLICATION SIGN}"
_FORM = "\N{VARIATION SELECTOR-16}?"  # draws a sign in colours
_DASH = r"\s*[:\N{EN DASH}\N{EM DASH}-]\s+"
_TICK = re.compile(rf"(?:[{_TICKS}]{_FORM}\s*|YES{_DASH})(?=\w)")
# A cross that is typed is a letter or the sign of multiplication; "X ray", "x axis" and "x 10" are none.
_CROSS = re.compile(rf"(?:[{_CROSSES}]{_FORM}\s*|NO{_DASH}|{_TIMES}\s*(?=[^\W\d])|x\s+(?=[A-Z]))(?=\w)")
_CAPITAL = re.compile(r"X\s+(?=[A-Z][a-z])(?!(?:Axis|Chromosome|Linked|Rays?)\b)")
_FIRST = frozenset(f"{_TICKS}{_CROSSES}{_TIMES}NXYx")  # what any mark begins with
_FORBIDS = re.compile(
    r"(?:please )?(?:avoid|do not|don['\N{RIGHT SINGLE QUOTATION MARK}]t|never|no(?!-))\b", re.IGNORECASE
)


def mark_of(words: str) -> tuple[Mark | None, int]:
    """Tell the mark at the beginning of a line, and how many characters it takes with the space behind it.

    >>> mark_of("\N{HEAVY CHECK MARK} Swim"), mark_of("x Run downhill"), mark_of("X Rays are done"), mark_of("Swim")
    (('tick', 2), ('cross', 2), (None, 0), (None, 0))
    """
    if words[:1] not in _FIRST:
        return None, 0
    if found := _TICK.match(words):
        return "tick", found.end()
    if found := _CROSS.match(words) or _CAPITAL.match(words):
        return "cross", found.end()
    return None, 0


def forbids(words: str) -> bool:
    """Tell whether words, behind a mark or not, bid not to do a thing, so that they say the same without a cross.

    >>> forbids("Do not run downhill"), forbids("Run downhill")
    (True, False)
    """
    return _FORBIDS.match(words, mark_of(words)[1]) is not None
