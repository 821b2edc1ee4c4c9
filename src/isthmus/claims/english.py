"""Which words are English, by a dictionary that is opened when it is first asked."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spellchecker import SpellChecker

__all__ = ["is_english"]


def is_english(word: str) -> bool:
    """Whether a word in small letters stands in a dictionary of English, which is short of British spellings.

    >>> is_english("ladder"), is_english("laddre")
    (True, False)
    """
    return bool(_dictionary().known([word]))


@cache
def _dictionary() -> "SpellChecker":
    from spellchecker import SpellChecker  # noqa: PLC0415 - a quarter of a second, and most questions need none

    return SpellChecker(language="en", distance=1)
