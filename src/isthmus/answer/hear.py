"""Hears in what somebody writes danger, or a request for what is never done, also where no watch holds."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import combinations, pairwise

from isthmus.answer.watch import first_watch, words_of
from isthmus.claims import Evidence, Guard, Listener, Part, Watch, Words
from isthmus.search import stems

__all__ = ["heard", "leans_elsewhere", "refusal_of", "signs_of"]

_NUMBER = "0"
_DENIED = "!"
"""Before a sign of what is said not to be so."""


def heard(words: Words, guard: Guard, *, part: bool = False) -> Watch | None:
    """Tell what is done with a message for what is heard in it; None where nothing is.

    Nothing is heard in one that tells nothing but what is denied or well, as in `no fever, legs fine`.

    Args:
        words: The message, as it was meant.
        guard: Holds the listener of the condition, if one was taught.
        part: Whether this is a part of a message, in which danger has to be plainer to be heard.
    """
    if not guard.listener or guard.is_denied_throughout(words):
        return None
    name = guard.listener.hears(_signs(words, guard, guard.listener), len(words.words), part=part)
    return guard.heard[name] if name else None


def refusal_of(text: str, evidence: Evidence) -> Watch | None:
    """Find the watch that stops a text, or else the request for what is never done that is heard in it."""
    words, guard = words_of(text, evidence), evidence.guard
    watch = first_watch(words, guard, evidence.lexicon.spelling)
    if watch:
        return watch
    hearing = heard(words, guard)
    return hearing if hearing and hearing.behaviour == "abstain" else None


def leans_elsewhere(words: Words, guard: Guard) -> float:
    """Tell how much more than most a message sounds as if about something else, in log-odds; 0 where none was taught."""
    return guard.listener.leans_elsewhere(_signs(words, guard, guard.listener)) if guard.listener else 0.0


def _signs(words: Words, guard: Guard, listener: Listener) -> frozenset[str]:
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
