import pytest

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.readers.jats import read
from isthmus.corpus.reading import Reading
from isthmus.errors import MalformedText

ARTICLE = """\
<?xml version="1.0"?>
<!DOCTYPE article SYSTEM "file:///etc/passwd">
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article" xml:lang="en">
<front><journal-meta><journal-title-group><journal-title>A Journal</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.1234/abc</article-id>
<title-group><article-title>Rest in the <italic>young</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Smith</surname><given-names>Ann</given-names></name></contrib>
<contrib contrib-type="editor"><name><surname>Other</surname></name></contrib></contrib-group>
<pub-date><year>2019</year></pub-date><pub-date><day>3</day><month>5</month><year>2019</year></pub-date>
<permissions><license xlink:href="https://example.org/by"><license-p>Open.</license-p></license></permissions>
<abstract><p>It helps most.</p></abstract>
<abstract><title>In short</title><sec><title>Background</title><p>It hurts.</p></sec></abstract></article-meta></front>
<body><sec><title>Methods</title><p>We saw 57 people<xref ref-type="bibr"><sup>12</sup></xref> in 5 cm<sup>2</sup>.<!-- a note --></p>
<p>They had:<list list-type="order"><list-item><p>rest</p></list-item><list-item><p>a brace</p></list-item></list>and time.</p>
<list><list-item><p>Ice</p></list-item></list>
<table-wrap><label>Table 1</label><caption><p>Union.</p></caption><table><thead><tr><th>Stage</th><th>Union</th></tr></thead>
<tbody><tr><td>early</td><td>71%</td></tr></tbody></table><table-wrap-foot><p>A note.</p></table-wrap-foot></table-wrap>
<p>It is <inline-formula><tex-math>x=1</tex-math></inline-formula> clear.</p></sec></body>
<back><ref-list><ref><mixed-citation>An older paper.</mixed-citation></ref></ref-list></back></article>
"""
TEXT = """\
Rest in the young

Abstract

It helps most.

In short

Background

It hurts.

Methods

We saw 57 people¹² in 5 cm².

They had:

  1. rest
  2. a brace

and time.

  \N{BULLET} Ice

Table 1

Union.

Stage | Union
early | 71%

It is [left out] clear."""


def read_one(content: str) -> Reading:
    (reading,) = read(content.encode(), "a.nxml")
    return reading


def test_an_article_is_stored_section_by_section_without_its_references() -> None:
    assert read_one(ARTICLE).text == TEXT


def test_an_article_tells_of_itself() -> None:
    found = read_one(ARTICLE)
    assert (found.title, found.kind, found.publisher) == ("Rest in the young", "study", "A Journal")
    assert (found.published, found.year, found.authors) == ("2019-05-03", 2019, ("Ann Smith",))
    assert (found.url, found.licence, found.language) == ("https://doi.org/10.1234/abc", "https://example.org/by", "en")


def test_an_article_that_tells_nothing_is_not_guessed_at() -> None:
    found = read_one("<article><body><p>It heals.</p></body></article>")
    assert found == Reading("a", "It heals.", "application/jats+xml")


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        ("review-article", "Rest", "review"),
        ("research-article", "Rest or brace: a randomized controlled trial", "trial"),
        ("editorial", "Rest", "other"),
    ],
)
def test_the_kind_is_the_titles_or_the_articles_own(kind: str, title: str, told: str) -> None:
    head = (
        f"<front><article-meta><title-group><article-title>{title}</article-title></title-group></article-meta></front>"
    )
    assert read_one(f'<article article-type="{kind}">{head}<body><p>a</p></body></article>').kind == told


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (
            "<p>Opioids must not be given.<fn><p>A note.</p></fn> Rest.</p>",
            "Opioids must not be given.\n\nA note.\n\nRest.",
        ),
        ("<p>Half healed. <fig><caption><p>Figure one.</p></caption></fig></p>", "Half healed.\n\nFigure one."),
        ("<list><list-item><p>Rest</p><p>Avoid sport</p></list-item></list>", "\N{BULLET} Rest Avoid sport"),
        ("<p>It heals:<preformat>all of it</preformat> and soon.</p>", "It heals:\n\nall of it\n\nand soon."),
        (
            "<def-list><def-item><term>Slip</term><def><p>A bone moves.</p></def></def-item></def-list>",
            "Slip\n\nA bone moves.",
        ),
        ("<p>Worn for <strike>6</strike> 12 weeks.</p>", "Worn for 12 weeks."),
        ("<p>Half heal <inline-graphic/> early.</p>", "Half heal [left out] early."),
        ("<table-wrap><alternatives><graphic/><table><tr><td>a</td></tr></table></alternatives></table-wrap>", "a"),
        ("<p>mild<break/>5 mg<break/>10 times</p>", "mild 5 mg 10 times"),
    ],
)
def test_no_words_are_lost_or_run_together_where_blocks_stand_in_a_paragraph(inside: str, text: str) -> None:
    assert read_one(f"<article><body>{inside}</body></article>").text.strip().endswith(text)


