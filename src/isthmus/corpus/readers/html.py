"""Web pages: the words a visitor reads, block by block; what belongs to the site around them is marked as such."""

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from isthmus.corpus.main_text import boilerplate
from isthmus.corpus.media import HTML
from isthmus.corpus.page_facts import page_facts
from isthmus.corpus.page_text import Written, write_text
from isthmus.corpus.reading import PART_ENDS, Reading, decode, encoding_named, title_of, year_from
from isthmus.errors import MalformedText

__all__ = ["read"]

_MOST_TAGS, _MOST_ATTRIBUTES = 300_000, 1_000
_SHORT_PAGE = 50_000  # characters, which hold too few attributes to matter
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def read(content: bytes, name: str) -> list[Reading]:
    """Read a web page: headings and paragraphs apart, items of lists marked, rows of tables on a line each.

    Raises:
        MalformedText: It is binary, not in the encoding it names, or built beyond all measure.
    """
    root = _parse(decode(content, name, encoding=_encoding(content, name)), name)
    if root is None:
        return [Reading(title_of("", name), "", HTML)]
    text, blocks = write_text(root)
    facts = page_facts(root)
    reading = Reading(
        title=title_of(facts.title, name),
        text=text,
        media_type=HTML,
        kind=facts.kind,
        publisher=facts.publisher,
        year=year_from(facts.published),
        published=facts.published,
        authors=facts.authors,
        url=facts.url,
        licence=facts.licence,
        language=facts.language,
        furniture=boilerplate(text, blocks),
        headings=tuple(_headings(blocks)),
    )
    return [reading]


def _headings(blocks: Iterable[Written]) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if block.level is not None:
            yield block.body, block.level
        yield from [(block.end, PART_ENDS)] * block.ends


def _parse(page: str, name: str) -> etree._Element | None:
    if page.count("<") > _MOST_TAGS:
        what = f"It has more than {_MOST_TAGS:,} tags."
        raise MalformedText(what, where=name, remedy="Save its text as a plain file.")
    if len(page) > _SHORT_PAGE:
        _expect_few_attributes(page, name)
    # The parser gets bytes, because it refuses text that still names an encoding; `huge_tree` lifts the limits at
    # which it would drop the rest of a page without a word.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    root = etree.fromstring(page.encode() or b"<html/>", parser)
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise MalformedText("It is nested too deeply.", where=name, remedy="Save its text as a plain file.")
    return root


def _expect_few_attributes(page: str, name: str) -> None:
    """Refuse a tag with very many attributes: the parser builds them in a time that grows with their square."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, target=_Attributes())
    try:
        etree.fromstring(page.encode(), parser)
    except OverflowError as error:
        what = f"One of its tags has more than {_MOST_ATTRIBUTES:,} attributes."
        raise MalformedText(what, where=name, remedy="Save its text as a plain file.") from error


class _Attributes:
    """Takes a page as the parser reads it, builds nothing, and stops at a tag that has too many attributes."""

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:  # noqa: ARG002 - lxml's names
        if len(attrib) > _MOST_ATTRIBUTES:
            raise OverflowError

    def end(self, tag: str | bytes) -> None: ...

    def data(self, data: str | bytes) -> None: ...

    def comment(self, text: str | bytes) -> None: ...

    def close(self) -> None: ...


def _encoding(content: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    label = declared[1].decode("ascii") if declared else "utf-8"
    codec = encoding_named(label)
    if codec is None:
        raise MalformedText(f"The encoding `{label}` is not read here.", where=name, remedy="Save it as UTF-8.")
    return codec
