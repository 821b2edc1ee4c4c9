"""The signs in a message by which a listener goes."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, pairwise

from isthmus.claims import Guard, Listener, Part, Words
from isthmus.search import stems

__all__ = ["signs_in", "signs_of"]

_NUMBER = "0"
_DENIED = "!"
"""Before a sign of what is said not to be so."""


def signs_in(words: Words, guard: Guard, listener: Listener) -> frozenset[str]:
    """Take from a message what the listener of a guard goes by, as `signs_of` does."""
    return signs_of(words, listener.sets, guard.denied_in(words))


def signs_of(words: Words, sets: Mapping[str, Part], denied: Collection[int] = ()) -> frozenset[str]:
    """Take from a message what a listener goes by.

    These are its stems, each two that follow each other in a sentence, the named sets of words of which one stands in it,
    and each two sets that meet in a sentence. What stands at one of the positions that are `denied` is marked as such.

    Source:
        Das and Chen, Management Science 2007, 53(9):1375, for marking words that are denied.

    >>> sorted(signs_of(Words.of("He is 14. Weak legs!"), {}, {3}))
    ['!weak', '!weak_leg', '0', 'he', 'he_is', 'is', 'is_0', 'leg']
    """
    return frozenset([*_stems(words, denied), *_sets(words, sets, denied)])


def _stems(words: Words, denied: Collection[int]) -> Iterator[str]:
    plain = [_NUMBER if stem[0].isdecimal() else stem for stem in stems(" ".join(words.words))]
    said = [f"{_DENIED}{stem}" if at in denied else stem for at, stem in enumerate(plain)]
    yield from said
    placed = pairwise(zip(said, words.sentences, strict=True))
    yield from (f"{one}_{two}" for (one, at), (two, on) in placed if at == on)


def _sets(words: Words, sets: Mapping[str, Part], denied: Collection[int]) -> Iterator[str]:
    by_sentence: dict[int, set[str]] = defaultdict(set)
    for name, part in sets.items():
        for start, end in part.spans_in(words):
            mark = _DENIED if end - 1 in denied else ""
            by_sentence[words.sentences[start]].add(f"{mark}<{name}>")
    for names in by_sentence.values():
        yield from names
        yield from (f"{one}+{other}" for one, other in combinations(sorted(names), 2))
