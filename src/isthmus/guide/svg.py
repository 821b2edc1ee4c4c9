"""Reads one of our own drawings: SVG of a few elements with our classes, and nothing that could act or lead elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from isthmus.errors import Fault, nearest
from isthmus.guide.drawings import Element, Svg

__all__ = ["ATTRIBUTES", "CLASSES", "read_svg"]

_NAMESPACE = "http://www.w3.org/2000/svg"
_PLACE = {"class", "transform"}
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "svg": frozenset({"viewBox"}),
    "g": frozenset(_PLACE),
    "path": frozenset({"d", *_PLACE}),
    "circle": frozenset({"cx", "cy", "r", *_PLACE}),
    "ellipse": frozenset({"cx", "cy", "rx", "ry", *_PLACE}),
    "line": frozenset({"x1", "y1", "x2", "y2", *_PLACE}),
    "rect": frozenset({"x", "y", "width", "height", "rx", *_PLACE}),
    "text": frozenset({"x", "y", "text-anchor", *_PLACE}),
}
"""The elements a drawing may hold and the attributes each may have; the style sheet gives all else by class."""

CLASSES = frozenset(
    [
        "d-bone",
        "d-bone2",
        "d-ghost",
        "d-disc",
        "d-hole",
        "d-line",
        "d-pars",
        "d-stress",
        "d-gap",
        "d-crack",
        "d-dense",
        "d-lead",
        "d-tick",
        "d-move",
    ]
) | {"strong", "more"}
"""What shapes and labels may be called; each has a rule in `figures.css`."""

_NUMBER = r"-?(?:\d+\.?\d*|\.\d+)"
_VALUES = {
    "d": re.compile(r"[MLHVCSQTAZmlhvcsqtaz0-9., +\n-]+"),
    "transform": re.compile(rf"(?:(?:translate|rotate|scale)\({_NUMBER}(?:[ ,]+{_NUMBER})*\) ?)+"),
    "text-anchor": re.compile(r"start|middle|end"),
    "viewBox": re.compile(rf"{_NUMBER}(?: {_NUMBER}){{3}}"),
}
_PLAIN_NUMBER = re.compile(_NUMBER)
_DEEPEST = 8


@dataclass
class _Open:
    """An element that is not yet closed."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: list[Element] = field(default_factory=list)
    text: str = ""


class _Refused(Exception):
    """The file must not be read any further."""


def read_svg(text: str, name: str, faults: list[Fault]) -> Svg:
    """Read a drawing into shapes.

    Args:
        text: The file.
        name: What to call it in messages.
        faults: Receives what is wrong: anything that is not on the lists above, with its line and a remedy.

    Returns:
        The shapes; where there are faults they are never used.
    """
    reader = _Reader(name, faults)
    try:
        reader.parser.Parse(text, True)  # noqa: FBT003 - the parser takes no keyword
    except expat.ExpatError as error:
        reader.fault("This is not well-formed XML.", "Mend it.", line=error.lineno)
    except _Refused:
        pass
    return Svg(reader.view_box, tuple(reader.elements))


class _Reader:
    """Takes in one element after another; what is not allowed is told and left out."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        self.name, self.faults = name, faults
        self.view_box = ""
        self.elements: list[Element] = []
        self._open: list[_Open] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        handlers: Mapping[str, Any] = {
            "StartDoctypeDeclHandler": self._doctype,
            "ProcessingInstructionHandler": self._instruction,
            "StartNamespaceDeclHandler": self._namespace,
            "StartElementHandler": self._start,
            "EndElementHandler": self._end,
            "CharacterDataHandler": self._characters,
        }
        for handler, deed in handlers.items():
            setattr(self.parser, handler, deed)

    def fault(self, what: str, remedy: str, *, line: int | None = None) -> None:
        """Note what is wrong, and where."""
        self.faults.append(Fault(f"{self.name}:{line or self.parser.CurrentLineNumber}", what, remedy))

    def _doctype(self, *_: object) -> None:
        self.fault("A drawing has no document type; it could define what expands without end.", "Take it out.")
        raise _Refused

    def _instruction(self, target: str, _: str) -> None:
        self.fault(f"There is an instruction `{target}` to a program.", "Take it out.")

    def _namespace(self, prefix: str | None, uri: str) -> None:
        if prefix is not None or uri != _NAMESPACE:
            self.fault("There is another namespace than that of SVG.", f'Keep xmlns="{_NAMESPACE}" alone.')

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, tag = name.rpartition(" ")
        if namespace != _NAMESPACE or tag not in ATTRIBUTES or (tag == "svg") != (not self._open):
            remedy = nearest(tag, ATTRIBUTES, otherwise=f"Draw with: {', '.join(ATTRIBUTES)}; `svg` is the outermost.")
            self.fault(f"A drawing may not hold the element `{tag}` here.", remedy)
        if len(self._open) > _DEEPEST:
            self.fault("Groups are nested too deep.", "Flatten them.")
            raise _Refused
        known = ATTRIBUTES.get(tag, frozenset())
        for attribute, value in attributes.items():
            self._check(tag, attribute, value, known)
        self._open.append(_Open(tag, tuple((key, attributes[key]) for key in sorted(known & attributes.keys()))))

    def _check(self, tag: str, attribute: str, value: str, known: frozenset[str]) -> None:
        if attribute not in known:
            remedy = nearest(attribute, known, otherwise="Take it out; how it looks is said by `class`.")
            self.fault(f"`{tag}` may not have the attribute `{attribute.rpartition(' ')[2]}`.", remedy)
        elif attribute == "class":
            for word in value.split():
                if word not in CLASSES:
                    remedy = nearest(word, CLASSES, otherwise=f"Choose from: {', '.join(sorted(CLASSES))}.")
                    self.fault(f"There is no class `{word}`.", remedy)
        elif not _VALUES.get(attribute, _PLAIN_NUMBER).fullmatch(value):
            self.fault(f"The value of `{attribute}` cannot be read.", "Write plain numbers, and path data for `d`.")

    def _end(self, _: str) -> None:
        done = self._open.pop()
        label = done.text.strip()
        if done.tag == "text" and (not label or done.children):
            self.fault("A text holds the name of one label.", "Name a label of figures.yaml.")
        if done.tag != "text" and label:
            self.fault("Words stand outside a text.", "Put the name of a label into `text`.")
        element = Element(done.tag, done.attributes, tuple(done.children), label if done.tag == "text" else None)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.view_box = dict(done.attributes).get("viewBox", "")
            self.elements = done.children
            if not self.view_box:
                self.fault("A drawing says how large it is.", 'Write a `viewBox`, such as "0 0 400 300".')

    def _characters(self, text: str) -> None:
        self._open[-1].text += text
