import pytest
import tantivy

from isthmus.search import stems
from isthmus.search.stem import ANALYSER, register, written_plainly


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Braces, bracing; a brace", ("brace", "brace", "a", "brace")),
        ("X-ray's", ("x", "ray")),
        ("don\N{RIGHT SINGLE QUOTATION MARK}t", ("dont",)),
        ("", ()),
        ("?!", ()),
    ],
)
def test_every_word_gives_one_stem(text: str, cut: tuple[str, ...]) -> None:
    assert stems(text) == cut


@pytest.mark.parametrize(
    "text",
    ["Don't! X-ray_two 3.5", "na\N{LATIN SMALL LETTER I WITH DIAERESIS}ve caf\N{LATIN SMALL LETTER E WITH ACUTE}s", ""],
)
def test_what_is_written_plainly_has_the_stems_of_the_text(text: str) -> None:
    assert stems(written_plainly(text)) == stems(text)


def test_an_index_finds_the_stems_that_are_looked_for() -> None:
    index = register(tantivy.Index(tantivy.SchemaBuilder().add_text_field("text", tokenizer_name=ANALYSER).build()))
    writer = index.writer(15_000_000, num_threads=1)
    writer.add_document(tantivy.Document(text=written_plainly("The doctor's Caf\N{LATIN SMALL LETTER E WITH ACUTE}s")))
    writer.commit()
    index.reload()
    found = [index.searcher().doc_freq("text", stem) for stem in stems("doctors cafe")]
    assert found == [1, 1]
