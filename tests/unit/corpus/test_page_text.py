import pytest
from lxml import etree

from isthmus.corpus import Document, DocumentId, split
from isthmus.corpus.page_text import write_text


def written(page: str) -> tuple[str, list[tuple[str, str, int]]]:
    text, blocks = write_text(etree.fromstring(page, etree.HTMLParser()))
    return text, [(text[block.start : block.end], block.kind, block.linked) for block in blocks]


def test_each_block_is_told_with_its_place_its_kind_and_its_links() -> None:
    page = "<h2>What?</h2><p>It <a href='/a'>heals</a>.</p><ul><li><a href='/b'>Rest</a></li></ul>"
    text, blocks = written(page + "<table><tr><td>early</td><td>71%</td></tr></table>")
    assert text == "What?\n\nIt heals.\n\n  \N{BULLET} Rest\n\nearly | 71%"
    assert blocks == [
        ("What?", "heading", 0),
        ("It heals.", "", 5),
        ("  \N{BULLET} Rest", "item", 4),
        ("early | 71%", "row", 0),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>It heals.<sup>12</sup></p>", "It heals.¹²"),
        ("<p>71%<sup>[3]</sup> heal</p>", "71%³ heal"),
        ("<p>5 cm<sup>2</sup></p>", "5 cm²"),
        ("<p>10<sup>-9</sup></p>", "10⁻⁹"),
        ("<p>the 3<sup>rd</sup></p>", "the 3rd"),
        ("<p>CO<sub>2</sub></p>", "CO2"),
    ],
)
def test_a_raised_number_never_becomes_part_of_a_figure(page: str, text: str) -> None:
    assert written(page)[0] == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Rowing is <button>not</button> allowed.</p>", "Rowing is not allowed."),
        ("<p>Rest for <span aria-hidden='true'>ten</span> weeks.</p>", "Rest for ten weeks."),
        ("<p>Rest.</p><div><button>Share</button> <button><b>Print</b></button></div>", "Rest."),
        ("<p>Rest.</p><p><span aria-hidden='true'>Rest.</span></p>", "Rest."),
        ("<p>Rest.</p><div aria-hidden='true'>Menu</div>", "Rest."),
        ("<h2>Rest <a aria-hidden='true' href='#rest'>#</a></h2>", "Rest"),
        ("<p>Rest <i class='material-icons' aria-hidden='true'>expand_more</i></p>", "Rest"),
        ("<p>Pain of <b aria-hidden='true'>5/10</b> <i class='sr-only'>5 out of 10</i>.</p>", "Pain of 5 out of 10."),
        ("<p><i class='visually-hidden'>5 of 10</i><b aria-hidden='true'>5/10</b> is mild.</p>", "5 of 10 is mild."),
        ("<p><i class='sr-only'>Rest</i> for <b aria-hidden='true'>ten</b> weeks.</p>", "Rest for ten weeks."),
        ("<p>Rest helps. <button>Listen</button></p>", "Rest helps."),
        ("<p>Rest helps. <button>Never</button> run.</p>", "Rest helps. Never run."),
        ("<ul><li>Runs <button>never</button></li></ul>", "  \N{BULLET} Runs never"),
        ("<table><tr><td>It heals. <button>Listen</button></td><td>71%</td></tr></table>", "It heals. | 71%"),
        ("<h3><button>How long?</button></h3>", "How long?"),
        ("<dl><dt><button>How long?</button></dt><dd>Ten weeks.</dd></dl>", "How long?\n\nTen weeks."),
        ("<button><h3>How long?</h3></button>", "How long?"),
        ("<h3><span aria-hidden='true'>How long?</span></h3>", ""),
    ],
)
def test_words_of_a_button_or_that_are_only_seen_are_kept_where_they_stand_among_others(page: str, text: str) -> None:
    assert written(page)[0] == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Take <math><mn>5</mn></math> mg.</p>", "Take [left out] mg."),
        ("<p>Take <span style='display:none'><math><mn>5</mn></math></span> mg.</p>", "Take [left out] mg."),
        ("<p>Take <script type='math/tex'>5</script> mg.</p>", "Take [left out] mg."),
        ("<p>Take <select><option>5</option></select> mg.</p>", "Take [left out] mg."),
        ("<p>Take <svg><g><text>5</text></g></svg> mg.</p>", "Take [left out] mg."),
        ("<p>Read <svg><title>Opens elsewhere</title></svg> on.</p>", "Read on."),
        ("<p>It heals.<script>run()</script></p><math><mn>5</mn></math>", "It heals."),
        ("<p>Take <select></select> it.</p>", "Take it."),
        ("<p>Take it. <math><mn>5</mn></math></p>", "Take it. [left out]"),
    ],
)
def test_what_no_line_can_hold_leaves_a_mark_where_words_go_with_it(page: str, text: str) -> None:
    assert written(page)[0] == text


