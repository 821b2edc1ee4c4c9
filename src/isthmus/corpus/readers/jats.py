"""Articles of journals in JATS, as archives of open literature keep them: sections, paragraphs, lists and tables."""

import re
from collections.abc import Iterator, Mapping
from html.entities import html5
from types import MappingProxyType

from lxml import etree

from isthmus.corpus.document import DocumentKind
from isthmus.corpus.kinds import kind_of_title
from isthmus.corpus.media import JATS
from isthmus.corpus.reading import Reading, address_from, title_from
from isthmus.errors import MalformedText

__all__ = ["read"]

_BLOCKS = frozenset(["p", "title", "caption", "disp-quote", "verse-group", "attrib", "label"])
# What is no sentence of the article: formulas, pictures, and the numbers that lead to references.
_LEFT_OUT_TAGS = (
    "alternatives disp-formula graphic inline-formula inline-graphic media object-id permissions supplementary-material "
    "tex-math fn-group table-wrap-foot kwd-group contrib-group journal-meta article-meta ref-list"
)
_LEFT_OUT = frozenset(_LEFT_OUT_TAGS.split())
_APART = frozenset(["p", "break", "title", "list-item"])
_KINDS: Mapping[str, DocumentKind] = MappingProxyType(
    {
        "case-report": "study",
        "clinical-trial": "trial",
        "guideline": "guideline",
        "meta-analysis": "review",
        "research-article": "study",
        "review-article": "review",
        "systematic-review": "review",
    }
)
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_RAISABLE = re.compile(r"[\s\d+\-,;\N{EN DASH}]*\d[\s\d,;\-\N{EN DASH}]*")
_Entity = type(etree.Entity("amp"))
_CELL = " | "
_MOST_AUTHORS = 100


def read(content: bytes, name: str) -> list[Reading]:
    """Read an article: its title, abstract and sections; its references and notes are left out.

    Nothing outside the file is fetched, and no entity that it defines is expanded.

    Raises:
        MalformedText: It is not XML, is built beyond all measure, or is not an article.
    """
    root = _parse(content, name)
    article = root if _tag(root) == "article" else next(root.iter("{*}article"), None)
    if article is None:
        what = "This is XML, but not an article in JATS."
        raise MalformedText(what, where=name, remedy="Give an article, or its text.")
    written = "\n\n".join(_blocks(article))
    title = _words(article.find(".//{*}article-meta//{*}article-title"))
    date = _date(article)
    doi = _words(article.find(".//{*}article-meta/{*}article-id[@pub-id-type='doi']"))
    reading = Reading(
        title=title_from(title.rstrip("."), name),
        text=written,
        media_type=JATS,
        kind=_kind(article, title),
        publisher=_words(article.find(".//{*}journal-meta//{*}journal-title")) or None,
        year=int(date[:4]) if date else None,
        published=date,
        authors=tuple(_authors(article)),
        url=address_from(f"https://doi.org/{doi}") if doi.startswith("10.") else None,
        licence=_licence(article),
        language=article.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )
    return [reading]


