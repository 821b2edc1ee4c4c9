"""Whether a sentence speaks of what matters as it is now, or of another part of the body, another illness or the past."""

from collections.abc import Sequence

from isthmus.answer.stance import Telling
from isthmus.claims import Part, Setting

__all__ = ["is_elsewhere"]

_SOON = 5
"""Where a sentence that points back names another place within so many words, it says where."""


def is_elsewhere(at: int, told: Sequence[Telling], setting: Setting) -> bool:
    """Whether a sentence of a question is about another place, another illness or another time.

    It is where it says so itself; where the next one says so of it, as in `It was my nose.`; and where the one before does
    and this one names no place.
    """
    here = told[at]
    if _stands(setting.elsewhere, here) or _stands(setting.past, here):
        return True
    following = told[at + 1] if at + 1 < len(told) else None
    if (
        following
        and following.sentence.tokens[0].word in setting.pointing
        and _stands(setting.elsewhere, following, _SOON)
    ):
        return True
    return at > 0 and _stands(setting.elsewhere, told[at - 1]) and not _stands(setting.ours, here)


def _stands(part: Part, here: Telling, most: int | None = None) -> bool:
    """Whether words of a part are told plainly, within the first so many."""
    return any(here.plain[start] for start, _ in part.spans_in(here.sentence.words) if most is None or start < most)
