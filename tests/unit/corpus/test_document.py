from dataclasses import FrozenInstanceError

import pytest

from isthmus.corpus import Document, DocumentId, Sentence


def test_a_document_cannot_be_changed_after_it_was_read() -> None:
    document = Document(DocumentId("a"), "A", "", "text/plain", "a.txt", text="It heals.")
    with pytest.raises(FrozenInstanceError):
        document.text = "It does not."  # type: ignore[misc] # the mistake under test


def test_a_sentence_stands_by_itself_unless_it_completes_a_line() -> None:
    assert Sentence(DocumentId("a.txt"), 0, 9, "It heals.").lead_in is None
