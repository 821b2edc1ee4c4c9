"""What is told by the way beside questions that stand by themselves: an insurer, a hospital, an illness of another organ."""

from collections.abc import Callable
from dataclasses import replace

from isthmus.answer.hear import refusal_of
from isthmus.answer.pieces import MOST_TOGETHER, Piece, pieces_of, text_of
from isthmus.answer.question import Asked
from isthmus.answer.refuse import Parted
from isthmus.answer.watch import words_of
from isthmus.claims import Asking, Evidence, Lexicon, Watch, Words

__all__ = ["is_of_ours_alone", "is_told_alongside", "told_of_in_passing", "without_asides"]

_RELATIVE = frozenset(["which", "who", "whom", "whose", "where", "when"])


def without_asides(
    text: str,
    asking: Asking,
    is_aside: Callable[[str], bool],
    stands: Callable[[str], bool],
    sought: Callable[[str], Watch | None] = lambda _: None,
) -> Parted | None:
    """Leave out of a text what is only told by the way, where no question may be about it.

    `My insurer agrees. How long is a brace worn?` asks nothing about an insurer.

    Args:
        text: The text.
        asking: How people ask.
        is_aside: Tells a telling that may be left out.
        stands: Tells a question that says by itself what it is about.
        sought: Finds the watch that refuses what such a telling seeks, as `I need a surgeon` does; it is said beside the answer.

    Returns:
        The questions and what else is told; None where nothing is left out, or a question may be about what would be.
    """
    pieces = pieces_of(text, asking)
    asks = [piece for piece in pieces if piece.asks]
    if len(pieces) > MOST_TOGETHER or not all(
        _says_all(piece, text, asking) and stands(piece.sentence) for piece in asks
    ):
        return None
    asides = [piece for piece in pieces if not piece.asks and is_aside(piece.sentence)]
    refused = ((replace(piece, marked=False), sought(piece.sentence)) for piece in asides)
    rest = text_of(piece for piece in pieces if piece not in asides)
    asked = tuple(piece.sentence for piece in asks)
    return Parted(tuple((one, watch) for one, watch in refused if watch), asked, rest) if asks and asides else None


def told_of_in_passing(text: str, evidence: Evidence, *, seeking: bool = False) -> Watch | None:
    """Find the watch that refuses a telling for something that may be told by the way; where asked for, only one that is `seeking` it."""
    guard, watch = evidence.guard, refusal_of(text, evidence)
    sought = not seeking or guard.seeking.spans_in(words_of(text, evidence))
    return watch if watch and watch.id in guard.in_passing and sought else None


def is_told_alongside(told: Asked, lexicon: Lexicon) -> bool:
    """Whether a telling names another illness that somebody may have besides, and neither ours nor a third."""
    beside = {at for span in lexicon.alongside.spans_in(told.words) for at in range(*span)}
    others = (concept for concept in told.concepts if concept.key in told.must)
    return bool(beside) and not (told.names or told.ours) and all(one.start in beside for one in others)


def is_of_ours_alone(question: Asked, lexicon: Lexicon) -> bool:
    """Whether a question asks of something that belongs to no illness that may be told alongside, nor how one bears on it."""
    ours = bool(question.ours) or any(wording.found_in(question.words) for wording in lexicon.ours_alone)
    return ours and not lexicon.bears_on.spans_in(question.words)


def _says_all(question: Piece, text: str, asking: Asking) -> bool:
    """Whether a question points at nothing told before it, nor at a person, unless a patient was named whom it may mean.

    Without a mark `which is why I worry` goes on with what is told.
    """
    words = Words.of(question.text).words
    if question.points_back or (not question.marked and words[0] in _RELATIVE):
        return False
    return asking.follow_ups.pointing.isdisjoint(words) or bool(asking.persons.ward.spans_in(Words.of(text)))
