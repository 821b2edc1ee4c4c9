"""A piece of a web page without the page around it, as a field of a record holds one."""

import re

from isthmus.corpus.page_parse import parse_page
from isthmus.corpus.page_text import headings_of, write_text

__all__ = ["is_fragment", "write_fragment"]

_TAG = re.compile(
    r"</(?:a|article|b|blockquote|div|em|h[1-6]|i|li|ol|p|section|span|strong|table|td|ul)>|<(?:br|hr)\s*/?>",
    re.IGNORECASE,
)


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
    written, blocks = write_text(parse_page(f"<html><body>{text}</body></html>", name))
    return written, headings_of(blocks)
