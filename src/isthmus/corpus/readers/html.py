"""Web pages: the words a visitor reads, block by block; what belongs to the site around them is marked as such."""

import codecs
import re

from isthmus.corpus.main_text import boilerplate
from isthmus.corpus.media import HTML
from isthmus.corpus.page_facts import page_facts
from isthmus.corpus.page_parse import parse_page
from isthmus.corpus.page_text import headings_of, write_text
from isthmus.corpus.reading import Reading, decode, encoding_named, title_of, year_from
from isthmus.errors import MalformedText

__all__ = ["read"]

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096


def read(content: bytes, name: str) -> list[Reading]:
    """Read a web page: headings and paragraphs apart, items of lists marked, rows of tables on a line each.

    Raises:
        MalformedText: It is binary, not in the encoding it names, or built beyond all measure.
    """
    root = parse_page(decode(content, name, encoding=_encoding(content, name)), name)
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
        headings=headings_of(blocks),
    )
    return [reading]


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