def xref(number: str, kind: str = "bibr") -> str:
    return f'<xref ref-type="{kind}" rid="b">{number}</xref>'


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"9 of 12{xref('3')} people", "9 of 12³ people"),
        (f"(9 of 12{xref('3')})", "(9 of 12³)"),
        (f"healed.{xref('3')}<sup>,</sup>{xref('<sup>4</sup>')}", "healed.³,⁴"),
        (f"healed [{xref('3')}, {xref('4')}-{xref('6')}]. Or", "healed [3, 4-6]. Or"),
        (f"5{xref('1', 'fn')} of 8{xref('2', 'table-fn')}", "5¹ of 8²"),
        (f"{xref('Smith 2019')} and Table {xref('2', 'table')}", "Smith 2019 and Table 2"),
    ],
)
def test_the_number_of_a_reference_never_becomes_part_of_a_figure(inside: str, text: str) -> None:
    assert read_one(f"<article><body><p>{inside}</p></body></article>").text.strip().endswith(text)


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ("<tr><th/><th>Union</th><th/></tr><tr><td>early</td><td/><td>71%</td></tr>", "| Union |\nearly |  | 71%"),
        ("<tr><td rowspan='2'>early</td><td>71%</td></tr><tr><td>60%</td></tr>", "early | 71%\n| 60%"),
        ("<tr><td/><td/></tr><tr><td colspan='2'>All</td></tr>", "All"),
    ],
)
def test_a_row_has_a_place_for_every_column(rows: str, text: str) -> None:
    assert read_one(f"<article><body><table>{rows}</table></body></article>").text == text


def test_headings_are_told_with_where_they_begin_and_their_level() -> None:
    inside = (
        "<sec><title>Results</title><sec><title>Union</title><p>It heals.</p><list><title>No heading</title></list>"
        "<fig><caption><title>No heading</title><p>A figure.</p></caption></fig></sec></sec>"
    )
    back = "<back><app-group><app><title>More</title><p>It hurts.</p></app></app-group></back>"
    found = read_one(ARTICLE.replace("</body>", f"{inside}</body>{back}"))
    assert [(found.text[at:].split("\n")[0], level) for at, level in found.headings if level > 0] == [
        ("Rest in the young", 1),
        ("Abstract", 2),
        ("In short", 2),
        ("Background", 3),
        ("Methods", 2),
        ("Results", 2),
        ("Union", 3),
        ("More", 2),
    ]


@pytest.mark.parametrize(
    "part",
    [
        "<sec><title>Myths</title><p>It never heals.</p></sec>",
        "<sec><sec><title>Myths</title><p>It never heals.</p></sec></sec>",
        "<boxed-text><caption><title>Myths</title></caption><p>It never heals.</p></boxed-text>",
        "<fig><caption><title>Myths</title><p>It never heals.</p></caption></fig>",
    ],
)
def test_the_title_of_a_part_that_has_ended_stands_over_nothing_behind_it(part: str) -> None:
    found = read_one(
        f"<article><body><sec><title>Rest</title><p>It helps.</p>{part}<p>It heals.</p></sec></body></article>"
    )
    document = Document(DocumentId("a"), "", "", "", "", text=found.text)
    passages = split(document, headings=found.headings)
    assert [passage.over for passage in passages] == [("Rest",), ("Myths", "Rest"), ("Rest",)]


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("<disp-quote><p>It heals.</p></disp-quote>", "It helps.\n\nIt heals."),
        ("<disp-quote><p>It heals.</p><attrib>Smith</attrib></disp-quote>", "It helps."),
        ("<disp-quote>It heals.<attrib>Smith</attrib></disp-quote>", "It helps."),
        ("<p>So: <disp-quote><p>It heals.</p><attrib>Smith</attrib></disp-quote></p>", "It helps.\n\nSo:"),
        (
            "<list><list-item><p>Ice</p><disp-quote><p>It heals.</p><attrib>Smith</attrib></disp-quote></list-item></list>",
            "It helps.\n\n  \N{BULLET} Ice",
        ),
    ],
)
def test_what_others_are_quoted_with_by_name_is_left_out(quote: str, text: str) -> None:
    assert read_one(f"<article><body><p>It helps.</p>{quote}</body></article>").text == text


