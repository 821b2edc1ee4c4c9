"""Words that stand in no dictionary of English and in no list of ours."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from isthmus.errors import Fault
from isthmus.guide.writing import Written

__all__ = ["check_spelling"]

_WORD = re.compile(r"(?<![\w-])[A-Za-z][a-z'\u2019]+(?:-[a-z'\u2019]+)*(?![\w-])")
_POSSESSIVE = re.compile(r"(?:'s|s')$")


def check_spelling(
    written: Iterable[Written],
    known: Iterable[str],
    is_english: Callable[[str], bool],
    british: Sequence[tuple[str, str]] = (),
) -> Iterator[Fault]:
    """Find words that nobody knows.

    Args:
        written: The texts.
        known: Words in small letters that are right though a dictionary may lack them, such as those of the glossary.
        is_english: Whether a dictionary holds a word in small letters.
        british: Parts of words as they are spelt in Britain, each with its American twin, for a dictionary that is
            short of the former.
    """
    ours = set(known)
    places: dict[str, str] = {}
    for text in written:
        for word in _words(text.text):
            places.setdefault(word, text.where)
    for word in sorted(places.keys() - ours):
        if not any(map(is_english, (word, *_twins(word, british)))):
            what = f"`{word}` stands in no dictionary."
            yield Fault(places[word], what, "Mend it, or add it to `known` in house_words.yaml.")


def _twins(word: str, british: Sequence[tuple[str, str]]) -> Iterator[str]:
    for here, there in british:
        if here in word:
            yield word.replace(here, there)


def _words(text: str) -> Iterator[str]:
    """Take the words of a text apart at hyphens; names with figures or capitals within are left out."""
    for found in _WORD.finditer(text):
        for part in found.group().lower().replace("\u2019", "'").split("-"):
            word = _POSSESSIVE.sub("", part)
            if len(word) > 1:
                yield word
