from pathlib import Path

import pytest

from isthmus.corpus import Document, DocumentId, split
from isthmus.errors import UnreadableFile
from isthmus.search import Thesaurus
from isthmus.search.backends.lexical import LexicalIndex

THESAURUS = Thesaurus.of([("brace", "corset")], [])

TEXTS = {
    "brace": "A brace rests the back. It is worn for six weeks.\n\nA brace may chafe.",
    "treatment": "Spondylolysis is common in sport.\n\n# Treatment\n\nTreatment includes rest, therapy and surgery.",
    "symptoms": "Spondylolysis is common in sport.\n\n# Symptoms\n\nSigns and symptoms include pain and stiffness.",
    "shortened": "RTA upsets the acids of the blood.",
}


def index_of(texts: dict[str, str], folder: Path | None = None) -> LexicalIndex:
    index = LexicalIndex(folder)
    index.write((DocumentId(key), "", split(as_document(key, text))) for key, text in texts.items())
    return index


def as_document(key: str, text: str) -> Document:
    return Document(id=DocumentId(key), title="", sha256="", media_type="text/markdown", place=key, text=text)


def best(index: LexicalIndex, question: str) -> str:
    return index.rank_documents(THESAURUS.read(question), 1)[0][0]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Which corset?", "brace"),
        ("What are the symptoms of spondylolysis?", "symptoms"),
        ("How is spondylolysis treated?", "treatment"),
        ("What is renal tubular acidosis?", "shortened"),
        ("BRACES", "brace"),
    ],
)
def test_the_document_that_answers_comes_first(question: str, document: str) -> None:
    assert best(index_of(TEXTS), question) == document


def test_passages_of_the_best_section_come_with_their_neighbours_and_the_one_that_says_it_first() -> None:
    hits = index_of(TEXTS).rank(THESAURUS.read("chafing corset"), 9)
    assert [hit.passage for hit in hits] == ["brace@51", "brace@0"]


def test_any_document_may_be_asked_whether_it_speaks_of_something_however_many_do() -> None:
    texts = TEXTS | {f"brace-{at}": "A brace, a brace, a brace." for at in range(1_100)}
    found = index_of(texts).speaking_of(
        THESAURUS.read("corset"), map(DocumentId, ["brace", "symptoms", "brace-7", "gone"])
    )
    assert found == {"brace", "brace-7"}


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_equal_scores_are_ordered_and_cut_by_passage(limit: int) -> None:
    twins = {f"twin-{at:02}": "Vitamin D was low." for at in reversed(range(12))}
    hits = index_of(twins).rank(THESAURUS.read("vitamin"), limit)
    assert [hit.passage for hit in hits] == [f"twin-{at:02}@0" for at in range(limit)]


def test_a_document_written_again_takes_the_place_of_itself() -> None:
    index = index_of(TEXTS)
    index.write([(DocumentId("brace"), "", split(as_document("brace", "Corsets chafe.")))])
    assert [hit.passage for hit in index.rank(THESAURUS.read("brace chafing"), 9)] == ["brace@0"]
    assert DocumentId("brace") in index
    assert DocumentId("other") not in index


@pytest.mark.parametrize("question", ["", "?!", "zqxj", "the of a"])
def test_what_matches_nothing_is_not_ranked(question: str) -> None:
    assert index_of(TEXTS).rank(THESAURUS.read(question), 9) == []
    assert LexicalIndex().rank(THESAURUS.read("brace"), 9) == []


@pytest.mark.parametrize("question", ["text:brace AND (", '"brace', "+brace -rest ^2 ~1", "[brace TO b]", "\\ brace"])
def test_words_of_a_user_are_never_read_as_query_syntax(question: str) -> None:
    assert best(index_of(TEXTS), question) == "brace"


def test_a_question_as_long_as_a_book_is_looked_for_by_its_beginning() -> None:
    assert best(index_of(TEXTS), "corset " + "pain " * 5_000) == "brace"


def test_texts_are_not_stored_in_the_index(tmp_path: Path) -> None:
    index_of({"secret": "My neighbour xylophonist limps badly."}, tmp_path)
    stored = b"".join(path.read_bytes() for path in tmp_path.rglob("*.store"))
    assert b"xylophonist" not in stored


def test_an_index_is_opened_as_it_was(tmp_path: Path) -> None:
    question = THESAURUS.read("How is spondylolysis treated with a corset?")
    assert index_of(TEXTS, tmp_path).rank(question, 9) == LexicalIndex.open(tmp_path).rank(question, 9)


def test_a_folder_without_an_index_is_none(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="There is no index in it"):
        LexicalIndex.open(tmp_path)


def test_a_damaged_index_is_refused(tmp_path: Path) -> None:
    index_of(TEXTS, tmp_path)
    for path in tmp_path.rglob("meta.json"):
        path.write_bytes(b"damaged")
    with pytest.raises(UnreadableFile, match="damaged"):
        LexicalIndex.open(tmp_path)
