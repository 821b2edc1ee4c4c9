"""Our own drawings in one reader's words, ready to be shown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from isthmus.condition import Handbook
from isthmus.guide import Drawing, Element, GuideBook, Heading, Panel, Register, Spoken
from isthmus.present.sources import list_sources
from isthmus.present.teller import Teller
from isthmus.present.told import Told, cited_by

__all__ = ["DrawingTold", "PanelTold", "drawings_in_chapter", "drawings_of_procedure", "tell_drawings", "teller_of"]


@dataclass(frozen=True)
class PanelTold:
    """One picture: its name on the page, what it shows in few words and in a sentence, and its shapes with labels."""

    id: str
    title: str
    desc: str
    view_box: str
    elements: tuple[Element, ...]
    labelled: bool


@dataclass(frozen=True)
class DrawingTold:
    """A drawing, and the sentences below it with their sources."""

    name: str
    panels: tuple[PanelTold, ...]
    caption: tuple[Told, ...]


def drawings_in_chapter(handbook: Handbook, audience: str, chapter: str) -> Mapping[int, tuple[DrawingTold, ...]]:
    """Tell the drawings of a chapter, by the place of the sentence after which they stand, counted from 0.

    Raises:
        UnknownName: There is no such audience or chapter.
    """
    book = handbook.book
    reader = book.audience(audience)
    told = book.chapter(chapter, reader)
    placed = [(each.stands_after(told), each) for each in book.drawings if each.chapter == chapter]
    places = dict.fromkeys(sorted(place for place, _ in placed if place is not None))
    return {
        place: tuple(_told(each, handbook, reader.register) for at, each in placed if at == place) for place in places
    }


def drawings_of_procedure(handbook: Handbook, audience: str, procedure: str) -> tuple[DrawingTold, ...]:
    """Tell the drawings that go with a procedure.

    Raises:
        UnknownName: There is no such audience.
    """
    register = handbook.book.audience(audience).register
    return tuple(_told(each, handbook, register) for each in _with(handbook.book, procedure))


def _with(book: GuideBook, procedure: str) -> Iterator[Drawing]:
    return (each for each in book.drawings if procedure in each.procedures)


def _told(drawing: Drawing, handbook: Handbook, register: Register) -> DrawingTold:
    return _drawn(drawing, teller_of(drawing.caption, handbook, register))


def tell_drawings(drawings: Iterable[Drawing], teller: Teller) -> tuple[DrawingTold, ...]:
    """Tell drawings on a page whose sources hold those of their captions."""
    return tuple(_drawn(each, teller) for each in drawings)


def teller_of(said: Iterable[Spoken], handbook: Handbook, register: Register) -> Teller:
    """Number the sources of what a page says in its order, for who says it."""
    cited = cited_by((spoken.in_register(register) for spoken in said), handbook.basis)
    return Teller(handbook.basis, list_sources(cited, handbook.basis), register)


def _drawn(drawing: Drawing, teller: Teller) -> DrawingTold:
    panels = tuple(_panel(drawing, at, panel, teller.register) for at, panel in enumerate(drawing.panels, 1))
    return DrawingTold(drawing.name, panels, teller.all(drawing.caption))


def _panel(drawing: Drawing, at: int, panel: Panel, register: Register) -> PanelTold:
    return PanelTold(
        id=f"figure-{drawing.name}-{at}",
        title=panel.title.in_register(register),
        desc=panel.desc.in_register(register).text,
        view_box=panel.svg.view_box,
        elements=tuple(_labelled(each, panel.labels, register) for each in panel.svg.elements),
        labelled=bool(panel.labels),
    )


def _labelled(element: Element, labels: Mapping[str, Heading], register: Register) -> Element:
    """Put the words of a reader in the place of the names of labels."""
    return replace(
        element,
        text=None if element.text is None else labels[element.text].in_register(register),
        children=tuple(_labelled(child, labels, register) for child in element.children),
    )
