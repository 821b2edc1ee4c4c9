"""Hears in what somebody writes danger, or a request for what is never done, also where no watch holds."""

from isthmus.answer.signs import signs_in
from isthmus.answer.watch import first_watch, words_of
from isthmus.claims import Evidence, Guard, Watch, Words

__all__ = ["heard", "leans_elsewhere", "refusal_of", "sounds_answerable", "told_of"]


def heard(words: Words, guard: Guard, *, part: bool = False) -> Watch | None:
    """Tell what is done with a message for what is heard in it; None where nothing is.

    Nothing is heard in one that tells nothing but what is denied or well, as in `no fever, legs fine`, and some requests
    are not heard where their own watch would not hold: `Does ibuprofen stop a bone from healing?` stops no medicine.

    Args:
        words: The message, as it was meant.
        guard: Holds the listener of the condition, if one was taught.
        part: Whether this is a part of a message, in which danger has to be plainer to be heard.
    """
    if not guard.listener or guard.is_denied_throughout(words):
        return None
    name = guard.listener.hears(signs_in(words, guard, guard.listener), len(words.words), part=part)
    found = guard.heard[name] if name else None
    return None if found and _is_taken_back(found, words, guard) else found


def _is_taken_back(found: Watch, words: Words, guard: Guard) -> bool:
    return found.id in guard.unheard and any(wording.found_in(words) for wording in found.unless)


def refusal_of(text: str, evidence: Evidence) -> Watch | None:
    """Find the watch that stops a text, or else the request for what is never done that is heard in it."""
    words, guard = words_of(text, evidence), evidence.guard
    watch = first_watch(words, guard, evidence.lexicon.spelling)
    if watch:
        return watch
    hearing = heard(words, guard)
    return hearing if hearing and hearing.behaviour == "abstain" else None


def told_of(text: str, evidence: Evidence, *, also_heard: bool) -> Watch | None:
    """Find the watch of which a text tells what it is about without asking for it.

    `I take warfarin` asks for nothing, and no watch stops it; what a watch stops is a request and none of this.

    Args:
        text: What is told.
        evidence: What is known of the condition.
        also_heard: Whether it may tell so by what is heard in it, too, and not only in wordings: of a watch that has some, since who
            tells of a picture or a match asks about it with what follows.
    """
    words, guard = words_of(text, evidence), evidence.guard
    if first_watch(words, guard, evidence.lexicon.spelling):
        return None
    told = (watch for watch in guard.watches if any(wording.found_in(words) for wording in watch.told))
    hearing = heard(words, guard) if also_heard else None
    return next(told, hearing if hearing and hearing.told else None)


def sounds_answerable(text: str, evidence: Evidence) -> bool:
    """Whether a text sounds more like a question that may be answered than like anything else; so does any where none was taught."""
    words, guard = words_of(text, evidence), evidence.guard
    return guard.listener is None or guard.listener.hears_rather_a_question(signs_in(words, guard, guard.listener))


def leans_elsewhere(words: Words, guard: Guard) -> float:
    """Tell how much more than most a message sounds as if about something else, in log-odds; 0 where none was taught."""
    return guard.listener.leans_elsewhere(signs_in(words, guard, guard.listener)) if guard.listener else 0.0
