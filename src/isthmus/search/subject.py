"""What a sentence is about: whether it opens with what is asked about, and says what that is."""

from isthmus.search.held import Column, Held

__all__ = ["of_subject"]

_OPENING = 6
_VERBS = frozenset(["is", "are", "was", "were"])
_MUCH = 8


def of_subject(held: Held) -> dict[str, Column]:
    """Tell sentences that speak about what is asked from those that only mention it."""
    opening, later = _share(held, slice(0, _OPENING)), _share(held, slice(_OPENING, None))
    said_of = _said_of(held)
    asks_what = float("what" in held.question.kinds)
    return {
        "opening": opening,
        "later": later,
        "said_of": said_of,
        "what_opening": [asks_what * one for one in opening],
        "what_said_of": [asks_what * one for one in said_of],
    }


def _share(held: Held, part: slice) -> Column:
    """Share of the question that a part of each sentence covers, rare words counting more."""
    rows = ((frozenset(said[part]), own) for said, own in zip(held.counted.said, held.of_sentence, strict=True))
    return [held.share(term for term in held.known if term in words) if own else 0.0 for words, own in rows]


def _said_of(held: Held) -> Column:
    """Weigh the first word of the question in each sentence, where it is at once said what that is, or was."""
    column = [0.0] * len(held.counted)
    for at, (said, own) in enumerate(zip(held.counted.said, held.of_sentence, strict=True)):
        first = next((place for place, stem in enumerate(said) if stem in own), None) if own else None
        if first is not None and not _VERBS.isdisjoint(said[first + 1 : first + 3]):
            column[at] = held.rarity[said[first]] / _MUCH
    return column
