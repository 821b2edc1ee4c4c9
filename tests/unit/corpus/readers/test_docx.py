import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from isthmus.corpus.readers.docx import read
from isthmus.corpus.reading import BY_LOOK
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


def changed(change: Change, content: bytes | None = None) -> bytes:
    packed = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content or leaflet())) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
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
    text = text_with(inside)
    assert "Surgery is not recommended early.\n\nA field of its own.\n\nA table in a table" in text


def holding(inside: str, styles: str = "") -> bytes:
    """Write a document that holds no more than this, with these styles beside its own."""

    def put(name: str, part: bytes) -> bytes:
        if name == "word/styles.xml":
            return part.replace(b"</w:styles>", f"{styles}</w:styles>".encode())
        return part.replace(b"<w:sectPr", f"{inside}<w:sectPr".encode(), 1) if name == "word/document.xml" else part

    packed = BytesIO()
    Document().save(packed)
    return changed(put, packed.getvalue())


def text_with(inside: str, styles: str = "") -> str:
    return read(holding(inside, styles), "a.docx")[0].text


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def tc(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(words)}</w:tc>"


def test_what_is_struck_out_or_hidden_is_not_said() -> None:
    def r(words: str, properties: str) -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words} </w:t></w:r>'

    said = [
        r("Worn for", ""),
        r("6", "<w:strike/>"),
        r("7", "<w:dstrike/>"),
        r("8", '<w:vanish w:val="true"/>'),
        r("9", '<w:rStyle w:val="Gone"/>'),
        r("twelve", '<w:strike w:val="0"/>'),
        r("weeks.", '<w:rStyle w:val="Gone"/><w:vanish w:val="false"/>'),
    ]
    styles = (
        '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:basedOn w:val="Hidden"/></w:style>'
        '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="Hidden"/><w:basedOn w:val="Gone"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    hidden = p("For the author.", '<w:pStyle w:val="Note"/>')
    assert text_with(f"<w:p>{''.join(said)}</w:p>{hidden}", styles) == "Worn for twelve weeks."


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


RAISED = '<w:vertAlign w:val="superscript"/>'
NAMES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
FRACTION = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (run("9 of 12") + run("3", RAISED) + run(" people."), "9 of 12³ people."),
        (run("9 of 12") + run("1", RAISED) + run(",", RAISED) + run("4", RAISED) + run(" or so."), "9 of 12¹,⁴ or so."),
        (run("It took ") + f"<m:oMath>{FRACTION}</m:oMath>" + run(" year."), "It took [left out] year."),
        (f"<m:oMathPara><m:oMath>{FRACTION}</m:oMath></m:oMathPara>", ""),
        (run("x") + "<w:r><w:object/></w:r>" + run(" = 1"), "x[left out] = 1"),
        (run("a slip ") + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 50"), "a slip ≥ 50"),
        (run("is ") + '<w:r><w:sym w:font="Webdings" w:char="F0B3"/></w:r>' + run(" 0"), "is [left out] 0"),
        (run("a slip \uf0a3 50", '<w:rFonts w:ascii="Symbol"/>'), "a slip ≤ 50"),
        (
            "<w:r><w:ruby><w:rt>" + run("abc") + "</w:rt><w:rubyBase>" + run("Union") + "</w:rubyBase></w:ruby></w:r>",
            "Union",
        ),
    ],
)
def test_what_no_letter_says_is_raised_named_or_left_out_but_never_lost(inside: str, text: str) -> None:
    assert text_with(f"<w:p {NAMES}>{inside}</w:p>") == text


def box(*paragraphs: str) -> str:
    within = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    choice = f"<mc:Choice>{within}</mc:Choice><mc:Fallback>{within}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent {NAMES}>{choice}</mc:AlternateContent></w:r>"


def test_a_text_box_stands_behind_its_section_and_within_no_sentence() -> None:
    heading = '<w:pStyle w:val="Heading{}"/>'.format
    inside = (
        p("Screws", heading(1))
        + f"<w:p>{run('They give ')}{box(p('Beware', heading(1)), p('Never early.'))}{run('good union.')}</w:p>"
        + f"<w:tbl><w:tr><w:tc><w:p>{run('early')}{box(p('In a cell.'))}</w:p></w:tc></w:tr></w:tbl>"
        + p("Then rest.")
        + f"<w:del><w:r>{box(p('Gone.'))}</w:r></w:del>"
        + p("Braces", heading(1))
        + f"<w:p>{box(p('The last.'))}{run('Worn by some.')}</w:p>"
    )
    (reading,) = read(holding(inside), "a.docx")
    said = (
        "Screws",
        "They give good union.",
        "early",
        "Then rest.",
        "Beware",
        "Never early.",
        "In a cell.",
        "Braces",
        "Worn by some.",
        "The last.",
    )
    assert reading.text == "\n\n".join(said)
    assert [(reading.text[at:].split("\n")[0], level) for at, level in reading.headings] == [
        ("Screws", 1),
        ("Beware", 9),
        ("Braces", 1),
    ]


