import pytest

from isthmus.corpus.readers.html import read
from isthmus.errors import MalformedText

PAGE = """\
<!doctype html><html><head><title> Pars &amp;
 defect </title><style>p {}</style></head><body><nav>Menu</nav><header><h1>Site</h1></header>
<main><h2>What is it?</h2><p>A <b>crack</b>&nbsp;in
 the bone<!-- a note --> of L5.<br>It hurts.</p>
<ul><li>Rest<ul><li>From sport</li><li></li></ul></li><li><p>Brace</p><p>If need be.</p></li></ul>
<ol><li>First</li><li>Second<br>line</li></ol>
<table><tr><th>Stage</th><th>Union</th></tr><tr><td><p>early</p></td><td>71%</td></tr></table>
<pre>as
  typed</pre><div>Loose <i>words</i></div>after<p hidden>unseen</p><p aria-hidden="true">unseen</p>
<script>run()</script><aside>Advertisement</aside><form>Name</form></main><footer>Imprint</footer></body></html>
"""
TEXT = """\
What is it?

A crack in the bone of L5.
It hurts.

  \N{BULLET} Rest
    \N{BULLET} From sport
  \N{BULLET} Brace

    If need be.

  1. First
  2. Second
     line

Stage | Union
early | 71%

as
typed

Loose words

after"""


def text_of(page: str) -> str:
    (reading,) = read(page.encode(), "a.html")
    return reading.text


def test_a_page_is_stored_as_its_words_block_by_block() -> None:
    (reading,) = read(PAGE.encode(), "a.html")
    assert (reading.title, reading.media_type) == ("Pars & defect", "text/html")
    assert reading.text == TEXT


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("", ""),
        ("  \n", ""),
        ("<!-- only a note -->", ""),
        ("It heals.", "It heals."),
        ("<li>Stray item</li>", "Stray item"),
        ("</ul><p>It heals.", "It heals."),
        (
            "<table><tr><td><h2>Old page</h2><p>One.</p><p>Two.</p></td><td>Aside</td></tr></table>",
            "Old page\n\nOne.\n\nTwo.\n\nAside",
        ),
        ("<table><tr><td></td><td>late</td></tr><tr><td> </td></tr></table>", "late"),
        ("<table><tr><td>a<br>b<br>c<br>d</td></tr></table>", "a\nb\nc\nd"),
        ("<table><tr><td><pre>a\nb</pre></td></tr></table>", "a\nb"),
        ("<tr><td>a</td><td>b</td></tr>", "a | b"),
        ("<p>a<?php x ?>b</p>", "ab"),
        ("<p>5 &lt; 6 &#8226; &eacute;</p>", "5 < 6 \N{BULLET} \N{LATIN SMALL LETTER E WITH ACUTE}"),
        ("<div>" * 1000 + "deep" + "</div>" * 1000 + "<p>after</p>", "deep\n\nafter"),
    ],
)
def test_odd_pages_are_read_as_a_browser_shows_them(page: str, text: str) -> None:
    assert text_of(page) == text


