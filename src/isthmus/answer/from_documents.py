"""Answers from the documents of a library: the sentences that speak of what is asked, each verified to the byte."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from isthmus.answer.compose import from_sentence
from isthmus.answer.documents import Candidate, DocumentShelf
from isthmus.answer.model import Statement
from isthmus.answer.question import Asked
from isthmus.answer.stage import asks_for_whole_treatment, by_stage
from isthmus.answer.told import Told
from isthmus.answer.verify import Stored
from isthmus.claims import Lexicon
from isthmus.corpus import Document, DocumentId
from isthmus.search import PassageIndex, Thesaurus
from isthmus.terms import StageId

__all__ = ["DocumentTeller"]

Chosen = tuple[StageId | None, Candidate, tuple[DocumentId, ...]]
"""A sentence, the stage of care it belongs to, and the other documents that hold the same."""


class DocumentTeller:
    """Says what the documents of a library answer.

    Args:
        index: The passages of the library.
        lexicon: The words of the condition.
        thesaurus: The words that mean the same.
        stored: Against which every statement is held before it is said.
    """

    def __init__(self, index: PassageIndex, lexicon: Lexicon, thesaurus: Thesaurus, stored: Stored) -> None:
        self._document = index.library.document
        self._lexicon = lexicon
        self._thesaurus = thesaurus
        self._stored = stored
        self._shelf = DocumentShelf(index, thesaurus, lexicon)

    def tell(self, asked: Asked) -> Told:
        """Answer one question; nothing where no document speaks of enough of what is asked."""
        return Told(tuple(filter(self._stored.holds, self._said(self._found(asked)))))

    def _found(self, asked: Asked) -> Iterator[Chosen]:
        if asks_for_whole_treatment(asked, self._lexicon):
            staged = by_stage(asked, self._shelf, self._lexicon, self._thesaurus)
            yield from ((one.stage, one.candidate, ()) for one in staged)
        else:
            yield from ((None, one.candidate, one.copies) for one in self._shelf.answer(asked))

    def _said(self, found: Iterable[Chosen]) -> Iterator[Statement]:
        """Cite each sentence; one whose document has just been forgotten is not said."""
        documents: dict[DocumentId, Document | None] = {}
        for stage, candidate, copies in found:
            sentence = candidate.origin
            if sentence.document not in documents:
                documents[sentence.document] = self._document(sentence.document)
            document = documents[sentence.document]
            if document:
                yield replace(from_sentence(sentence, document, stage, candidate.under), copies=copies)
