"""Reads the drawings of a condition: their words from `figures.yaml`, their shapes from the files beside it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from isthmus.errors import Fault, InputError, nearest
from isthmus.guide import shapes
from isthmus.guide.book import GuideBook
from isthmus.guide.build import drawing_of
from isthmus.guide.drawings import Drawing, Svg
from isthmus.guide.model import Guide
from isthmus.guide.svg import read_svg
from isthmus.located import Files, Located, Steps, read_text
from isthmus.terms import AudienceId

__all__ = ["check_drawings", "read_drawings"]

_MOST_BYTES = 20_000
_MOST_LABELS = 6
"""More cannot be read on a phone, nor by anybody at a glance."""
_STAYS = "strong"
"""The class of the one label that a phone shows."""


def read_drawings(files: Files, folder: Path) -> tuple[tuple[Drawing, ...], Located]:
    """Read the drawings of a condition, with the document that names them; there may be none.

    Args:
        files: Keeps what was read, and receives the faults.
        folder: The condition's folder.
    """
    path = folder / "figures.yaml"
    if not path.exists():
        return (), Located("figures.yaml", None)
    before = len(files.faults)
    file, at = files.read(path, shapes.FiguresFile)
    if len(files.faults) > before:
        return (), at
    svgs: dict[str, Svg] = {}
    for each, drawing in enumerate(file.drawings):
        for panel, shape in enumerate(drawing.panels):
            steps = ("drawings", each, "panels", panel)
            svgs[shape.svg] = _shapes(path.with_name("figures") / shape.svg, files, at, steps)
            files.faults += _label_faults(shape, svgs[shape.svg], at, steps)
    for spare in sorted({found.name for found in (folder / "figures").glob("*")} - svgs.keys()):
        files.faults.append(Fault(f"figures/{spare}", "No drawing shows this file.", "Name it in figures.yaml."))
    return tuple(drawing_of(drawing, file.review, svgs) for drawing in file.drawings), at


def _shapes(path: Path, files: Files, at: Located, steps: Steps) -> Svg:
    name = path.relative_to(files.knowledge).as_posix()
    try:
        text = read_text(path, most_bytes=_MOST_BYTES, name=name)
    except InputError as error:
        files.faults += [Fault(at.where((*steps, "svg")), fault.what, fault.remedy) for fault in error.faults]
        return Svg("", ())
    return read_svg(text, name, files.faults)


def _label_faults(shape: shapes.PanelShape, svg: Svg, at: Located, steps: Steps) -> Iterator[Fault]:
    """See that labels and their words match, that they are few, and that one of them is for a phone."""
    where = at.where((*steps, "labels"))
    drawn = [str(label.text) for label in svg.labels()]
    for name in dict.fromkeys(drawn):
        if name not in shape.labels:
            remedy = nearest(name, shape.labels, otherwise="Give it words.")
            yield Fault(where, f"`{shape.svg}` has a label `{name}` without words.", remedy)
    for name in shape.labels:
        if name not in drawn:
            yield Fault(where, f"`{shape.svg}` draws no label `{name}`.", "Draw it, or take its words out.")
    if len(drawn) > _MOST_LABELS:
        yield Fault(where, f"`{shape.svg}` has {len(drawn)} labels; at most {_MOST_LABELS} are read.", "Take some out.")
    if drawn and not any(_STAYS in dict(label.attributes).get("class", "").split() for label in svg.labels()):
        yield Fault(where, f"`{shape.svg}` has no label for a phone.", f"Give the one that matters class `{_STAYS}`.")


def check_drawings(book: GuideBook, at: Located) -> Iterator[Fault]:
    """See that every drawing has a name of its own, and a sentence to stand at in every guide.

    Args:
        book: All that readers are told.
        at: The document that names the drawings.
    """
    seen: set[str] = set()
    for place, drawing in enumerate(book.drawings):
        where = at.where(("drawings", place))
        if drawing.name in seen:
            yield Fault(where, f"There are two drawings `{drawing.name}`.", "Rename one.")
        seen.add(drawing.name)
        yield from _unknown("chapter", [drawing.chapter], [chapter.id for chapter in book.chapters], where)
        yield from _unknown("procedure", drawing.procedures, book.procedures, where)
        yield from _uncited(drawing, where)
        yield from _homeless(drawing, book.guides, at.where(("drawings", place, "shows")))


def _unknown(kind: str, names: Iterable[str], known: Collection[str], where: str) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            remedy = nearest(name, known, otherwise="Name one that exists.")
            yield Fault(where, f"There is no {kind} `{name}`.", remedy)


def _uncited(drawing: Drawing, where: str) -> Iterator[Fault]:
    """See that the caption, which carries the marks, cites all that the descriptions of the pictures rest on."""
    cited = {claim for said in drawing.caption for claim in said.plain.claims}
    needed = dict.fromkeys(claim for panel in drawing.panels for claim in panel.desc.plain.claims)
    for claim in needed:
        if claim not in cited:
            what = f"A picture of `{drawing.name}` rests on `{claim}`, which its caption does not cite."
            yield Fault(where, what, "Cite it in the caption.")


def _homeless(drawing: Drawing, guides: Mapping[AudienceId, Guide], where: str) -> Iterator[Fault]:
    for audience, guide in guides.items():
        chapter = next((each for each in guide.chapters if each.id == drawing.chapter), None)
        if chapter is not None and drawing.stands_after(chapter) is None:
            what = f"No sentence of `{drawing.chapter}` for `{audience}` says what `{drawing.name}` shows."
            yield Fault(where, what, "Name a claim that one of its sentences rests on.")