def as_libreoffice_names_it(name: str, part: bytes) -> bytes:
    if name != "_rels/.rels":
        return part
    return part.replace(b"package/2006/relationships/metadata", b"officedocument/2006/relationships/metadata")


def test_what_a_document_tells_of_itself_is_found_whatever_its_program_calls_that_part() -> None:
    (reading,) = read(changed(as_libreoffice_names_it, leaflet("Rest or brace")), "leaflet.docx")
    assert (reading.title, reading.authors) == ("Rest or brace", ("A. Smith",))


def test_a_document_that_tells_nothing_of_itself_is_called_by_its_first_heading() -> None:
    without = changed(lambda name, part: part.replace(b"core-properties", b"gone") if name == "_rels/.rels" else part)
    (reading,) = read(without, "leaflet.docx")
    assert (reading.title, reading.authors, reading.language) == ("What is it?", (), None)


def test_the_name_that_a_program_gives_every_document_is_no_title() -> None:
    assert read(leaflet("Word Document"), "leaflet.docx")[0].title == "What is it?"


def test_several_authors_are_named_one_by_one() -> None:
    (reading,) = read(changed(lambda _, part: part.replace(b"A. Smith", b"A. Smith; B. Jones")), "leaflet.docx")
    assert reading.authors == ("A. Smith", "B. Jones")


def test_items_are_told_by_their_numbering_whatever_their_style() -> None:
    def numbered(level: str, number: str = "1") -> str:
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    styles = (
        '<w:style w:type="paragraph" w:styleId="Steps"><w:name w:val="Steps"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    inside = (
        p("Consider surgery if:")
        + p("Rest failed", numbered("0"))
        + p("for a year", numbered("1"))
        + p("The bone slips", '<w:pStyle w:val="Steps"/>')
        + p("Not numbered", '<w:pStyle w:val="Steps"/>' + numbered("0", "0"))
        + p("No item", '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert text_with(inside, styles) == (
        "Consider surgery if:\n\n  \N{BULLET} Rest failed\n    \N{BULLET} for a year\n  \N{BULLET} The bone slips\n\n"
        "Not numbered\n\nNo item"
    )


def test_headings_are_told_with_where_they_begin_and_their_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Heading2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Named"><w:name w:val="heading 4"/></w:style>'
    )
    inside = (
        p("Care", '<w:pStyle w:val="Title"/>')
        + p("Rest", '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="1"/></w:numPr>')
        + p("It helps.")
        + p("Sport", '<w:pStyle w:val="Mine"/>')
        + p("Swimming", '<w:outlineLvl w:val="2"/>')
        + p("Diving", '<w:pStyle w:val="Named"/>')
        + p("It is fine.", '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>')
    )
    (reading,) = read(holding(inside, styles), "a.docx")
    assert [(reading.text[at:].split("\n")[0], level) for at, level in reading.headings] == [
        ("Care", 1),
        ("Rest", 1),
        ("Sport", 2),
        ("Swimming", 3),
        ("Diving", 4),
    ]


def test_a_row_has_a_place_for_every_column() -> None:
    row = "<w:tr>{}</w:tr>".format
    form = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    inside = (
        row(tc("") + tc("Union") + tc(""))
        + row(tc("early", '<w:vMerge w:val="restart"/>') + tc("") + tc("71%"))
        + form(row(tc("", "<w:vMerge/>") + form(tc("60%")) + tc("")))
        + row('<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("both", '<w:gridSpan w:val="2"/>'))
        + row(tc("") + tc("") + tc(""))
        + row(tc("All of them", '<w:gridSpan w:val="3"/>'))
    )
    rows = ["| Union |", "early |  | 71%", "| 60% |", "| both |", "All of them"]
    assert text_with(f"<w:tbl>{inside}</w:tbl>") == "\n".join(rows)


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


def test_a_short_paragraph_in_bold_letters_is_a_heading_whose_level_nobody_knows() -> None:
    document = Document()
    for words, *bold in [("Do not", "Do not"), ("Run.",), ("It is bad.", "It is bad."), ("A plan", "A"), ("", "")]:
        paragraph = document.add_paragraph()
        paragraph.add_run(bold[0] if bold else "").bold = True
        paragraph.add_run(words[len(bold[0]) if bold else 0 :])
    packed = BytesIO()
    document.save(packed)
    (reading,) = read(packed.getvalue(), "a.docx")
    assert reading.headings == ((0, BY_LOOK),)
