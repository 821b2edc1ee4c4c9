from dataclasses import replace
from pathlib import Path

import pytest

from isthmus.answer.evidence import ClaimShelf, LibraryShelf, keys_of
from isthmus.claims import Evidence, Facets
from isthmus.corpus import DocumentId, Library, read_library
from isthmus.search import Concept, Thesaurus, stems
from isthmus.terms import ClaimId


def concepts(text: str, thesaurus: Thesaurus) -> tuple[Concept, ...]:
    return thesaurus.concepts(stems(text))


def test_every_claim_is_weighed_by_what_it_answers_and_by_its_words(evidence: Evidence, thesaurus: Thesaurus) -> None:
    weighed = ClaimShelf(evidence, thesaurus).weigh("Does a corset help?")
    assert weighed.signs.keys() == evidence.claims.keys()
    assert (weighed.matches[0].facet.id, weighed.matches[0].score) == ("brace", 1.0)
    assert weighed.strength == max(match.strength for match in weighed.matches) > 0
    assert weighed.signs[ClaimId("PD-3")].own == 1.0 > weighed.signs[ClaimId("PD-5")].own


def test_where_nobody_wrote_down_what_is_asked_claims_are_asked_for_in_their_own_words(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    weighed = ClaimShelf(replace(evidence, facets=Facets()), thesaurus).weigh("Is trunk bracing for a teen?")
    assert weighed.matches[0].facet.claims == ("PD-4",)


def test_what_was_found_speaks_of_its_concepts_and_rare_ones_are_known(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    shelf = ClaimShelf(evidence, thesaurus)
    brace = next(facet for facet in evidence.facets.rows if facet.id == "brace")
    assert {"brace", "care", "narrow", "bone"} <= shelf.told([brace], [ClaimId("PD-1")])
    assert shelf.rarity["protocol"] >= shelf.rarity["brace"] > 0
    assert shelf.candidate(ClaimId("PD-1")).text == evidence.claims[ClaimId("PD-1")].text


def test_no_claims_are_weighed_where_there_are_none(evidence: Evidence, thesaurus: Thesaurus) -> None:
    empty = ClaimShelf(replace(evidence, claims={}, facets=Facets()), thesaurus)
    assert (empty.weigh("brace").matches, empty.weigh("brace").strength, empty.rarity) == ((), 0.0, {})


@pytest.fixture(scope="module")
def shelf(library: Library, thesaurus: Thesaurus) -> LibraryShelf:
    return LibraryShelf(library, thesaurus, frozenset({"this"}))


def test_sentences_of_the_passages_that_match_are_found(shelf: LibraryShelf, thesaurus: Thesaurus) -> None:
    found = shelf.find(concepts("brace", thesaurus), ())
    assert {"A brace is offered by some teams.", "A brace supports the knee after surgery."} <= {c.text for c in found}


def test_where_the_condition_is_named_only_documents_about_it_are_heard(
    shelf: LibraryShelf, library: Library, thesaurus: Thesaurus
) -> None:
    found = shelf.find(concepts("brace", thesaurus), concepts("pars defect", thesaurus))
    places = {about.id: about.place for about in library.abouts()}
    assert {places[DocumentId(candidate.id.partition("@")[0])] for candidate in found} == {"care.txt"}


def test_a_question_or_a_sentence_that_leans_on_another_is_not_quoted(
    shelf: LibraryShelf, thesaurus: Thesaurus
) -> None:
    texts = {candidate.text for candidate in shelf.find(concepts("rest surgery", thesaurus), ())}
    assert "Most people rest for several weeks." in texts
    assert "Surgery is kept for the few." in texts
    assert not texts & {"This helps them.", "Is it for you?"}


def test_a_candidate_knows_its_headings(shelf: LibraryShelf, thesaurus: Thesaurus) -> None:
    (found,) = [c for c in shelf.find(concepts("steroid", thesaurus), ()) if c.text.startswith("Steroid")]
    assert found.headings == ("Second: injection", "Care for a pars defect")
    assert found.context == {"second", "injection", "care", "pars defect"}


def test_a_text_is_read_without_its_filler(thesaurus: Thesaurus) -> None:
    assert keys_of("What is the corset for?", thesaurus) == {"brace"}


def test_an_item_of_a_list_has_the_words_of_the_line_it_completes(thesaurus: Thesaurus, tmp_path: Path) -> None:
    page = "Operations\n\nConsider surgery when:\n\n- six months of care have failed\n- the bone keeps slipping\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    shelf = LibraryShelf(read_library(tmp_path)[0], thesaurus, frozenset())
    asked = thesaurus.concepts(stems("surgery"))
    items = [candidate for candidate in shelf.find(asked, ()) if candidate.text.startswith("six")]
    assert [bool({concept.key for concept in asked} & item.words) for item in items] == [True]
