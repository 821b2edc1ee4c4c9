"""Numbers in words written in figures, as `one and a half` and `another`."""

import re

__all__ = ["ANOTHER", "IN_WORDS", "ONE_MORE", "WORTH", "in_figures"]

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
_LARGE = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_TIMES = {"hundred": 100, "thousand": 1000}
_PARTS = {"dozen": 12, "couple": 2, "half": 0.5, "quarter": 0.25}

WORTH = {word: float(worth) for worth, word in enumerate(_SMALL.split())} | _LARGE | _TIMES | _PARTS
"""What each word for a number is worth."""

_WORD = rf"(?:{'|'.join(WORTH)})\b"
IN_WORDS = re.compile(rf"\b(?:{_WORD}(?:-| )?(?:(?<=half )an? )?(?:and (?:an? )?(?={_WORD}))?)+")
"""A number in words, with the space after it."""

ONE_MORE = ("second", "third", "fourth", "further", "single", "whole", "full", "extra")
"""What one more of something is called, after `a` or `the`."""
ANOTHER = re.compile(rf"\b(?:another|(?:an?|the) (?:{'|'.join(ONE_MORE)})|an? (?:few|pair of))\b")
"""What says one, or a few, without the word."""


def in_figures(found: re.Match[str]) -> str:
    """Write what `IN_WORDS` finds in figures, keeping the space after it.

    >>> [IN_WORDS.sub(in_figures, text) for text in ("one hundred pills", "one and a half pills", "five")]
    ['100 pills', '1.5 pills', '5']
    """
    words = re.findall(r"[a-z]+", found.group())
    total = 0.0
    for worth in (WORTH[word] for word in words if word in WORTH):
        total = max(total, 1) * worth if worth in _TIMES.values() else total + worth
    spaced = found.group()[-1] in " -"
    return f"{total:g}{' ' if spaced else ''}"
