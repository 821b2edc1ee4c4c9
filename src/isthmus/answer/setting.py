"""Whether a sentence speaks of what matters as it is now, or of another part of the body, another illness or the past."""

from collections.abc import Iterator, Sequence

from isthmus.answer.stance import Telling
from isthmus.claims import Part, Setting, Span

__all__ = ["is_elsewhere"]

_SOON = 5
"""Where a sentence that points back names another place within so many words, it says where."""


def is_elsewhere(at: int, span: Span, told: Sequence[Telling], setting: Setting) -> bool:
    """Whether words of a question are about another place, another illness or another time.

    They are where what is between their pauses says so, or what points back at it, as in `It was my nose.`; and where what
    stands before says so and they stand beside no place of ours.

    Args:
        at: The number of the sentence.
        span: The words in it.
        told: The question.
        setting: What tells of other places and times.
    """
    here = told[at]
    if _stands(setting.past, here):
        return True
    tokens = here.sentence.tokens
    own = {number for number, token in enumerate(tokens) if token.phrase == tokens[span[0]].phrase} | {*range(*span)}
    places = set(_starts(setting.elsewhere, here))
    ours = not own.isdisjoint(_starts(setting.ours, here))
    before = any(place < min(own) for place in places) or (at > 0 and _stands(setting.elsewhere, told[at - 1]))
    behind = any(place > max(own) and _points_back(place, here, setting) for place in places)
    return not own.isdisjoint(places) or behind or (before and not ours) or _next_says_so(at, told, setting)


def _points_back(place: int, here: Telling, setting: Setting) -> bool:
    """Whether what stands between the same pauses as a place opens with a word that points back."""
    tokens = here.sentence.tokens
    return next(token.word for token in tokens if token.phrase == tokens[place].phrase) in setting.pointing


def _next_says_so(at: int, told: Sequence[Telling], setting: Setting) -> bool:
    following = told[at + 1 : at + 2]
    return any(
        one.sentence.tokens[0].word in setting.pointing and min(_starts(setting.elsewhere, one), default=_SOON) < _SOON
        for one in following
    )


def _stands(part: Part, here: Telling) -> bool:
    return any(True for _ in _starts(part, here))


def _starts(part: Part, here: Telling) -> Iterator[int]:
    """Give where words of a part begin that are told plainly."""
    return (start for start, _ in part.spans_in(here.sentence.words) if here.plain[start])
