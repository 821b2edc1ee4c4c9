"""What a text is made of, for matching: its concepts, alone and in pairs, and its letters four at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from isthmus.claims import plain_words
from isthmus.search import Thesaurus, stems

__all__ = ["Traits"]

_LETTERS = 4
_MANY = 0.4
_OF_THE_CONDITION = 1.5
_IN_BETWEEN = 0.7
_TOGETHER = 0.4


class Traits:
    """Reads texts as traits.

    Args:
        thesaurus: Makes words that mean the same one concept.
        name: The key of the condition itself, which every text is about and which tells none from another.
    """

    def __init__(self, thesaurus: Thesaurus, name: str) -> None:
        self._thesaurus = thesaurus
        self._name = name
        self._of_the_condition = thesaurus.words.keys()
        self._between = thesaurus.filler
        self._opening: dict[str, int] = {}
        """For each word that opens a phrase, how many words the longest such phrase has."""
        for phrase in filter(None, thesaurus.meanings):
            self._opening[phrase[0]] = max(len(phrase), self._opening.get(phrase[0], 1))

    def concepts(self, texts: Sequence[str]) -> list[list[str]]:
        """Read each text as its concepts, numbers all alike, and each two that follow each other."""
        return self._concepts([plain_words(text) for text in texts])

    def both(self, texts: Iterable[str]) -> tuple[list[list[str]], list[set[str]]]:
        """Read each text as its concepts, and as the runs of letters in its words."""
        worded = [plain_words(text) for text in texts]
        return self._concepts(worded), list(map(_letters, worded))

    def narrowing(self, text: str) -> frozenset[str]:
        """Collect the concepts of a text that narrow what it asks."""
        found = self._thesaurus.concepts(stems(text))
        return frozenset(c.key for c in found if self._thesaurus.narrows(c) and c.key != self._name)

    def letters(self, texts: Iterable[str]) -> list[set[str]]:
        """Read each text as the runs of letters in its words, which survive a misspelling or another ending."""
        return [_letters(plain_words(text)) for text in texts]

    def core(self, counted: Mapping[str, int], asks: int) -> frozenset[str]:
        """Find the concepts that narrow a question and stand in many of some ways to ask it."""
        filler = self._thesaurus.filler - self._thesaurus.words.keys()
        many = (trait for trait, count in counted.items() if count >= _MANY * asks)
        return frozenset(trait for trait in many if "_" not in trait and trait not in filler)

    def weight(self, trait: str) -> float:
        """Weigh the words of the condition most and those between them least: chatter is alike whatever is asked.

        Two together count less, as the better of the two: a pair says again what its concepts say.
        """
        one, _, other = trait.partition("_")
        return _TOGETHER * max(self._alone(one), self._alone(other)) if other else self._alone(one)

    def _alone(self, key: str) -> float:
        if key in self._of_the_condition:
            return _OF_THE_CONDITION
        return _IN_BETWEEN if key in self._between else 1.0

    def _concepts(self, worded: Sequence[Sequence[str]]) -> list[list[str]]:
        cut = iter(stems(" ".join(word for words in worded for word in words)))  # in one go: it is called for each text
        return [self._alone_and_paired([next(cut) for _ in words]) for words in worded]

    def _alone_and_paired(self, stemmed: list[str]) -> list[str]:
        keys = ["#" if key.isdecimal() else key for key in self._keys(stemmed)]
        return [*(key for key in keys if key != self._name), *_pairs(keys)]

    def _keys(self, stemmed: list[str]) -> Iterator[str]:
        """Read stems as the thesaurus does, but look further only where a phrase may begin: thousands of texts are read."""
        meanings = self._thesaurus.meanings
        at = 0
        while at < len(stemmed):
            word = stemmed[at]
            longest = self._opening.get(word, 1)
            phrases = (tuple(stemmed[at : at + length]) for length in range(longest, 1, -1))
            phrase = next(filter(meanings.__contains__, phrases), (word,)) if longest > 1 else (word,)
            yield meanings.get(phrase, word)
            at += len(phrase)


def _letters(words: Iterable[str]) -> set[str]:
    return set().union(*map(_runs, words))


def _pairs(keys: Iterable[str]) -> Iterator[str]:
    return (f"{one}_{other}" for one, other in pairwise(keys))


@lru_cache(maxsize=20_000)
def _runs(word: str) -> frozenset[str]:
    edged = f" {word} "
    return frozenset(edged[at : at + _LETTERS] for at in range(max(1, len(edged) - _LETTERS + 1)))
