"""Which words of a web page head a part of it that stands elsewhere: those of a button, a tab, or the head of a column."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import NamedTuple

from lxml import etree

from isthmus.corpus.furniture import is_furniture
from isthmus.corpus.page_shown import HEADINGS, is_left_out

__all__ = ["Panels", "head_of_column", "heads_of_panels"]

_PANELS = frozenset(["article", "div", "ol", "section", "ul"])
_NAMING = ("aria-controls", "data-bs-target", "data-target", "href")
_LONGEST_HEAD, _MOST_LETTERS, _MOST_STEPS = 300, 2_000, 60
_MOST_WRAPPERS = 3  # around what opens a part, which hold nothing else
_CONTROLS = ("a", "button", "div", "dt", "label", "li", "p", "span")
_OPENING = frozenset(["button", "tab"])  # roles
_OPENED = frozenset(["region", "tabpanel"])
_TOGGLES = frozenset(["collapse", "pill", "tab"])
# How those who build pages name what opens a part: `accordion-title`, `faq__question`, `elementor-tab-title`.
_OPENS = re.compile(
    r"(?:[a-z]+[-_]+)*(?:accordion|collapse|collapsible|expand|expander|faq|faqs|panel|spoiler|tab|toggle)[-_]*"
    r"(?:item|box)?[-_]*(?:button|head|header|heading|label|question|title|toggle|trigger)"
)


class Panels(NamedTuple):
    """The parts of a page that something opens, each with its head, and what opens them."""

    heads: Mapping[etree._Element, str]
    controls: AbstractSet[etree._Element]


def heads_of_panels(root: etree._Element) -> Panels:
    """Find the parts of a page that a button or a tab opens, each with its words.

    A button within a heading is none: that heading stands over the part as any other does. What is no button but is marked,
    or named, as what opens a part, heads it as one does; so does what a part says to be labelled by.
    """
    parts = {str(part.get("id")): part for part in root.iter() if part.get("id")}
    labelled: dict[str, list[etree._Element]] = {}
    for part in root.iter(*_PANELS):
        for name in (part.get("aria-labelledby") or "").split():
            labelled.setdefault(name, []).append(part)
    heads: dict[etree._Element, str] = {}
    controls: set[etree._Element] = set()
    for control in root.iter(*_CONTROLS):
        of_label = labelled.get(control.get("id") or "", ())
        if (_opens(control) or any(map(_is_opened, of_label))) and (words := _head(control)):
            named = [*_named(control, parts), *of_label]
            for part in named or _next(control):
                if not _holds(control, part):
                    heads.setdefault(part, words)
                    controls.add(control)
    return Panels(heads, controls)


def head_of_column(cell: etree._Element) -> str:
    """Give the head over a cell of a table whose first row holds nothing but heads; empty where there is none."""
    row = cell.getparent()
    table = next(cell.iterancestors("table"), None)
    first = None if table is None else next(table.iter("tr"), None)
    if row is None or first is None or first is row:
        return ""
    heads, cells = ([one for one in of if one.tag in {"td", "th"}] for of in (first, row))
    named = len(heads) == len(cells) and all(head.tag == "th" for head in heads)
    return _words(heads[cells.index(cell)]) if named else ""


def _opens(control: etree._Element) -> bool:
    if control.tag != "button" and not (_is_marked(control) or _is_named(control)):
        return False
    return next(control.iterancestors(*HEADINGS, "dt", "form", "nav", "summary"), None) is None


def _is_marked(control: etree._Element) -> bool:
    """Tell whether an element says of itself that it opens something."""
    toggles = control.get("data-bs-toggle") or control.get("data-toggle")
    return control.get("role") in _OPENING or toggles in _TOGGLES or control.get("aria-expanded") in {"true", "false"}


def _is_named(control: etree._Element) -> bool:
    return control.tag != "a" and any(map(_OPENS.fullmatch, (control.get("class") or "").lower().split()))


def _is_opened(part: etree._Element) -> bool:
    return part.get("role") in _OPENED


def _head(control: etree._Element) -> str:
    words = _words(control)
    return "" if len(words) > _LONGEST_HEAD or is_furniture(words) else words


def _named(control: etree._Element, parts: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    names = (name.removeprefix("#") for key in _NAMING for name in (control.get(key) or "").split())
    yield from (parts[name] for name in names if name in parts)


def _next(control: etree._Element) -> Iterator[etree._Element]:
    """Give what stands right behind a button, as its panel does where nothing names it.

    What is marked or named as opening a part does so behind what is wrapped around it alone, too.
    """
    is_told = control.get("aria-expanded") is not None or _is_named(control)
    if not (is_told or control.tag == "button"):
        return
    holder, words = control, _words(control)
    for _ in range(1 + _MOST_WRAPPERS * is_told):
        following = next(holder.itersiblings("*"), None)
        above = holder.getparent()
        if following is not None or above is None or (holder.tail or "").strip() or _words(above) != words:
            break
        holder = above
    if following is not None and following.tag in _PANELS and not (holder.tail or "").strip():
        yield following


def _holds(one: etree._Element, other: etree._Element) -> bool:
    return any(above is one for above in other.iterancestors())


def _words(element: etree._Element) -> str:
    """Give the words in an element, but for those that nobody sees and for the letters of an icon."""
    pieces, length = [element.text or ""], 0
    walk = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    next(walk, None)
    for event, one in islice(walk, _MOST_STEPS):
        if event == "start" and is_left_out(one, frozenset()):
            walk.skip_subtree()
        elif event == "start":
            pieces.append(one.text or "")
        elif one is not element:
            pieces.append(one.tail or "")
        length += len(pieces[-1])
        if length > _MOST_LETTERS:
            break
    return " ".join("".join(pieces).split())
