"""A page's paragraphs with our drawings between them, each after the paragraph that first says what it shows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from isthmus.claims import Evidence
from isthmus.present.drawings import DrawingTold
from isthmus.present.glossary import Glossary
from isthmus.present.notes import Block, annotate
from isthmus.present.told import Told

__all__ = ["Shown", "illustrate"]

Drawn = Mapping[int, tuple[DrawingTold, ...]]
"""Drawings by the place of the sentence after which they stand."""


@dataclass(frozen=True)
class Shown:
    """A drawing on a page: the paragraph after which it stands, counted from 0, and its caption with its marks."""

    after: int
    drawing: DrawingTold
    caption: Block


def illustrate(
    paragraphs: Sequence[Sequence[Told]], drawn: Drawn, evidence: Evidence, glossary: Glossary
) -> tuple[tuple[Block, ...], tuple[Shown, ...]]:
    """Give the sentences of a page and of its captions their marks, numbered as a reader meets them.

    Args:
        paragraphs: The text of the page.
        drawn: The drawings, by the place of the sentence after which they stand, counted from 0.
        evidence: What all of it rests on.
        glossary: The terms to tell where the page first uses them.

    Returns:
        The paragraphs, and the drawings between them.
    """
    flow = list(_flow(paragraphs, drawn))
    blocks = annotate([told for told, _ in flow], evidence, glossary)
    text = tuple(block for block, (_, drawing) in zip(blocks, flow, strict=True) if drawing is None)
    shown: list[Shown] = []
    after = -1
    for block, (_, drawing) in zip(blocks, flow, strict=True):
        if drawing is None:
            after += 1
        else:
            shown.append(Shown(after, drawing, block))
    return text, tuple(shown)


def _flow(paragraphs: Sequence[Sequence[Told]], drawn: Drawn) -> Iterator[tuple[Sequence[Told], DrawingTold | None]]:
    """Put each caption after its paragraph."""
    first = 0
    for paragraph in paragraphs:
        yield paragraph, None
        for place in range(first, first + len(paragraph)):
            yield from ((drawing.caption, drawing) for drawing in drawn.get(place, ()))
        first += len(paragraph)
