"""Word documents: paragraphs, headings, lists and tables in the order in which they stand.

What is struck out or hidden is left out. So are footnotes and endnotes, which stand in a part of the file of their own.
What stands in a text box comes at the end of the section in which it was put, and a formula leaves a mark in its place.
"""

import re
import zipfile
from collections.abc import Collection, Iterator
from io import BytesIO
from itertools import groupby
from typing import NamedTuple, cast

from docx import Document
from docx.document import Document as Word
from docx.opc.coreprops import CoreProperties
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement

from isthmus.corpus.blocks import is_short
from isthmus.corpus.bounds import BOUNDS, PACKINGS
from isthmus.corpus.furniture import LEFT_OUT
from isthmus.corpus.media import DOCX
from isthmus.corpus.raised import raise_numbers
from isthmus.corpus.reading import BY_LOOK, Reading, title_of
from isthmus.corpus.table_rows import Cell, span_from, table_lines
from isthmus.corpus.word_styles import WordStyles, attribute_of, value_at
from isthmus.corpus.word_symbols import symbol, without_private_letters
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_MOST_PARTS = 5_000
# What was taken out or stands somewhere else, what a text box says a second time, and what is no words.
_UNSAID = frozenset(["del", "moveFrom", "Fallback", "pPr", "rPr", "tcPr", "instrText", "rt"])
_BOX = "txbxContent"
_UNREAD = frozenset([*_UNSAID, _BOX, "r", "t"])
_FORMULAS = frozenset(["oMath", "oMathPara", "object"])
_DEEPEST = 9  # of the levels of headings
_PROPERTIES = "/metadata/core-properties"  # what names the part that tells of a document ends so
_NOBODY = "python-docx"  # what the template of that library says
_NO_TITLE = re.compile(r"(?:microsoft )?word document|document ?\d*|untitled", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_AROUND = frozenset(["sdt", "sdtContent", "ins", "customXml"])


class _Block(NamedTuple):
    """A paragraph, a heading of some level, an item of a list, or a whole table."""

    text: str
    level: int = 0
    is_item: bool = False


class _Piece(NamedTuple):
    """Words as they stand on the line, or raised above it."""

    words: str
    is_raised: bool = False


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
        title, authors, language = _told(document)
    except Exception as error:  # a damaged file fails wherever the library first stumbles
        raise MalformedText("This Word document is damaged.", where=name, remedy="Save it again.") from error
    first = text.partition("\n")[0]
    reading = Reading(
        title=title_of(title or (first if headings[:1] == ((0, 1),) else ""), name, first),
        text=text,
        media_type=DOCX,
        authors=authors,
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


def _told(document: Word) -> tuple[str, tuple[str, ...], str]:
    """Take title, authors and language from what a document tells of itself, whatever its program calls that part."""
    parts = (rel.target_part for rel in document.part.package.rels.values() if rel.reltype.endswith(_PROPERTIES))
    known = next((CoreProperties(part.element) for part in parts if isinstance(part, XmlPart)), None)
    if known is None:
        return "", (), ""
    authors = tuple(filter(None, (author.strip() for author in known.author.split(";"))))
    title = "" if _NO_TITLE.fullmatch(known.title.strip()) else known.title
    return title, () if authors == (_NOBODY,) else authors, known.language


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
    """Give a document block by block, with what stands in the text boxes of a section behind all else in it."""
    styles = WordStyles(document.styles.element)
    boxes: list[BaseOxmlElement] = []
    for element in _inner(document.element.body, {"p", "tbl"}):
        block = _block(element, styles)
        if block.level not in {0, BY_LOOK}:
            yield from _boxed(boxes, styles)
            boxes.clear()
        if block.text:
            yield block
        boxes += _boxes(element, styles)
    yield from _boxed(boxes, styles)


def _block(element: BaseOxmlElement, styles: WordStyles) -> _Block:
    return _table(element, styles) if _name(element) == "tbl" else _paragraph(element, styles)


def _boxed(boxes: Collection[BaseOxmlElement], styles: WordStyles) -> Iterator[_Block]:
    """Give what stands in text boxes; a heading there is none of the text around the box."""
    for box in boxes:
        for element in _inner(box, {"p", "tbl"}):
            block = _block(element, styles)
            if block.text:
                yield block._replace(level=_DEEPEST if block.level else 0)


def _boxes(element: BaseOxmlElement, styles: WordStyles) -> Iterator[BaseOxmlElement]:
    """Find the text boxes that are anchored in a block, and those within them."""
    if next(element.iter(f"{{*}}{_BOX}"), None) is None:  # as in most
        return
    for child in _below(element):
        if _name(child) == _BOX:
            yield child
        if _name(child) not in _UNSAID and (_name(child) != "r" or styles.is_said(child)):
            yield from _boxes(child, styles)


def _paragraph(element: BaseOxmlElement, styles: WordStyles) -> _Block:
    words = _plain(element, styles)
    heading = styles.heading_level(element)
    item = 0 if heading or not words else styles.item_level(element)
    if not (heading or item) and is_short(words) and _is_bold(element, styles):
        return _Block(words, BY_LOOK)
    return _Block(f"{'  ' * item}\N{BULLET} {words}", is_item=True) if item else _Block(words, heading)


def _is_bold(element: BaseOxmlElement, styles: WordStyles) -> bool:
    """Tell whether all letters of a paragraph are bold, as those of a heading are that has no style of its own."""
    runs = [run for run in _inner(element, {"r"}) if any((text.text or "").strip() for text in run.iterfind("{*}t"))]
    return bool(runs) and all(map(styles.is_bold, runs))


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
    pieces = groupby(_words(element, styles), key=lambda piece: piece.is_raised)
    said = ((is_raised, "".join(piece.words for piece in run)) for is_raised, run in pieces)
    words = " ".join("".join(raise_numbers(words) if is_raised else words for is_raised, words in said).split())
    return "" if words == LEFT_OUT else words


def _words(element: BaseOxmlElement, styles: WordStyles) -> Iterator[_Piece]:
    """Give the words below an element at any depth, those that were put in later and those of form fields among them."""
    for child in _below(element):
        match _name(child):
            case "r" if styles.is_said(child):
                is_raised, font = styles.is_raised(child), attribute_of(child.find("{*}rPr/{*}rFonts"), "ascii")
                for piece in _words(child, styles):
                    yield _Piece(without_private_letters(piece.words, font), is_raised=is_raised)
            case "p" | "tc":
                yield from _words(child, styles)
                yield _Piece(" ")
            case name if letters := _letters(child, name):
                yield _Piece(letters)
            case name if name not in _UNREAD:
                yield from _words(child, styles)


def _letters(element: BaseOxmlElement, name: str) -> str:
    """Write an element that stands for letters; a formula stands for some that no line can show."""
    match name:
        case "t":
            return element.text or ""
        case "tab" | "br" | "cr":
            return " "
        case "noBreakHyphen":
            return "-"
        case "sym":
            return symbol(attribute_of(element, "font"), int(attribute_of(element, "char") or "0", 16))
        case _:
            return LEFT_OUT if name in _FORMULAS else ""
