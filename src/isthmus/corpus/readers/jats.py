"""Articles of journals in JATS, as archives of open literature keep them: sections, paragraphs, lists and tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html.entities import html5
from types import MappingProxyType
from typing import NamedTuple

from lxml import etree

from isthmus.corpus.document import DocumentKind
from isthmus.corpus.furniture import LEFT_OUT
from isthmus.corpus.kinds import kind_of_title
from isthmus.corpus.media import JATS
from isthmus.corpus.raised import raise_numbers
from isthmus.corpus.reading import BOX, PART_ENDS, Reading, address_from, date_of, title_of, year_from
from isthmus.corpus.table_rows import Cell, span_from, table_lines
from isthmus.errors import MalformedText

__all__ = ["read"]

_BLOCKS = frozenset(["p", "title", "caption", "disp-quote", "verse-group", "attrib", "label", "preformat", "term"])
# What has headings of its own, each a level below that of what it stands in.
_SECTIONS = frozenset(["abstract", "app", "sec"])
# What stands over nothing behind it, whatever it is headed by.
_BOXES = _SECTIONS | {"boxed-text", "disp-quote", "fig", "table-wrap"}
_BESIDE_THE_BODY = ("{*}floats-group", "{*}back/{*}app-group", "{*}back/{*}app")
# What is no sentence of the article: formulas, pictures, and what was struck out.
_LEFT_OUT_TAGS = (
    "alternatives disp-formula graphic inline-formula inline-graphic media object-id permissions strike "
    "supplementary-material tex-math fn-group table-wrap-foot kwd-group contrib-group journal-meta article-meta ref-list"
)
_LEFT_OUT = frozenset(_LEFT_OUT_TAGS.split())
# In a line, these say something that its words do not.
_GAPS = frozenset(["alternatives", "disp-formula", "inline-formula", "inline-graphic", "tex-math"])
_STANDS_ALONE = frozenset(["def-list", "list", "preformat", "table", "table-wrap"])
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
_NOTES = frozenset(["bibr", "fn", "table-fn"])  # what the number of a reference or a note leads to
_IN_BRACKETS = re.compile(r"[\[(]\s*(?:[\d\s,;\N{EN DASH}-]*[\s,;\N{EN DASH}-])?\Z")
_MOST_PIECES_IN_BRACKETS = 100
_Entity = type(etree.Entity("amp"))
_MOST_AUTHORS = 100
_GAP = "\n\n"
_NAMES = ("name", "string-name", "collab")


class _Block(NamedTuple):
    """A paragraph, a list, a table, or a heading of some level; or where a box begins or ends, without a text."""

    text: str
    level: int = 0


_BEGINS, _ENDS = _Block("", BOX), _Block("", PART_ENDS)


def read(content: bytes, name: str) -> list[Reading]:
    """Read an article, or each of several: title, abstract, sections and appendices, without references and notes.

    Nothing outside the file is fetched, and no entity that it defines is expanded.

    Raises:
        MalformedText: It is not XML, is built beyond all measure, or holds no article.
    """
    root = _parse(content, name)
    articles = [root] if _tag(root) == "article" else list(root.iter("{*}article"))
    if not articles:
        what = "This is XML, but not an article in JATS."
        raise MalformedText(what, where=name, remedy="Give an article, or its text.")
    return [_reading(article, name) for article in articles]


def _reading(article: etree._Element, name: str) -> Reading:
    text, headings = _write(article)
    title = _words(article.find(".//{*}article-meta//{*}article-title"))
    date = _date(article)
    doi = _words(article.find(".//{*}article-meta/{*}article-id[@pub-id-type='doi']"))
    return Reading(
        title=title_of(title.rstrip("."), name),
        text=text,
        media_type=JATS,
        kind=_kind(article, title),
        publisher=_words(article.find(".//{*}journal-meta//{*}journal-title")) or None,
        year=year_from(date),
        published=date,
        authors=tuple(_authors(article)),
        url=address_from(f"https://doi.org/{doi}") if doi.startswith("10.") else None,
        licence=_licence(article),
        language=article.get("{http://www.w3.org/XML/1998/namespace}lang"),
        headings=headings,
    )


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


def _write(article: etree._Element) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Write an article block by block, and tell where its headings begin, and its boxes begin and end."""
    texts: list[str] = []
    headings: list[tuple[int, int]] = []
    at = 0
    for block in _blocks(article):
        if block.text:
            headings += [(at, block.level)] if block.level else []
            texts.append(block.text)
            at += len(block.text) + len(_GAP)
        elif block.level < 0:
            headings.append((at - 1, block.level))
    return _GAP.join(texts), tuple(headings)


def _blocks(article: etree._Element) -> Iterator[_Block]:
    """Give an article block by block: a title is a line of its own, as is an item of a list or a row of a table."""
    yield _Block(_words(article.find(".//{*}article-meta//{*}article-title")), 1)
    for abstract in article.iterfind(".//{*}article-meta/{*}abstract"):
        if abstract.find("{*}title") is None:
            yield _Block("Abstract", 2)
        yield from _within(abstract)
    for path in ("{*}body", *_BESIDE_THE_BODY):
        for part in article.iterfind(path):
            yield from _within(part)