def test_no_sentence_with_such_a_mark_is_quoted() -> None:
    text, _ = written(
        "<p>Take <math><mn>5</mn></math>. Take <math><mn>5</mn></math> mg for a week or two. It heals.</p>"
    )
    document = Document(DocumentId("a"), "A page", "", "text/html", "a.html", text=text)
    assert [sentence.text for passage in split(document) for sentence in passage.sentences] == ["It heals."]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Worn for <del>6</del> <ins>12</ins> weeks.</p>", "Worn for 12 weeks."),
        ("<p>It is <s>not</s> <strike>very</strike> safe.</p>", "It is safe."),
        ("<p>It is <u style='text-decoration: red line-through'>not</u> safe.</p>", "It is safe."),
        (
            "<p style='color: red; DISPLAY : none'>gone</p><p>It is <b style='visibility:hidden'>not</b> safe.</p>",
            "It is safe.",
        ),
        ("<p style='display: block; text-decoration: underline'>It heals.</p>", "It heals."),
    ],
)
def test_what_is_struck_out_or_invisible_is_not_said(page: str, text: str) -> None:
    assert written(page)[0] == text


@pytest.mark.parametrize("hidden", ["hidden", "aria-hidden='true'", "style='display:none'", "hidden='until-found'"])
def test_an_answer_that_can_be_opened_is_said(hidden: str) -> None:
    question = "<h3><button aria-controls='other answer'>How long?</button></h3>"
    assert written(f"{question}<div id='answer' {hidden}>Ten weeks.</div>")[0] == "How long?\n\nTen weeks."


@pytest.mark.parametrize("hidden", ["hidden", "aria-hidden='true'", "style='display:none'"])
def test_what_is_hidden_and_cannot_be_opened_is_not_said(hidden: str) -> None:
    assert written(f"<p>It heals.</p><div id='answer' {hidden}>Ten weeks.</div>")[0] == "It heals."


@pytest.mark.parametrize(
    ("page", "levels"),
    [
        (
            "<details><summary>Myths</summary><p>A.</p></details><p>B.</p>",
            [("Myths", 0, 0), ("A.", None, 1), ("B.", None, 0)],
        ),
        ("<button>Myths</button><div><p>A.</p></div><p>B.</p>", [("Myths", 0, 0), ("A.", None, 1), ("B.", None, 0)]),
        (
            "<table><tr><th>Do</th><th>Do not</th></tr><tr><td><ul><li>A</li></ul></td><td><ul><li>B</li></ul></td></tr></table>",
            [("Do | Do not", None, 0), ("Do", 0, 0), ("A", None, 1), ("Do not", 0, 0), ("B", None, 1)],
        ),
        ("<dl><dt>Do not:</dt><dd>A.</dd></dl>", [("Do not:", 99, 0), ("A.", None, 0)]),
        ("<h2>Do<br>not</h2>", [("Do not", 2, 0)]),
    ],
)
def test_what_heads_a_part_is_a_heading_and_its_end_is_told(
    page: str, levels: list[tuple[str, int | None, int]]
) -> None:
    text, blocks = write_text(etree.fromstring(page, etree.HTMLParser()))
    assert [(text[block.body : block.end], block.level, block.ends) for block in blocks] == levels


