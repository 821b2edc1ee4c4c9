from dataclasses import replace

import pytest

from isthmus.answer import Citation
from isthmus.claims import Evidence, Source
from isthmus.condition import Condition
from isthmus.present.sources import cite, cite_source, list_sources
from isthmus.terms import ClaimId, SourceId

ONE, TWO = SourceId("ONE"), SourceId("TWO")


def a_citation(source: SourceId = ONE, quote: str = "words", url: str | None = None) -> Citation:
    return Citation(source, "A title of a page", None, None, url, None, None, None, quote)


def a_source(authors: str | None = None, publisher: str | None = None, year: int | None = None) -> Source:
    title = "A long title that says much more than a label ever should"
    return Source(ONE, title, "stored_page", "abstract", "not stated", authors=authors, publisher=publisher, year=year)


@pytest.fixture
def evidence(condition: Condition) -> Evidence:
    """Evidence that knows no source, so that a page has only what is cited."""
    return replace(condition.evidence, sources={}, claims={})


def test_sources_are_numbered_in_the_order_in_which_a_reader_meets_them(evidence: Evidence) -> None:
    shelf = list_sources([(None, a_citation(TWO)), (None, a_citation(ONE)), (None, a_citation(TWO))], evidence)
    assert [entry.number for entry in shelf.listed] == [1, 2]
    assert [mark.number for mark in shelf.marks([a_citation(ONE), a_citation(TWO), a_citation(ONE)])] == [2, 1]


def test_what_was_taken_from_a_source_is_listed_once(evidence: Evidence) -> None:
    cited = [(None, a_citation(quote="a")), (None, a_citation(quote="b")), (None, a_citation(quote="a"))]
    (entry,) = list_sources(cited, evidence).listed
    assert [quote.text for quote in entry.quotes] == ["a", "b"]


def test_a_claim_of_two_sources_is_told_at_the_first_and_pointed_to_from_the_second(evidence: Evidence) -> None:
    claim = ClaimId("C-1")
    first, second = list_sources([(claim, a_citation(ONE)), (claim, a_citation(TWO))], evidence).listed
    assert (first.quotes[0].told_at, second.quotes[0].told_at) == (None, 1)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("http://example.org/a", "http://example.org/a"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str | None, linked: str | None, evidence: Evidence) -> None:
    (entry,) = list_sources([(None, a_citation(url=url))], evidence).listed
    assert entry.url == linked


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (a_source("Klein G, Mehlman CT", "J Test 12(3):4-5", 2009), "Klein, 2009"),
        (a_source("Sakai T et al."), "Sakai"),
        (a_source("A work group; summary paper: Kreiner DS et al.", year=2014), "A work group, 2014"),
        (a_source(publisher="Eur Test J 12(3):4-5", year=2006), "Eur Test J, 2006"),
        (a_source(year=2018), "A long title that says much more than a\N{HORIZONTAL ELLIPSIS}, 2018"),
    ],
)
def test_a_label_says_who_and_when(source: Source, label: str, evidence: Evidence) -> None:
    known = replace(evidence, sources={ONE: source})
    shelf = list_sources([(None, cite_source(ONE, "words", known))], known)
    assert shelf.labels[ONE].label == label


def test_a_listed_source_says_how_much_of_it_was_read(evidence: Evidence) -> None:
    known = replace(evidence, sources={ONE: a_source()})
    assert list_sources([(None, cite_source(ONE, "words", known))], known).listed[0].read == "abstract"
    assert list_sources([(None, a_citation(ONE))], evidence).listed[0].read is None


def test_a_claim_is_cited_with_all_its_sources(condition: Condition) -> None:
    claim = next(claim for claim in condition.evidence.claims.values() if len(claim.sources) > 1)
    cited = cite([claim.id], condition.evidence)
    assert [citation.source for _, citation in cited] == list(claim.sources)
    assert {citation.quote for _, citation in cited} == {claim.text}


def test_a_claim_that_is_not_on_file_is_not_cited(condition: Condition) -> None:
    assert cite([ClaimId("C-0")], condition.evidence) == ()
