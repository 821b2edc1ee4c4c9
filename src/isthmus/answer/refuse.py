"""Takes out of a question what is never answered here, so that the rest of it can be."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from isthmus.answer.model import Answer, Refusal
from isthmus.answer.pieces import MOST_TOGETHER, Piece, clauses_of, pieces_of, text_of
from isthmus.claims import Asking, Watch

__all__ = ["Parted", "Refused", "part", "part_joined", "set_aside", "with_refusals"]

Stops = Callable[[str], Watch | None]
"""Finds the watch that stops a text."""

Refused = tuple[Piece, Watch]
"""What is asked and never answered here, and the watch that stops it."""

_SEVERAL = 2


@dataclass(frozen=True)
class Parted:
    """A question in two: what is `refused`, in the order in which it is asked, and the `rest`, with what it `asks`.

    The rest is empty where nothing is left, or where what is left should not be answered without what was taken out.
    """

    refused: tuple[Refused, ...]
    asks: tuple[str, ...] = ()
    rest: str = ""

    @property
    def for_many_reasons(self) -> bool:
        """Whether what is refused is refused for more reasons than one."""
        return len({watch.reason for _, watch in self.refused}) > 1


def part(text: str, asking: Asking, stops: Stops, whole: Watch | None) -> Parted | None:
    """Part what may be answered of a question from what is refused.

    A piece is refused when a watch stops it beside what the question tells, though another piece may take the sting out
    of the whole; and when it points back at one that is refused. After a telling that is stopped by itself, such as `I
    attached my scan`, the next thing that is asked is about it. Of more pieces than `MOST_TOGETHER` each is held against
    nothing else, and none is answered beside one that is refused.

    Args:
        text: The question.
        asking: How people ask.
        stops: Finds the watch that stops a text.
        whole: The watch that stops the whole of it, if any does.

    Returns:
        None where nothing that is asked is refused by itself.
    """
    pieces = pieces_of(text, asking)
    if sum(piece.asks for piece in pieces) < _SEVERAL:
        return None
    stops = cache(stops)
    if len(pieces) > MOST_TOGETHER:
        return _each_alone(pieces, stops)
    told = [piece for piece in pieces if not piece.asks and not (whole and stops(piece.sentence))]
    watches = list(_watches(pieces, told, stops))
    refused = _refused(pieces, watches)
    if not refused:
        return None
    needed = {piece for piece in told if any(_needs(row, piece, told, stops) for row in refused)}
    free = [piece for piece, watch in zip(pieces, watches, strict=True) if watch is None]
    kept = [piece for piece in free if piece.asks or piece in set(told) - needed]
    asks = tuple(piece.sentence for piece in kept if piece.asks)
    rest = text_of(kept)
    return Parted(refused, asks, rest) if asks and _may_stay(stops(rest)) else Parted(refused)


def part_joined(
    text: str, asking: Asking, stops: Stops, whole: Watch, may_be_asked: Callable[[str], bool]
) -> Parted | None:
    """Part questions of which none is refused by itself, but all are where they are joined.

    `May I take a pill and is rest useful?` is refused for the pill, and of rest it may be asked.

    Args:
        text: The question.
        asking: How people ask.
        stops: Finds the watch that stops a text.
        whole: The watch that stops the whole of it.
        may_be_asked: Whether one question sounds more like one that may be answered than like anything else.

    Returns:
        None where one points back at another, or where all of them or none sound so.
    """
    pieces = pieces_of(text, asking)
    asks = [piece for piece in pieces if piece.asks]
    if not _SEVERAL <= len(asks) <= len(pieces) <= MOST_TOGETHER or any(piece.points_back for piece in asks):
        return None
    refused = [piece for piece in asks if not may_be_asked(piece.sentence)]
    kept = [piece for piece in pieces if piece not in refused]
    free = tuple(piece.sentence for piece in kept if piece.asks)
    rest = text_of(kept)
    parted = refused and free and _may_stay(stops(rest))
    return Parted(tuple((piece, whole) for piece in refused), free, rest) if parted else None


def set_aside(text: str, asking: Asking, stops: Stops, tells: Stops) -> Parted | None:
    """Part what is told of something that is never decided here from questions that are about something else.

    `I take warfarin. What happens before the operation?` tells of a medicine and does not ask of it, so that it may be
    answered beside the refusal. A question that points back may ask of just that.

    Args:
        text: The question.
        asking: How people ask.
        stops: Finds the watch that stops a text.
        tells: Finds the watch whose reason is said to what is told.

    Returns:
        None where nothing of the kind is told, or the rest may be about it.
    """
    pieces = pieces_of(text, asking)
    asks = tuple(piece for piece in pieces if piece.asks)
    if not asks or len(pieces) > MOST_TOGETHER or any(piece.points_back for piece in asks):
        return None
    aside: list[Refused] = []
    kept: list[Piece] = []
    for piece in pieces:
        watch = None if piece.asks else tells(piece.sentence)
        if watch:
            aside.append((replace(piece, marked=False), watch))
            kept += [one for one in clauses_of(piece, asking) if not tells(one.sentence)]
        else:
            kept.append(piece)
    rest = text_of(kept)
    return (
        Parted(tuple(aside), tuple(piece.sentence for piece in asks), rest)
        if aside and _may_stay(stops(rest))
        else None
    )


def _each_alone(pieces: Sequence[Piece], stops: Stops) -> Parted | None:
    """Refuse what is stopped by itself of so many pieces that none is held against the others; then nothing is answered."""
    refused = _refused(pieces, [stops(piece.sentence) for piece in pieces])
    return Parted(refused) if refused else None


def _refused(pieces: Sequence[Piece], watches: Sequence[Watch | None]) -> tuple[Refused, ...]:
    """Take what is asked and stopped; nothing where some of it is stopped for another reason than that it is never done."""
    refused = tuple((piece, watch) for piece, watch in zip(pieces, watches, strict=True) if watch and piece.asks)
    return refused if all(watch.behaviour == "abstain" for _, watch in refused) else ()


def with_refusals(answer: Answer, apart: Parted, whole: Answer) -> Answer:
    """Say beside an answer to the rest of a question what is not answered of it, why, and whom to ask.

    Args:
        answer: What is said to the rest.
        apart: What was refused.
        whole: The answer to the whole question that says nothing yet.
    """
    of = apart.asks[0] if len(apart.asks) == 1 else None
    return replace(
        answer,
        question=whole.question,
        facts=whole.facts,
        suggested_audience=whole.suggested_audience,
        statements=tuple(replace(one, question=of or one.question) for one in answer.statements),
        refused=(*_refusals(apart.refused), *answer.refused),
    )


def _watches(pieces: Sequence[Piece], told: Sequence[Piece], stops: Stops) -> Iterator[Watch | None]:
    """Find what stops each piece; a telling that is not among those told stops what is asked next."""
    behind: Watch | None = None  # what stopped the piece before, if it was
    awaited: Watch | None = None  # what stopped a telling of which nothing was asked yet
    for piece in pieces:
        if piece.asks:
            watch = stops(text_of([*told, piece]))
            behind = (awaited or (behind if piece.points_back else None)) if _may_stay(watch) else watch
            awaited = None
        else:
            behind = None if piece in told else stops(piece.sentence)
            awaited = behind or awaited
        yield behind


def _needs(refused: Refused, telling: Piece, told: Sequence[Piece], stops: Stops) -> bool:
    """Whether what is refused would not be, had one thing not been told."""
    piece, watch = refused
    if stops(piece.sentence) is watch:
        return False  # it is refused whatever is told
    others = [other for other in told if other is not telling]
    return stops(text_of([*told, piece])) is watch and stops(text_of([*others, piece])) is not watch


def _may_stay(watch: Watch | None) -> bool:
    return watch is None or watch.behaviour == "clarify"


def _refusals(refused: Sequence[Refused]) -> Iterator[Refusal]:
    """Say each reason once, with everything that is refused for it."""
    for reason in dict.fromkeys(watch.reason for _, watch in refused):
        yield Refusal(" ".join(piece.written for piece, watch in refused if watch.reason == reason), reason)
