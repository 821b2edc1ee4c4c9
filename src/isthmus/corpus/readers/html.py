"""Web pages: the words a visitor reads, block by block, without the furniture of the site around them."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from itertools import count, repeat

from lxml import etree

from isthmus.corpus.reading import Reading, decode, title_from
from isthmus.errors import MalformedText

__all__ = ["read"]

_FURNITURE_TAGS = (
    "aside button canvas dialog embed footer form head header iframe input math nav noscript object script select "
    "style svg template textarea"
)
_FURNITURE = frozenset(_FURNITURE_TAGS.split())
_BLOCK_TAGS = (
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 "
    "h5 h6 hgroup hr html legend li main p pre search section summary table tbody tfoot thead"
)
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_PARTS = ("article", "div", "dl", "h1", "h2", "h3", "h4", "ol", "section", "table", "ul")
_INDENT = "  "
_CELL = " | "
_SPACES = re.compile(r"\s+")

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# Browsers read the older Western names as Windows-1252, and a page that can name its encoding is not UTF-16.
_READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "utf-16": "utf-8-sig", "utf-8": "utf-8-sig"}
_ENCODING_NAMES = (
    "big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jp euc_kr gb18030 gb2312 gbk "
    "iso8859-2 iso8859-5 iso8859-7 iso8859-9 iso8859-15 koi8-r koi8-u shift_jis utf-8-sig"
)
_ENCODINGS = frozenset(_ENCODING_NAMES.split())


def read(content: bytes, name: str) -> Reading:
    """Read a web page: headings and paragraphs apart, items of lists marked, rows of tables on a line each.

    Raises:
        MalformedText: It is binary, not in the encoding it names, or nested beyond all measure.
    """
    page = decode(content, name, encoding=_encoding(content, name))
    # The parser gets bytes, because it refuses text that still names an encoding; `huge_tree` lifts the limits at
    # which it would drop the rest of a page without a word.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    root = etree.fromstring(page.encode() or b"<html/>", parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise MalformedText("It is nested too deeply.", where=name, remedy="Save its text as a plain file.")
    if root is None:
        return Reading(title_from("", name), "", "text/html")
    return Reading(
        title=title_from(_first(root, "//title") or _first(root, "//h1"), name),
        text=_Writer().write(root),
        media_type="text/html",
        publisher=_first(root, "//meta[@property='og:site_name']/@content") or None,
        year=_year(
            _first(root, "//meta[@property='article:published_time' or @name='citation_publication_date']/@content")
        ),
        url=_address(_first(root, "//link[@rel='canonical']/@href")),
    )


def _encoding(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    label = declared[1].decode("ascii") if declared else "utf-8"
    try:
        codec = codecs.lookup(label).name
    except LookupError:
        codec = label
    codec = _READ_AS.get(codec, codec)
    if codec not in _ENCODINGS:
        raise MalformedText(f"The encoding `{label}` is not read here.", where=name, remedy="Save it as UTF-8.")
    return codec


def _first(root: etree._Element, path: str) -> str:
    """Take the words of the first thing at a path, or nothing."""
    found = root.xpath(f"normalize-space(({path})[1])")
    return str(found)


def _year(date: str) -> int | None:
    written = re.match(r"((?:19|20)\d\d)\b", date)
    return int(written[1]) if written else None


def _address(address: str) -> str | None:
    return address if re.fullmatch(r"https?://\S+", address) else None


class _Writer:
    """Writes a page as plain text while walking over it, one block at a time."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._words: list[str] = []
        self._markers: list[Iterator[str]] = []
        self._marker = ""
        self._last_kind = ""
        self._in_row = False
        self._as_typed = 0

    def write(self, root: etree._Element) -> str:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start" and _is_furniture(element):
                walk.skip_subtree()
            elif event == "start":
                self._open(element)
                self._add(element.text)
            else:
                if event == "end" and not _is_furniture(element):
                    self._close(element)
                self._add(element.tail)
        self._end_block()
        return "".join(self._blocks).strip("\n")

    def _open(self, element: etree._Element) -> None:
        match element.tag:
            case "br":
                self._words.append("\n")
            case "ul" | "ol":
                self._end_block()
                self._markers.append(_markers(element))
            case "li" if self._markers:
                self._end_block()
                self._marker = _INDENT * len(self._markers) + next(self._markers[-1])
            case "tr":
                self._end_block()
                self._in_row = not _is_layout(element)
            case "td" | "th":
                self._words.append(_CELL if self._in_row else "\n")
            case tag if tag in _BLOCKS:
                self._break()
        self._as_typed += element.tag == "pre"

    def _close(self, element: etree._Element) -> None:
        self._as_typed -= element.tag == "pre"
        match element.tag:
            case "ul" | "ol":
                self._end_block()
                self._markers.pop()
                self._marker = ""
            case "tr":
                self._end_block("row" if self._in_row else "")
                self._in_row = False
            case tag if tag in _BLOCKS:
                self._break()

    def _add(self, words: str | None) -> None:
        if words:
            self._words.append(words if self._as_typed else _SPACES.sub(" ", words))

    def _break(self) -> None:
        """End a block; within a row of a table, paragraphs stay on its line."""
        if self._in_row:
            self._words.append(" ")
        else:
            self._end_block()

    def _end_block(self, kind: str = "") -> None:
        written = (" ".join(line.split()) for line in "".join(self._words).splitlines())
        lines = [line.strip(_CELL) if kind else line for line in written if line.strip(_CELL)]
        self._words.clear()
        if not lines:
            return
        indent = " " * len(self._marker) or _INDENT * 2 * bool(self._markers)
        lines[0] = (self._marker or indent) + lines[0]
        kind = "item" if self._marker else kind
        if self._blocks:
            self._blocks.append("\n" if kind and kind == self._last_kind else "\n\n")
        self._blocks.append(f"\n{indent}".join(lines))
        self._marker, self._last_kind = "", kind


def _markers(element: etree._Element) -> Iterator[str]:
    return repeat("\N{BULLET} ") if element.tag == "ul" else (f"{number}. " for number in count(1))


def _is_furniture(element: etree._Element) -> bool:
    """Tell whether an element is part of the site around a page, or not shown at all."""
    return element.tag in _FURNITURE or "hidden" in element.attrib or element.get("aria-hidden") == "true"


def _is_layout(row: etree._Element) -> bool:
    """Tell whether a row of a table holds whole parts of a page, as old pages have it, rather than data."""
    tags = Counter(element.tag for element in row.iterdescendants())
    return any(tags[tag] for tag in _PARTS) or tags["p"] > tags["td"] + tags["th"]
