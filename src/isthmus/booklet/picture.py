"""Our own drawings for paper: each picture as one SVG file that needs nothing else, and the words for who cannot see it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

from isthmus.guide import Element
from isthmus.present import DrawingTold, PanelTold, page_as_json

__all__ = ["pictures_as_json"]

_SHEET = Path(__file__).with_name("typst") / "drawing.css"
_NAMESPACE = "http://www.w3.org/2000/svg"


def pictures_as_json(drawings: Iterable[DrawingTold]) -> object:
    """Give drawings as JSON: for each its pictures, with their SVG, title and description, and its caption."""
    return [
        {"panels": [_panel(panel) for panel in each.panels], "says": page_as_json(each.caption)} for each in drawings
    ]


def _panel(panel: PanelTold) -> dict[str, str]:
    return {"svg": _svg(panel), "title": panel.title, "desc": panel.desc}


def _svg(panel: PanelTold) -> str:
    """Write a picture out: words go in as text, whatever signs they hold."""
    picture = ET.Element("svg", {"xmlns": _NAMESPACE, "viewBox": panel.view_box})
    ET.SubElement(picture, "style").text = _sheet()
    for element in panel.elements:
        _put(element, picture)
    return ET.tostring(picture, encoding="unicode")


def _put(element: Element, into: ET.Element) -> None:
    node = ET.SubElement(into, element.tag, dict(element.attributes))
    node.text = element.text
    for child in element.children:
        _put(child, node)


@cache
def _sheet() -> str:
    """Read how the parts of a drawing look on paper."""
    return _SHEET.read_text("utf-8")