def test_what_floats_beside_the_text_and_what_is_appended_is_read() -> None:
    back = "<back><app><p>Two.</p></app><fn-group><fn><p>A note.</p></fn></fn-group></back>"
    floats = "<floats-group><boxed-text><p>One.</p></boxed-text></floats-group>"
    found = read_one(f"<article><body><p>It heals.</p></body>{back}{floats}</article>")
    assert found.text == "It heals.\n\nOne.\n\nTwo."


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("<collab>A group<contrib-group><contrib><name>x</name></contrib></contrib-group></collab>", "A group"),
        ("<string-name>Smith, <given-names>Ann</given-names></string-name>", "Ann"),
        ("<string-name>Ann Smith</string-name>", "Ann Smith"),
        (
            "<name-alternatives><name><surname>Smith</surname></name><string-name>x</string-name></name-alternatives>",
            "Smith",
        ),
    ],
)
def test_an_author_may_be_named_in_several_ways(author: str, name: str) -> None:
    head = f"<contrib-group><contrib contrib-type='author'>{author}</contrib><contrib contrib-type='author'/></contrib-group>"
    found = read_one(f"<article><front><article-meta>{head}</article-meta></front><body><p>a</p></body></article>")
    assert found.authors == (name,)


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ("<day>45</day><month>5</month><year>2019</year>", "2019-05"),
        ("<day>31</day><month>02</month><year>2019</year>", "2019-02"),
        ("<day>1</day><month>13</month><year>1899</year>", "1899"),
        ("<month>May</month><year>2019</year>", "2019"),
        ("<year>19</year>", None),
    ],
)
def test_as_much_of_a_date_is_kept_as_can_be(parts: str, date: str | None) -> None:
    head = f"<front><article-meta><pub-date>{parts}</pub-date></article-meta></front>"
    assert read_one(f"<article>{head}<body><p>a</p></body></article>").published == date


def test_a_title_of_any_length_is_kept() -> None:
    title = " ".join(["Rest in the young"] * 12) + ": a systematic review"
    head = f"<front><article-meta><article-title>{title}</article-title></article-meta></front>"
    found = read_one(f"<article>{head}<body><p>a</p></body></article>")
    assert (found.title, found.kind) == (title, "review")


def test_each_article_of_a_set_is_a_reading() -> None:
    one = "<article><body><p>{}</p></body></article>".format
    found = read(f"<set>{one('It heals.')}{one('It hurts.')}</set>".encode(), "a.nxml")
    assert [reading.text for reading in found] == ["It heals.", "It hurts."]


def test_an_article_may_lie_within_a_set_and_in_a_namespace() -> None:
    content = '<set xmlns="http://jats.nlm.nih.gov"><article><body><p>It heals.</p></body></article></set>'
    assert read_one(content).text == "It heals."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<!DOCTYPE a SYSTEM "x.dtd"><article><body><p>caf&eacute; &#233;</p></body></article>', "caf\xe9 \xe9"),
        ('<!DOCTYPE a [<!ENTITY x "yes">]><article><body><p>no &x; more</p></body></article>', "no more"),
        (
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body><p>no &x; more</p></body></article>',
            "no more",
        ),
    ],
)
def test_only_the_entities_of_the_web_become_letters(content: str, text: str) -> None:
    assert read_one(content).text == text


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<article><body><p>It heals.", "It is not well-formed XML (line 1)."),
        ("", "It is not well-formed XML"),
        ("<article>" * 100_000, "It is not well-formed XML (line 1)."),
        ("<rss/>", "This is XML, but not an article in JATS."),
        (
            "<!DOCTYPE a [<!ENTITY a0 'ha'>"
            + "".join(f"<!ENTITY a{n} '&a{n - 1};&a{n - 1};'>" for n in range(1, 40))
            + "]><article>&a39;</article>",
            "It is not well-formed XML (line 1).",
        ),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(content: str, what: str) -> None:
    with pytest.raises(MalformedText) as caught:
        read_one(content)
    assert str(caught.value).startswith(f"a.nxml: {what}")
