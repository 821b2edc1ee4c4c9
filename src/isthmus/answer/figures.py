"""Figures of speech, which name a part of the body or a thing of everyday life and speak of none."""

from collections.abc import Iterator

from isthmus.answer.said import sentences_of
from isthmus.claims import Asking, Span

__all__ = ["without_figures"]


def without_figures(text: str, asking: Asking) -> str:
    """Leave figures of speech out of a text: `Keep an eye on it: does it slip?` asks whether it slips."""
    kept, at = [], 0
    for start, end in sorted(_figures(text, asking)):
        kept.append(text[at:start])
        at = max(at, end)
    return "".join([*kept, text[at:]])


def _figures(text: str, asking: Asking) -> Iterator[Span]:
    """Find the characters at which each begins and ends."""
    for sentence in sentences_of(text, asking.numbers):
        for first, end in asking.idioms.spans_in(sentence.words):
            yield sentence.tokens[first].start, sentence.tokens[end - 1].end
