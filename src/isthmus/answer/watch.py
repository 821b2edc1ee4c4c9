"""Holds a question against the wordings that decide what is done with it before anything is looked up."""

from isthmus.answer.forms import in_sentences, without_answered_no
from isthmus.answer.signs import signs_in
from isthmus.claims import Evidence, Guard, Spelling, Stop, Watch, Words

__all__ = ["as_told", "first_watch", "stop_of", "stop_together", "words_of"]


def first_watch(words: Words, guard: Guard, spelling: Spelling | None = None) -> Watch | None:
    """Find the watch that outranks all others that hold, if any does.

    What a context takes back does not count, such as a symptom that is denied, as in `no fever`, nor what the guard
    overrules because a message sounds like nothing but a question that may be answered. An emergency also holds when a word that looks like no word may stand for an alarm word, and another is said plainly.

    Args:
        words: The question, as it was meant.
        guard: The watches of the condition.
        spelling: What unknown words may stand for, where that is to be guessed.
    """
    plainly = _first(words, guard, frozenset())
    if spelling is None or (plainly is not None and plainly.behaviour == "emergency"):
        return plainly
    guessed, changed = spelling.guessed(words)
    perhaps = _first(guessed, guard, changed) if changed else None
    return perhaps if perhaps is not None and perhaps.behaviour == "emergency" else plainly


def stop_of(text: str, evidence: Evidence) -> Watch | None:
    """Find the watch that stops a text, read as it was meant."""
    return first_watch(words_of(text, evidence), evidence.guard, evidence.lexicon.spelling)


def stop_together(first: str, both: str, evidence: Evidence) -> Watch | None:
    """Find the watch that stops two tellings in one sentence, of which the second holds a part of what it looks for.

    Args:
        first: The first telling.
        both: The sentence that begins with it.
        evidence: What is known of the condition.
    """
    watch, words, size = stop_of(both, evidence), words_of(both, evidence), len(words_of(first, evidence).words)
    places = (place for wording in watch.asked for place in wording.found_in(words)) if watch else ()
    return watch if any(place >= size for place in places) else None


def words_of(text: str, evidence: Evidence) -> Words:
    """Read the words of a text as they were meant, and a form as the sentences that it stands for."""
    return Words.of(as_told(evidence.lexicon.spelling.corrected(text)))


def as_told(meant: str) -> str:
    """Write a text as it is watched: a form as the sentences that it stands for, without questions answered with no."""
    return without_answered_no(in_sentences(meant))


def _first(words: Words, guard: Guard, guessed: frozenset[int]) -> Watch | None:
    void: dict[Stop, set[int]] = {}
    for watch in guard.watches:
        if watch.behaviour not in void:
            contexts = guard.contexts_for(watch.behaviour)
            void[watch.behaviour] = {at for context in contexts for at in context.void_in(words)}
        if _holds(watch, words, void[watch.behaviour], guessed) and not _is_overruled(watch, words, guard):
            return watch
    return None


def _holds(watch: Watch, words: Words, void: set[int], guessed: frozenset[int]) -> bool:
    asked = any(wording.found_in(words, void) - guessed for wording in watch.asked)
    return asked and not any(wording.found_in(words) for wording in watch.unless)


def _is_overruled(watch: Watch, words: Words, guard: Guard) -> bool:
    """Whether a word alone made a request of a message, such as the dog in `May I lift the dog after a fusion?`."""
    if watch.id not in guard.overruled or guard.listener is None:
        return False
    return guard.listener.hears_a_question(signs_in(words, guard, guard.listener), len(words.words))
