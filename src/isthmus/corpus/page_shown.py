"""Which parts of a web page say something to its visitors, and which are furniture, hidden or struck out."""

import re
from itertools import islice

from lxml import etree

from isthmus.corpus.furniture import LEFT_OUT, is_label_of_sellers
from isthmus.corpus.page_signs import is_drawn, sign_named, sign_told

__all__ = [
    "BLOCKS",
    "HEADINGS",
    "ends_its_line",
    "is_left_out",
    "is_unread",
    "leaves_a_gap",
    "panels_of",
    "sign_left",
    "sign_of",
]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
"""The elements that are headings, each with its level."""

_BLOCK_TAGS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "hgroup hr html legend li main p pre search section summary table tbody tfoot thead"
)
BLOCKS = frozenset([*_BLOCK_TAGS.split(), *HEADINGS])
"""The elements that stand by themselves, with space around them."""

_FURNITURE_TAGS = (
    "aside canvas dialog embed footer form head header iframe input math nav noscript object script select style svg "
    "template textarea"
)
_STRUCK_OUT_TAGS = "del s strike"
_CONTROLS = ("button", "input", "label", "select", "textarea")
# How a part beside the text is marked that belongs to it, as a warning does.
_CALLOUT = re.compile(
    r"\b(?:admonition|alert|attention|callout|caution|danger|hint|important|note|notice|tip|warning)\b", re.IGNORECASE
)
_CALLING = frozenset(["alert", "note"])  # roles
_MOST_WORDS_OF_A_SIGN, _WIDEST_SIGN = 4, 64  # a longer text tells what a picture shows, in pixels
_MOST_PARAGRAPHS = 2  # of a form that is one
_MOST_AROUND_A_SIGN, _MOST_AROUND_A_LINE = 3, 8
_WITHIN_A_LINE = frozenset(["b", "em", "font", "i", "span", "strong", "u"])
_TO_PRESS = re.compile(r"accordion|button|close|collapse|dismiss|toggle", re.IGNORECASE)
_SIGNS = frozenset(["abbr", "b", "em", "i", "span", "strong"])
_NOT_READ = frozenset([*_FURNITURE_TAGS.split(), *_STRUCK_OUT_TAGS.split()])
_WITH_WORDS = frozenset(["select", "textarea"])
_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_STRUCK_OUT = re.compile(r"(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b", re.IGNORECASE)
_ONLY_READ = re.compile(r"\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|show-for-sr)\b", re.IGNORECASE)
_OF_THE_SITE = frozenset(["alertdialog", "dialog", "menu", "navigation", "search"])  # roles
# What visitors wrote below a page, by the names that publishing systems give it, and how it is told in microdata.
_OF_VISITORS = frozenset(
    [
        "comment",
        "comments",
        "comment-body",
        "comment-content",
        "comment-list",
        "comment-respond",
        "comment-section",
        "comments-area",
        "comments-list",
        "comments-section",
        "commentlist",
        "customer-review",
        "customer-reviews",
        "disqus_thread",
        "fb-comments",
        "guestbook",
        "google-reviews",
        "patient-reviews",
        "respond",
        "review",
        "review-list",
        "reviews",
        "reviews-list",
        "testimonial",
        "testimonials",
    ]
)
# What somebody paid for, likewise.
_OF_SELLERS = frozenset(
    [
        "ad",
        "ads",
        "ad-block",
        "ad-box",
        "ad-container",
        "ad-unit",
        "ad-wrapper",
        "adbox",
        "adunit",
        "advert",
        "adverts",
        "advertisement",
        "advertisements",
        "advertising",
        "advertorial",
        "promoted",
        "sponsor",
        "sponsored",
        "sponsored-content",
        "sponsored-post",
        "sponsors",
        "text-ad",
    ]
)
_SAID_BY_VISITORS = re.compile(r"\bschema\.org/(?:User)?(?:Comments?|Review)\b")
_PICTURE_FONT = re.compile(r"\b(?:icons?|material-symbols)\b", re.IGNORECASE)  # its letters are shown as a picture


def panels_of(root: etree._Element) -> frozenset[str]:
    """Name the parts of a page that a visitor can open, such as the answers below a list of questions."""
    told = root.xpath("//@aria-controls")
    return frozenset(name for names in told for name in str(names).split()) if isinstance(told, list) else frozenset()


def is_left_out(element: etree._Element, panels: frozenset[str]) -> bool:
    """Tell whether an element is furniture, of visitors or sellers, struck out, or hidden and none of the panels that can be opened.

    A quotation whose author is named beside it holds the words of others, with which the page may well disagree.
    """
    if element.tag == "blockquote" and next(element.iter("cite", "footer"), None) is not None:
        return True
    if element.tag in _NOT_READ:
        return not (_is_heading_of_a_part(element) or _holds_the_page(element) or _is_callout(element))
    if not element.keys():  # as most have none
        return False
    style = element.get("style")
    if (
        (style and _STRUCK_OUT.search(style))
        or _is_of_visitors(element)
        or _is_of_sellers(element)
        or is_drawn(element)
    ):
        return True
    if element.get("id") in panels and element.get("role") not in _OF_THE_SITE:
        return False
    return _is_hidden(element) or (element.get("aria-hidden") == "true" and _stands_apart(element))


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    return element.get("hidden", "until-found") != "until-found" or bool(style and _UNSEEN.search(style))


def is_unread(element: etree._Element, panels: frozenset[str]) -> bool:
    """Tell whether an element is shown on the line but not read aloud, as marks are, and words that are only said twice."""
    return element.get("aria-hidden") == "true" and element.get("id") not in panels