def test_headings_are_told_with_where_their_words_begin_and_their_level() -> None:
    page = "<h1>1. Rest</h1><p>It helps.</p><ul><li><h3><a href='/b'>Braces</a></h3><p>Some wear one.</p></li></ul><h2>Ice</h2>"
    (reading,) = read(page.encode(), "a.html")
    assert [(reading.text[at:].split("\n")[0], level) for at, level in reading.headings] == [
        ("1. Rest", 1),
        ("Braces", 3),
        ("Ice", 2),
    ]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            "<tr><th></th><th>Union</th><th>Time</th></tr><tr><td>early</td><td></td><td></td></tr>",
            "| Union | Time\nearly |  |",
        ),
        ("<tr><td rowspan=2>early</td><td>71%</td></tr><tr><td>60%</td></tr>", "early | 71%\n| 60%"),
        (
            "<tr><th colspan=2>Union</th><th>Time</th></tr><tr><td colspan=3>All</td></tr><tr><td><td>71%<td></tr>",
            "Union |  | Time\nAll\n| 71% |",
        ),
        (
            "<tr><td></td><td>a</td><td hidden>x</td><td>b</td></tr><tr><td><img></td><td>c</td><td></td></tr>",
            "a | b\nc |",
        ),
        ("<tbody><tr><td>a</td><td></td></tr></tbody><tbody><tr><td></td><td>b</td></tr></tbody>", "a |\n| b"),
        ("<tr><td>a</td><td></td></tr><tr><td>b</td><td><ul><li>c</li></ul></td></tr>", "a\n\nb\n\n  \N{BULLET} c"),
        ("<tr><td>early<br>on</td><td>a|b</td></tr><tr><td> </td><td></td></tr>", "early on | a\N{BROKEN BAR}b"),
        ("<tr><td>a</td></tr></table><table><tr><td>b</td></tr>", "a\n\nb"),
        ("<tr><td><button>Show</button></td><td></td></tr><tr><td>a</td></tr>", "a"),
    ],
)
def test_a_row_has_a_place_for_every_column(page: str, text: str) -> None:
    assert text_of(f"<table>{page}</table>") == text


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>One</title><h1>Two</h1>", "One"),
        ("<title> </title><h1>Two <b>words</b></h1>", "Two words"),
        ("<p>It heals.</p>", "a"),
        ("", "a"),
    ],
)
def test_the_title_is_what_the_page_calls_itself(page: str, title: str) -> None:
    assert read(page.encode(), "a.html")[0].title == title


@pytest.mark.parametrize(
    ("head", "publisher", "year", "url"),
    [
        ("<meta property='og:site_name' content='A clinic'>", "A clinic", None, None),
        ("<meta property='article:published_time' content='2024-05-01T10:00'>", None, 2024, None),
        ("<meta name='citation_publication_date' content='2019/03'>", None, 2019, None),
        ("<meta name='citation_publication_date' content='20199'>", None, None, None),
        ("<link rel='canonical' href='https://example.org/a'>", None, None, "https://example.org/a"),
        ("<link rel='canonical' href='javascript:alert(1)'>", None, None, None),
    ],
)
def test_a_page_may_say_where_it_comes_from(
    head: str, publisher: str | None, year: int | None, url: str | None
) -> None:
    (reading,) = read(f"<head>{head}</head><p>It heals.</p>".encode(), "a.html")
    assert (reading.publisher, reading.year, reading.url) == (publisher, year, url)


@pytest.mark.parametrize(
    "content",
    [
        "<p>caf\N{LATIN SMALL LETTER E WITH ACUTE}</p>".encode(),
        "<p>caf\N{LATIN SMALL LETTER E WITH ACUTE}</p>".encode("utf-8-sig"),
        "<p>caf\N{LATIN SMALL LETTER E WITH ACUTE}</p>".encode("utf-16"),
        b"<meta charset=iso-8859-1><p>caf\xe9</p>",
        b"<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>caf\xe9</p>",
        b"<?xml version='1.0' encoding='latin-1'?><html><body><p>caf\xe9</p></body></html>",
        b"<meta charset='utf-16'><p>caf\xc3\xa9</p>",
        b"<meta charset='koi8-r'><p>caf&eacute;</p>",
    ],
)
def test_the_encoding_is_the_one_the_page_names(content: bytes) -> None:
    assert read(content, "a.html")[0].text == "caf\N{LATIN SMALL LETTER E WITH ACUTE}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<p>caf\xe9</p>", "a.html: It is not UTF-8 text (byte 6). Save it as UTF-8."),
        (b"<meta charset=x-own><p>a", "a.html: The encoding `x-own` is not read here. Save it as UTF-8."),
        (
            b"<meta charset=unicode_escape><p>a",
            "a.html: The encoding `unicode_escape` is not read here. Save it as UTF-8.",
        ),
        (b"<div>" * 3000 + b"deep", "a.html: It is nested too deeply. Save its text as a plain file."),
        (b"<p>\x00</p>", "a.html: This is a binary file. Give its text instead."),
    ],
)
def test_what_cannot_be_decoded_is_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(MalformedText) as caught:
        read(content, "a.html")
    assert str(caught.value) == message
