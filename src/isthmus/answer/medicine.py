"""Whether a sentence tells how a medicine is taken: how much, how often or at most; or when it is stopped, left out or begun."""

import re
from collections.abc import Iterable
from functools import lru_cache

from isthmus.answer.medicine_directions import directions
from isthmus.answer.medicine_marks import marked, may_name_one, names_one

__all__ = ["directs_medicine", "heads_stopping"]

_SENTENCES = 8192
"""Of how many sentences is remembered what they tell by themselves."""

_COUNTED = re.compile(r"\d|TAB")
"""Something without which there is no dose in a sentence that names no medicine."""
_DOSE = re.compile(r"\bdos(?:es?|age)\b")
_POINTING = re.compile(r"\b(?:them|it|these|those|this|that|taking|they)\b")
_STOPPING = re.compile(
    r"\b(?:stop|hold|miss|skip|paus|withh|omit|discontinu|restart|resum|start|begin|leav(?:e|ing) (?:out|off))\w*\b"
)
_RADIATION = re.compile(
    r"radiation|x-?rays?\b|\bct\b|\b[mμ]?(?:sv|gy)\b|sievert|\bgray|shock ?wave|radio|exposure|contrast"
)


def directs_medicine(text: str, above: Iterable[str] = ()) -> bool:
    """Whether a text tells how much of a medicine is taken, how often, or at most, or when to stop, leave out or begin one.

    Args:
        text: A sentence, or a line.
        above: What is said before it, or stands above it, and may name the medicine.

    >>> directs_medicine("Have two aspirin before bed.")
    True
    >>> directs_medicine("Do three sets of ten twice a day.")
    False
    """
    if _directs_by_itself(text):
        return True
    return any(names_one(marked(line)) for line in above) and _directs_what_is_named(text)


def heads_stopping(line: str) -> bool:
    """Whether a heading is about stopping, leaving out or beginning a medicine, as `Medicines to stop` is."""
    said = marked(line)
    return names_one(said) and _STOPPING.search(said) is not None


@lru_cache(maxsize=_SENTENCES)
def _directs_by_itself(text: str) -> bool:
    """Whether a text tells how a medicine is taken without anything said before it."""
    told, said = directions(), marked(text)
    if _COUNTED.search(said) and told.dose.told_in(said):
        return True
    if names_one(said) and (told.halting.told_in(said) or told.leaving.told_in(said)):
        return True
    if may_name_one(said):
        return told.dose_of.told_in(said)
    return bool(_DOSE.search(said) and not _RADIATION.search(said) and told.dose_of.told_in(said))


@lru_cache(maxsize=_SENTENCES)
def _directs_what_is_named(text: str) -> bool:
    """Whether a text that names no medicine tells how one is taken that is named before it or above it."""
    told, said = directions(), marked(text)
    if may_name_one(said):
        return False
    if _POINTING.search(said) and told.halting.told_in(said):
        return True
    return told.dose_of.told_in(said) and not told.activity.search(said)
