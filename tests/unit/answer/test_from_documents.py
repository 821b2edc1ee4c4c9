from collections.abc import Callable
from dataclasses import replace

import pytest

from isthmus.answer.from_documents import DocumentTeller
from isthmus.answer.question import Asked
from isthmus.answer.told import NOTHING
from isthmus.answer.verify import Stored
from isthmus.claims import Evidence, Lexicon
from isthmus.corpus import Document, Library
from isthmus.search import PassageIndex, Thesaurus

TREATMENT = "What is the treatment for a pars defect?"


@pytest.fixture
def teller(evidence: Evidence, library: Library, lexicon: Lexicon, thesaurus: Thesaurus) -> DocumentTeller:
    stored = Stored(evidence, library.document)
    return DocumentTeller(PassageIndex.over(library), lexicon, thesaurus, stored)


def test_treatment_as_a_whole_is_told_stage_by_stage(teller: DocumentTeller, asked: Callable[[str], Asked]) -> None:
    stages = [str(statement.stage) for statement in teller.tell(asked(TREATMENT)).statements]
    assert set(stages) == {"first-line", "second-line", "third-line"}
    assert stages == sorted(stages)


def test_anything_else_is_told_in_sentences_that_cite_their_bytes(
    teller: DocumentTeller, library: Library, asked: Callable[[str], Asked]
) -> None:
    (said, *_) = teller.tell(asked("Is there a brace for a pars defect?")).statements
    (cited,) = said.citations
    document = next(
        one for about in library.abouts() if (one := library.document(about.id)) and one.id == cited.document
    )
    assert document.text.encode()[cited.start : cited.end].decode() == said.text == cited.quote
    assert (said.stage, said.claim, cited.kind) == (None, None, document.kind)


def test_what_no_document_speaks_of_is_met_with_silence(teller: DocumentTeller, asked: Callable[[str], Asked]) -> None:
    assert teller.tell(asked("Does acupuncture help a pars defect?")) == NOTHING


@pytest.mark.parametrize("forgotten", [True, False])
def test_a_sentence_whose_document_is_forgotten_or_altered_is_not_said(
    forgotten: bool,
    evidence: Evidence,
    library: Library,
    lexicon: Lexicon,
    thesaurus: Thesaurus,
    asked: Callable[[str], Asked],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index, found = PassageIndex.over(library), library.document

    def altered(key: str) -> Document | None:
        document = None if forgotten else found(key)
        return replace(document, text=document.text.upper()) if document else None

    monkeypatch.setattr(library, "document", altered)
    teller = DocumentTeller(index, lexicon, thesaurus, Stored(evidence, altered))
    assert teller.tell(asked(TREATMENT)) == NOTHING
