"""Which words of a web page head a part of it that stands elsewhere: those of a button, a tab, or the head of a column."""

from collections.abc import Iterator, Mapping

from lxml import etree

from isthmus.corpus.furniture import is_furniture
from isthmus.corpus.page_shown import HEADINGS

__all__ = ["head_of_column", "heads_of_panels"]

_PANELS = frozenset(["article", "div", "ol", "section", "ul"])
_NAMING = ("aria-controls", "data-bs-target", "data-target", "href")
_LONGEST_HEAD = 300


def heads_of_panels(root: etree._Element) -> Mapping[etree._Element, str]:
    """Find the parts of a page that a button or a tab opens, each with its words.

    A button within a heading is none: that heading stands over the part as any other does.
    """
    parts = {str(part.get("id")): part for part in root.iter() if part.get("id")}
    labelled: dict[str, list[etree._Element]] = {}
    for part in parts.values():
        for name in (part.get("aria-labelledby") or "").split():
            labelled.setdefault(name, []).append(part)
    heads: dict[etree._Element, str] = {}
    for control in root.iter("a", "button", "div", "li", "span"):
        if _opens(control) and (words := _head(control)):
            named = [*_named(control, parts), *labelled.get(control.get("id") or "", ())]
            for part in named or _next(control):
                heads.setdefault(part, words)
    return heads


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
    toggles = control.get("data-bs-toggle") or control.get("data-toggle")
    if not (control.tag == "button" or control.get("role") == "tab" or toggles in {"collapse", "pill", "tab"}):
        return False
    return next(control.iterancestors(*HEADINGS, "dt", "form", "nav", "summary"), None) is None


def _head(control: etree._Element) -> str:
    words = _words(control)
    return "" if len(words) > _LONGEST_HEAD or is_furniture(words) else words


def _named(control: etree._Element, parts: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    names = (name.removeprefix("#") for key in _NAMING for name in (control.get(key) or "").split())
    yield from (parts[name] for name in names if name in parts)


def _next(control: etree._Element) -> Iterator[etree._Element]:
    """Give what stands right behind a button, as its panel does where nothing names it."""
    following = control.getnext()
    if (
        control.tag == "button"
        and following is not None
        and following.tag in _PANELS
        and not (control.tail or "").strip()
    ):
        yield following


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
