import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from isthmus.corpus.readers.docx import read
from isthmus.errors import InputError

Change = Callable[[str, bytes], bytes]


def leaflet(title: str = "") -> bytes:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "A. Smith"
    document.add_heading("What is it?", 1)
    document.add_paragraph("A crack  in a small bridge of bone.\nIt hurts.")
    for words, style in [("Rest", "List Bullet"), ("from sport", "List Bullet 2"), ("Brace", "List Bullet")]:
        document.add_paragraph(words, style=style)
    table = document.add_table(2, 2)
    for row, cells in enumerate([("Stage", "Union"), ("early", "71%")]):
        for column, word in enumerate(cells):
            table.cell(row, column).text = word
    wide = document.add_table(1, 2)
    wide.cell(0, 0).merge(wide.cell(0, 1)).text = "all"
    document.add_paragraph("")
    document.add_paragraph("The end.")
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def changed(change: Change) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(leaflet())) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return packed.getvalue()


TEXT = """\
What is it?

A crack in a small bridge of bone. It hurts.

  \N{BULLET} Rest
    \N{BULLET} from sport
  \N{BULLET} Brace

Stage | Union
early | 71%
all

The end."""


def test_a_document_is_stored_in_the_order_in_which_it_stands() -> None:
    (reading,) = read(leaflet(), "leaflet.docx")
    assert (reading.title, reading.text, reading.authors) == ("What is it?", TEXT, ("A. Smith",))


def test_what_its_author_calls_it_is_its_title() -> None:
    assert read(leaflet("Rest or brace"), "leaflet.docx")[0].title == "Rest or brace"


def test_what_was_put_in_later_is_read_and_what_was_taken_out_is_not() -> None:
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    gone = '<w:r><w:delText xml:space="preserve">surely </w:delText></w:r>'
    inside = (
        f"<w:p>{run.format('Surgery is ')}<w:ins>{run.format('not ')}</w:ins><w:del>{gone}</w:del>"
        f"<w:sdt><w:sdtContent>{run.format('recommended')}</w:sdtContent></w:sdt>{run.format(' early.')}</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{run.format('A field of its own.')}</w:p></w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p>{run.format('A table')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p>{run.format('in a table')}</w:p></w:tc></w:tr></w:tbl>"
    )

    def added(name: str, content: bytes) -> bytes:
        words = content.replace(b"<w:sectPr", f"{inside}<w:sectPr".encode(), 1)
        return words if name == "word/document.xml" else content

    (reading,) = read(changed(added), "a.docx")
    assert "Surgery is not recommended early.\n\nA field of its own.\n\nA table in a table" in reading.text


def test_a_style_that_is_not_there_is_no_hindrance() -> None:
    content = changed(lambda name, part: part.replace(b"ListBullet", b"Gone") if name == "word/document.xml" else part)
    assert "Rest" in read(content, "leaflet.docx")[0].text


def bomb(name: str, part: bytes) -> bytes:
    return part.replace(b"<w:body>", b"<w:body>" + b" " * 70_000_000) if name == "word/document.xml" else part


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "This is not a Word document."),
        (b"PK\x03\x04 and so on", "This is not a Word document."),
        (leaflet()[:5000], "This is not a Word document."),
        (b"\xd0\xcf\x11\xe0 and so on", "It is locked with a password, or of Word before 2007."),
        (changed(lambda _, part: part[: len(part) // 2]), "This Word document is damaged."),
        (
            changed(lambda name, part: b"<x/>" if name == "word/document.xml" else part),
            "This Word document is damaged.",
        ),
        (changed(bomb), "It expands far beyond its own size."),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(content: bytes, what: str) -> None:
    with pytest.raises(InputError) as caught:
        read(content, "leaflet.docx")
    assert str(caught.value).startswith(f"leaflet.docx: {what}")


def test_no_entity_of_a_document_is_expanded() -> None:
    def insert(name: str, part: bytes) -> bytes:
        if name != "word/document.xml":
            return part
        head, _, rest = part.partition(b"?>")
        return (
            head
            + b'?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]>'
            + rest.replace(b"The end.", b"&x;The end.")
        )

    text = read(changed(insert), "leaflet.docx")[0].text
    assert "localhost" not in text
