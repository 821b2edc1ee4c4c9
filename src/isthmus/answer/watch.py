"""Holds a question against the wordings that decide what is done with it before anything is looked up."""

from isthmus.claims import Guard, Stop, Watch, Words

__all__ = ["first_watch"]


def first_watch(words: Words, guard: Guard) -> Watch | None:
    """Find the watch that outranks all others that hold, if any does.

    What a context takes back does not count, such as a symptom that is denied, as in `no fever`.
    """
    void: dict[Stop, set[int]] = {}
    for watch in guard.watches:
        if watch.behaviour not in void:
            contexts = guard.contexts_for(watch.behaviour)
            void[watch.behaviour] = {at for context in contexts for at in context.void_in(words)}
        if _holds(watch, words, void[watch.behaviour]):
            return watch
    return None


def _holds(watch: Watch, words: Words, void: set[int]) -> bool:
    asked = any(wording.found_in(words, void) for wording in watch.asked)
    return asked and not any(wording.found_in(words) for wording in watch.unless)