@pytest.mark.parametrize(
    ("page", "linked"), [("<h2><a href='#m'>Myths</a></h2>", 0), ("<p><a href='#m'>Myths</a></p>", 5)]
)
def test_a_link_of_a_heading_within_the_page_leads_nowhere_else(page: str, linked: int) -> None:
    _, (block,) = write_text(etree.fromstring(page, etree.HTMLParser()))
    assert block.linked == linked


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><img src='x.svg' alt='Do not'> Bend backwards.</p>", "[left out] Bend backwards."),
        ("<p><span aria-label='Never' class='fa'></span> Bend.</p>", "[left out] Bend."),
        ("<p><svg aria-label='Never'></svg> Bend.</p>", "[left out] Bend."),
        ("<p><img alt='\N{CROSS MARK}'> Bend.</p>", "\N{CROSS MARK} Bend."),
        ("<p><img alt='Do not' width='300'> Bend.</p>", "Bend."),
        ("<p><img alt='A child who bends far back'> Bend.</p>", "Bend."),
        ("<p><img alt=''> Bend.</p>", "Bend."),
        ("<p>Read <a href='/a'>this <i aria-label='new tab'></i></a> on.</p>", "Read this on."),
        ("<p><i title='Not recommended'></i> Bend.</p>", "[left out] Bend."),
        ("<p><span aria-label='five'>5</span> weeks.</p>", "5 weeks."),
        ("<p>It heals.</p><p><img alt='Do not'></p>", "It heals."),
    ],
)
def test_a_sign_within_a_line_leaves_a_mark_for_it_may_say_not(page: str, text: str) -> None:
    assert written(page)[0] == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p><i class='fas fa-times text-danger'></i>Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><i class='fa fa-times' aria-hidden='true'></i> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><span class='dashicons dashicons-no'></span> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><i class='material-icons'>close</i> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><span class='material-symbols-outlined'>do_not_disturb_on</span> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><svg class='e-font-icon-svg e-fas-times'><path/></svg> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><svg><use href='sprite.svg#icon-x'></use></svg> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><svg aria-label='Cross'></svg> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><svg><title>Cross</title></svg> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><img alt='No'> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><i class='bi bi-x-circle' title='No'></i> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<p><i class='fa fa-times'></i><i class='fa fa-times'></i> Bend.</p>", "\N{BALLOT X} Bend."),
        ("<ul class='cross-list'><li>Bend.</li></ul>", "  \N{BULLET} \N{BALLOT X} Bend."),
        ("<ul class='cross-list'><li><i class='fa-times'></i> Bend.</li></ul>", "  \N{BULLET} \N{BALLOT X} Bend."),
        ("<div><div><i class='fa fa-ban'></i></div><div><p>Bend.</p></div></div>", "\N{BALLOT X} Bend."),
        ("<p>Bend far <i class='fa fa-times'></i></p>", "Bend far \N{BALLOT X}"),
        ("<p><i class='fa fa-check'></i>Walk.</p>", "\N{CHECK MARK} Walk."),
        ("<p><i class='material-icons'>check_circle</i>Walk.</p>", "\N{CHECK MARK} Walk."),
        ("<p><img alt='Tick'> Walk.</p>", "\N{CHECK MARK} Walk."),
        # What is no sign of a line.
        ("<p><i class='material-icons'>directions_run</i> Run.</p>", "Run."),
        ("<p><i class='fa fa-calendar-times'></i> Rest.</p>", "Rest."),
        ("<p><span class='clear block no-print'></span> Rest.</p>", "Rest."),
        ("<p><i class='fa fa-times' style='display:none'></i> Rest.</p>", "Rest."),
        ("<p><i class='fa fa-times' onclick='x()'></i> Rest.</p>", "Rest."),
        ("<p><a href='/a'><i class='fa fa-times'></i></a> Rest.</p>", "Rest."),
        (
            "<h3><span class='accordion-icon'><i class='fa fa-times'></i></span> Rest</h3><p>It heals.</p>",
            "Rest\n\nIt heals.",
        ),
        ("<div><div><i class='fa fa-ban'></i></div></div><div><p>Rest.</p></div>", "Rest."),
        ("<ul class='list-items'><li>Rest.</li></ul>", "  \N{BULLET} Rest."),
        ("<p><span class='x'>Rest.</span></p>", "Rest."),
    ],
)
def test_ticks_and_crosses_are_told_however_they_are_drawn(page: str, text: str) -> None:
    assert written(page)[0] == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<div><b>Do not</b><br>- bend<br>- twist</div>", "Do not\n\n- bend\n- twist"),
        ("<div>It heals.<br><font><b>Do not</b></font><br>- bend</div>", "It heals.\n\nDo not\n\n- bend"),
        ("<div>It heals.<br> <br>\nIt hurts.</div>", "It heals.\n\nIt hurts."),
        ("<div>It heals.<br>It hurts.</div>", "It heals.\nIt hurts."),
        ("<div>It <b>always</b><br>heals.</div>", "It always\nheals."),
        ("<div><b>It</b> heals.<br>It hurts.</div>", "It heals.\nIt hurts."),
        ("<div><b><i>It</i></b><i>s</i><br>It hurts.</div>", "Its\nIt hurts."),
        ("<div><font><b>It</b> heals.</font><br>It hurts.</div>", "It heals.\nIt hurts."),
        (f"<div><b>{'It heals. ' * 3}</b><br>It hurts.</div>", "It heals. It heals. It heals.\nIt hurts."),
        ("<ul><li><b>Rest</b><br>Stop sport.</li></ul>", "  \N{BULLET} Rest\n    Stop sport."),
        ("<h2>Rest<br><br>from sport</h2>", "Rest from sport"),
    ],
)
def test_a_bold_line_among_others_and_an_empty_line_part_what_stands_around_them(page: str, text: str) -> None:
    assert written(page)[0] == text
