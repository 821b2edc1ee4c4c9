"""Words that stand in no dictionary of English and in no list of ours."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from isthmus.errors import Fault, MissingLibrary
from isthmus.guide.writing import Written

__all__ = ["Dictionary", "check_spelling", "open_dictionary"]

Dictionary = Callable[[Iterable[str]], set[str]]
"""Given words in small letters, tells those it does not know."""

_WORD = re.compile(r"(?<![\w-])[A-Za-z][a-z'\u2019]+(?:-[a-z'\u2019]+)*(?![\w-])")
_POSSESSIVE = re.compile(r"(?:'s|s')$")


def open_dictionary() -> Dictionary:
    """Open the dictionary of English.

    Raises:
        MissingLibrary: The library that holds it is not installed.
    """
    try:
        from spellchecker import SpellChecker  # noqa: PLC0415 - an optional library of those who edit the words
    except ImportError as error:
        what = "It needs a library that is not installed."
        raise MissingLibrary(what, where="spelling", remedy="Run: pip install 'isthmus[editors]'.") from error
    checker = SpellChecker(language="en", distance=1)
    return lambda words: set(checker.unknown(words))


def check_spelling(
    written: Iterable[Written], known: Iterable[str], dictionary: Dictionary, british: Sequence[tuple[str, str]] = ()
) -> Iterator[Fault]:
    """Find words that nobody knows.

    Args:
        written: The texts.
        known: Words in small letters that are right though a dictionary may lack them, such as those of the glossary.
        dictionary: Tells the words of English from others.
        british: Parts of words as they are spelt in Britain, each with its American twin, for a dictionary that is
            short of the former.
    """
    ours = set(known)
    places: dict[str, str] = {}
    for text in written:
        for word in _words(text.text):
            places.setdefault(word, text.where)
    unknown = dictionary(set(places) - ours)
    twins = {word: set(_twins(word, british)) for word in unknown}
    strange = dictionary(twin for all_of_one in twins.values() for twin in all_of_one)
    for word in sorted(word for word in unknown if twins[word] <= strange):
        yield Fault(
            places[word], f"`{word}` stands in no dictionary.", "Mend it, or add it to `known` in house_words.yaml."
        )


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
