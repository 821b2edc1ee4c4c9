"""Parses the markup of web pages, and refuses what is built beyond all measure."""

from collections.abc import Mapping

from lxml import etree

from isthmus.errors import MalformedText

__all__ = ["parse_page"]

_MOST_TAGS, _MOST_ATTRIBUTES = 300_000, 1_000
_SHORT_PAGE = 50_000  # characters, which hold too few attributes to matter


def parse_page(page: str, name: str) -> etree._Element:
    """Parse a web page, or a piece of one, within bounds; one that holds nothing is an empty element.

    Raises:
        MalformedText: It is built beyond all measure.
    """
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
    return etree.Element("html") if root is None else root


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
