import pytest
from lxml import etree

from isthmus.corpus.page_shown import is_left_out, is_unread, leaves_a_gap, panels_of


def first(page: str) -> etree._Element:
    body = etree.fromstring(f"<body>{page}</body>", etree.HTMLParser()).find("body")
    assert body is not None
    return body[0]


def test_panels_are_named_by_what_opens_them() -> None:
    root = etree.fromstring("<p><a aria-controls='a b'>x</a><b aria-controls='c'>y</b></p>", etree.HTMLParser())
    assert panels_of(root) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        ("<nav>a</nav>", True),
        ("<nav id='p'>a</nav>", True),
        ("<del id='p'>a</del>", True),
        ("<p hidden>a</p>", True),
        ("<p hidden id='p'>a</p>", False),
        ("<div hidden id='p' role='dialog'>a</div>", True),
        ("<p hidden='until-found'>a</p>", False),
        ("<p style='display:none'>a</p>", True),
        ("<p style='display:none' id='p'>a</p>", False),
        ("<p style='display:nonesuch'>a</p>", False),
        ("<p aria-hidden='true'>a</p>", True),
        ("<p aria-hidden='true' id='p'>a</p>", False),
        ("<span aria-hidden='true'>a</span>", False),
        ("<button>a</button>", False),
        ("<div class='ad wide'><b>Ad</b> a</div>", True),
        ("<p class='advert'>ADVERTISEMENT</p>", False),
        ("<div class='ads'><main>a</main></div>", False),
        ("<div class='add'>a</div>", False),
        ("<header><h1>a</h1></header>", True),
        ("<form><p>a <input></p><p>b</p><p>c</p><p> </p></form>", True),
        ("<form><p>a</p><p>b</p><p>c</p></form>", False),
        ("<form><div><h1>a</h1></div></form>", False),
    ],
)
def test_what_is_furniture_struck_out_or_hidden_is_left_out(page: str, *, left_out: bool) -> None:
    assert is_left_out(first(page), frozenset(["p"])) is left_out


@pytest.mark.parametrize(("page", "left_out"), [("<header><h2>a</h2></header>", False), ("<header>a</header>", True)])
def test_the_header_of_a_part_is_read_for_its_heading(page: str, *, left_out: bool) -> None:
    assert is_left_out(first(f"<section>{page}</section>")[0], frozenset()) is left_out


@pytest.mark.parametrize(
    ("page", "left_out"),
    [
        ("<ol class='comment-list'><li>a</li></ol>", True),
        ("<div id='comments' class='comments-area'>a</div>", True),
        ("<div class='Review'>a</div>", True),
        ("<div itemscope itemtype='https://schema.org/Comment'>a</div>", True),
        ("<div itemscope itemtype='https://schema.org/Review'>a</div>", True),
        ("<div itemscope itemtype='https://schema.org/ReviewAction'>a</div>", False),
        ("<div class='comments-open single-review'>a</div>", False),
        ("<div class='review'><h1>a</h1></div>", False),
        ("<blockquote><p>a</p><cite>b</cite></blockquote>", True),
        ("<blockquote><p>a</p></blockquote>", False),
    ],
)
def test_what_visitors_and_others_say_is_left_out(page: str, *, left_out: bool) -> None:
    assert is_left_out(first(page), frozenset()) is left_out


def test_what_is_only_seen_is_told_apart_from_a_panel() -> None:
    assert is_unread(first("<span aria-hidden='true'>a</span>"), frozenset())
    assert not is_unread(first("<span aria-hidden='true' id='p'>a</span>"), frozenset(["p"]))
    assert not is_unread(first("<span aria-hidden='false'>a</span>"), frozenset())


@pytest.mark.parametrize(
    ("page", "gap"), [("<textarea>a</textarea>", True), ("<nav>a</nav>", False), ("<script>a</script>", False)]
)
def test_only_what_a_visitor_reads_leaves_a_gap(page: str, *, gap: bool) -> None:
    assert leaves_a_gap(first(page)) is gap


@pytest.mark.parametrize(
    ("tag", "left_out"),
    [("aside class='callout warning'", False), ("aside role='note'", False), ("aside class='related'", True)],
)
def test_a_warning_beside_the_text_of_an_article_is_read(tag: str, *, left_out: bool) -> None:
    root = etree.fromstring(f"<article><{tag}>Never.</aside></article>", etree.HTMLParser())
    assert is_left_out(next(root.iter("aside")), frozenset()) is left_out
    alone = etree.fromstring(f"<div><{tag}>Never.</aside></div>", etree.HTMLParser())
    assert is_left_out(next(alone.iter("aside")), frozenset())
