"""What is told now beside what was told before, which may be a danger sign only together; and of whom each was told."""

from collections.abc import Sequence

from isthmus.answer.patient import may_be_one_person
from isthmus.answer.pieces import Piece, pieces_of, text_of
from isthmus.answer.said import sentences_of
from isthmus.answer.stance import tells
from isthmus.answer.story import run_together
from isthmus.answer.watch import stop_of, stop_together
from isthmus.claims import URGENT, Asking, Evidence, Watch

__all__ = ["of_another", "urgent_beside"]

_MOST_BEFORE = 4
"""Of what was told before, the last few tellings."""


def urgent_beside(text: str, thread: Sequence[str], evidence: Evidence) -> Watch | None:
    """Find a danger sign of which one part was told before, and the rest is told now.

    `She limps since Monday` is one after `My daughter is ten`, and `the wound leaks` after `I had a repair last week`.
    What is asked counts on neither side, nor what was told of another person or is danger by itself.

    Args:
        text: The question, cleaned.
        thread: The questions before it, oldest first.
        evidence: What is known of the condition.
    """
    now = _told(text, evidence.asking) if thread else []
    told_before = _told_of_the_same(text, thread, evidence.asking) if now else []
    found = [watch for told in told_before for watch in _more_urgent(told, now, evidence)]
    return next((watch for stop in URGENT for watch in found if watch.behaviour == stop), None)


def _more_urgent(told: Piece, now: Sequence[Piece], evidence: Evidence) -> list[Watch]:
    """Find what is more urgent of something told before with what is told now, in a row or run together, than of itself."""
    alone = stop_of(told.sentence, evidence)
    if alone and alone.behaviour == "emergency":
        return []
    watches = [stop_of(text_of([told, *now]), evidence)]
    watches += [stop_together(*two, evidence) for two in run_together([told, now[0]])]
    wanted = URGENT[:1] if _is_urgent(alone) else URGENT
    return [watch for watch in watches if watch and watch.behaviour in wanted]


def of_another(earlier: str, since: Sequence[str], asking: Asking) -> bool:
    """Whether a turn tells of a patient who can be none of those named in the last turn since that names one.

    A warning about a daughter of four is none about a son, of whom it is asked later.
    """
    now = next(filter(None, (_names(turn, asking) for turn in reversed(since))), [])
    return _are_others(_names(earlier, asking), now, asking)


def _told_of_the_same(text: str, thread: Sequence[str], asking: Asking) -> list[Piece]:
    """Give the last few tellings before a question that may be of its patient, as `of_another` tells, the oldest first."""
    told: list[Piece] = []
    now = _names(text, asking)
    for earlier in reversed(thread):
        names = _names(earlier, asking)
        if not _are_others(names, now, asking):
            told = [*_told(earlier, asking), *told]
        if len(told) >= _MOST_BEFORE:
            break
        now = now or names
    return told[-_MOST_BEFORE:]


def _are_others(told: Sequence[frozenset[str]], now: Sequence[frozenset[str]], asking: Asking) -> bool:
    """Whether none of the patients of one turn can be one of another; not where one of them names nobody."""
    return bool(told and now) and not any(
        may_be_one_person(one, other, asking.persons) for one in told for other in now
    )


def _names(text: str, asking: Asking) -> list[frozenset[str]]:
    """List by which words a text names each patient another asks for."""
    mentions = (mention for here in tells(sentences_of(text, asking.numbers), asking) for mention in here.mentions)
    return [frozenset(mention.words) for mention in mentions if mention.who == "ward"]


def _told(text: str, asking: Asking) -> list[Piece]:
    return [piece for piece in pieces_of(text, asking) if not piece.asks]


def _is_urgent(watch: Watch | None) -> bool:
    return watch is not None and watch.behaviour in URGENT
