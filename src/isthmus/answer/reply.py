"""Whether a turn of a conversation only replies to what was asked back."""

from isthmus.answer.denial import is_excepted
from isthmus.answer.pieces import pieces_of
from isthmus.answer.said import Sentence, sentences_of
from isthmus.claims import Asking, Words

__all__ = ["asks_nothing", "denial_of_all", "denies_all", "is_courtesy", "says_yes_or_no"]

_MOST_WORDS = 60
"""Who writes more tells something."""


def asks_nothing(text: str, asking: Asking) -> bool:
    """Whether a short text only tells."""
    short = sum(len(sentence.tokens) for sentence in sentences_of(text, asking.numbers)) <= _MOST_WORDS
    return short and not any(piece.asks for piece in pieces_of(text, asking))


def says_yes_or_no(text: str, asking: Asking) -> bool:
    """Whether a text answers in part, surely or not, as `yes, the second one` and `a bit of numbness, yes`."""
    replies = asking.replies
    for sentence in sentences_of(text, asking.numbers):
        words = sentence.words
        if replies.opening.ends(words, 0) - {0} or any(
            end == len(words.words) for _, end in replies.closing.spans_in(words)
        ):
            return True
    return False


def is_courtesy(words: Words, asking: Asking) -> bool:
    """Whether a text holds nothing but what keeps up or closes a conversation, as `ok, that helps` does."""
    at = 0
    while at < len(words.words):
        ends = asking.replies.courtesy.ends(words, at) - {at}
        if not ends:
            return False
        at = max(ends)
    return True


def denies_all(text: str, asking: Asking) -> bool:
    """Whether a text may deny all that was asked in the turn before it, as `none of the above` does."""
    return any(denial_of_all(sentence, asking) for sentence in sentences_of(text, asking.numbers))


def denial_of_all(sentence: Sentence, asking: Asking, *counts: int) -> bool:
    """Whether a sentence denies all that was asked, and nothing is excepted or left in doubt.

    A number in it, as in `no to all nine`, has to be one of the `counts` of what was asked, where these are given.
    """
    words, stance = sentence.words, asking.stance
    if len(words.words) not in asking.replies.none.ends(words, 0) - {0} or sentence.asks:
        return False
    numbers = {int(token.value) for token in sentence.tokens if token.value is not None}
    unsure = stance.hedges.spans_in(words) or is_excepted(0, sentence, stance)
    return not unsure and (not counts or numbers <= set(counts))
