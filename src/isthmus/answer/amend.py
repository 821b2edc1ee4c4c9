"""What is said again of a case feature: it may correct what was told before, or leave nobody sure of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from isthmus.answer.said import Sentence
from isthmus.answer.stance import Telling, Who
from isthmus.claims import Asking, FactValue, Numbers, Part, Reading, Span
from isthmus.terms import FeatureName

__all__ = ["Found", "corrected", "in_unit", "is_spoken_of_again", "is_taken_back"]

_PLACES = Decimal("0.01")
_TIME = "time"
_BEFORE = frozenset(["grade", "meyerding"])
_BEHIND = frozenset(["percent", "out"])


@dataclass(frozen=True)
class Found:
    """The value of a case feature, where a question states it and of whom.

    `sentence` is the number of the sentence in its question. What stands `apart` is not in the sentence that asks.
    """

    reading: Reading
    value: FactValue
    said: str
    who: Who
    here: Telling
    sentence: int
    span: Span
    apart: bool


def in_unit(value: Decimal, unit: str, per: Mapping[str, Decimal]) -> Decimal | None:
    """Turn a number of some unit of time into that of a case feature; None where the feature has no such unit."""
    times = per.get(unit)
    return None if times is None else (value * times).quantize(_PLACES).normalize() + 0


def is_spoken_of_again(part: Part, taken: Sequence[Found], turn: Sequence[Telling], whose: Collection[Who]) -> bool:
    """Whether a question speaks of a case feature otherwise than where it states it.

    What it asks does not count, nor what it says in the same words.

    Args:
        part: The words that speak of the case feature.
        taken: Where the question states it.
        turn: The question.
        whose: Whose words tell of the patient.
    """
    stated = [found.here.sentence.words.words[slice(*found.span)] for found in taken]
    for at, here in enumerate(turn):
        own = [found.span for found in taken if found.sentence == at]
        for start, end in part.spans_in(here.sentence.words):
            told = here.plain[start] or not here.asks
            apart = all(end <= first or last <= start for first, last in own)
            words = here.sentence.words.words[start:end]
            if told and apart and here.whose[start] in whose and not any(_holds(said, words) for said in stated):
                return True
    return False


def is_taken_back(found: Found, turn: Sequence[Telling], asking: Asking) -> bool:
    """Whether a question takes back what was told before in it, or in an earlier one, as in `I mixed it up`.

    It does not say what is meant, so nothing told before is sure any more; a danger sign that is told stays so.
    """
    if found.reading.red_flag and found.value is True:
        return False
    back = max(
        (
            (at, start)
            for at, here in enumerate(turn)
            if not here.asks
            for start, _ in asking.retractions.spans_in(here.sentence.words)
        ),
        default=None,
    )
    return back is not None and (all(found.here is not here for here in turn) or (found.sentence, found.span[0]) < back)


def corrected(known: Sequence[Found], turn: Sequence[Telling], asking: Asking) -> dict[FeatureName, Found | None]:
    """Find which facts a question corrects by a number, as in `sorry, 13`; None for each of several it may mean.

    A bare number, as in `it's been 3 months`, leaves nobody sure of any that it may mean and that differs from it.
    """
    changed: dict[FeatureName, Found | None] = dict.fromkeys(_doubted(known, turn, asking))
    for at, here in enumerate(turn):
        for place in _corrections(here, at, known, asking):
            meant = [found for found in known if _may_be_meant(found, place, here.sentence, asking.numbers)]
            for found in meant:
                changed[found.reading.feature] = (
                    _with_number(found, here, at, place, asking.numbers) if len(meant) == 1 else None
                )
    return changed


def _corrections(here: Telling, at: int, known: Sequence[Found], asking: Asking) -> Iterator[int]:
    """Give where a number stands that corrects another, and is not stated as a fact itself."""
    sentence = here.sentence
    stated = {place for found in known if found.here is here and found.sentence == at for place in range(*found.span)}
    for start, end in dict(asking.corrections.spans_in(sentence.words)).items():  # the longest from each start
        place = next(at for at in range(start, end) if sentence.tokens[at].value is not None)
        after = end + (_kind(place, sentence, asking.numbers) == _TIME)
        ends = after >= len(sentence.tokens) or sentence.tokens[after].phrase != sentence.tokens[after - 1].phrase
        if place not in stated and (ends or sentence.tokens[after].word in asking.stance.denials):
            yield place


def _doubted(known: Sequence[Found], turn: Sequence[Telling], asking: Asking) -> Iterator[FeatureName]:
    """Give the facts that a sentence may mean which is nothing but another number."""
    for at, here in enumerate(turn):
        sentence = here.sentence
        if len(sentence.tokens) not in asking.restated.ends(sentence.words, 0):
            continue
        place = next(place for place, token in enumerate(sentence.tokens) if token.value is not None)
        for found in known:
            if found.here is not here and _may_be_meant(found, place, sentence, asking.numbers):
                again = _with_number(found, here, at, place, asking.numbers)
                if again is None or again.value != found.value:
                    yield found.reading.feature


def _may_be_meant(found: Found, place: int, sentence: Sentence, numbers: Numbers) -> bool:
    """Whether a number may correct the one of a fact.

    It is of the same kind, or of none, for units are left out; and the fact's is the one denied, if any is.
    """
    if found.reading.per is None:
        return False
    tokens = sentence.tokens
    denied = {after.value for before, after in pairwise(tokens) if before.word == "not" and after.value is not None}
    if denied:
        return found.here.sentence.tokens[_number_in(found)].value in denied
    return _kind(place, sentence, numbers) in {"", _kind_of(found, numbers)}


def _number_in(found: Found) -> int:
    """Find the first number of a fact that holds one."""
    tokens = found.here.sentence.tokens
    return next(at for at in range(*found.span) if tokens[at].value is not None)


def _kind_of(found: Found, numbers: Numbers) -> str:
    return _TIME if found.reading.per else _kind(_number_in(found), found.here.sentence, numbers, timeless=True)


def _kind(at: int, sentence: Sentence, numbers: Numbers, *, timeless: bool = False) -> str:
    """Tell what is counted: time, or what is said before or behind the number; nothing where only years of age may be."""
    words = sentence.words.words
    before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
    if not timeless and after in numbers.times and words[at + 2 : at + 3] not in {("old",), ("of",)}:
        return _TIME
    if before in _BEFORE:
        return "grade"
    return after if after in _BEHIND else ""


def _with_number(found: Found, here: Telling, at: int, place: int, numbers: Numbers) -> Found | None:
    """Put another number into a fact; None where it is of another kind, as where the fact counts time and it does not."""
    if _kind(place, here.sentence, numbers) != _kind_of(found, numbers):
        return None
    tokens = here.sentence.tokens
    value = tokens[place].value
    if value is not None and found.reading.per:
        value = in_unit(value, numbers.times[tokens[place + 1].word], found.reading.per)
    if value is None:
        return None
    span = place, place + 1
    return replace(found, value=value, said=here.sentence.said(*span), here=here, sentence=at, span=span)


def _holds(words: Sequence[str], part: Sequence[str]) -> bool:
    return any(tuple(words[at : at + len(part)]) == tuple(part) for at in range(len(words)))
