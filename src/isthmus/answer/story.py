"""What a long story holds: the question to which it leads, and what stands far from the one of whom it tells."""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from isthmus.answer.pieces import Piece, points_back
from isthmus.answer.question import Asked, Opens, apart
from isthmus.answer.said import Sentence, sentences_of
from isthmus.claims import Asking

__all__ = ["asked_of_afar", "lead_of", "run_together", "told_afar"]

_MANY_WORDS = 11
_FEW_WORDS, _FEWER_WORDS = 10, 7
_REACH = 3
_MOST_SENTENCES = 30
"""Nobody tells more of one person; what would come after is still read by itself."""


def lead_of(
    text: str, read: Callable[[str], Asked], opens: Opens, things: Collection[str], known: Callable[[str], bool]
) -> str:
    """Find what is asked after a long story, or after words that tell nothing, where that can be looked up by itself.

    Args:
        text: The story, as it was meant.
        read: Understands one question by itself.
        opens: Tells a sentence that opens as a question does.
        things: Words that may mean something that was told before, such as `it`.
        known: Tells the keys of what is spoken of here, who is treated left out: without one a question asks for nothing.
    """
    asking, besides = apart(text, opens)
    if not (asking and besides) or (len(besides.split()) < _MANY_WORDS and _says_anything(read(besides))):
        return ""
    asked = read(asking)
    own = asked.names or any(known(concept.key) for concept in asked.concepts)
    return asking if own and asked.topics and set(things).isdisjoint(asked.words.words) else ""


def told_afar(text: str, asking: Asking) -> Iterator[str]:
    """Give what a story tells far from where it says of whom, each sentence beside the one that does.

    A watch looks for its words within a few sentences, but `My son is four` holds to the end.
    """
    told = [one for one in sentences_of(text, asking.numbers)[:_MOST_SENTENCES] if not one.asks]
    at = next((at for at, sentence in enumerate(told) if _says_of_whom(sentence, asking)), len(told))
    for sentence in told[at + _REACH :]:
        yield f"{_said(told[at])}. {_said(sentence)}."


def run_together(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """Give the first of each two short tellings, the second the shorter, and both as one sentence, since a watch looks for a sign within one.

    `My foot is numb. It is getting worse.` tells what `My foot is numb and getting worse` does.
    """
    for one, next_one in pairwise(pieces):
        few = len(one.text.split()) <= _FEW_WORDS and len(next_one.text.split()) <= _FEWER_WORDS
        if few and not (one.asks or next_one.asks):
            yield one.text, f"{one.text} and {next_one.text[:1].lower()}{next_one.text[1:]}."


def asked_of_afar(text: str, asking: Asking) -> Iterator[str]:
    """Give each question that points back beside each sentence that stands far before it.

    What `Can I just leave it out?` speaks of may have been named at the very beginning.
    """
    sentences = sentences_of(text, asking.numbers)[:_MOST_SENTENCES]
    for at, sentence in enumerate(sentences):
        if sentence.asks and points_back(sentence.words, asking.follow_ups):
            yield from (
                f"{_said(far)}. {_said(sentence)}?" for far in sentences[: max(0, at + 1 - _REACH)] if not far.asks
            )


def _says_anything(told: Asked) -> bool:
    return bool(told.names or told.topics or told.concepts)


def _says_of_whom(sentence: Sentence, asking: Asking) -> bool:
    persons = asking.persons
    return bool(persons.ward.spans_in(sentence.words) or persons.opening.spans_in(sentence.words))


def _said(sentence: Sentence) -> str:
    return sentence.said(0, len(sentence.tokens))
