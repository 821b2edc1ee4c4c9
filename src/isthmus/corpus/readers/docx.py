"""Word documents: paragraphs, headings, lists and tables in the order in which they stand."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as Word
from docx.table import Table
from docx.text.paragraph import Paragraph

from isthmus.corpus.bounds import BOUNDS
from isthmus.corpus.media import DOCX
from isthmus.corpus.reading import Reading, title_from
from isthmus.errors import MalformedText, UnreadableFile

__all__ = ["read"]

_LIST = re.compile(r"list\b", re.IGNORECASE)
_LEVEL = re.compile(r"(\d)\s*\Z")
_CELL = " | "
_MOST_PARTS = 5_000
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
    # zipfile gives no more of an entry than it declares, so that what is declared can be relied on.
    largest = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if (
        len(entries) > _MOST_PARTS
        or largest > BOUNDS.text * 3
        or sum(e.file_size for e in entries) > BOUNDS.archive * 3
    ):
        what = "It expands far beyond its own size."
        raise UnreadableFile(what, where=name, remedy="Save its text as a plain file.")


def _blocks(document: Word) -> Iterator[str]:
    last = ""
    for block in document.iter_inner_content():
        kind, words = _block(block)
        if words.strip():
            yield ("\n" if kind and kind == last else "\n\n") + words
            last = kind


def _block(block: Paragraph | Table) -> tuple[str, str]:
    """Write one block, and say whether it is an item of a list or a row of a table."""
    if isinstance(block, Table):
        return "row", "\n".join(_rows(block))
    words = " ".join(block.text.split())
    style = _style(block)
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


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            words = " ".join(cell.text.split())
            if words and cells[-1:] != [words]:  # a cell that spans columns is given once for each
                cells.append(words)
        if cells:
            yield _CELL.join(cells)
