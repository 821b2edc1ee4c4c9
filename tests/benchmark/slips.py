"""Slips of the finger as people make them: a letter left out, doubled or changed with its neighbour, or a wrong vowel."""

import re
from random import Random

__all__ = ["mistyped"]

_WORD = re.compile(r"[A-Za-z]{5,}")
_VOWELS = "aeiou"
_KINDS = ("left out", "swapped", "doubled", "wrong vowel")


def mistyped(text: str, slips: int, seed: int = 0) -> str:
    """Write a text with slips in some of its words of five letters and more, each in another word; the first letter stays.

    >>> mistyped("Does a brace help?", 1)
    'Does a bruce help?'
    """
    dice = Random(f"{text}{seed}")  # noqa: S311 - no secret
    words = list(_WORD.finditer(text))
    for found in sorted(dice.sample(words, min(slips, len(words))), key=re.Match.start, reverse=True):
        text = text[: found.start()] + _slip(found.group(), dice) + text[found.end() :]
    return text


def _slip(word: str, dice: Random) -> str:
    kind, at = dice.choice(_KINDS), dice.randrange(1, len(word) - 1)
    vowels = [place for place, letter in enumerate(word) if place and letter in _VOWELS]
    match kind:
        case "swapped":
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case "doubled":
            return word[:at] + word[at] + word[at:]
        case "wrong vowel" if vowels:
            at = dice.choice(vowels)
            return word[:at] + dice.choice(_VOWELS.replace(word[at], "")) + word[at + 1 :]
        case _:
            return word[:at] + word[at + 1 :]
