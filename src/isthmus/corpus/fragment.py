"""A piece of a web page without the page around it, as a field of a record holds one."""

import re

from lxml import etree

from isthmus.corpus.page_text import write_text
from isthmus.errors import MalformedText

__all__ = ["is_fragment", "write_fragment"]

_TAG = re.compile(
    r"</(?:a|article|b|blockquote|div|em|h[1-6]|i|li|ol|p|section|span|strong|table|td|ul)>|<(?:br|hr)\s*/?>",
    re.IGNORECASE,
)
_MOST_TAGS = 300_000


def is_fragment(text: str) -> bool:
    """Tell whether a text is marked up as web pages are.

    >>> is_fragment("<p>It heals.</p>"), is_fragment("Half of those < 18 years heal.")
    (True, False)
    """
    return _TAG.search(text) is not None


def write_fragment(text: str, name: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Write the words of a piece of a page, and tell where its headings begin, each with its level.

    Raises:
        MalformedText: It is built beyond all measure.
    """
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
    root = etree.fromstring(f"<html><body>{text}</body></html>".encode(), parser)
    if text.count("<") > _MOST_TAGS or any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise MalformedText("It is nested too deeply.", where=name, remedy="Save its text as a plain file.")
    written, blocks = write_text(root)
    return written, tuple((block.body, block.level) for block in blocks if block.level)
