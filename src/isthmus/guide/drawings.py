"""Our own drawings as values: of what, with which words, where in the guide they stand, and the shapes themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isthmus.guide.model import Chapter, Heading, Review, Spoken
from isthmus.terms import ClaimId

__all__ = ["Drawing", "Element", "Panel", "Svg"]


@dataclass(frozen=True)
class Element:
    """A shape or a group of shapes: an SVG element with its attributes; `text` is the name of a label."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Element", ...] = ()
    text: str | None = None

    def walk(self) -> Iterator["Element"]:
        """Go through it and all within it, in the order in which they are drawn."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Svg:
    """The shapes of a drawing, and the part of the plane that it shows: left, top, width and height."""

    view_box: str
    elements: tuple[Element, ...]

    def labels(self) -> tuple[Element, ...]:
        """List the labels, in the order in which they are drawn."""
        return tuple(each for element in self.elements for each in element.walk() if each.tag == "text")


@dataclass(frozen=True)
class Panel:
    """One picture of a drawing: what it shows in few words and in a sentence, its labels by name, and its shapes."""

    title: Heading
    desc: Spoken
    labels: Mapping[str, Heading]
    svg: Svg


@dataclass(frozen=True)
class Drawing:
    """A drawing: one picture or several side by side, what is said below, and where it stands.

    It stands in `chapter` after the first sentence that rests on one of the claims it `shows`, and with `procedures`.
    """

    name: str
    chapter: str
    shows: tuple[ClaimId, ...]
    procedures: tuple[str, ...]
    panels: tuple[Panel, ...]
    caption: tuple[Spoken, ...]
    review: Review

    def stands_after(self, chapter: Chapter) -> int | None:
        """Find the sentence of a chapter after which it stands, counted from 0; None where none says what it shows."""
        shown = {*self.shows}
        return next((at for at, sentence in enumerate(chapter.says) if shown & {*sentence.claims}), None)
