import json

import pytest
from lxml import etree

from isthmus.corpus.page_facts import PageFacts, page_facts

NOTHING = PageFacts("", "other", None, None, (), None, None, None)


def facts(head: str, lang: str = "") -> PageFacts:
    page = f"<html {lang}><head>{head}</head><body><p>It heals.</p></body></html>"
    return page_facts(etree.fromstring(page, etree.HTMLParser()))


def linked(**node: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def test_a_page_that_says_nothing_of_itself_is_not_guessed_at() -> None:
    assert facts("") == NOTHING


def test_an_article_is_told_by_what_is_made_for_scholars() -> None:
    head = """<title>Rest - A Journal</title><meta name="citation_title" content="Rest in the young">
    <meta name="citation_author" content="Smith, A."><meta name="citation_author" content="Jones, B.">
    <meta name="citation_publication_date" content="2019/3/7"><meta name="citation_publisher" content="A press">
    <link rel="license" href="https://creativecommons.org/licenses/by/4.0/">"""
    found = facts(head, 'lang="en-GB"')
    assert (found.title, found.authors) == ("Rest in the young", ("Smith, A.", "Jones, B."))
    assert (found.published, found.publisher, found.language) == ("2019-03-07", "A press", "en-GB")
    assert found.licence == "https://creativecommons.org/licenses/by/4.0/"


def test_a_page_is_told_by_its_linked_data() -> None:
    node = {
        "@type": ["MedicalWebPage", "Thing"],
        "datePublished": "2024-05-01T10:00:00Z",
        "author": [{"@type": "Person", "name": "A. Smith"}, "B. Jones"],
        "publisher": {"name": "A clinic"},
        "license": {"url": "https://example.org/licence"},
        "inLanguage": "en_GB",
        "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
    }
    found = facts(linked(**{"@graph": [{"@type": "Organization", "name": "Another"}, node]}))
    assert (found.published, found.authors, found.publisher) == ("2024-05-01", ("A. Smith", "B. Jones"), "A clinic")
    assert (found.licence, found.language, found.kind) == ("https://example.org/licence", "en-GB", "patient-page")


def test_a_guideline_that_says_so_is_one() -> None:
    assert facts(linked(**{"@type": "MedicalGuideline"})).kind == "guideline"


@pytest.mark.parametrize(
    "script",
    [
        "{broken",
        "[" * 100_000,
        '{"@type": "Article", "author": {"name": {"name": []}}, "datePublished": ["May 2024"]}',
        '{"@type": "Article", "author": "\\ud800"}',
        '{"@type": 7, "author": "A"}',
        '"a word"',
    ],
)
def test_linked_data_that_is_broken_or_odd_says_nothing(script: str) -> None:
    assert facts(f'<script type="application/ld+json">{script}</script>') == NOTHING


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<title>Rest | A clinic</title><meta property="og:site_name" content="A clinic">', "Rest"),
        ('<title>A clinic</title><meta property="og:site_name" content="A clinic">', "A clinic"),
        ("<title>Rest | A clinic</title>", "Rest | A clinic"),
        ('<title>Rest</title><meta property="og:title" content="Rest at home">', "Rest at home"),
        ("<body><svg><title>Search</title></svg><h1>Rest</h1>", "Rest"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_a_title_where_it_is_told_apart(head: str, title: str) -> None:
    assert facts(head).title == title


@pytest.mark.parametrize(("lang", "language"), [('lang="en"', "en"), ('lang="the page"', None), ('lang=""', None)])
def test_a_language_is_a_code_or_none(lang: str, language: str | None) -> None:
    assert facts("", lang).language == language
