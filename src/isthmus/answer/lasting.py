"""Danger that was told earlier in a conversation, and whether it is over."""

from collections.abc import Callable, Sequence
from functools import partial

from isthmus.answer.hear import heard
from isthmus.answer.thread import danger_in, worse_together
from isthmus.answer.told_before import of_another
from isthmus.answer.watch import first_watch, words_of
from isthmus.claims import URGENT, Evidence, Guard, Watch, Words

__all__ = ["DangersIn", "dangers_before", "dangers_in", "warning_of"]

DangersIn = Callable[[str, tuple[str, ...]], tuple[Watch, ...]]
"""Gives the danger that one question was met with after those before it."""


def dangers_before(thread: Sequence[str], text: str, evidence: Evidence, found: DangersIn | None = None) -> list[Watch]:
    """Find the danger that was told earlier in a conversation and is not over, the oldest first.

    What only sounded like danger is over where somebody said since that it is not so; a warning sign that was told is over
    where all that tells it was denied since, and is none for another person. An emergency that was told is never over.

    Args:
        thread: The questions before, cleaned, oldest first.
        text: The question itself, cleaned.
        evidence: What is known of the condition.
        found: Finds the danger in each question, as `dangers_in` does; one that remembers need not find it again.
    """
    guard, found = evidence.guard, found or partial(dangers_in, evidence=evidence)
    turns = [words_of(turn, evidence) for turn in (*thread, text)]
    released = max((at for at, words in enumerate(turns) if guard.taken_back.spans_in(words)), default=0)
    sounded = _only_heard(guard)
    return [
        watch
        for at, earlier in enumerate(thread)
        for watch in found(earlier, tuple(thread[:at]))
        if watch.behaviour == "emergency" or not of_another(earlier, [*thread[at + 1 :], text], evidence.asking)
        if not (at < released if id(watch) in sounded else _is_denied(watch, turns[at + 1 :], guard))
    ]


def warning_of(dangers: Sequence[Watch], guard: Guard, *, answered: bool) -> Watch | None:
    """Take the warning sign that a question for one person is met with again; None where it may be answered.

    What was told comes before what only sounded so, which may be wrong and outranks no answer.

    Args:
        dangers: The danger that was told earlier and is not over.
        guard: Holds what is done with what was only heard.
        answered: Whether the question has an answer.
    """
    sounded = _only_heard(guard)
    warnings = [watch for watch in reversed(dangers) if watch.behaviour == "send_to_care"]
    told = [watch for watch in warnings if id(watch) not in sounded]
    return next(iter(told if answered else [*told, *warnings]), None)


def dangers_in(text: str, before: tuple[str, ...], evidence: Evidence) -> tuple[Watch, ...]:
    """Give the danger that one question was met with, in its words or else as `danger_in` finds it.

    A later question is told no more than the one that told the danger.
    """
    guard, words = evidence.guard, words_of(text, evidence)
    told = first_watch(words, guard, evidence.lexicon.spelling)
    if told and told.behaviour in URGENT:
        return (worse_together(told, text, before, evidence),)
    urgent = danger_in(text, before, heard(words, guard), evidence)
    return (urgent,) if urgent else ()


def _only_heard(guard: Guard) -> set[int]:
    return {id(guard.heard[name]) for name in guard.listener.dangers} if guard.listener else set()


def _is_denied(watch: Watch, since: Sequence[Words], guard: Guard) -> bool:
    """Whether a warning sign is spoken of again, and each time denied or said to be well."""
    if watch.behaviour != "send_to_care":
        return False
    spoken = [words for words in since if any(wording.found_in(words) for wording in watch.asked)]
    return bool(spoken) and not any(_still(watch, words, guard) for words in spoken)


def _still(watch: Watch, words: Words, guard: Guard) -> bool:
    denied = guard.denied_in(words)
    return any(wording.found_in(words, denied) for wording in watch.asked)
