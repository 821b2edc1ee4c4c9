"""Word documents: paragraphs, headings, lists and tables in the order in which they stand.

What is struck out or hidden is left out. So are footnotes and endnotes, which stand in a part of the file of their own.
"""

import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from typing import NamedTuple, cast

from docx import Document
from docx.document import Document as Word
from docx.oxml.xmlchemy import BaseOxmlElement

from isthmus.corpus.bounds import BOUNDS, PACKINGS
from isthmus.corpus.media import DOCX
from isthmus.corpus.reading import Reading, title_of
from isthmus.corpus.table_rows import Cell, span_from, table_lines
from isthmus.corpus.word_styles import WordStyles, value_at
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_MOST_PARTS = 5_000
# What was taken out or stands somewhere else, what a text box says a second time, and what is no words.
_UNSAID = frozenset(["del", "moveFrom", "Fallback", "pPr", "rPr", "tcPr", "instrText"])
_NOBODY = "python-docx"  # what the template of that library says
_OLE = b"\xd0\xcf\x11\xe0"
_AROUND = frozenset(["sdt", "sdtContent", "ins", "customXml"])


class _Block(NamedTuple):
    """A paragraph, a heading of some level, an item of a list, or a whole table."""

    text: str
    level: int = 0
    is_item: bool = False


def read(content: bytes, name: str) -> list[Reading]:
    """Read a Word document; what its author calls it, where anything, is its title.

    Raises:
        MalformedText: It is no Word document, or a damaged one.
        UnreadableFile: It is locked, or expands beyond all measure.
    """
    _weigh(content, name)
    try:
        document = Document(BytesIO(content))
        text, headings = _write(document)
        known = document.core_properties
        title, author, language = known.title, known.author.strip(), known.language
    except Exception as error:  # a damaged file fails wherever the library first stumbles
        raise MalformedText("This Word document is damaged.", where=name, remedy="Save it again.") from error
    first = text.partition("\n")[0]
    reading = Reading(
        title=title_of(title or (first if headings[:1] == ((0, 1),) else ""), name, first),
        text=text,
        media_type=DOCX,
        authors=(author,) if author and author != _NOBODY else (),
        language=language or None,
        headings=headings,
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


def _write(document: Word) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Write a document block by block, and tell where its headings begin."""
    pieces: list[str] = []
    headings: list[tuple[int, int]] = []
    length, after_item = 0, False
    for block in _blocks(document):
        gap = "" if not pieces else "\n" if block.is_item and after_item else "\n\n"
        if block.level:
            headings.append((length + len(gap), block.level))
        pieces.append(gap + block.text)
        length += len(pieces[-1])
        after_item = block.is_item
    return "".join(pieces), tuple(headings)


def _blocks(document: Word) -> Iterator[_Block]:
    styles = WordStyles(document.styles.element)
    for element in _inner(document.element.body, {"p", "tbl"}):
        block = _table(element, styles) if _name(element) == "tbl" else _paragraph(element, styles)
        if block.text:
            yield block


def _paragraph(element: BaseOxmlElement, styles: WordStyles) -> _Block:
    words = _plain(element, styles)
    heading = styles.heading_level(element)
    item = 0 if heading or not words else styles.item_level(element)
    return _Block(f"{'  ' * item}\N{BULLET} {words}", is_item=True) if item else _Block(words, heading)


def _table(element: BaseOxmlElement, styles: WordStyles) -> _Block:
    return _Block("\n".join(table_lines(_row(row, styles) for row in _inner(element, {"tr"}))))


def _row(row: BaseOxmlElement, styles: WordStyles) -> list[Cell]:
    left_free = span_from(value_at(row, "trPr/gridBefore"), least=0)
    cells = [_cell(cell, styles) for cell in _inner(row, {"tc"})]
    return [Cell("", left_free), *cells] if left_free else cells


def _cell(cell: BaseOxmlElement, styles: WordStyles) -> Cell:
    """Take the words of a cell; what goes on with the cell above it is empty."""
    goes_on = value_at(cell, "tcPr/vMerge") in {"1", "continue"}
    return Cell("" if goes_on else _plain(cell, styles), span_from(value_at(cell, "tcPr/gridSpan")))


def _inner(element: BaseOxmlElement, names: Collection[str]) -> Iterator[BaseOxmlElement]:
    """Give the elements of these names in order, those within form fields too."""
    for child in _below(element):
        name = _name(child)
        if name in names:
            yield child
        elif name in _AROUND:
            yield from _inner(child, names)


def _below(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    return cast("Iterator[BaseOxmlElement]", element.iterchildren("{*}*"))


def _name(element: BaseOxmlElement) -> str:
    return str(element.tag).rpartition("}")[2]


def _plain(element: BaseOxmlElement, styles: WordStyles) -> str:
    return " ".join("".join(_words(element, styles)).split())


def _words(element: BaseOxmlElement, styles: WordStyles) -> Iterator[str]:
    """Give the words below an element at any depth, those that were put in later and those of form fields among them."""
    for child in _below(element):
        match _name(child):
            case "t":
                yield child.text or ""
            case "tab" | "br" | "cr":
                yield " "
            case "noBreakHyphen":
                yield "-"
            case "r" if not styles.is_said(child):
                continue
            case "p" | "tc":
                yield from _words(child, styles)
                yield " "
            case name if name not in _UNSAID:
                yield from _words(child, styles)
