"""What kind of answer a question wants, who seems to ask it, and the several questions it may hold."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import cast

from isthmus.answer.said import Sentence, sentences_of
from isthmus.claims import Asking, Cue, Kind, Words
from isthmus.terms import AudienceId

__all__ = ["audience_of", "kind_of", "opens_as_question", "questions_in", "seeks_next_step", "speaks_of_dispute"]

_FEWEST_WORDS = 2


def kind_of(words: Words, asking: Asking) -> Kind | None:
    """Say what kind of answer a question wants, by the first kind whose words it holds; None where none shows."""
    return next((cast("Kind", cue.shows) for cue in asking.kinds if _shows(cue, words)), None)


def audience_of(words: Words, asking: Asking) -> AudienceId | None:
    """Guess who asks; None where nothing shows it, or two things differ. Only ever a suggestion."""
    shown = {cue.shows for cue in asking.audiences if _shows(cue, words)}
    return AudienceId(shown.pop()) if len(shown) == 1 else None


def seeks_next_step(words: Words, asking: Asking) -> bool:
    """Whether a question asks what to do next, or which treatment is right, for one person."""
    return any(wording.found_in(words) for wording in asking.next_steps)


def speaks_of_dispute(words: Words, asking: Asking) -> bool:
    """Whether a question says that those who should know do not agree."""
    return any(wording.found_in(words) for wording in asking.disputed)


def opens_as_question(sentence: str, asking: Asking) -> bool:
    """Whether a sentence opens as a question does, whatever its mark."""
    words = Words.of(sentence)
    return bool(words.words) and bool(asking.stance.opening_sentence.ends(words, 0) - {0})


def questions_in(text: str, asking: Asking) -> tuple[str, ...]:
    """Take the questions of a text apart, each in its own words; none where it holds fewer than two.

    >>> questions_in("Does it heal?", Asking())
    ()
    """
    pieces = tuple(
        piece for sentence in sentences_of(text, asking.numbers) for piece in _questions(sentence, text, asking)
    )
    return pieces if len(pieces) > 1 else ()


def _questions(sentence: Sentence, text: str, asking: Asking) -> Iterator[str]:
    """Split a sentence that asks where a second question begins."""
    words = sentence.words
    first = next((start for start, _ in asking.stance.opening_clause.spans_in(words)), None)
    opens = bool(asking.stance.opening_sentence.ends(words, 0) - {0})
    if not sentence.asks or (not opens and first is None):
        return
    breaks = sorted({start for start, _ in asking.second_question.spans_in(words) if start >= _FEWEST_WORDS})
    bounds = [0, *breaks, len(sentence.tokens)]
    for start, end in pairwise(bounds):
        begin = start + (start > 0 and sentence.tokens[start].word in asking.stance.joins)
        yield text[sentence.tokens[begin].start : sentence.tokens[end - 1].end] + "?"


def _shows(cue: Cue, words: Words) -> bool:
    return any(wording.found_in(words) for wording in cue.asked)


def context_of(text: str, questions: Sequence[str]) -> str:
    """Keep what a text tells besides its questions."""
    for question in questions:
        text = text.replace(question.removesuffix("?"), " ")
    return " ".join(text.replace("?", " ").split())
