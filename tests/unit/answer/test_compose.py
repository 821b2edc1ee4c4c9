import pytest

from isthmus.answer.compose import follow_up, from_claim, stated
from isthmus.answer.evidence import ClaimShelf, LibraryShelf
from isthmus.claims import Evidence, Lexicon
from isthmus.corpus import Library
from isthmus.search import Thesaurus, stems
from isthmus.terms import ClaimId, StageId, TopicId


def test_a_claim_cites_all_its_sources(evidence: Evidence) -> None:
    statement = from_claim(evidence.claims[ClaimId("PD-5")], StageId("second-line"), evidence)
    assert (statement.text, statement.stage, statement.claim) == (
        "An injection eased pain in one of three.",
        "second-line",
        "PD-5",
    )
    assert [(c.source, c.title, c.year, c.document, c.start, c.quote) for c in statement.citations] == [
        ("A20", "Title of A20", 2020, None, None, statement.text),
        ("B20", "Title of B20", 2020, None, None, statement.text),
    ]


def test_a_claim_that_was_found_is_said_as_it_is(evidence: Evidence, thesaurus: Thesaurus) -> None:
    first, *_ = ClaimShelf(evidence, thesaurus).find((), ())
    assert stated(first, None, evidence, {}) == from_claim(evidence.claims[ClaimId("PD-1")], None, evidence)


def test_a_sentence_cites_its_place_in_its_document(evidence: Evidence, library: Library, thesaurus: Thesaurus) -> None:
    found = LibraryShelf(library, thesaurus, frozenset()).find(thesaurus.concepts(stems("steroid")), ())
    documents = {str(about.id): document for about in library.abouts() if (document := library.document(about.id))}
    statement = stated(found[0], None, evidence, documents)
    (cited,) = statement.citations
    (key,) = (about.id for about in library.abouts() if about.place == "care.txt")
    assert (str(cited.source), cited.document, cited.title) == (str(key), str(key), "Care for a pars defect")
    assert documents[key].text.encode()[cited.start : cited.end].decode() == statement.text == cited.quote


@pytest.mark.parametrize(
    ("topics", "questions"),
    [
        (["definition"], ["Does rest help?", "Does a brace help?"]),
        (["conservative", "bracing"], ["Does an injection help?"]),
        (["injection"], []),
        (["bracing", "unheard-of", "bracing"], ["Does rest help?"]),
        ([], []),
    ],
)
def test_what_to_ask_next_leads_on_from_the_topics(lexicon: Lexicon, topics: list[str], questions: list[str]) -> None:
    assert list(follow_up(map(TopicId, topics), lexicon)) == questions


def test_an_item_of_a_list_keeps_the_line_that_leads_in_to_it(
    evidence: Evidence, library: Library, thesaurus: Thesaurus
) -> None:
    shelf = LibraryShelf(library, thesaurus, frozenset())
    (found,) = [c for c in shelf.find(thesaurus.concepts(stems("healthy")), ()) if "healthy" in c.text]
    documents = {str(about.id): document for about in library.abouts() if (document := library.document(about.id))}
    assert stated(found, None, evidence, documents).lead_in == "Consider surgery if:"
    assert found.headings == ("Consider surgery if:", "Third: surgery, and when", "Care for a pars defect")
