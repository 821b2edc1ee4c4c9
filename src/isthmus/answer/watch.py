"""Holds a question against the wordings that decide what is done with it before anything is looked up."""

from isthmus.claims import Lexicon, Watch, Words

__all__ = ["first_watch"]


def first_watch(words: Words, lexicon: Lexicon) -> Watch | None:
    """Find the watch that outranks all others that hold, if any does.

    A symptom that is denied, as in `no fever`, does not count.
    """
    return next((watch for watch in lexicon.watches if _holds(watch, words, lexicon)), None)


def _holds(watch: Watch, words: Words, lexicon: Lexicon) -> bool:
    if any(wording.found_in(words) for wording in watch.unless):
        return False
    return any(wording.found_in(words, lexicon.denials) for wording in watch.asked)