def _within(part: etree._Element) -> Iterator[_Block]:
    # A stack, not recursion: sections may be nested deeper than Python's calls.
    waiting: list[etree._Element | _Block] = [part]
    while waiting:
        element = waiting.pop()
        if isinstance(element, _Block):
            yield element
            continue
        match _tag(element):
            case "alternatives":  # of the pictures and words for one thing
                waiting.extend(element.iterfind("{*}table"))
            case tag if not tag or _is_left_out(element):
                continue
            case "list":
                yield _Block(_list(element))
            case "table":
                yield _Block(_table(element))
            case "p" if any(map(_is_block, element)):
                waiting.extend(reversed(list(_parted(element))))
            case "title":
                yield _Block(_words(element), _level(element))
            case tag if tag in _BLOCKS and element.find(".//{*}p") is None:
                yield _Block(_words(element))
            case _:
                waiting.extend(reversed(_inside(element)))


def _inside(element: etree._Element) -> Sequence[etree._Element | _Block]:
    return [_BEGINS, *element, _ENDS] if _tag(element) in _BOXES else list(element)


def _level(title: etree._Element) -> int:
    """Tell the level of a heading, one below that of the article's title; a title of a figure or a list has none."""
    above = title.getparent()
    if above is None or _tag(above) not in _SECTIONS:
        return 0
    return 1 + sum(_tag(element) in _SECTIONS for element in title.iterancestors())


def _table(element: etree._Element) -> str:
    rows = ([_cell(cell) for cell in row if _tag(cell) in {"td", "th"}] for row in element.iter("{*}tr"))
    return "\n".join(table_lines(rows))


def _cell(cell: etree._Element) -> Cell:
    return Cell(_words(cell), span_from(cell.get("colspan")), span_from(cell.get("rowspan")))


def _is_block(element: etree._Element) -> bool:
    """Whether an element of a paragraph stands by itself, as a list does, and what has paragraphs of its own."""
    return _tag(element) in _STANDS_ALONE or (bool(_tag(element)) and element.find(".//{*}p") is not None)


def _is_left_out(element: etree._Element) -> bool:
    """Whether an element is no part of what an article says: what others are quoted with, by name, is theirs."""
    tag = _tag(element)
    return tag in _LEFT_OUT or (tag == "disp-quote" and element.find(".//{*}attrib") is not None)


def _parted(paragraph: etree._Element) -> Iterator[etree._Element | _Block]:
    """Part a paragraph into what it says and the blocks that stand in it."""
    said = [paragraph.text or ""]
    for element in paragraph:
        if _is_block(element):
            yield _Block(" ".join("".join(said).split()))
            yield element
            said = []
        else:
            said.append(_text(element))
        said.append(element.tail or "")
    yield _Block(" ".join("".join(said).split()))


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
    raising: list[etree._Element] = []
    left_out = 0
    for event, inner in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        tag = _tag(inner)
        if isinstance(inner, _Entity):
            words.append(html5.get(f"{inner.name};", "") + (inner.tail or "") if event == "start" else "")
            continue
        if event == "start":
            raising += [inner] if _is_raised(inner, words) else []
            words.append(LEFT_OUT if tag in _GAPS and not left_out else "")
            left_out += _is_left_out(inner)
            words.append("" if left_out else _raise(inner.text or "", raising))
        else:
            raising = raising[:-1] if raising[-1:] == [inner] else raising
            left_out -= event == "end" and _is_left_out(inner)
            words.append(" " if tag in _APART else "")
            words.append("" if left_out or inner is element else _raise(inner.tail or "", raising))
    return "".join(words)


def _is_raised(element: etree._Element, before: Sequence[str]) -> bool:
    """Tell whether numbers are raised: those of references are, save where they stand in brackets."""
    if _tag(element) != "xref" or element.get("ref-type") not in _NOTES:
        return _tag(element) == "sup"
    return not _IN_BRACKETS.search("".join(before[-_MOST_PIECES_IN_BRACKETS:]))


def _raise(text: str, raising: Sequence[etree._Element]) -> str:
    return raise_numbers(text) if raising else text


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
    year, *later = (_words(date.find(f"{{*}}{name}")) for name in ("year", "month", "day"))
    return date_of(year, *later) if re.fullmatch(r"(?:18|19|20)\d\d", year, re.ASCII) else None


def _authors(article: etree._Element) -> Iterator[str]:
    """Give the authors, people and groups, each in the first way in which it is named."""
    path = ".//{*}article-meta/{*}contrib-group/{*}contrib[@contrib-type='author']"
    for author, _ in zip(article.iterfind(path), range(_MOST_AUTHORS), strict=False):
        ways = (*author, *author.iterfind("{*}name-alternatives/{*}*"))
        name = next((_name(way) for way in ways if _tag(way) in _NAMES), "")
        if name:
            yield name


def _name(element: etree._Element) -> str:
    parts = (_words(element.find("{*}given-names")), _words(element.find("{*}surname")))
    return " ".join(filter(None, parts)) or _words(element)


def _licence(article: etree._Element) -> str | None:
    licence = article.find(".//{*}article-meta/{*}permissions/{*}license")
    if licence is None:
        return None
    return licence.get("{http://www.w3.org/1999/xlink}href") or _words(licence.find("{*}license-p")) or None
