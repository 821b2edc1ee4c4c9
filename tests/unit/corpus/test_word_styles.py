import pytest
from lxml import etree

from isthmus.corpus.word_styles import WordStyles, attribute_of, value_at

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Letters"><w:rPr><w:strike/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Top"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Top"/></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet2"><w:name w:val="List Bullet 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def tree(inside: str) -> etree._Element:
    return etree.fromstring(f"<w:x {NAMES}>{inside}</w:x>")


@pytest.fixture
def styles() -> WordStyles:
    return WordStyles(tree(STYLES))


def paragraph(properties: str, inside: str = "") -> etree._Element:
    return tree(f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>")[0]


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", 0),
        (style("Mine"), 1),
        (style("Round"), 0),
        (style("Gone"), 0),
        ('<w:outlineLvl w:val="8"/>', 9),
        ('<w:outlineLvl w:val="x"/>', 0),
        (style("Mine") + '<w:outlineLvl w:val="9"/>', 0),
    ],
)
def test_a_heading_is_told_by_its_outline_or_by_what_its_style_is_based_on(
    styles: WordStyles, properties: str, level: int
) -> None:
    assert styles.heading_level(paragraph(properties)) == level


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ("", 0),
        (style("Bullet2"), 2),
        (style("Bullet2") + '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="5"/></w:numPr>', 3),
        ('<w:numPr><w:numId w:val="5"/></w:numPr>', 1),
        ('<w:numPr><w:ilvl w:val="99"/><w:numId w:val="5"/></w:numPr>', 9),
        ('<w:numPr><w:ilvl w:val="x"/><w:numId w:val="5"/></w:numPr>', 1),
        ('<w:numPr><w:ilvl w:val="1"/></w:numPr>', 0),
        (style("Bullet2") + '<w:numPr><w:numId w:val="0"/></w:numPr>', 0),
    ],
)
def test_an_item_is_told_by_its_numbering_or_by_the_name_of_its_style(
    styles: WordStyles, properties: str, level: int
) -> None:
    assert styles.item_level(paragraph(properties)) == level


@pytest.mark.parametrize(
    ("around", "properties", "said"),
    [
        ("", "", True),
        ("", "<w:dstrike/>", False),
        ("", '<w:strike w:val="off"/>', True),
        (style("Hidden"), "", False),
        (style("Hidden"), '<w:vanish w:val="0"/>', True),
        ("", '<w:rStyle w:val="Letters"/>', False),
    ],
)
def test_words_that_are_struck_out_or_hidden_do_not_hold(
    styles: WordStyles, around: str, properties: str, *, said: bool
) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr></w:r>"
    assert styles.is_said(paragraph(around, run)[1]) is said


def test_what_stands_without_a_value_is_on() -> None:
    assert value_at(tree("<w:a><w:b/></w:a>"), "a/b") == "1"
    assert value_at(tree("<w:a/>"), "a/b") is None


@pytest.mark.parametrize(
    ("properties", "is_raised"),
    [
        ("", False),
        ('<w:vertAlign w:val="superscript"/>', True),
        ('<w:vertAlign w:val="subscript"/>', False),
        ('<w:rStyle w:val="Note"/>', True),
        ('<w:rStyle w:val="Note"/><w:vertAlign w:val="baseline"/>', False),
        ('<w:position w:val="6"/>', True),
        ('<w:position w:val="-6"/>', False),
    ],
)
def test_raised_words_are_told_by_themselves_or_by_their_style(properties: str, *, is_raised: bool) -> None:
    note = '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    run = paragraph("", f"<w:r><w:rPr>{properties}</w:rPr><w:t>3</w:t></w:r>")[-1]
    assert WordStyles(tree(STYLES + note)).is_raised(run) is is_raised


def test_an_attribute_that_is_not_there_is_empty() -> None:
    assert attribute_of(None, "val") == attribute_of(tree(""), "val") == ""


@pytest.mark.parametrize(("said", "is_bold"), [("<w:b/>", True), ('<w:b w:val="0"/>', False), ("", False)])
def test_bold_letters_are_told(styles: WordStyles, said: str, *, is_bold: bool) -> None:
    (run,) = paragraph("", f"<w:r><w:rPr>{said}</w:rPr></w:r>").iter("{*}r")
    assert styles.is_bold(run) is is_bold
