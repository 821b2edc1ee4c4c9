"""Whether a turn of a conversation only replies to what was asked back."""

from isthmus.answer.pieces import pieces_of
from isthmus.answer.said import sentences_of
from isthmus.claims import Asking

__all__ = ["asks_nothing", "says_yes_or_no"]

_MOST_WORDS = 25
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
