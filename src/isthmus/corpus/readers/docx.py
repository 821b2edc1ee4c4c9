"""Word documents: paragraphs, headings, lists and tables in the order in which they stand."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import cast

from docx import Document
from docx.document import Document as Word
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from isthmus.corpus.bounds import BOUNDS, PACKINGS
from isthmus.corpus.media import DOCX
from isthmus.corpus.reading import Reading, title_from
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_LIST = re.compile(r"list\b", re.IGNORECASE)
_LEVEL = re.compile(r"(\d)\s*\Z")
_CELL = " | "
_MOST_PARTS = 5_000
# What was taken out or stands somewhere else, what a text box says a second time, and what is no words.
_UNSAID = frozenset(["del", "moveFrom", "Fallback", "pPr", "rPr", "tcPr", "instrText"])
_NOBODY = "python-docx"  # what the template of that library says
_OLE = b"\xd0\xcf\x11\xe0"


def read(content: bytes, name: str) -> list[Reading]:
    """Read a Word document; what its author calls it, where anything, is its title.

    Raises:
        MalformedText: It is no Word document, or a damaged one.
        UnreadableFile: It is locked, or expands beyond all measure.
    """
    _weigh(content, name)
    try:
        document = Document(BytesIO(content))
        text = "".join(_blocks(document)).strip("\n")
        known = document.core_properties
        title, author, language = known.title, known.author.strip(), known.language
    except Exception as error:  # a damaged file fails wherever the library first stumbles
        raise MalformedText("This Word document is damaged.", where=name, remedy="Save it again.") from error
    reading = Reading(
        title=title_from(title or text.partition("\n")[0], name),
        text=text,
        media_type=DOCX,
        authors=(author,) if author and author != _NOBODY else (),
        language=language or None,
    )
    return [reading]


def _weigh(content: bytes, name: str) -> None:
    """Refuse what is no archive, and an archive that would expand beyond all measure."""
    if content.startswith(_OLE):
        what = "It is locked with a password, or of Word before 2007."
        raise UnreadableFile(what, where=name, remedy="Save it as DOCX without a password.")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
    except Exception as error:  # as where its words are read, in the archive around them
        raise MalformedText("This is not a Word document.", where=name, remedy="Save it as DOCX.") from error
    # zipfile unpacks no more of an entry packed in these ways than it declares, so that what is declared can be relied on.
    largest = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if (
        len(entries) > _MOST_PARTS
        or any(entry.compress_type not in PACKINGS for entry in entries)
        or largest > BOUNDS.text * 3
        or sum(e.file_size for e in entries) > BOUNDS.archive * 3
    ):
        what = "It expands far beyond its own size."
        raise UnreadableFile(what, where=name, remedy="Save its text as a plain file.")


def _blocks(document: Word) -> Iterator[str]:
    last = ""
    for element in _inner(document.element.body):
        kind, words = _block(element, document)
        if words.strip():
            yield ("\n" if kind and kind == last else "\n\n") + words
            last = kind


def _inner(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Give the elements of paragraphs and tables in order, those within form fields too."""
    for child in _below(element):
        match _name(child):
            case "p" | "tbl":
                yield child
            case "sdt" | "sdtContent" | "ins" | "customXml":
                yield from _inner(child)


def _block(element: BaseOxmlElement, document: Word) -> tuple[str, str]:
    """Write one block, and say whether it is an item of a list or a row of a table."""
    if _name(element) == "tbl":
        return "row", "\n".join(_rows(cast("CT_Tbl", element)))
    words = _plain(element)
    style = _style(Paragraph(cast("CT_P", element), document))
    if style and _LIST.match(style):
        level = _LEVEL.search(style)
        return "item", f"{'  ' * int(level[1] if level else 1)}\N{BULLET} {words}" if words else ""
    return "", words


def _style(paragraph: Paragraph) -> str:
    try:
        style = paragraph.style
    except KeyError:  # a style that the document names and does not hold
        return ""
    return (style.name if style else None) or ""


def _rows(table: CT_Tbl) -> Iterator[str]:
    for row in table.tr_lst:
        # Cells as they are written: one that spans columns or rows stands there once.
        cells = [_plain(cell) for cell in row.tc_lst if cell.vMerge != "continue"]
        if any(cells):
            yield _CELL.join(filter(None, cells))


def _below(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    return cast("Iterator[BaseOxmlElement]", element.iterchildren("{*}*"))


def _name(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]


def _plain(element: BaseOxmlElement) -> str:
    return " ".join("".join(_words(element)).split())


def _words(element: BaseOxmlElement) -> Iterator[str]:
    """Give the words below an element at any depth, those that were put in later and those of form fields among them."""
    for child in _below(element):
        match _name(child):
            case "t":
                yield child.text or ""
            case "tab" | "br" | "cr":
                yield " "
            case "noBreakHyphen":
                yield "-"
            case "p" | "tc":
                yield from _words(child)
                yield " "
            case name if name not in _UNSAID:
                yield from _words(child)