def _parse(content: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        what = f"It is not well-formed XML (line {line})." if line else "It is not well-formed XML."
        raise MalformedText(what, where=name, remedy="Save it again, or give its text.") from error


def _blocks(article: etree._Element) -> Iterator[str]:
    """Write the article block by block: a title is a line of its own, as is an item of a list or a row of a table."""
    title = article.find(".//{*}article-meta//{*}article-title")
    if title is not None:
        yield _words(title)
    for abstract in article.iterfind(".//{*}article-meta/{*}abstract"):
        if abstract.find("{*}title") is None:
            yield "Abstract"
        yield from _within(abstract)
    body = article.find("{*}body")
    if body is not None:
        yield from _within(body)


def _within(part: etree._Element) -> Iterator[str]:
    # A stack, not recursion: sections may be nested deeper than Python's calls.
    waiting: list[etree._Element | str] = list(reversed(part))
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            yield from filter(None, [element])
            continue
        match _tag(element):
            case tag if tag in _LEFT_OUT or not tag:
                continue
            case "list":
                yield _list(element)
            case "table":
                rows = (_CELL.join(filter(None, map(_words, row))) for row in element.iter("{*}tr"))
                yield "\n".join(filter(None, rows))
            case "p" if any(map(_is_block, element)):
                waiting.extend(reversed(list(_parted(element))))
            case tag if tag in _BLOCKS and element.find(".//{*}p") is None:
                yield _words(element)
            case _:
                waiting.extend(reversed(element))


def _is_block(element: etree._Element) -> bool:
    """Whether an element of a paragraph stands by itself: a list, or what has paragraphs of its own, such as a figure."""
    return _tag(element) == "list" or (bool(_tag(element)) and element.find(".//{*}p") is not None)


def _parted(paragraph: etree._Element) -> Iterator[etree._Element | str]:
    """Part a paragraph into what it says and the blocks that stand in it."""
    said = [paragraph.text or ""]
    for element in paragraph:
        if _is_block(element):
            yield " ".join("".join(said).split())
            yield element
            said = []
        else:
            said.append(_text(element))
        said.append(element.tail or "")
    yield " ".join("".join(said).split())


def _list(element: etree._Element) -> str:
    items = [_words(item) for item in element.iterfind("{*}list-item")]
    ordered = element.get("list-type") in {"order", "number", "ordered"}
    marks = (f"{number}. " if ordered else "\N{BULLET} " for number in range(1, len(items) + 1))
    return "\n".join(f"  {mark}{item}" for mark, item in zip(marks, items, strict=True) if item)


def _words(element: etree._Element | None) -> str:
    return "" if element is None else " ".join(_text(element).split())


def _text(element: etree._Element) -> str:
    """Write what stands in an element, with raised numbers raised, so that none becomes part of a figure."""
    words: list[str] = []
    raised = left_out = 0
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        tag = _tag(inner)
        if isinstance(inner, _Entity):
            words.append(html5.get(f"{inner.name};", "") + (inner.tail or "") if event == "start" else "")
            continue
        step = {"start": 1, "end": -1}.get(event, 0)
        raised += step * (tag == "sup")
        if event == "start":
            left_out += tag in _LEFT_OUT
            words.append("" if left_out else _raise(inner.text or "", raised))
        else:
            left_out -= event == "end" and tag in _LEFT_OUT
            words.append(" " if tag in _APART else "")
            words.append("" if left_out or inner is element else _raise(inner.tail or "", raised))
    return "".join(words)


def _raise(text: str, raised: int) -> str:
    return text.translate(_RAISED) if raised and _RAISABLE.fullmatch(text) else text


def _tag(element: etree._Element) -> str:
    tag: object = element.tag  # a function, for a comment or an entity
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _kind(article: etree._Element, title: str) -> DocumentKind:
    by_title = kind_of_title(title)
    return by_title if by_title != "other" else _KINDS.get(article.get("article-type", ""), "other")


def _date(article: etree._Element) -> str | None:
    """Take the earliest day on which it was published."""
    dates = [_iso(date) for date in article.iterfind(".//{*}article-meta/{*}pub-date")]
    return min(filter(None, dates), default=None, key=lambda date: date.ljust(10, "~"))  # a day outranks its year


def _iso(date: etree._Element) -> str | None:
    parts = [_words(date.find(f"{{*}}{name}")) for name in ("year", "month", "day")]
    if not re.fullmatch(r"(?:18|19|20)\d\d", parts[0]):
        return None
    known = [parts[0]]
    for part in parts[1:]:
        if not re.fullmatch(r"\d{1,2}", part):
            break
        known.append(part.zfill(2))
    return "-".join(known)


def _authors(article: etree._Element) -> Iterator[str]:
    path = ".//{*}article-meta/{*}contrib-group/{*}contrib[@contrib-type='author']/{*}name"
    for name, _ in zip(article.iterfind(path), range(_MOST_AUTHORS), strict=False):
        yield " ".join(filter(None, (_words(name.find("{*}given-names")), _words(name.find("{*}surname")))))


def _licence(article: etree._Element) -> str | None:
    licence = article.find(".//{*}article-meta/{*}permissions/{*}license")
    if licence is None:
        return None
    return licence.get("{http://www.w3.org/1999/xlink}href") or _words(licence.find("{*}license-p")) or None
