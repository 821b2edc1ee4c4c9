"""What the styles of a Word document say of its paragraphs and words: headings, items of lists, and what is not shown."""

import re
from collections.abc import Iterator

from lxml import etree

__all__ = ["WordStyles", "attribute_of", "value_at"]

_LIST = re.compile(r"list\b", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d)\Z", re.IGNORECASE)
_TITLE = "title"
_LAST_DIGIT = re.compile(r"(\d)\s*\Z")
_MOST_LEVELS = 9  # of headings and of lists
_NOT_SAID = ("vanish", "strike", "dstrike")
_OFF = frozenset(["0", "false", "off"])
_NO_LIST = "0"


def value_at(element: etree._Element, path: str) -> str | None:
    """Take the value at a path below an element: `1` where something stands there without one, as that is on."""
    found = element.find("/".join(f"{{*}}{step}" for step in path.split("/")))
    return None if found is None else attribute_of(found, "val") or "1"


class WordStyles:
    """The styles of one document.

    What a paragraph or a run of words says of itself outranks its style, and a style what it is based on.

    Args:
        root: The styles as the document holds them.
    """

    def __init__(self, root: etree._Element) -> None:
        self._styles = {attribute_of(style, "styleId"): style for style in root.iterfind("{*}style")}
        usual = (key for key, style in self._styles.items() if attribute_of(style, "default") in {"1", "true"})
        self._usual = next((key for key in usual if attribute_of(self._styles[key], "type") == "paragraph"), "")
        self._known: dict[tuple[str, str], str | None] = {}

    def heading_level(self, paragraph: etree._Element) -> int:
        """Tell the level of a heading, of which 1 is the outermost; 0 for any other paragraph."""
        style = self._style(paragraph)
        outline = self._value(paragraph, "pPr/outlineLvl", style)
        if outline is not None:
            return int(outline) + 1 if outline.isdecimal() and int(outline) < _MOST_LEVELS else 0
        names = list(map(_name_of, self._chain(style)))
        if _TITLE in names:
            return 1
        return next((int(found[1]) for found in map(_HEADING.match, names) if found), 0)

    def item_level(self, paragraph: etree._Element) -> int:
        """Tell how deep in its list an item stands, from 1; 0 for any other paragraph."""
        style = self._style(paragraph)
        own = value_at(paragraph, "pPr/numPr/numId")
        if own == _NO_LIST:
            return 0
        numbered = (own or self._value(paragraph, "pPr/numPr/numId", style) or _NO_LIST) != _NO_LIST
        name = _name_of(self._styles[style]) if style in self._styles else ""
        if not (numbered or _LIST.match(name)):
            return 0
        depth = self._value(paragraph, "pPr/numPr/ilvl", style) or "0"
        told = _LAST_DIGIT.search(name) if _LIST.match(name) else None
        return max(int(told[1]) if told else 1, min(int(depth) + 1, _MOST_LEVELS) if depth.isdecimal() else 1)

    def is_said(self, run: etree._Element) -> bool:
        """Tell whether the words of a run hold: they are neither struck out nor hidden."""
        return all((self._of_run(run, f"rPr/{name}") or "0") in _OFF for name in _NOT_SAID)

    def is_bold(self, run: etree._Element) -> bool:
        """Tell whether the words of a run are set in bold letters."""
        return (self._of_run(run, "rPr/b") or "0") not in _OFF

    def is_raised(self, run: etree._Element) -> bool:
        """Tell whether the words of a run stand above the line, as the numbers of references do."""
        height = self._of_run(run, "rPr/position") or "0"
        return self._of_run(run, "rPr/vertAlign") == "superscript" or (height.isdecimal() and int(height) > 0)

    def _of_run(self, run: etree._Element, path: str) -> str | None:
        """Take what a run says of itself, or else its style, or that of the paragraph around it."""
        paragraph = next(run.iterancestors("{*}p"), None)
        around = self._style(paragraph) if paragraph is not None else ""
        return self._value(run, path, value_at(run, "rPr/rStyle") or "", around)

    def _style(self, paragraph: etree._Element) -> str:
        return value_at(paragraph, "pPr/pStyle") or self._usual

    def _value(self, element: etree._Element, path: str, *styles: str) -> str | None:
        """Take what an element says, or else the first of these styles that says anything."""
        own = value_at(element, path)
        return own if own is not None else next(filter(None, (self._of(style, path) for style in styles)), None)

    def _of(self, style: str, path: str) -> str | None:
        if (style, path) not in self._known:
            said = (value_at(one, path) for one in self._chain(style))
            self._known[style, path] = next((value for value in said if value is not None), None)
        return self._known[style, path]

    def _chain(self, style: str) -> Iterator[etree._Element]:
        """Give a style, what it is based on, and so on."""
        met: set[str] = set()
        while style in self._styles and style not in met:
            met.add(style)
            yield self._styles[style]
            style = value_at(self._styles[style], "basedOn") or ""


def attribute_of(element: etree._Element | None, name: str) -> str:
    """Take an attribute of an element, whatever its namespace: an empty text where there is none."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _name_of(style: etree._Element) -> str:
    return (value_at(style, "name") or "").lower()
