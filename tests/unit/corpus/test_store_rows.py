from hypothesis import given
from hypothesis import strategies as st

from isthmus.corpus import About, Document, DocumentId, split
from isthmus.corpus.store_rows import pack_about, pack_passage, unpack_about, unpack_passage

WORDS = [
    "Rest helps.",
    "Options:",
    "\n\n",
    "\n",
    "- ",
    "1. ",
    " ",
    "Caf\N{LATIN SMALL LETTER E WITH ACUTE} is open.",
    "Heading",
]
FULL = About(
    DocumentId("a"), "A title", "0" * 64, "text/html", "a.html", "review", "A press", 2024, "2024-05-31",
    ("A. One", "B. Two"), "https://example.org/a", "CC BY 4.0", "en", DocumentId("b"), "c",
)  # fmt: skip
BARE = About(DocumentId("a"), "A title", "0" * 64, "text/plain", "a.txt", group="a")


def test_what_is_known_of_a_document_comes_back_as_it_was() -> None:
    for about in (FULL, BARE):
        assert unpack_about(about.id, pack_about(about), "{}", place=about.place, group=about.group) == about


def test_what_was_not_found_takes_no_room() -> None:
    assert "publisher" not in pack_about(BARE)


def test_a_correction_goes_before_what_was_read() -> None:
    told = unpack_about("a", pack_about(FULL), '{"publisher": null, "authors": ["C."]}', place="a.html", group="c")
    assert (told.publisher, told.authors, told.year) == (None, ("C.",), 2024)


@given(st.lists(st.sampled_from(WORDS)).map("".join))
def test_a_passage_comes_back_with_every_sentence_and_lead_in(text: str) -> None:
    document = Document(DocumentId("a"), "A", "", "text/plain", "a.txt", text=text)
    stored = text.encode()
    for passage in split(document):
        row = pack_passage(passage)
        assert unpack_passage(document.id, row, stored[passage.start : passage.end]) == passage
