"""Which small pictures of a web page are ticks and crosses: icons of fonts, drawings and lists that say so by their names."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

__all__ = ["CROSS", "crosses_out_its_items", "is_drawn", "sign_named", "sign_told"]

_TICK, CROSS = "\N{CHECK MARK}", "\N{BALLOT X}"
"""What is written for a cross that is drawn."""
_ICONS = frozenset(["b", "em", "i", "ion-icon", "mat-icon", "span", "strong", "svg"])
_NAMED_IN = ("data-feather", "data-icon", "data-lucide", "icon", "name")
# How icons are named: the name of a font, the name of the icon, and how it is drawn.
_FAMILY = (
    r"(?:e|el|ei|wp|svg|sprite|uk|fa|fa[bdlrs]|fas[slrt]|fontawesome|dashicons|eicon|glyphicon|bi|bx|bxs|cil|icofont|icomoon|icons?|ico"
    r"|ion|ios|la|las|lar|li|linearicons|lnr|lucide|feather|mat|material|md|mdi|mi|octicon|pi|ph|ri|si|tabler|themify|ti|typcn|zmdi)"
)
_DRAWN = (
    r"(?:alt\d?|big|bold|box|circled?|diamond|double|duotone|fill|filled|green|heavy|hexagon|icons?|large|lg|light|line|mark|md|o"
    r"|octagon|outlined?|red|regular|round|rounded|sharp|shield|sign|sm|small|solid|square|symbol|thick|thin|outline|\d)"
)
_SURE_CROSS = r"(?:x|xmark|times|cross|crossed|close|ban|thumbs?-(?:o-)?down|dislike)"
_SURE_TICK = r"(?:check|checkmark|checked|tick|thumbs?-(?:o-)?up)"
# What is a cross or a tick where the name of a font goes before it, or as the letters of an icon; else it may tell of the layout.
_CROSSES = (
    rf"(?:{_SURE_CROSS}|block|blocked|cancel|cancelled|clear|dangerous|deny|dismiss|do-not(?:-[a-z]+)+|forbidden|highlight-off"
    r"|incorrect|no|not|not-interested|prohibited|remove|slash|stop|wrong)"
)
_TICKS = rf"(?:{_SURE_TICK}|accept|correct|done|done-all|ok|success|task-alt|verified|yes)"


def _names(sure: str, told: str) -> re.Pattern[str]:
    around = rf"(?:{_DRAWN}-)*(?:hand-)?{{}}(?:-{_DRAWN})*"
    return re.compile(rf"(?:{_FAMILY}-)+{around.format(told)}|{around.format(sure)}")


_CROSS_NAMED, _TICK_NAMED = _names(_SURE_CROSS, _CROSSES), _names(_SURE_TICK, _TICKS)
_CROSS_TOLD, _TICK_TOLD = (
    re.compile(rf"(?:{_DRAWN}-)*{_CROSSES}(?:-{_DRAWN})*"),
    re.compile(rf"(?:{_DRAWN}-)*{_TICKS}(?:-{_DRAWN})*"),
)
_BETWEEN = re.compile(r"[\s_:./]+|-{2,}")
_LETTERS_DRAWN = re.compile(
    r"(?<![\w-])(?:mat-icon|material-(?:icons?|symbols?)(?:-(?:filled|outlined|rounded|round|sharp|two-tone))?)(?![\w-])"
)
_LIGATURE = re.compile(r"\s*[a-z][a-z0-9_]*\s*")
_MOST_PARTS = 20  # elements in an icon
_TO_CLOSE = ("data-bs-dismiss", "data-dismiss", "onclick")
_CROSSED_LIST = re.compile(
    r"(?:[a-z]+-)*(?:cross|crossed|crosses|donts?|do-nots?|x-?marks?)(?:-(?:bullets?|icons?|items?|lists?|marks?|style))*"
)


def is_drawn(element: etree._Element) -> bool:
    """Tell whether the letters in an element are shown as one picture, as those of Google's icons are."""
    told = "mat-icon" if element.tag == "mat-icon" else element.get("class") or ""
    if not _LETTERS_DRAWN.search(told) or next(islice(element.iter(), _MOST_PARTS, None), None) is not None:
        return False
    return _LIGATURE.fullmatch("".join(map(str, element.itertext()))) is not None


def sign_named(element: etree._Element) -> str:
    """Give the tick or the cross that an empty element is shown as, by its name; empty where it is none, or a button.

    >>> sign_named(etree.fromstring("<i class='fas fa-times-circle'/>")), sign_named(etree.fromstring("<i class='fa-calendar-times'/>"))
    ('✗', '')
    """
    if element.tag not in _ICONS or any(element.get(name) for name in _TO_CLOSE) or element.get("role") == "button":
        return ""
    if is_drawn(element):
        return sign_told("".join(map(str, element.itertext())))
    names = [_BETWEEN.sub("-", name.lower()).strip("-") for name in _all_names(element)]
    sign = CROSS if any(map(_CROSS_NAMED.fullmatch, names)) else _TICK * any(map(_TICK_NAMED.fullmatch, names))
    return sign if sign and (element.tag == "svg" or _is_empty(element)) else ""


def _is_empty(element: etree._Element) -> bool:
    """Tell whether no words stand in an element, which an icon is, and it holds no more than one may."""
    if next(islice(element.iter(), _MOST_PARTS, None), None) is not None:
        return False
    return not any(str(words).strip() for words in element.itertext())


def sign_told(words: str) -> str:
    """Give the tick or the cross that the words for a picture tell of; empty where they tell of neither.

    >>> sign_told("Red cross"), sign_told("Tick"), sign_told("Not recommended")
    ('✗', '✓', '')
    """
    told = _BETWEEN.sub("-", words.lower()).strip("-")
    if _CROSS_TOLD.fullmatch(told):
        return CROSS
    return _TICK if _TICK_TOLD.fullmatch(told) else ""


def crosses_out_its_items(items: etree._Element) -> bool:
    """Tell whether a list, or one item of it, is shown with crosses before it, by its name."""
    return any(map(_CROSSED_LIST.fullmatch, (items.get("class") or "").lower().replace("_", "-").split()))


def _all_names(element: etree._Element) -> Iterator[str]:
    yield from (element.get("class") or "").split()
    yield from filter(None, (element.get(name) for name in _NAMED_IN))
    for use in element.iter("use") if element.tag == "svg" else ():
        yield from (str(told).rpartition("#")[2] for name, told in use.items() if str(name).endswith("href"))
