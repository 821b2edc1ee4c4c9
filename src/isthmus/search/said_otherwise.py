"""What speaks for a sentence that says what is asked in other words: its family, its short form; and what it adds."""

import math
import re
from collections.abc import Iterator

from isthmus.search.asking import cues
from isthmus.search.counted import Counted
from isthmus.search.families import families
from isthmus.search.held import Column, Held
from isthmus.search.stem import stems

__all__ = ["of_other_words", "short_forms"]

_SHORT = re.compile(r"\(([A-Z][A-Za-z0-9-]*[A-Z][A-Za-z0-9-]*)[);,]")
_WORDS = re.compile(r"[A-Za-z0-9]+")
_REACH = 120
_SPARE_WORDS = 4


def of_other_words(held: Held) -> dict[str, Column]:
    """Hold a question against sentences by what its words stand for."""
    related, count = _by_family(held)
    said = frozenset(held.question.said)
    fresh = [len(own - said) for own in held.counted.telling]
    return {
        "related": related,
        "related_terms": count,
        "related_or_covered": [one + other for one, other in zip(related, held.covered, strict=True)],
        "by_short_form": _by_short_form(held),
        "fresh": [math.log1p(number) for number in fresh],
        "density": [len(own) / (len(own) + number or 1) for own, number in zip(held.of_sentence, fresh, strict=True)],
    }


def _by_family(held: Held) -> tuple[Column, Column]:
    """Share of the question of which a sentence holds a word of the same family alone, by weight and by number."""
    counted, plain = held.counted, cues().plain_stems
    weights, counts, total = [0.0] * len(counted), [0.0] * len(counted), 0.0
    for term, (own, _) in zip(held.question.terms, held.likeness, strict=True):
        holding = counted.places.get(term, {})
        weight = counted.rarity(len(holding))
        near = {at for stem in families().get(term, frozenset()) - plain for at in counted.places.get(stem, ())}
        total += own or (weight if near else 0.0)
        for at in near - holding.keys():
            weights[at] += weight
            counts[at] += 1
    return [one / (total or 1.0) for one in weights], [one / (len(held.question.terms) or 1) for one in counts]


def _by_short_form(held: Held) -> Column:
    """Share of the question that a sentence covers only when a short form stands for its long form, or the other way."""
    column = [0.0] * len(held.counted)
    for asked, instead in _other_forms(held):
        holding = set.intersection(*(set(held.counted.places.get(stem, ())) for stem in instead))
        for at in holding:
            column[at] += held.share(term for term in asked if term in held.rarity and term not in held.of_sentence[at])
    return column


def _other_forms(held: Held) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Find the forms in which the question names something, each with the other form it has in these sentences."""
    said = frozenset(held.question.said)
    for short, long in short_forms(held.counted):
        for asked, instead in ((short, long), (long, short)):
            if said.issuperset(asked) and not said.issuperset(instead):
                yield asked, instead


def short_forms(counted: Counted) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Find the short forms that sentences introduce, as in `whole name (WN)`: the stems of both forms.

    The letters of the short form must be found in the words before it, from the last to the first, and the first letter
    must open a word.

    Source:
        After Schwartz and Hearst, Pacific Symposium on Biocomputing 2003, doi:10.1142/9789812776303_0042.
    """
    plain = cues().plain_stems
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for sentence in counted.sentences:
        for match in _SHORT.finditer(sentence.text):
            long = _long_form(match[1], sentence.text[max(0, match.start() - _REACH) : match.start()])
            kept = tuple(stem for stem in stems(long) if stem not in plain)
            if kept:
                found.setdefault(stems(match[1]), kept)
    return list(found.items())


def _long_form(short: str, before: str) -> str:
    """Find the words whose letters a short form is made of; nothing where there are none."""
    letters = [letter.lower() for letter in short.removesuffix("s") if letter.isalpha()]
    words = " ".join(_WORDS.findall(before)[-len(letters) - _SPARE_WORDS :]).lower()
    end = len(words)
    for letter in reversed(letters[1:]):
        end = words.rfind(letter, 0, end)
        if end < 0:
            return ""
    start = f" {words}".rfind(f" {letters[0]}", 0, end + 1)
    return words[start:] if start >= 0 else ""
