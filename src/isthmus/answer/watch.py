"""Holds a question against the wordings that decide what is done with it before anything is looked up."""

from isthmus.claims import Denials, Guard, Watch, Words

__all__ = ["first_watch"]


def first_watch(words: Words, guard: Guard) -> Watch | None:
    """Find the watch that outranks all others that hold, if any does.

    A symptom that is denied, as in `no fever`, does not count.
    """
    return next((watch for watch in guard.watches if _holds(watch, words, guard.denials)), None)


def _holds(watch: Watch, words: Words, denials: Denials) -> bool:
    if any(wording.found_in(words) for wording in watch.unless):
        return False
    return any(wording.found_in(words, denials) for wording in watch.asked)
