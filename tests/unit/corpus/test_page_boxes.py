import pytest
from lxml import etree

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.page_boxes import Extent, PageBlock, boxes_of
from isthmus.corpus.page_text import headings_of, write_text

RUN, WALK, JUMP, SWIM = "Run on the grass.", "Walk on the flat.", "Jump on the mat.", "Swim on the back."


def over(page: str) -> dict[str, tuple[str, ...]]:
    """Give each sentence of a page below the title `T` with the headings over it, the nearest first, without the title."""
    text, blocks = write_text(etree.fromstring(f"<body><h1>T</h1>{page}</body>", etree.HTMLParser()))
    document = Document(DocumentId("page"), "A page", "", "text/html", "page.html", text=text)
    passages = split(document, headings=headings_of(blocks))
    return {
        sentence.text: tuple(line for line in passage.over if line != "T")
        for passage in passages
        for sentence in passage.sentences
    }


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h3>Never</h3><p>{RUN}</p></div>",
        f"<div class='card'><div class='inner'><h3>Never</h3><ul><li>{RUN}</li></ul></div></div>",
        f"<section><div class='head'><h3>Never</h3></div><p>{RUN}</p></section>",
        f"<article><div class='head'><h3>Never</h3><p>For now.</p></div><div class='text'><p>{RUN}</p></div></article>",
        f"<aside class='warning'><h3>Never</h3><p>{RUN}</p></aside>",
        f"<figure><h3>Never</h3><p>{RUN}</p></figure>",
        f"<blockquote><p>It hurts.</p><h3>Never</h3><p>{RUN}</p></blockquote>",
        f"<ul><li><h3>Never</h3><p>{RUN}</p></li></ul>",
        f"<dl><dt>Never</dt><dd>{RUN}</dd></dl>",
        f"<table><tr><td><h3>Always</h3><p>{JUMP}</p></td><td><h3>Never</h3><p>{RUN}</p></td></tr></table>",
        f"<div><div><h3>Always</h3><p>{JUMP}</p></div><div><h3>Never</h3><p>{RUN}</p></div></div>",
        f"<div class='box'><b>Never</b><p>{RUN}</p></div>",
        "<div class='box'><b>Never</b><br>Bridges<br>Sit-ups</div>",
        f"<div class='box'><p>Do not do this:</p><p>{RUN}</p></div>",
        f"<div class='box'><h2>Never</h2><p>{RUN}</p></div>",
        f"<div class='box'><h3>Never</h3><p>{RUN}</p><h3>Nor</h3><p>{JUMP}</p></div>",
    ],
)
def test_a_heading_ends_with_the_element_that_holds_what_it_stands_over(box: str) -> None:
    told = over(f"<h2>Sport</h2><p>{SWIM}</p>{box}<p>{WALK}</p>")
    assert told[WALK] == ("Sport",)
    assert told.get(RUN, ("Never", "Sport"))[0] in {"Never", "Do not do this:"}


@pytest.mark.parametrize(
    "section",
    [
        "<div class='heading'><h2>Sport</h2></div><div class='content'><p>{}</p></div>",
        "<div class='heading'><span>Our advice</span><h2>Sport</h2></div><div class='content'><p>{}</p></div>",
        "<div class='row'><h2>Sport</h2><p>It is fun.</p></div><div class='row wide'><p>{}</p></div>",
        "<div class='row'><div class='c'><h2>Sport</h2><p>It is fun.</p></div></div><div class='row'><div class='c'><p>{}</p></div></div>",
        "<div><h2>Sport</h2><p>It is fun.</p></div><div><p>{}</p></div>",
        "<section><div class='head'><h2>Sport</h2><p>It is fun.</p></div><div class='text'><p>{}</p></div></section>",
        "<div class='w head'><h2>Sport</h2></div><div class='w'><p>It is fun.</p></div><div class='w'><p>{}</p></div>",
        "<div class='intro'><h2>Sport</h2><p>It is fun.</p></div><div class='parts'><h3>Feet</h3><p>{}</p></div>",
        "<div class='intro'><h2>Sport</h2><p>It is fun.</p></div><p>{}</p><h3>Feet</h3><p>It is slow.</p>",
        "<div class='title'>Sport<br>Weeks 0 to 6</div><div class='text'><p>{}</p></div>",
        "<div class='title'><p><b>Sport</b></p><p>It is fun.</p></div><div class='text'><p>{}</p></div>",
        "<table><tr><td><h2>Sport</h2><p>Weeks 0 to 6.</p></td><td><p>{}</p></td></tr></table>",
        "<table><tr><td><h2>Sport</h2><p>It is fun.</p></td></tr><tr><td><p>{}</p></td></tr></table>",
        "<div><h2>Ice</h2><p>It is cold.</p><h2>Sport</h2></div><p>{}</p>",
    ],
)
def test_a_heading_goes_on_over_its_section_however_that_is_wrapped(section: str) -> None:
    assert "Sport" in over(f"<p>{SWIM}</p>{section.format(WALK)}")[WALK]


def test_rows_that_each_hold_a_section_end_it_where_another_kind_of_text_follows() -> None:
    rows = f"<div class='row'><h2>Sport</h2><p>{RUN}</p></div><div class='row'><p>{JUMP}</p></div>"
    told = over(f"<p>{SWIM}</p>{rows}<p>{WALK}</p>")
    assert (told[JUMP], told[WALK]) == (("Sport",), ())
    more = f"<div class='row'><p>{WALK}</p><h2>Ice</h2><p>It is cold.</p></div>"
    assert over(f"<p>{SWIM}</p>{rows}{more}")[WALK] == ("Sport",)


def test_the_title_of_a_page_stands_over_all_of_it() -> None:
    page = f"<div class='menu'>Menu</div><div class='hero'><h1>Never</h1><p>{RUN}</p></div><div class='text'><p>{WALK}</p></div>"
    assert over(page)[WALK] == ("Never",)


def test_what_ends_in_a_column_does_not_come_back_behind_the_next() -> None:
    columns = "".join(
        f"<div class='c'><h3>{head}</h3><p>{said}</p></div>" for head, said in [("Yes", RUN), ("No", JUMP)]
    )
    told = over(
        f"<p>{SWIM}</p><div class='cs'>{columns}</div><div class='cs'><div class='c'><b>So</b><p>{WALK}</p></div></div>"
    )
    assert told[WALK] == ("So",)


def test_a_line_like_a_heading_ends_before_a_wrapper_that_has_a_heading_of_its_own() -> None:
    column = f"<div class='c'><p><b>Bad</b></p><p>{RUN}</p></div>"
    panels = f"<div class='p'><div class='i'><h3>What?</h3><p>{JUMP}</p></div></div>"
    assert over(f"<p>{SWIM}</p>{column}{panels}<p>{WALK}</p>")[WALK] == ()


def test_only_boxes_that_matter_are_told() -> None:
    heading, text = PageBlock(2, 1, is_short=True), PageBlock(None, 1, is_short=False)
    body, one, two = (etree.Element(tag) for tag in ("body", "div", "div"))
    body.extend([one, two])
    blocks = [text, heading, text, heading, text]
    assert not list(boxes_of({body: Extent(0, 5, None), one: Extent(1, 3, body)}, blocks))
    assert list(boxes_of({body: Extent(0, 4, None), one: Extent(1, 3, body)}, [*blocks[:3], text])) == [(1, 3)]
    assert list(
        boxes_of({one: Extent(1, 3, body), two: Extent(3, 5, body), body: Extent(0, 6, None)}, [*blocks, text])
    ) == [
        (3, 5),
        (1, 3),
    ]
