from dataclasses import replace
from pathlib import Path

import pytest

from isthmus.answer.evidence import ClaimShelf, LibraryShelf, keys_of
from isthmus.claims import Evidence
from isthmus.corpus import DocumentId, Library, read_library
from isthmus.search import Concept, Thesaurus, stems


def concepts(text: str, thesaurus: Thesaurus) -> tuple[Concept, ...]:
    return thesaurus.concepts(stems(text))


def test_every_claim_is_a_candidate_and_the_best_for_the_question_scores_one(
    evidence: Evidence, thesaurus: Thesaurus
) -> None:
    found = ClaimShelf(evidence, thesaurus).find(concepts("steroid", thesaurus), ())
    assert {candidate.id for candidate in found} == set(evidence.claims)
    assert [candidate.id for candidate in found if candidate.score == 1] == ["PD-5"]
    assert sum(candidate.score > 0 for candidate in found) == 1


def test_a_question_of_no_concepts_ranks_by_the_name(evidence: Evidence, thesaurus: Thesaurus) -> None:
    found = ClaimShelf(evidence, thesaurus).find((), concepts("crack", thesaurus))
    assert [candidate.id for candidate in found if candidate.score > 0] == ["PD-1"]


def test_no_claims_give_no_candidates(evidence: Evidence, thesaurus: Thesaurus) -> None:
    empty = replace(evidence, claims={})
    assert ClaimShelf(empty, thesaurus).find(concepts("brace", thesaurus), ()) == []


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