def ends_its_line(element: etree._Element) -> bool:
    """Tell whether a line of the page breaks right behind an element, or behind what is wrapped around its end."""
    holder = element
    for above in islice(element.iterancestors(), _MOST_AROUND_A_LINE):
        if above.tag not in _WITHIN_A_LINE or holder.getnext() is not None:
            break
        if (holder.tail or "").strip():
            return False
        holder = above
    following = holder.getnext()
    return not (holder.tail or "").strip() and following is not None and following.tag == "br"


def leaves_a_gap(element: etree._Element) -> bool:
    """Tell whether words that a visitor reads go with an element that is left out, as those of a formula do."""
    if element.tag in _WITH_WORDS:
        return _holds_words(element)
    if element.tag == "svg":
        return bool(sign_of(element)) or any(map(_holds_words, element.iter("text")))
    if element.tag == "script":
        return (element.get("type") or "").startswith("math/")
    return any(map(_holds_words, element.iter("math")))


def sign_left(element: etree._Element) -> str:
    """Give what is to be written for a picture that is left out, as a drawing and the letters of an icon are."""
    return "" if _is_hidden(element) else sign_of(element)


def sign_of(element: etree._Element) -> str:
    """Give what is to be written for a picture that says something within a line, as one of a cross does.

    That is the picture itself where it is one of a letter, the tick or the cross that it is shown as, and else a mark, for
    the few words that tell what it means may be "not". A larger picture, or one within a link, says nothing of its line.
    """
    named = sign_named(element)
    told = "" if named else _words_for(element)
    if not (named or told) or _is_large(element) or _is_pressed(element):
        return ""
    if named:
        return named
    if element.tag not in {"img", "svg"} and (element.tag not in _SIGNS or _holds_words(element)):
        return ""
    if not any(map(str.isalpha, told)):
        return told
    return sign_told(told) or LEFT_OUT * (len(told.split()) <= _MOST_WORDS_OF_A_SIGN)


def _words_for(element: etree._Element) -> str:
    """Give the words that tell what a picture means."""
    if element.tag == "img":
        return element.get("alt") or ""
    if element.tag == "svg":
        title = element.findtext("title") or ""
        return element.get("aria-label") or title * bool(sign_told(title))
    return element.get("aria-label") or (element.get("title") or "") * (element.tag in _SIGNS)


def _is_pressed(element: etree._Element) -> bool:
    """Tell whether a picture is of a link or a button, or shows a picture that stands by itself."""
    if next(element.iterancestors("a", "button", "figure", "summary"), None) is not None:
        return True
    around = islice(element.iterancestors(), _MOST_AROUND_A_SIGN)
    return any(one.get("role") == "button" or (one.tag in _SIGNS and _has_class(one, _TO_PRESS)) for one in around)


def _is_of_visitors(element: etree._Element) -> bool:
    """Tell whether an element holds what visitors wrote, and not the page as well."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    if _OF_VISITORS.isdisjoint(names) and not _SAID_BY_VISITORS.search(element.get("itemtype") or ""):
        return False
    return next(element.iter("main", "h1"), None) is None


def _is_of_sellers(element: etree._Element) -> bool:
    """Tell whether an element holds an advertisement, and not only the word that stands over one, nor the page as well."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".lower().split()
    if _OF_SELLERS.isdisjoint(names) or next(element.iter("main", "h1"), None) is not None:
        return False
    return not is_label_of_sellers("".join(map(str, element.itertext())))


def _is_large(element: etree._Element) -> bool:
    width = element.get("width") or ""
    return width.isdecimal() and int(width) > _WIDEST_SIGN


def _is_callout(element: etree._Element) -> bool:
    """Tell whether an element stands beside the text and yet belongs to it."""
    if element.tag != "aside" or next(element.iterancestors("article", "section", "main"), None) is None:
        return False
    return element.get("role") in _CALLING or _has_class(element, _CALLOUT)


def _is_heading_of_a_part(element: etree._Element) -> bool:
    """Tell whether an element is the header of an article or a section, with a heading, and not that of the site."""
    if element.tag != "header" or next(element.iter(*HEADINGS), None) is None:
        return False
    return next(element.iterancestors("article", "section", "main"), None) is not None


def _holds_the_page(element: etree._Element) -> bool:
    """Tell whether an element is a form around a whole page, as some servers write, and not one to be filled in."""
    if element.tag != "form":
        return False
    if next(element.iter("main", "article", "h1"), None) is not None:
        return True
    told = (one for one in element.iter("p") if next(one.iter(*_CONTROLS), None) is None and _holds_words(one))
    return sum(1 for _ in islice(told, _MOST_PARAGRAPHS + 1)) > _MOST_PARAGRAPHS


def _stands_apart(element: etree._Element) -> bool:
    """Tell whether what is not read aloud is none of the words of its line: a block, a picture, or said there otherwise."""
    return element.tag in BLOCKS or _has_class(element, _PICTURE_FONT) or _is_said_otherwise(element)


def _is_said_otherwise(element: etree._Element) -> bool:
    """Tell whether words for those who listen stand right beside it, as "5 out of 10" beside "5/10"."""
    before, after = element.getprevious(), element.getnext()
    touches_before = before is not None and not (before.tail or "").strip() and _has_class(before, _ONLY_READ)
    return touches_before or (after is not None and not (element.tail or "").strip() and _has_class(after, _ONLY_READ))


def _has_class(element: etree._Element, pattern: re.Pattern[str]) -> bool:
    return pattern.search(element.get("class") or "") is not None


def _holds_words(element: etree._Element) -> bool:
    return any(str(words).strip() for words in element.itertext())
